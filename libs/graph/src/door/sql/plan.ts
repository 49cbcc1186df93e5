// The second lock of the door: what SQLite made of the query. However a query is spelled, the functions that it calls and the
// tables that it opens stand in the program into which it was compiled (https://sqlite.org/opcode.html).

import type Database from 'libsql';
import { refused } from '../refused.ts';
import { FUNCTIONS, TABLE_FUNCTIONS } from './allowed.ts';

const HELP = 'what is allowed is in docs/security.md';
const CALLS = /^(Pure)?Func|^Agg/;
const WRITES =
  /^(OpenWrite|CreateBtree|Vacuum|JournalMode|Checkpoint|ParseSchema|SqlExec|VCreate|VUpdate|VDestroy|Program)$/;

type Step = readonly [at: number, opcode: string, p1: number, p2: number, p3: number, p4: string];

function programOf(connection: Database.Database, text: string): Step[] {
  return connection.prepare<unknown[]>(`EXPLAIN ${text}`).raw().all() as unknown as Step[];
}

/** A virtual table is known by its address alone, which stays while the connection is open. */
function addressesOf(connection: Database.Database): ReadonlySet<string> {
  const steps = [...TABLE_FUNCTIONS].flatMap((name) => programOf(connection, `SELECT 1 FROM ${name}('[]')`));
  return new Set(steps.filter(([, opcode]) => opcode === 'VOpen').map(([, , , , , p4]) => p4));
}

/** Throws USAGE unless the statement `text`, compiled on this connection, calls and opens only what is allowed. */
export function checkPlan(connection: Database.Database, text: string): void {
  // Some PRAGMAs act when they are compiled, EXPLAIN or not.
  if (!/^(select|with|values)\b/i.test(text)) throw refused('it is no SELECT', HELP);
  const plan = connection.prepare<unknown[]>(`EXPLAIN QUERY PLAN ${text}`).raw().all() as unknown as unknown[][];
  if (plan.some((row) => row[3] === 'RECURSIVE STEP')) {
    throw refused('a common table expression that asks itself is not allowed', 'join as many steps as are wanted');
  }
  const allowed = addressesOf(connection);
  for (const [, opcode, , p2, , p4] of programOf(connection, text)) {
    const name = String(p4).replace(/\(-?\d+\)$/, '');
    if (CALLS.test(opcode) && !FUNCTIONS.has(name.toLowerCase()))
      throw refused(`the function ${name} is not allowed`, HELP);
    if (opcode === 'VOpen' && !allowed.has(p4)) throw refused('a virtual table is not allowed', HELP);
    if (WRITES.test(opcode) || (opcode === 'Transaction' && p2 !== 0)) throw refused('it would write', HELP);
  }
}
