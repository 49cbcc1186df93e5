// A graph read back from its dump, or from the lines of a backup.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupLines, openRestore, restoreStore } from '@filigree/graph';
import type { GraphStore, Restored } from '@filigree/graph';
import { delta, event, owns, party, role, world } from './filings.ts';
import { dumpOf, shuffled } from './stores.ts';
import type { StoreMaker } from './stores.ts';

const NOW_MS = Date.UTC(2026, 10, 28);
const TOKENS = 2 ** 32;

async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

export function restoring(makeSources: () => StoreMaker, makeTargets: () => StoreMaker): void {
  let sources: StoreMaker;
  let targets: StoreMaker;
  let directory: string;
  beforeAll(() => {
    sources = makeSources();
    targets = makeTargets();
    directory = mkdtempSync(join(tmpdir(), 'filigree-restore-'));
  });
  afterAll(async () => {
    await sources.done();
    await targets.done();
    rmSync(directory, { recursive: true, force: true });
  });

  const full = async (): Promise<GraphStore> => {
    const store = await sources.fresh();
    await store.write(world().map((one, at) => ({ delta: one, token: 7 * TOKENS + at })));
    await store.raiseEpoch(7);
    await store.resolve();
    return store;
  };
  const restored = async (store: GraphStore, lines: readonly string[]): Promise<Restored> => {
    const from = join(directory, 'file.jsonl');
    writeFileSync(from, lines.map((line) => `${line}\n`).join(''));
    const source = await openRestore(from);
    try {
      return await restoreStore(store, { source, from, wallMs: NOW_MS });
    } finally {
      source.close();
    }
  };
  const kinds: [string, (store: GraphStore) => Promise<string[]>][] = [
    ['its dump', dumpOf],
    ['the lines of a backup', (store) => linesOf(backupLines(store))],
  ];

  it.each(kinds)('is the same graph from %s, under an epoch that fences what wrote it before', async (_, lines) => {
    const source = await full();
    const expected = await dumpOf(source);
    const saved = await lines(source);
    const target = await targets.fresh();
    const { filings, epoch, graphId } = await restored(target, saved);
    expect(await dumpOf(target)).toEqual(expected);
    expect({ filings, graphId, epoch }).toEqual({
      filings: world().length,
      graphId: await target.graphId(),
      epoch: await target.epoch(),
    });
    expect(epoch).toBeGreaterThan(1000);
    const late = delta(1, { roles: [role('Too Late', 'Acme Widgets plc')] });
    expect(await target.write([{ delta: late, token: (epoch - 1) * TOKENS }])).toEqual([{ outcome: 'stale' }]);
    expect(await dumpOf(target)).toEqual(expected);
  });

  it.each(kinds)(
    'restored from %s becomes the graph of a quiet run when its filings are read again',
    async (_, lines) => {
      const source = await full();
      const saved = await lines(source);
      const target = await targets.fresh();
      const { epoch } = await restored(target, saved);
      // Read by rules that find other things, in another order.
      const now = [
        ...world().slice(1),
        delta(
          1,
          { events: [event('Told anew')], ownership: [owns('Acme Widgets plc', 'Newly Found Ltd')] },
          { parties: [party('ACME OLD NAME PLC', { cik: '1001' })] },
        ),
      ];
      await target.write(shuffled(now, 3).map((one, at) => ({ delta: one, token: (epoch + 1) * TOKENS + at })));
      await target.resolve();
      const got = await dumpOf(target);
      const quiet = await targets.fresh();
      await quiet.write(now.map((one, at) => ({ delta: one, token: at + 1 })));
      await quiet.resolve();
      expect(got).toEqual(await dumpOf(quiet));
    },
  );

  it('keeps of a shared node what other filings said when one of them is read again', async () => {
    const source = await full();
    const saved = await dumpOf(source);
    const target = await targets.fresh();
    const { epoch } = await restored(target, saved);
    await target.write([{ delta: world()[3]!, token: (epoch + 1) * TOKENS }]);
    await target.resolve();
    expect(await dumpOf(target)).toEqual(saved);
  });
}
