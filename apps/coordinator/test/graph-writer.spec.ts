import { FiligreeError } from '@filigree/base';
import type { ErrorCode } from '@filigree/base';
import type { GraphStore, WriteRequest, WriteResult } from '@filigree/graph';
import { makeGraphHealth } from '../src/serve/graph-health.ts';
import { makeGraphWriter } from '../src/serve/graph-writer.ts';
import { HandClock } from './support/hand-clock.ts';

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** A writer over a store that fails with `failure` while it is set, and what became of it. */
function rig(): {
  failure: ErrorCode | null;
  readonly clock: HandClock;
  readonly tried: number[];
  readonly settled: { token: number; ok: boolean }[];
  readonly troubles: (string | null)[];
  write(...tokens: number[]): Promise<void>;
} {
  const clock = new HandClock();
  const tried: number[] = [];
  const settled: { token: number; ok: boolean }[] = [];
  const troubles: (string | null)[] = [];
  const made = {
    failure: null as ErrorCode | null,
    clock,
    tried,
    settled,
    troubles,
    async write(...tokens: number[]) {
      for (const token of tokens) writer.write({ token, accession: 'a', filed: '', delta: new Uint8Array() });
      await turn();
      await turn();
    },
  };
  const write = ([request]: readonly WriteRequest[]): Promise<WriteResult[]> => {
    tried.push(request!.token);
    if (made.failure === null) return Promise.resolve([{ outcome: 'written' }]);
    return Promise.reject(new FiligreeError(made.failure, 'no', { remedy: 'do' }));
  };
  const writer = makeGraphWriter({
    store: { write } as unknown as GraphStore,
    clock,
    health: makeGraphHealth((trouble) => troubles.push(trouble === null ? null : trouble.message)),
    onResults: (results) => settled.push(...results.map(({ token, result }) => ({ token, ok: result.ok }))),
    onWritten: () => undefined,
  });
  return made;
}

describe('the writer of the coordinator’s own graph', () => {
  it.each<ErrorCode>(['DISK_FULL', 'LOCAL_STATE', 'OVERLOADED'])(
    'keeps results while the store says %s, tries one of them a second, and writes all when it can again',
    async (code) => {
      const graph = rig();
      graph.failure = code;
      await graph.write(1, 2, 3);
      expect(graph.tried).toEqual([1, 2, 3]);
      for (let second = 0; second < 3; second++) {
        graph.clock.pass(1000);
        await graph.write(4 + second);
      }
      expect(graph.tried).toEqual([1, 2, 3, 1, 1, 1]);
      expect(graph.settled).toEqual([]);
      expect(new Set(graph.troubles)).toEqual(new Set(['no']));
      graph.failure = null;
      graph.clock.pass(1000);
      for (let n = 0; n < 6; n++) await turn();
      expect(graph.settled.map(({ token, ok }) => [token, ok])).toEqual(
        [1, 2, 3, 4, 5, 6].map((token) => [token, true]),
      );
      expect(graph.troubles.at(-1)).toBeNull();
    },
  );

  it('fails the one job whose result is at fault, and nothing waits for it', async () => {
    const graph = rig();
    graph.failure = 'USAGE';
    await graph.write(1);
    graph.failure = null;
    await graph.write(2);
    expect(graph.settled).toEqual([
      { token: 1, ok: false },
      { token: 2, ok: true },
    ]);
    expect(graph.troubles).toEqual([]);
  });
});
