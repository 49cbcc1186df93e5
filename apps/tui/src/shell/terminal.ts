import type { WriteStream } from 'node:tty';
import type { Size } from '../ui/state.ts';

// The other screen keeps what was on the terminal before; without it the monitor would stay in the scrollback.
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[2J\u001b[H';
const LEAVE = '\u001b[?25h\u001b[?1049l';
const CLEAR = '\u001b[2J\u001b[H';

const DEFAULT_SIZE: Size = { columns: 80, rows: 24 };
const ENDS = ['exit', 'uncaughtException', 'unhandledRejection'] as const;

/** The terminal while the monitor has it. */
export interface Terminal {
  size(): Size;
  /** Empties it: only after a resize, when what is there has moved. */
  clear(): void;
  /** Gives it back as it was; may be called twice. */
  leave(): void;
}

/** Takes the terminal; `onResize` is called whenever its size changes. */
export function takeTerminal(stdout: WriteStream, onResize: () => void): Terminal {
  let taken = true;
  const leave = (): void => {
    if (!taken) return;
    taken = false;
    stdout.off('resize', onResize);
    for (const event of ENDS) process.off(event as 'exit', leave);
    stdout.write(LEAVE);
  };
  stdout.write(ENTER);
  stdout.on('resize', onResize);
  // Whatever ends the process, the user's terminal is theirs again, before anything is printed about it.
  for (const event of ENDS) process.prependListener(event as 'exit', leave);
  return {
    // A terminal that does not know its size says 0.
    size: () => ({ columns: stdout.columns || DEFAULT_SIZE.columns, rows: stdout.rows || DEFAULT_SIZE.rows }),
    clear: () => {
      stdout.write(CLEAR);
    },
    leave,
  };
}

/**
 * What Ink and what it loads read from the environment when they are loaded: must be called before. React's development
 * build is several times slower, and NO_COLOR is not known to what colours the text.
 */
export function prepareEnvironment(env: NodeJS.ProcessEnv): void {
  env['NODE_ENV'] ??= 'production';
  if ((env['NO_COLOR'] ?? '') !== '') env['FORCE_COLOR'] = '0';
}
