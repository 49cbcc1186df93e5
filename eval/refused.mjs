// What the named checks refused, drawn at random for readers to judge: the same for the same seed and the same code.
import { relative } from 'node:path';

import { inThreads } from './extract.mjs';
import { EvalError, shared } from './places.mjs';
import { drawSome, makeDraw } from './sample.mjs';
import { openFilings } from './sets.mjs';

const CONTEXT_CHARACTERS = 200;

/** Prints N of each check as JSON lines: the check, the fact, its filing and the text around it; how many there are goes to stderr. */
export async function printRefused({ refused, seed }) {
  if (!/^[1-9]\d{0,4}$/.test(refused))
    throw new EvalError(`--refused ${refused}, expected how many facts of each check`);
  if (!/^[0-9a-f]+$/i.test(seed ?? ''))
    throw new EvalError(`--seed ${seed}, expected hexadecimal digits, such as a commit`);
  const paths = openFilings();
  const answers = await inThreads(paths.map((path) => ({ path, contextCharacters: CONTEXT_CHARACTERS })));
  const rows = answers.flatMap((answer, nth) =>
    answer.refused.map(({ check, fact, context }) => ({ check, file: relative(shared, paths[nth]), fact, context })),
  );
  const draw = makeDraw(seed.toLowerCase());
  for (const check of [...new Set(rows.map((row) => row.check))].sort()) {
    const its = rows.filter((row) => row.check === check);
    process.stderr.write(`${check.padEnd(40)} ${String(its.length).padStart(6)}\n`);
    for (const row of drawSome(its, Number(refused), draw)) process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}
