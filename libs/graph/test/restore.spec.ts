// What is refused of a file that is to be restored, and what becomes of the graph then.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupLines, copyGraphFile, epochAbove, openRestore, openSqliteStore, restoreFile } from '@filigree/graph';
import type { GraphStore } from '@filigree/graph';
import { delta, world } from './support/filings.ts';
import { restoring } from './support/restoring.ts';
import { dumpOf, makeSqliteStores } from './support/stores.ts';

const NOW_MS = Date.UTC(2026, 10, 28);

describe('a graph in SQLite that is restored', () => {
  restoring(makeSqliteStores, makeSqliteStores);
});

describe('a file to restore', () => {
  let directory: string;
  let dump: string[];
  let backup: string[];
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'filigree-restore-'));
    const store = await openSqliteStore(join(directory, 'graph.db'));
    await store.write(world().map((one, at) => ({ delta: one, token: at + 1 })));
    await store.resolve();
    dump = await dumpOf(store);
    backup = [];
    for await (const line of backupLines(store)) backup.push(line);
    await store.close();
  });
  afterAll(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  const opened = async (text: string): Promise<void> => {
    const from = join(directory, 'file.jsonl');
    writeFileSync(from, text);
    (await openRestore(from)).close();
  };
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  const at = (line: number, what: RegExp): object => ({
    code: 'CORRUPT',
    message: expect.stringMatching(new RegExp(`, line ${String(line)}: .*${what.source}`)),
    remedy: expect.stringContaining('nothing was changed'),
  });

  it('is refused when it is a dump that was cut anywhere, naming the line', async () => {
    await opened(text(dump));
    const nodes = dump.filter((line) => line.startsWith('{"entity":"node"')).length;
    await expect(opened(text(dump).slice(0, -1))).rejects.toMatchObject(at(dump.length, /in the midst of a line/));
    await expect(opened(text(dump).slice(0, -200))).rejects.toMatchObject(at(dump.length, /in the midst of a line/));
    for (const kept of [1, nodes - 1, nodes, nodes + 1, nodes + 5])
      await expect(opened(text(dump.slice(0, kept)))).rejects.toMatchObject({
        code: 'CORRUPT',
        message: expect.stringMatching(/, line \d+: .*(missing|cut)/),
      });
    await expect(opened('')).rejects.toMatchObject({ code: 'CORRUPT' });
  });

  it('is refused when a line of a dump is damaged, missing, repeated or out of order, naming the line', async () => {
    const changed = (line: number, ...lines: string[]): string =>
      text([...dump.slice(0, line - 1), ...lines, ...dump.slice(line)]);
    await expect(opened(changed(3, dump[2]!.replace('"', "'")))).rejects.toMatchObject(at(3, /no line of a dump/));
    await expect(opened(changed(3, dump[2]!, dump[2]!))).rejects.toMatchObject(at(4, /does not come after/));
    await expect(opened(changed(3, dump[3]!, dump[2]!))).rejects.toMatchObject(at(4, /does not come after/));
    await expect(opened(changed(2, dump[1]!.replace('{"entity"', '{ "entity"')))).rejects.toMatchObject(
      at(2, /no line of a dump/),
    );
    const last = dump.length;
    await expect(opened(changed(last, dump[last - 1]!.replace(/"type":"\w+"/, '"type":"EATS"')))).rejects.toMatchObject(
      { code: 'CORRUPT' },
    );
    const filing = dump.findIndex((line) => line.includes('"label":"Filing"')) + 1;
    await expect(opened(changed(filing))).rejects.toMatchObject({
      code: 'CORRUPT',
      message: expect.stringMatching(/, line \d+: .*missing/),
    });
    await expect(opened(text(['no', 'dump', 'at all']))).rejects.toMatchObject(at(1, /no line of a dump/));
    await expect(openRestore(join(directory, 'nothing.jsonl'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused when it is a backup that was cut or changed', async () => {
    await opened(text(backup));
    await expect(opened(text(backup.slice(0, -1)))).rejects.toMatchObject(at(backup.length - 1, /was cut/));
    await expect(opened(text(backup).slice(0, -1))).rejects.toMatchObject(at(backup.length, /in the midst of a line/));
    const without = [...backup.slice(0, 2), ...backup.slice(3)];
    await expect(opened(text(without))).rejects.toMatchObject(at(backup.length - 1, /not those that were written/));
    const other = backup.map((line, n) => (n === 2 ? line.replace(/2010-01-\d\d/, '2010-01-30') : line));
    await expect(opened(text(other))).rejects.toMatchObject(at(backup.length, /not those that were written/));
    await expect(opened(text([...backup, backup[1]!]))).rejects.toMatchObject(
      at(backup.length + 1, /something follows/),
    );
  });

  it('leaves an embedded graph as it was when it cannot be restored, and nothing beside it', async () => {
    const file = join(directory, 'kept.db');
    const kept = await openSqliteStore(file);
    await kept.write([{ delta: delta(20), token: 1 }]);
    const before = [await kept.graphId(), await kept.epoch(), ...(await dumpOf(kept))];
    const from = join(directory, 'bad.jsonl');
    writeFileSync(from, text(dump));
    const source = await openRestore(from);
    // Damaged only when it has been read and the graph is being made.
    writeFileSync(from, text(dump.slice(1)));
    await expect(restoreFile(file, { source, from, wallMs: NOW_MS })).rejects.toMatchObject({ code: 'INTERNAL' });
    source.close();
    expect([await kept.graphId(), await kept.epoch(), ...(await dumpOf(kept))]).toEqual(before);
    await kept.close();
    expect(readdirSync(directory).filter((name) => name.startsWith('kept'))).toEqual(['kept.db']);
  });

  it('takes the place of what an embedded graph holds in one step, seen by who has it open', async () => {
    const file = join(directory, 'replaced.db');
    const held = await openSqliteStore(file);
    await held.write([{ delta: delta(20), token: 1 }]);
    const epoch = await held.raiseEpoch(900_000);
    const from = join(directory, 'good.jsonl');
    writeFileSync(from, text(dump));
    const source = await openRestore(from);
    const restored = await restoreFile(file, { source, from, wallMs: NOW_MS });
    source.close();
    expect(await dumpOf(held)).toEqual(dump);
    expect(restored.epoch).toBeGreaterThan(epoch);
    expect(await held.epoch()).toBe(restored.epoch);
    expect(await held.graphId()).toBe(restored.graphId);
    expect(await held.write([{ delta: delta(1), token: epoch * 2 ** 32 }])).toEqual([{ outcome: 'stale' }]);
    await held.close();
  });

  it('may be a copy of one moment, made while others write, that fences what comes later and knows its queue', async () => {
    const file = join(directory, 'live.db');
    const live = await openSqliteStore(file);
    await live.write(world().map((one, n) => ({ delta: one, token: n + 1 })));
    const before = await dumpOf(live);
    const copyFile = join(directory, 'copy.db');
    const { epoch, filings } = copyGraphFile(file, copyFile, 'backup-1', (known) => epochAbove(known, NOW_MS));
    await live.write([{ delta: delta(30), token: 99 }]);
    const [id] = [await live.graphId()];
    await live.close();
    const open = async (): Promise<GraphStore> => openSqliteStore(copyFile);
    const copy = await open();
    expect([await dumpOf(copy), filings, await copy.epoch()]).toEqual([before, world().length, epoch]);
    // With the queue of its backup it is the graph that it was; with another it is a new one, once.
    expect(await copy.joinQueue('backup-2')).toBe(true);
    expect(await copy.graphId()).not.toBe(id);
    expect(await copy.joinQueue(null)).toBe(false);
    await copy.close();
    rmSync(copyFile);
    copyGraphFile(file, copyFile, 'backup-3', (known) => known + 1);
    const paired = await open();
    expect(await paired.joinQueue('backup-3')).toBe(false);
    expect(await paired.graphId()).toBe(id);
    expect(await paired.joinQueue(null)).toBe(false);
    await paired.close();
  });
});

describe('an epoch above what is lost', () => {
  it('rises with what is known and with time, and has room for decades', () => {
    expect(epochAbove(0, NOW_MS)).toBeGreaterThan(400_000);
    expect(epochAbove(700_000, NOW_MS)).toBe(701_000);
    expect(epochAbove(0, NOW_MS + 8 * 60_000)).toBe(epochAbove(0, NOW_MS) + 1);
    expect(epochAbove(0, Date.UTC(2050, 0, 1))).toBeLessThan(2 ** 21);
  });
});
