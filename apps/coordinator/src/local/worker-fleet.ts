import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { FiligreeError, systemClock } from '@filigree/base';
import { programPath } from './programs.ts';

export interface FleetOptions {
  readonly count: number;
  /** Flags of `worker connect`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A worker ended although nobody told it to, and another takes its place. */
  readonly onLost: (text: string) => void;
  /** Workers end as soon as they begin: nothing will be processed. */
  readonly onHopeless: (error: FiligreeError) => void;
}

/** Worker processes of this command's own. */
export interface Fleet {
  /** Lets them finish or give back what they hold; the slow ones are killed after `withinMs`. May be called twice. */
  stop(withinMs: number): Promise<void>;
}

// What belongs to one process of a machine is not for its children.
const OWN_VARIABLES = ['COORDINATOR', 'LISTEN', 'METRICS', 'HEALTH', 'WORKER_ID', 'USE_AI_EXTRACTION', 'INSECURE'];
const QUICK_MS = 5000;
const MAX_QUICK_ENDS = 5;
const KEPT_OUTPUT = 2000;

export function startFleet(options: FleetOptions): Fleet {
  const script = programPath('worker');
  const env = { ...options.env };
  for (const name of OWN_VARIABLES) delete env[name];
  const alive = new Map<ChildProcess, Promise<void>>();
  let quickEnds = 0;
  let stopping: Promise<void> | null = null;

  const start = (): void => {
    const startedMs = systemClock.monotonicMs();
    // The IPC channel closes when this process dies, however it dies: no worker outlives it.
    const child = spawn(process.execPath, [script, 'connect', ...options.args], {
      cwd: options.cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let output = '';
    child.stderr?.on('data', (data: Buffer) => {
      output = (output + data.toString()).slice(-KEPT_OUTPUT);
    });
    const ended = new Promise<void>((resolve) => {
      child.once('error', () => {
        resolve();
      });
      child.once('exit', (code, signal) => {
        alive.delete(child);
        resolve();
        if (stopping === null) lost(child, startedMs, signal ?? `exit code ${String(code)}`, output);
      });
    });
    alive.set(child, ended);
  };

  const lost = (child: ChildProcess, startedMs: number, how: string, output: string): void => {
    quickEnds = systemClock.monotonicMs() - startedMs < QUICK_MS ? quickEnds + 1 : 0;
    const last = output.trim().split('\n').at(-1) ?? '';
    if (quickEnds >= MAX_QUICK_ENDS) {
      options.onHopeless(
        new FiligreeError('INTERNAL', `workers end as soon as they begin (${how}): ${last}`, {
          remedy: 'worker connect shows why',
        }),
      );
      return;
    }
    options.onLost(`worker process ${String(child.pid)} ended (${how}); another takes its place`);
    start();
  };

  const stop = async (withinMs: number): Promise<void> => {
    const ending = [...alive.entries()];
    for (const [child] of ending) child.kill('SIGTERM');
    const timer = systemClock.after(withinMs, () => {
      for (const [child] of ending) child.kill('SIGKILL');
    });
    await Promise.all(ending.map(([, ended]) => ended));
    timer.cancel();
  };

  for (let index = 0; index < options.count; index++) start();
  return { stop: (withinMs) => (stopping ??= stop(withinMs)) };
}
