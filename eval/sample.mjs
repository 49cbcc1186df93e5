// Facts drawn at random for readers to judge.
import { relative } from 'node:path';

import { drawSome, makeDraw, readCount, readSeed } from './draw.mjs';
import { inThreads } from './extract.mjs';
import { EvalError, shared } from './places.mjs';
import { openFilings } from './sets.mjs';

const FOLDERS = ['filings', 'forms', 'sgml'];
const LISTS = { posts: 'roles', ownership: 'ownership', events: 'events' };
const CONTEXT_CHARACTERS = 300;
const LONG_WORDS = 5000;

const isSixK = (form) => form !== null && form.startsWith('6-K');
/** Four strata of one size make half of all long and half of all other forms than 6-K. */
const STRATA = [
  ({ words, form }) => words > LONG_WORDS && isSixK(form),
  ({ words, form }) => words > LONG_WORDS && !isSixK(form),
  ({ words, form }) => words <= LONG_WORDS && isSixK(form),
  ({ words, form }) => words <= LONG_WORDS && !isSixK(form),
];

/** The sample of candidates, a quarter of each stratum; what a stratum lacks comes from the others. */
export function drawStrata(candidates, count, seed) {
  const draw = makeDraw(seed);
  const drawn = STRATA.flatMap((holds, nth) => {
    const share = Math.floor(count / STRATA.length) + (nth < count % STRATA.length ? 1 : 0);
    return drawSome(candidates.filter(holds), share, draw);
  });
  const taken = new Set(drawn);
  const rest = candidates.filter((candidate) => !taken.has(candidate));
  return [...drawn, ...drawSome(rest, count - drawn.length, draw)];
}

function readSampleFlags({ sample, kind, seed }) {
  const count = readCount('sample', sample, 'facts');
  if (!Object.hasOwn(LISTS, kind ?? ''))
    throw new EvalError(`--kind ${kind}, expected ${Object.keys(LISTS).join(', ')}`);
  return { count, list: LISTS[kind], seed: readSeed(seed) };
}

/** Prints the sample as JSON lines: the fact, its filing, its quote and the text around it. */
export async function printSample(flags) {
  const { count, list, seed } = readSampleFlags(flags);
  const paths = openFilings(FOLDERS);
  const answers = await inThreads(paths.map((path) => ({ path, contextCharacters: CONTEXT_CHARACTERS })));
  const candidates = answers.flatMap(({ facts, contexts, form, filed, company, words }, nth) =>
    facts[list].map((fact, at) => ({
      words,
      form,
      row: { file: relative(shared, paths[nth]), form, filed, company, fact, context: contexts[list][at] },
    })),
  );
  const drawn = drawStrata(candidates, count, seed);
  drawn.forEach(({ row }, nth) => {
    process.stdout.write(`${JSON.stringify({ n: nth + 1, kind: flags.kind, seed, ...row })}\n`);
  });
  const long = drawn.filter(({ words }) => words > LONG_WORDS).length;
  const other = drawn.filter(({ form }) => !isSixK(form)).length;
  process.stderr.write(
    `eval: ${String(drawn.length)} of ${String(candidates.length)} facts, ${String(long)} of them from filings over ` +
      `${String(LONG_WORDS)} words, ${String(other)} from other forms than 6-K\n`,
  );
}
