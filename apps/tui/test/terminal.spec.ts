import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openTerminals } from '../../../scripts/monitor-tmux.mjs';
import type { Terminals } from '../../../scripts/monitor-tmux.mjs';
import { counts, run, status, watchUpdate, worker } from './builders.ts';
import { startFakeCoordinator } from './fake-coordinator.ts';
import type { FakeCoordinator } from './fake-coordinator.ts';

// The monitor as users have it: built, in a real terminal.

const bin = fileURLToPath(new URL('../bin/tui.js', import.meta.url));
const missing = [
  ...(spawnSync('tmux', ['-V']).error === undefined ? [] : ['tmux']),
  ...(existsSync(fileURLToPath(new URL('../dist/main.js', import.meta.url))) ? [] : ['a build (npm run build)']),
];
if (missing.length > 0) console.warn(`SKIPPED: the monitor in a real terminal needs ${missing.join(' and ')}`);

const WIDE = { columns: 100, rows: 30 };

function update(completed: number, epoch = 1) {
  const jobs = counts({ completed, pending: 100 - completed });
  const workers = [worker('w1', { completed }), worker('w2')];
  return watchUpdate({
    snapshot: true,
    status: status({ jobs, workers, epoch, runs: [run('run-12345678', { jobs })] }),
  });
}

(missing.length > 0 ? describe.skip : describe)('the monitor in a real terminal', () => {
  let terminals: Terminals;
  let coordinator: FakeCoordinator;

  beforeEach(async () => {
    terminals = openTerminals('monitor-test');
    coordinator = await startFakeCoordinator({ first: update(40) });
  });

  afterEach(async () => {
    terminals.close();
    await coordinator.kill();
  });

  /** The monitor in a shell, which is there before it and after it. */
  async function open(flags = '', env: Readonly<Record<string, string>> = {}): Promise<void> {
    const line = `echo before; "${process.execPath}" "${bin}" --coordinator 127.0.0.1:${String(coordinator.port)} ${flags}; echo "ended with $?"; cat`;
    terminals.start('m', WIDE, ['sh', '-c', line], env);
    await terminals.waitFor('m', 'the run', (text) => text.includes('40% 40 of 100'));
  }

  it('says when the coordinator is lost, keeps what was known, and comes back by itself', async () => {
    await open();
    const { port } = coordinator;
    await coordinator.kill();
    const lost = await terminals.waitFor('m', 'the loss', (text) => /connection lost, attempt \d+ in \d/.test(text));
    expect(lost).toContain('✗ disconnected');
    expect(lost).toContain('40% 40 of 100');
    coordinator = await startFakeCoordinator({ port, first: update(60, 2) });
    const back = await terminals.waitFor('m', 'its return', (text) => text.includes('60% 60 of 100'));
    expect(back).toMatch(/● live .*epoch 2/);
  });

  it('draws itself anew at every size, with nothing left of the one before', async () => {
    await open();
    for (const size of [
      { columns: 60, rows: 20 },
      { columns: 140, rows: 45 },
      { columns: 44, rows: 12 },
      { columns: 20, rows: 5 },
      WIDE,
    ]) {
      terminals.resize('m', size);
      const expected = size.columns < 30 ? 'too small' : '? help';
      await terminals.waitFor('m', expected, (text) => {
        const lines = text.split('\n').slice(0, size.rows);
        const heads = lines.filter((each) => each.startsWith('Filigree ')).length;
        return (
          heads === (size.columns < 30 ? 0 : 1) &&
          (lines[size.rows - 2]?.includes(expected) || lines[1]?.includes(expected)) === true
        );
      });
    }
  });

  it('gives the terminal back as it was, and ends with 0', async () => {
    await open();
    expect(terminals.capture('m')).not.toContain('before');
    terminals.press('m', 'q');
    const after = await terminals.waitFor('m', 'its end', (text) => text.includes('ended with'));
    expect(after.trim().split('\n')).toEqual(['before', 'ended with 0']);
  });

  it('has no colour with NO_COLOR, and shows the selection all the same', async () => {
    await open('', { NO_COLOR: '1' });
    terminals.press('m', '2');
    await terminals.waitFor('m', 'the workers', (text) => /▸ ○ idle +w1/.test(text));
    expect(terminals.capture('m', true)).not.toMatch(/\u001b\[[\d;]*(3[0-7]|9[0-7])m/);
  });

  it('asks before it pauses, and tells what came of it', async () => {
    await open();
    terminals.press('m', 'p');
    await terminals.waitFor('m', 'the question', (text) => text.includes('Pause granting?'));
    terminals.press('m', 'y');
    await terminals.waitFor('m', 'the answer', (text) => text.includes('✓ paused'));
  });

  it('changes nothing with --read-only', async () => {
    await open('--read-only');
    terminals.press('m', 'p');
    await terminals.waitFor('m', 'the refusal', (text) => text.includes('✗ read-only: p does nothing'));
  });

  it('takes escape for escape, and arrows and typed text for what they are', async () => {
    await open();
    terminals.press('m', '2', 'Down');
    await terminals.waitFor('m', 'the second row selected', (text) => /▸ ○ idle +w2/.test(text));
    terminals.press('m', '/', 'w', '1', 'Enter');
    await terminals.waitFor('m', 'the filter', (text) => /\/w1 +1 of 2 match/.test(text));
    terminals.press('m', 'Escape');
    await terminals.waitFor('m', 'no filter', (text) => !text.includes('match') && text.includes('w2'));
  });
});
