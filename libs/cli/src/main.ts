import { EXIT } from '@filigree/base';
import type { Io } from './command.ts';
import { printError } from './errors.ts';
import { runProgram } from './program.ts';
import type { ProgramSpec } from './program.ts';

/** The real process as `Io`. */
export function processIo(): Io {
  return { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: process.cwd() };
}

/**
 * Runs the program as this process: sets the exit code and lets the process end by itself. A reader that goes away
 * (`... | head`) is no error. What nobody caught is an internal error: one line, exit code 70.
 */
export async function runMain(spec: ProgramSpec): Promise<void> {
  const io = processIo();
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.done);
      throw error;
    });
  }
  const die = (error: unknown): void => {
    printError(error, io);
    process.exit(EXIT.internal);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
  process.exitCode = await runProgram(spec, process.argv.slice(2), io);
}
