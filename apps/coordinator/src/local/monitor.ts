import { spawn } from 'node:child_process';
import { programPath } from './programs.ts';

/** The monitor in this terminal. */
export interface Monitor {
  /** Resolves when the user, or `stop`, has ended it. */
  readonly ended: Promise<void>;
  stop(): void;
}

export function startMonitor(coordinator: string, cwd: string): Monitor {
  const child = spawn(process.execPath, [programPath('tui'), '--coordinator', coordinator], { cwd, stdio: 'inherit' });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  return {
    ended,
    stop: () => {
      child.kill('SIGTERM');
    },
  };
}
