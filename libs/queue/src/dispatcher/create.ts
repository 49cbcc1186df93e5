import { FiligreeError } from '@filigree/base';
import { CHUNK_ROWS } from '../jobs/job-table.ts';
import { makeReplay } from '../jobs/replay.ts';
import type { RunView } from '../jobs/types.ts';
import { finishRecovery, makeRowLoader, snapshotOf } from '../jobs/snapshot.ts';
import * as commands from './commands.ts';
import { Core } from './core.ts';
import { Deadlines } from './deadlines.ts';
import { MAX_GRAPH_BACKLOG_BYTES } from './limits.ts';
import type { WorkerFrame } from '../session/frames.ts';
import type { Dispatcher } from './dispatcher.ts';
import { frameIn } from './frames-in.ts';
import { keyOf } from './identity.ts';
import { grantReady } from './granting.ts';
import { graphIs, graphStands } from './graph-trouble.ts';
import { streamClosed, streamOpened } from './membership.ts';
import type { DispatcherEffects, DispatcherOptions } from './ports.ts';
import { page, view } from './selecting.ts';
import { Lease } from './sessions.ts';
import type { Session } from './sessions.ts';
import { accessionOf, awaits, graphWritten } from './settling.ts';
import { counts, status, workers } from './status.ts';

const MASK = CHUNK_ROWS - 1;
const EPOCH = 2 ** 32;

/** Makes a dispatcher; see `Dispatcher` for its life. */
export function createDispatcher(options: DispatcherOptions, effects: DispatcherEffects): Dispatcher {
  const core = new Core(options, effects);
  const deadlines = new Deadlines(core);
  const { books } = core;

  /** Every event: time first, then what happened, then grants, then what may be told. */
  function turn<T>(nowMs: number, act: () => T): T {
    core.setNow(nowMs);
    if (core.batchDepth > 0) return act();
    if (core.opened) deadlines.advance();
    core.batchDepth++;
    try {
      return act();
    } finally {
      core.batchDepth--;
      if (core.opened) {
        grantReady(core);
        commands.tellEndedRuns(core);
      }
      core.revision++;
      core.outbox.flush();
      deadlines.arm();
    }
  }

  return {
    loadRow: makeRowLoader(books),
    replay: makeReplay(books),
    snapshot: () => snapshotOf(books),
    open(journal, epoch, nowMs) {
      turn(nowMs, () => {
        const { leased, highestToken } = finishRecovery(books, nowMs);
        if (epoch * EPOCH <= highestToken || core.opened) throw epochMustRise(epoch, Math.floor(highestToken / EPOCH));
        core.ledger.journal = journal;
        core.epoch = epoch;
        core.counter = 0;
        core.opened = true;
        core.outbox.durableSeq = books.lastSeq;
        recoverLeases(core, leased);
        for (const run of books.runs.list) if (run !== undefined) core.idleRuns.add(run.index);
      });
    },
    streamOpened: (id, caller, nowMs) => {
      turn(nowMs, () => {
        streamOpened(core, id, caller);
      });
    },
    frame: (id, frame, nowMs) => {
      requireRoom(core, frame);
      turn(nowMs, () => {
        frameIn(core, id, frame);
      });
    },
    streamClosed: (id, nowMs) => {
      turn(nowMs, () => {
        streamClosed(core, id);
      });
    },
    awaits: (id, token) => awaits(core, id, token),
    tick: (nowMs) => {
      turn(nowMs, () => undefined);
    },
    nextDeadlineMs: () => deadlines.nextMs(),
    durable: (seq, nowMs) => {
      turn(nowMs, () => {
        core.outbox.durable(seq);
      });
    },
    diskFull: (full, nowMs) => {
      turn(nowMs, () => {
        core.isFull = full;
        const text = full ? 'the disk is full: nothing is granted or acknowledged' : 'there is room on the disk again';
        effects.event({ kind: 'notice', level: full ? 'error' : 'info', text });
      });
    },
    graphIs: (id, nowMs) => {
      turn(nowMs, () => {
        graphIs(core, id);
      });
    },
    graphStands: (trouble, nowMs) => {
      turn(nowMs, () => {
        graphStands(core, trouble);
      });
    },
    graphWritten: (token, result, nowMs) => {
      turn(nowMs, () => {
        graphWritten(core, token, result);
      });
    },
    epochStored: (epoch, nowMs) => {
      turn(nowMs, () => {
        if (epoch <= core.epoch) throw epochMustRise(epoch, core.epoch);
        core.epoch = epoch;
        core.counter = 0;
        core.awaitingEpoch = false;
      });
    },
    batch: turn,
    openRun: (runId, runOptions, ack, nowMs) => {
      turn(nowMs, () => {
        commands.openRun(core, runId, runOptions, ack);
      });
    },
    submitBatch: (runId, filings, ack, nowMs) => {
      turn(nowMs, () => {
        commands.submitBatch(core, runId, filings, ack);
      });
    },
    closeRun: (runId, ack, nowMs) => {
      turn(nowMs, () => {
        commands.closeRun(core, runId, ack);
      });
    },
    runResolved: (runId, nowMs) => {
      turn(nowMs, () => {
        commands.resolveRun(core, runId);
      });
    },
    run: (runId) => books.runs.byId(runId)?.view() ?? null,
    runs: (limit) => {
      const { list } = books.runs;
      const views: RunView[] = [];
      for (let index = list.length - 1; index > 0 && views.length < limit; index--) {
        const run = list[index];
        if (run !== undefined) views.push(run.view());
      }
      return views;
    },
    retry: (filter, ack, nowMs) => {
      turn(nowMs, () => {
        commands.retry(core, filter, ack);
      });
    },
    cancel: (filter, ack, nowMs) => {
      turn(nowMs, () => {
        commands.cancel(core, filter, ack);
      });
    },
    clear: (filter, ack, nowMs) => {
      turn(nowMs, () => {
        commands.clear(core, filter, ack);
      });
    },
    setPriority: (filter, priority, ack, nowMs) => {
      turn(nowMs, () => {
        commands.setPriority(core, filter, priority, ack);
      });
    },
    pause: (ack, nowMs) => {
      turn(nowMs, () => {
        commands.setPaused(core, true, ack);
      });
    },
    resume: (ack, nowMs) => {
      turn(nowMs, () => {
        commands.hasten(core);
        commands.setPaused(core, false, ack);
      });
    },
    drain: (workerId, nowMs) => turn(nowMs, () => commands.drain(core, workerId)),
    holds: (jobId, token, secret) => {
      const row = core.rowOf(token);
      return row !== 0 && row === jobId && core.identityOf(row).key === keyOf(secret);
    },
    status: (nowMs) => {
      core.setNow(nowMs);
      return status(core);
    },
    workers: (nowMs) => {
      core.setNow(nowMs);
      return workers(core);
    },
    job: (jobId, nowMs) => {
      core.setNow(nowMs);
      return books.table.has(jobId) ? view(core, jobId) : null;
    },
    jobs: (filter, cursor, limit, nowMs) => {
      core.setNow(nowMs);
      return page(core, filter, cursor, limit);
    },
    counts: () => counts(core),
    model: () => {
      for (const { model } of core.sessions.values()) if (model !== null) return model;
      return null;
    },
  };
}

/** Results wait for the store in memory; a worker sends again what was not taken in. */
function requireRoom(core: Core, { completed }: WorkerFrame): void {
  if (completed === undefined) return;
  const bytes = completed.reduce((sum, { delta }) => sum + (delta?.length ?? 0), core.graphBacklogBytes);
  if (bytes <= MAX_GRAPH_BACKLOG_BYTES || bytes === core.graphBacklogBytes) return;
  throw new FiligreeError('OVERLOADED', `${String(bytes)} bytes of deltas would wait for the graph`, {
    remedy: 'connect again and send the result again',
  });
}

/** Workers of the last life may still hold these: each has a full TTL to come back. */
function recoverLeases(core: Core, leased: readonly number[]): void {
  const { books, settings, nowMs } = core;
  const untilMs = nowMs + settings.leaseTtlMs;
  const sessions = new Map<number, Session>();
  for (const row of leased) {
    const chunk = books.table.chunk(row);
    const i = row & MASK;
    const boot = chunk.boot[i]!;
    let session = sessions.get(boot);
    if (session === undefined) {
      const identity = core.identityOf(row);
      // No key: granted by a version without secrets. Nobody can prove that it is theirs; its time runs out.
      session = core.addSession({ ...identity, key: identity.key || `boot ${String(boot)}` }, boot);
      session.graceUntilMs = untilMs;
      session.heardMs = nowMs;
      sessions.set(boot, session);
      core.offline.add(session);
    }
    const lease = new Lease(chunk.token[i]!, row, session, nowMs, untilMs, untilMs, accessionOf(core, row));
    lease.started = (chunk.flags[i]! & 1) !== 0;
    session.leases.set(lease.token, lease);
    core.leases.set(row, lease);
  }
}

function epochMustRise(epoch: number, before: number): FiligreeError {
  return new FiligreeError(
    'WRONG_STATE',
    `epoch ${String(epoch)} is not above ${String(before)}, which was used before`,
    {
      remedy: "take one above both the journal's and the graph's",
    },
  );
}
