import { FiligreeError } from '@filigree/base';
import type { QueryLimits } from './limits.ts';
import type { Cell } from './messages.ts';

const SMALLER = 'ask for less: add WHERE or LIMIT, name columns, or use coordinator graph export for the whole graph';

/** A query that took more than it may. */
export function tooMuch(what: string): FiligreeError {
  return new FiligreeError('TOO_LARGE', `query: ${what}`, { remedy: SMALLER });
}

/** Counts an answer as it comes; each call gives a row's line. Throws TOO_LARGE where a limit is passed. */
export function makeAnswerSize(limits: QueryLimits): (row: readonly Cell[]) => string {
  let rows = 0;
  let bytes = 0;
  return (row) => {
    if (++rows > limits.rows) throw tooMuch(`more than ${String(limits.rows)} rows`);
    for (const cell of row) {
      if (typeof cell === 'string' && Buffer.byteLength(cell) > limits.valueBytes)
        throw tooMuch(`a value of more than ${String(limits.valueBytes)} bytes`);
    }
    const line = JSON.stringify(row);
    bytes += Buffer.byteLength(line);
    if (bytes > limits.answerBytes) throw tooMuch(`an answer of more than ${String(limits.answerBytes)} bytes`);
    return line;
  };
}
