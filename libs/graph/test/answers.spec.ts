// What one of the fixed questions may take, and that it is in nobody's way.

import { ANSWER_LIMITS } from '@filigree/graph';
import type { GraphNode, GraphReader, GraphRelationship } from '@filigree/graph';
import { answerLines, makeMayGoOn } from '../src/questions/answer.ts';
import { delta } from './support/filings.ts';
import { fill } from './support/questions.ts';
import { makeSqliteStores } from './support/stores.ts';

const goOn = (): void => undefined;
const event = (at: number): GraphNode => ({ label: 'Event', id: String(at), properties: {} });
const told = (at: number): GraphRelationship => ({
  id: String(at),
  type: 'HAS_EVENT',
  from: { label: 'Company', id: 'x' },
  to: event(at),
  properties: {},
});

function readerOf(some: Partial<GraphReader>): GraphReader {
  const none = (): Promise<never[]> => Promise.resolve([]);
  return { nodes: none, touching: none, stated: none, named: none, filings: none, events: none, ...some };
}

describe('what an answer may take', () => {
  it('has a limit for nodes and for relationships', async () => {
    const many = (count: number): Promise<GraphNode[]> =>
      Promise.resolve(Array.from({ length: count }, (_, at) => event(at)));
    const nodes = readerOf({ events: () => many(ANSWER_LIMITS.nodes + 1) });
    await expect(answerLines(nodes, { name: 'events', filter: {} }, goOn)).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: 'the answer would take more than 100000 nodes',
    });
    const all = Array.from({ length: ANSWER_LIMITS.relationships + 1 }, (_, at) => told(at));
    const relationships = readerOf({ events: () => many(1), touching: () => Promise.resolve(all) });
    await expect(answerLines(relationships, { name: 'events', filter: {} }, goOn)).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: 'the answer would take more than 300000 relationships',
    });
  });

  it('has a limit for time, and ends with the one who asked', () => {
    let nowMs = 0;
    let isOver = false;
    const check = makeMayGoOn(
      () => nowMs,
      () => isOver,
      () => new Error('over'),
    );
    nowMs = ANSWER_LIMITS.timeMs;
    expect(check).not.toThrow();
    nowMs++;
    expect(check).toThrow('longer than 60 seconds');
    isOver = true;
    expect(check).toThrow('over');
  });
});

describe('answers of the SQLite store', () => {
  const stores = makeSqliteStores();
  afterAll(() => stores.done());

  it('take turns; more than may wait are refused, and who is gone is not answered', async () => {
    const store = await stores.fresh();
    await fill(store);
    const gone = new AbortController();
    gone.abort();
    await expect(store.answer({ name: 'events', filter: {} }, gone.signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    const leaving = new AbortController();
    const left = store.answer({ name: 'events', filter: {} }, leaving.signal);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    const most = ANSWER_LIMITS.atOnce + ANSWER_LIMITS.waiting;
    const asked = Array.from({ length: most + 1 }, () => store.answer({ name: 'company', of: 'Boreas' }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(most);
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'OVERLOADED' } });
  });

  it('end with the store, and so do dumps that nobody reads on', async () => {
    const store = await stores.fresh();
    await fill(store);
    const dump = store.dump()[Symbol.asyncIterator]();
    expect((await dump.next()).done).toBe(false);
    const asked = [1, 2, 3].map(() => store.answer({ name: 'events', filter: {} }).catch((error: unknown) => error));
    expect(await store.write([{ delta: delta(90), token: 90 }])).toEqual([{ outcome: 'written' }]);
    await store.close();
    await Promise.all(asked);
    await expect(store.stats()).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('end with a store that is closed in the midst of reads, and the process lives on', async () => {
    await stores.fresh();
    let refused = 0;
    for (let round = 0; round < 25; round++) {
      const store = await stores.again();
      await store.stats();
      const answers = [1, 2, 3].map(() => store.answer({ name: 'events', filter: {} }));
      const asked = Promise.allSettled([...answers, ...Array.from({ length: 200 }, () => store.stats())]);
      for (let turn = 0; turn < round % 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      await store.close();
      const reasons = (await asked).flatMap((one) =>
        one.status === 'rejected' ? [one.reason as { code: string }] : [],
      );
      for (const { code } of reasons) expect(['WRONG_STATE', 'CANCELLED']).toContain(code);
      refused += reasons.length;
    }
    expect(refused).toBeGreaterThan(0);
  });
});
