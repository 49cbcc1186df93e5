// Learns from the readable labels which candidate events a filing tells: npm run train -- --help.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { filingText, readSubmission } from '@filigree/edgar';
import { candidatesIn, extractsEvents, featuresOf, learn, makeReading, oddsOf, SPEAKS } from '@filigree/extraction';
import { format, resolveConfig } from 'prettier';

import { EvalError, evalDir, readLabels } from './places.mjs';
import { readSets } from './sets.mjs';

const HELP = `npm run train -- [--check] [--folds N]

Learns the choice of events from the labels of dev, eightk, excerpts, forms, own, the banks' items about events and samples/, prints what
carries over to companies that it did not learn from, and writes libs/extraction/src/choice/weights.ts. Needs a build.

  --check     writes nothing; ends with 1 where the weights in the repository are other ones
  --folds N   parts in the cross-validation by company (10)
`;

const SETS = ['dev', 'eightk', 'excerpts', 'forms', 'own', 'sentences', 'own-sentences'];
const LEARNING = { rounds: 120, depth: 3, rate: 0.1, leaf: 1, ridge: 2, speaks: SPEAKS };
const WEIGHTS_FILE = join(evalDir, '..', 'libs', 'extraction', 'src', 'choice', 'weights.ts');
/** Candidates of a type are counted as if there were this many more, told as often as all are. */
const SMOOTHED = 8;
/** Where the type's odds stand in a row of features. */
const TYPE = 0;

/** A labelled filing's candidates with their features and answers; `missing` types of its labels have no candidate. */
function exampleOf(set, { path, labels }) {
  const file = readFileSync(path);
  const submission = readSubmission(file, path);
  const reading = makeReading(submission, filingText(file, submission));
  const candidates = extractsEvents(reading) ? candidatesIn(reading) : [];
  const rows = featuresOf(reading, candidates, {});
  const sure = new Set(labels.events.filter(({ doubt }) => doubt !== true).map(({ type }) => type));
  const doubted = new Set(labels.events.map(({ type }) => type).filter((type) => !sure.has(type)));
  return {
    set,
    accession: labels.accession,
    company: submission.parties[0]?.name ?? labels.accession,
    examples: candidates
      .map(({ type }, at) => ({ type, row: [...rows[at]], told: sure.has(type), weight: 1 }))
      .filter(({ type }) => !doubted.has(type)),
    missing: [...sure].filter((type) => !candidates.some((candidate) => candidate.type === type)),
  };
}

/** The fictional filings of the repository. */
function samples() {
  const folder = join(evalDir, '..', 'samples');
  const labels = new Map(readLabels(join(folder, 'expected.jsonl')).map((row) => [row.accession, row]));
  const paths = ['2009', '2010'].flatMap((year) =>
    readdirSync(join(folder, year))
      .sort()
      .map((name) => join(folder, year, name)),
  );
  const filings = paths.flatMap((path) => {
    const row = labels.get(readSubmission(readFileSync(path), path).accession);
    return row === undefined ? [] : [{ path, labels: row }];
  });
  return { name: 'samples', filings };
}

function typeOdds(examples) {
  const logit = (share) => Math.log(share / (1 - share));
  const all = examples.filter(({ told }) => told).length / examples.length;
  const types = [...new Set(examples.map(({ type }) => type))].sort();
  return Object.fromEntries(
    types.map((type) => {
      const own = examples.filter((example) => example.type === type);
      const told = own.filter((example) => example.told).length;
      return [type, Number(logit((told + SMOOTHED * all) / (own.length + SMOOTHED)).toFixed(3))];
    }),
  );
}

const withOdds = (examples, odds) =>
  examples.map((example) => ({ ...example, row: [odds[example.type] ?? 0, ...example.row.slice(TYPE + 1)] }));

function learned(filings, learning = LEARNING) {
  const examples = filings.flatMap((filing) => filing.examples);
  const odds = typeOdds(examples);
  return { odds, ...learn(withOdds(examples, odds), learning) };
}

/** Hits, wrong and missed of filings under weights, added to the counts of each filing's set. */
function count(filings, { odds, start, trees }, counts, said) {
  for (const { set, accession, examples, missing } of filings) {
    const cell = (counts[set] ??= { hits: 0, wrong: 0, missed: 0 });
    cell.missed += missing.length;
    for (const type of missing) said?.(set, accession, 'never proposed', type, 0);
    for (const { type, row, told } of withOdds(examples, odds)) {
      const sure = oddsOf(start, trees, row);
      if (sure >= 0) cell[told ? 'hits' : 'wrong'] += 1;
      else if (told) cell.missed += 1;
      if (sure >= 0 !== told) said?.(set, accession, told ? 'not chosen' : 'wrong', type, sure);
    }
  }
}

function printed(title, counts) {
  const sum = (cells) => {
    const of = (key) => cells.reduce((all, cell) => all + cell[key], 0);
    const [hits, wrong, missed] = ['hits', 'wrong', 'missed'].map(of);
    const share = (a, b) => (a / Math.max(1, a + b)).toFixed(3);
    return `P ${share(hits, wrong)} R ${share(hits, missed)} F1 ${((2 * hits) / (2 * hits + wrong + missed)).toFixed(3)}`;
  };
  const pool = ['eightk', 'excerpts', 'forms'].flatMap((set) => counts[set] ?? []);
  const rows = [
    ...Object.entries(counts).map(([set, cell]) => [set, [cell]]),
    ['pool', pool],
    ['all', Object.values(counts)],
  ];
  return `${title}\n${rows.map(([name, cells]) => `  ${name.padEnd(14)} ${sum(cells)}`).join('\n')}\n`;
}

function crossValidated(filings, folds, learning, said) {
  const companies = [...new Set(filings.map(({ company }) => company))].sort();
  const foldOf = new Map(companies.map((company, nth) => [company, nth % folds]));
  const counts = {};
  for (let fold = 0; fold < folds; fold++) {
    const [rest, held] = [[], []];
    for (const filing of filings) (foldOf.get(filing.company) === fold ? held : rest).push(filing);
    count(held, learned(rest, learning), counts, said);
  }
  return counts;
}

async function weightsText(weights) {
  const source = `// Made by \`npm run train\` from labels; not to be edited by hand.
import type { Weights } from './choose.ts';

export const WEIGHTS: Weights = ${JSON.stringify({ start: weights.start, odds: weights.odds, trees: weights.trees })};
`;
  return format(source, { ...(await resolveConfig(WEIGHTS_FILE)), filepath: WEIGHTS_FILE });
}

async function main() {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      folds: { type: 'string', default: '10' },
      misses: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'filigree-train-'));
  try {
    const filings = [...readSets(SETS, folder), samples()].flatMap(({ name, filings }) =>
      filings.filter(({ labels }) => labels.events !== undefined).map((filing) => exampleOf(name, filing)),
    );
    const say = (...words) => process.stdout.write(`${words.join(' ')}\n`);
    const counts = crossValidated(filings, Number(values.folds), LEARNING, values.misses ? say : undefined);
    process.stdout.write(printed('companies left out', counts));
    const weights = learned(filings);
    const own = {};
    count(filings, weights, own);
    process.stdout.write(printed('the same filings', own));
    const text = await weightsText(weights);
    if (values.check) {
      if (readFileSync(WEIGHTS_FILE, 'utf8') !== text)
        throw new EvalError('the weights are other ones: run npm run train');
    } else writeFileSync(WEIGHTS_FILE, text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  process.stderr.write(`train: ${error instanceof EvalError ? error.message : (error.stack ?? String(error))}\n`);
  process.exitCode = 1;
});
