// Writers that die, come twice, or come late: the graph must be that of one quiet run.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeDelta } from '@filigree/graph';
import type { GraphDelta, GraphStore, WriteRequest } from '@filigree/graph';
import { delta, event, owns, role } from './filings.ts';
import { dumpOf, shuffled } from './stores.ts';
import type { StoreMaker } from './stores.ts';

/** Filings of a few companies that share people, subsidiaries and sectors. */
function filings(count: number, version: number): GraphDelta[] {
  return Array.from({ length: count }, (_, n) =>
    delta(n + 1, {
      roles: [
        role('Ana Botelho', 'Acme Widgets plc'),
        role(`Person ${String.fromCharCode(65 + (n % 7))}`, 'Acme Widgets plc', {
          title: `Officer of draft ${String(version)}`,
        }),
      ],
      events: [event(`Event ${String(n)} of draft ${String(version)}`)],
      ownership: [owns('Acme Widgets plc', `Part ${String(n % 5)} Ltd`)],
    }),
  );
}

async function quietDump(stores: StoreMaker, deltas: readonly GraphDelta[]): Promise<string[]> {
  const quiet = await stores.fresh();
  await quiet.write(deltas.map((one, at) => ({ delta: one, token: at + 1 })));
  return dumpOf(quiet);
}

/** Starts a writer in a process of its own and kills it when it has begun filing number `at`. */
async function killedAt(target: string, requests: readonly WriteRequest[], at: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'filigree-chaos-'));
  try {
    const file = join(directory, 'requests.json');
    const wire = requests.map(({ delta: one, token }) => ({
      delta: Buffer.from(encodeDelta(one as GraphDelta)).toString('base64'),
      token,
    }));
    writeFileSync(file, JSON.stringify(wire));
    const program = fileURLToPath(new URL('./writer-process.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, target, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<void>((resolve) =>
      child.once('exit', () => {
        resolve();
      }),
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').includes(String(at))) child.kill('SIGKILL');
    });
    await ended;
    expect(said.split('\n')).toContain(String(at));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `targetOf` says how another process reaches the store that `fresh` gave last. */
export function chaos(makeStores: () => StoreMaker, targetOf: () => string): void {
  const stores = makeStores();
  afterAll(() => stores.done());

  it('is as after a quiet run when a writer is killed in mid-write and its filings are written again', async () => {
    const deltas = filings(12, 1);
    const expected = await quietDump(stores, deltas);
    const store = await stores.fresh();
    await killedAt(
      targetOf(),
      deltas.map((one, at) => ({ delta: one, token: at + 1 })),
      7,
    );
    // As the queue would: what was not settled comes again under newer tokens, what was is not.
    const results = await store.write(shuffled(deltas, 3).map((one, at) => ({ delta: one, token: 100 + at })));
    expect(results.every((result) => result.outcome === 'written')).toBe(true);
    expect(await dumpOf(store)).toEqual(expected);
  });

  it('is as after a quiet run when old drafts under old tokens arrive among and after the new ones', async () => {
    const now = filings(10, 2);
    const expected = await quietDump(stores, now);
    const store = await stores.fresh();
    const other = await stores.again();
    const old: WriteRequest[] = filings(10, 1).map((one, at) => ({ delta: one, token: at + 1 }));
    const fresh: WriteRequest[] = now.map((one, at) => ({ delta: one, token: 100 + at }));
    const send = (to: GraphStore, requests: readonly WriteRequest[]): Promise<unknown> =>
      Promise.all(requests.map((request) => to.write([request])));
    await Promise.all([send(store, shuffled(old, 1)), send(other, shuffled([...fresh, ...old], 2))]);
    const late = await store.write(old);
    expect(late.map((result) => result.outcome)).toEqual(old.map(() => 'stale'));
    expect(await dumpOf(store)).toEqual(expected);
  });
}
