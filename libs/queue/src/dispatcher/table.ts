// What happens to a job, for each situation and each event. The handlers ask this table; a test walks it whole.
//
//                 grant            started            completed
//   pending ───────────▶ leased ───────────▶ started ───────────▶ pinned ──written──▶ completed
//      ▲  ▲                │ revoke             │ expire              │ unwritable
//      │  └── reclaimed ◀──┴────────────────────┘                     ▼
//      └──────────────────────── failed retryable ──────────── pending | failed
//
// `pinned` exists only where the coordinator writes the graph; elsewhere `completed` leads straight to completed.
// A situation is the job's state and what became of its newest token: `reclaimed` is pending, and `lost` is failed, with
// a newest token whose worker has not said how it ended, so that its word still counts.
import type { Verdict } from '../session/frames.ts';
import type { JobState } from '../jobs/types.ts';

export type Situation =
  'pending' | 'reclaimed' | 'leased' | 'started' | 'pinned' | 'completed' | 'failed' | 'lost' | 'cancelled';

/** A pinned job whose lease was lost before keeps the state that it had (pending or failed) until its completion is written. */
export const STATE_OF: Readonly<Record<Situation, JobState>> = {
  pending: 'pending',
  reclaimed: 'pending',
  leased: 'processing',
  started: 'processing',
  pinned: 'processing',
  completed: 'completed',
  failed: 'failed',
  lost: 'failed',
  cancelled: 'cancelled',
};

export type JobEvent =
  | 'grant'
  | 'started'
  | 'beat'
  | 'completed'
  | 'written'
  | 'unwritable'
  | 'retryable'
  | 'fatal'
  | 'overloaded'
  | 'worker'
  | 'released'
  | 'expire'
  | 'revoke'
  | 'missing'
  | 'cancel'
  | 'retry'
  | 'clear'
  | 'submit';

/** `answer`: what the worker is told of the newest token; `later`: when the graph write is over; `kept` and `lost`: to a beat or a hello. */
export interface Cell {
  /** Where the job may be afterwards; more than one where a counter decides. `gone` is forgotten. */
  readonly to: readonly (Situation | 'gone')[];
  readonly answer?: Verdict | 'later' | 'kept' | 'lost';
}

const to = (...situations: (Situation | 'gone')[]): Cell => ({ to: situations });
const answer = (said: NonNullable<Cell['answer']>, ...situations: Situation[]): Cell => ({
  to: situations,
  answer: said,
});

/** Does not happen in this situation, or changes nothing. */
const stays = (situation: Situation): Cell => ({ to: [situation] });

function row(situation: Situation, cells: Partial<Record<JobEvent, Cell>>): Readonly<Record<JobEvent, Cell>> {
  const same = stays(situation);
  const says = (said: NonNullable<Cell['answer']>): Cell => answer(said, situation);
  return {
    grant: same,
    started: same,
    beat: says('lost'),
    completed: says('STALE'),
    written: same,
    unwritable: same,
    retryable: says('STALE'),
    fatal: says('STALE'),
    overloaded: says('STALE'),
    worker: says('STALE'),
    released: says('STALE'),
    expire: same,
    revoke: same,
    missing: same,
    cancel: same,
    retry: same,
    clear: same,
    submit: same,
    ...cells,
  };
}

const repeated = (situation: Situation): Partial<Record<JobEvent, Cell>> => ({
  retryable: answer('DUPLICATE', situation),
  fatal: answer('DUPLICATE', situation),
  overloaded: answer('DUPLICATE', situation),
  worker: answer('DUPLICATE', situation),
  released: answer('DUPLICATE', situation),
});

const held: Partial<Record<JobEvent, Cell>> = {
  completed: answer('later', 'pinned', 'completed'),
  retryable: answer('ACCEPTED', 'pending', 'failed'),
  fatal: answer('ACCEPTED', 'failed'),
  overloaded: answer('ACCEPTED', 'pending', 'failed'),
  worker: answer('ACCEPTED', 'pending'),
  released: answer('ACCEPTED', 'pending'),
};

const pinnedWaits: Partial<Record<JobEvent, Cell>> = {
  completed: answer('later', 'pinned'),
  retryable: answer('later', 'pinned'),
  fatal: answer('later', 'pinned'),
  overloaded: answer('later', 'pinned'),
  worker: answer('later', 'pinned'),
  released: answer('later', 'pinned'),
};

/** The table. A token that is not the job's newest is STALE and lost, whatever the situation. */
export const TABLE: Readonly<Record<Situation, Readonly<Record<JobEvent, Cell>>>> = {
  pending: row('pending', {
    grant: to('leased'),
    ...repeated('pending'),
    completed: answer('later', 'pinned', 'completed'),
    cancel: to('cancelled'),
  }),
  reclaimed: row('reclaimed', {
    grant: to('leased'),
    ...held,
    beat: answer('kept', 'reclaimed'),
    cancel: to('cancelled'),
  }),
  leased: row('leased', {
    ...held,
    started: to('started'),
    beat: answer('kept', 'started'),
    expire: to('reclaimed'),
    revoke: to('reclaimed'),
    missing: to('reclaimed'),
    cancel: to('cancelled'),
  }),
  started: row('started', {
    ...held,
    beat: answer('kept', 'started'),
    expire: to('reclaimed', 'lost'),
    missing: to('reclaimed'),
    cancel: to('cancelled'),
  }),
  pinned: row('pinned', {
    ...pinnedWaits,
    beat: answer('kept', 'pinned'),
    written: answer('ACCEPTED', 'completed'),
    unwritable: answer('STALE', 'pending', 'failed'),
  }),
  completed: row('completed', {
    completed: answer('DUPLICATE', 'completed'),
    beat: answer('kept', 'completed'),
    clear: to('gone'),
  }),
  failed: row('failed', {
    ...repeated('failed'),
    completed: answer('later', 'pinned', 'completed'),
    retry: to('pending'),
    clear: to('gone'),
    submit: to('pending'),
  }),
  lost: row('lost', {
    completed: answer('later', 'pinned', 'completed'),
    beat: answer('kept', 'lost'),
    retryable: answer('ACCEPTED', 'failed'),
    fatal: answer('ACCEPTED', 'failed'),
    overloaded: answer('ACCEPTED', 'failed'),
    worker: answer('ACCEPTED', 'failed'),
    released: answer('ACCEPTED', 'failed'),
    retry: to('reclaimed'),
    clear: to('gone'),
    submit: to('reclaimed'),
  }),
  cancelled: row('cancelled', {
    retry: to('pending', 'reclaimed'),
    clear: to('gone'),
    submit: to('pending', 'reclaimed'),
  }),
};
