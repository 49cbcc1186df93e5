// What the named checks refused, drawn at random for readers to judge.
import { relative } from 'node:path';

import { drawSome, makeDraw, readCount, readSeed } from './draw.mjs';
import { inThreads } from './extract.mjs';
import { shared } from './places.mjs';
import { openFilings } from './sets.mjs';

const CONTEXT_CHARACTERS = 200;

/** Prints N of each check as JSON lines: check, file, fact and the text around it. The counts go to stderr. */
export async function printRefused({ refused, seed }) {
  const count = readCount('refused', refused, 'facts of each check');
  const draw = makeDraw(readSeed(seed));
  const paths = openFilings();
  const answers = await inThreads(paths.map((path) => ({ path, contextCharacters: CONTEXT_CHARACTERS })));
  const rows = answers.flatMap((answer, nth) =>
    answer.refused.map(({ check, fact, context }) => ({ check, file: relative(shared, paths[nth]), fact, context })),
  );
  for (const check of [...new Set(rows.map((row) => row.check))].sort()) {
    const its = rows.filter((row) => row.check === check);
    process.stderr.write(`${check.padEnd(40)} ${String(its.length).padStart(6)}\n`);
    for (const row of drawSome(its, count, draw)) process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}
