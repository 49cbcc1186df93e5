import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chaos } from './support/chaos.ts';
import { conformance } from './support/conformance.ts';
import { delta, event, role } from './support/filings.ts';
import { questions } from './support/questions.ts';
import { dumpOf, lastSqliteFile, makeSqliteStores } from './support/stores.ts';

describe('the SQLite store', () => {
  conformance(makeSqliteStores);
});

describe('questions to the SQLite store', () => {
  questions(makeSqliteStores);
});

describe('the SQLite store under writers that die or come late', () => {
  chaos(makeSqliteStores, lastSqliteFile);
});

describe('the SQLite store whose clearing is killed', () => {
  const stores = makeSqliteStores();
  afterAll(() => stores.done());

  it('holds all that it held under its id, or nothing under another, and fills again', async () => {
    const deltas = Array.from({ length: 300 }, (_, at) =>
      delta(at + 1, { roles: [role('Ana Botelho', 'Acme Widgets plc')], events: [event(`Event ${String(at)}`)] }),
    );
    const store = await stores.fresh();
    await store.write(deltas.map((one, at) => ({ delta: one, token: at + 1 })));
    const whole = await dumpOf(store);
    const program = fileURLToPath(new URL('./support/clear-process.mjs', import.meta.url));
    for (let round = 1; round <= 4; round++) {
      const id = await store.graphId();
      const child = spawn(process.execPath, [program, lastSqliteFile()], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdout.once('data', () => child.kill('SIGKILL'));
      await ended;
      const kept = (await store.graphId()) === id;
      expect(await dumpOf(store)).toEqual(kept ? whole : []);
      await store.write(deltas.map((one, at) => ({ delta: one, token: round * 1000 + at })));
      expect(await dumpOf(store)).toEqual(whole);
    }
  });
});
