import { STATE_OF, TABLE } from '@filigree/queue';
import type { JobEvent, Situation } from '@filigree/queue';
import { filing, Harness } from './support/harness.ts';

const DELTA = new Uint8Array([1]);
const ONE = { jobIds: [1] };

interface Scene {
  readonly queue: Harness;
  readonly stream: number;
  readonly token: number;
}

const ignore = (): void => undefined;

function leased(startWithinMs: number): Scene {
  const queue = new Harness({ graph: { kind: 'sqlite', id: 'g1' }, startWithinMs });
  const stream = queue.worker('w1', 1);
  queue.submit('run1', [filing(1)]);
  return { queue, stream, token: queue.leases()[0]!.token };
}

function started(startWithinMs: number): Scene {
  const scene = leased(startWithinMs);
  scene.queue.frame(scene.stream, { started: [scene.token] });
  return scene;
}

const SCENES: Record<Situation, (startWithinMs: number) => Scene> = {
  leased,
  started,
  pending: (ms) => {
    const scene = leased(ms);
    scene.queue.frame(scene.stream, { released: [scene.token] });
    return scene;
  },
  reclaimed: (ms) => {
    const scene = started(ms);
    scene.queue.pass(31_000);
    return scene;
  },
  pinned: (ms) => {
    const scene = started(ms);
    scene.queue.complete(scene.stream, scene.token, DELTA);
    return scene;
  },
  completed: (ms) => {
    const scene = SCENES.pinned(ms);
    scene.queue.dispatcher.graphWritten(scene.token, { ok: true }, scene.queue.nowMs);
    scene.queue.flush();
    return scene;
  },
  failed: (ms) => {
    const scene = started(ms);
    scene.queue.fail(scene.stream, scene.token, 'fatal');
    return scene;
  },
  lost: (ms) => {
    const { queue, stream } = started(ms);
    for (let loss = 1; loss < 5; loss++) {
      queue.pass(31_000).frame(stream, { credit: 1 });
      queue.frame(stream, { started: [queue.leases().at(-1)!.token] });
    }
    queue.pass(31_000);
    return { queue, stream, token: queue.leases().at(-1)!.token };
  },
  cancelled: (ms) => {
    const scene = started(ms);
    scene.queue.dispatcher.cancel(ONE, ignore, scene.queue.nowMs);
    scene.queue.flush();
    return scene;
  },
};

const EVENTS: Record<JobEvent, (scene: Scene) => void> = {
  grant: ({ queue }) => {
    queue.worker('w2', 1);
  },
  started: ({ queue, stream, token }) => {
    queue.frame(stream, { started: [token] });
  },
  beat: ({ queue, stream, token }) => {
    queue.beat(stream, [token]);
  },
  completed: ({ queue, stream, token }) => {
    queue.complete(stream, token, DELTA);
  },
  written: ({ queue, token }) => {
    queue.dispatcher.graphWritten(token, { ok: true }, queue.nowMs);
    queue.flush();
  },
  unwritable: ({ queue, token }) => {
    queue.dispatcher.graphWritten(token, { ok: false, message: 'no', fatal: false }, queue.nowMs);
    queue.flush();
  },
  retryable: ({ queue, stream, token }) => {
    queue.fail(stream, token, 'retryable');
  },
  fatal: ({ queue, stream, token }) => {
    queue.fail(stream, token, 'fatal');
  },
  overloaded: ({ queue, stream, token }) => {
    queue.fail(stream, token, 'overloaded', 'neo4j');
  },
  worker: ({ queue, stream, token }) => {
    queue.fail(stream, token, 'worker', 'disk');
  },
  released: ({ queue, stream, token }) => {
    queue.frame(stream, { released: [token] });
  },
  expire: ({ queue }) => {
    queue.pass(31_000);
  },
  revoke: ({ queue, stream, token }) => {
    queue.pass(4_000);
    if (queue.dispatcher.job(1, queue.nowMs)?.situation === 'started') queue.beat(stream, [token]);
    queue.pass(2_000);
  },
  missing: ({ queue }) => {
    queue.worker('w1', 0);
  },
  cancel: ({ queue }) => {
    queue.dispatcher.cancel(ONE, ignore, queue.nowMs);
    queue.flush();
  },
  retry: ({ queue }) => {
    queue.dispatcher.retry(ONE, ignore, queue.nowMs);
    queue.flush();
  },
  clear: ({ queue }) => {
    queue.dispatcher.clear(ONE, ignore, queue.nowMs);
    queue.flush();
  },
  submit: ({ queue }) => {
    queue.submit('run2', [filing(1)]);
  },
};

const NOT_REVOKED_MS = 3_600_000;

describe('the table of situations and events', () => {
  for (const situation of Object.keys(TABLE) as Situation[]) {
    for (const event of Object.keys(TABLE[situation]) as JobEvent[]) {
      const cell = TABLE[situation][event];
      it(`makes of a ${situation} job by ${event}: ${cell.to.join(' or ')}${cell.answer === undefined ? '' : `, answer ${cell.answer}`}`, () => {
        const scene = SCENES[situation](event === 'revoke' ? 5_000 : NOT_REVOKED_MS);
        const { queue, token } = scene;
        expect(queue.dispatcher.job(1, queue.nowMs)?.situation).toBe(situation);
        queue.sent.length = 0;
        EVENTS[event](scene);
        const job = queue.dispatcher.job(1, queue.nowMs);
        expect(cell.to).toContain(job?.situation ?? 'gone');
        if (job !== null && job.situation !== 'pinned') expect(job.state).toBe(STATE_OF[job.situation]);
        checkAnswer(scene, token, cell.answer);
        const counted = Object.values(queue.dispatcher.counts()).reduce((sum, n) => sum + n, 0);
        expect(counted).toBe(job === null ? 0 : 1);
      });
    }
  }
});

function checkAnswer({ queue, stream }: Scene, token: number, answer: string | undefined): void {
  if (answer === undefined) return;
  if (answer === 'kept' || answer === 'lost') {
    expect(queue.lastFrame(stream)?.beatAck?.lost).toEqual(answer === 'lost' ? [token] : []);
    return;
  }
  expect(queue.lastVerdict(token)).toBe(answer === 'later' ? undefined : answer);
}
