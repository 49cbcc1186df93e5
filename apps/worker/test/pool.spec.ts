import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePool } from '../src/processing/pool.ts';
import type { Pool } from '../src/processing/pool.ts';
import { warmUp } from '../src/processing/warm-up.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples/2010');

const pools: Pool[] = [];

function pool(size: number): Pool {
  const made = makePool({ size, onStage: () => undefined, ask: () => Promise.reject(new Error('not used')) });
  pools.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.close()));
});

describe('the pool of threads', () => {
  it('takes filings before its threads have warmed up, and keeps none of them waiting for ever', async () => {
    const made = pool(2);
    const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));
    const tasks = names.slice(0, 5).map((fileName, index) => {
      const path = join(SAMPLES, fileName);
      return made.run({ token: index + 1, fileName, path, bytes: null, model: null, modelRequired: false });
    });
    await made.ready;
    expect((await Promise.all(tasks)).map(({ kind }) => kind)).toEqual(Array(5).fill('done'));
  });

  it('is ready once its threads have warmed up, and works as before after that', async () => {
    const made = pool(1);
    await made.ready;
    const fileName = readdirSync(SAMPLES)[0]!;
    const bytes = new Uint8Array(readFileSync(join(SAMPLES, fileName)));
    const end = await made.run({ token: 1, fileName, path: null, bytes, model: null, modelRequired: false });
    expect(end.kind).toBe('done');
  });

  it('warms its threads up with a filing in which every kind of rule finds something', async () => {
    const { facts } = await warmUp({ facts: 100, factChars: 1000 });
    expect([...new Set(facts.map(({ kind }) => kind))].sort()).toEqual(['events', 'holdings', 'ownership', 'roles']);
  });

  it('lets those who wait for it go when it is closed', async () => {
    const made = pool(2);
    const ended = made.run({
      token: 1,
      fileName: 'a',
      path: '/nowhere',
      bytes: null,
      model: null,
      modelRequired: false,
    });
    await made.close();
    await made.ready;
    expect((await ended).kind).toBe('aborted');
  });
});
