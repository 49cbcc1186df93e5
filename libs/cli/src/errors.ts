import { FiligreeError, describeError, safeText } from '@filigree/base';
import type { Io } from './command.ts';
import { UsageErrors } from './flag.ts';

/**
 * Prints an error for a person: one line each, `error: what, where; what to do`. An error that is no FiligreeError is a
 * bug: its name and message stand in one line, its stack follows only with FILIGREE_DEBUG set.
 */
export function printError(error: unknown, io: Pick<Io, 'stderr' | 'env'>): void {
  const problems = error instanceof UsageErrors ? error.problems : [error];
  for (const problem of problems) {
    const prefix = problem instanceof FiligreeError ? 'error' : 'internal error';
    io.stderr.write(`${prefix}: ${safeText(describeError(problem))}\n`);
    if ((io.env['FILIGREE_DEBUG'] ?? '') !== '' && problem instanceof Error)
      for (const line of (problem.stack ?? '').split('\n')) io.stderr.write(`${safeText(line)}\n`);
  }
}
