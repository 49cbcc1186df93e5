// Scores the facts that the rules find, and those with a model beside them, against labelled filings; npm run eval -- --help.
// Needs a build (npm run build) and python3. The labelled filings stand beside the repository and are never copied into it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { evaluateBlind } from './blind.mjs';
import { checkAll, runChecks } from './checks.mjs';
import { byCompany, companyTable } from './companies.mjs';
import { extractSets } from './extract.mjs';
import { recordReadable } from './document.mjs';
import { keepsLimits, raiseLimits } from './floors.mjs';
import { compareWithModel, modelOf } from './model.mjs';
import { EvalError } from './places.mjs';
import { missLines, table } from './print.mjs';
import { runProfile } from './profile.mjs';
import { printRefused } from './refused.mjs';
import { printSample } from './sample.mjs';
import { scoreSet } from './score.mjs';
import { HELD, SETS, readSets } from './sets.mjs';
import { byConfidence, bySource, confidenceTable, sourceTable } from './sources.mjs';
import { verdicts } from './verdicts.mjs';

const HELP = `npm run eval -- [--set NAME[,NAME]] [--misses] [--rules] [--confidence] [--by-company] [--json]
npm run eval -- --blind [--json]
npm run eval -- --checks [--json]
npm run eval -- --sample N --kind posts|ownership|events --seed HEX
npm run eval -- --refused N --seed HEX
npm run eval -- --floors | --record
npm run eval -- --profile
npm run eval -- --ai on [--scripted good|inventing] [--set NAME[,NAME]] [--misses]

  --set NAMES   of ${SETS.join(', ')} (all of them; with --ai on: dev)
                with --misses, --rules or --by-company all but ${HELD}, whose single filings nobody looks at
  --misses      also each fact missed and each fact that is wrong, with its quote
  --rules       also, by rule or construction, the facts that it found and how many are right
  --confidence  also, by steps of confidence, the facts and how many of them are right; a filing counts once
  --by-company  also the figures of each company left out, and their spread
  --json        one JSON line instead of the tables
  --blind       the blind set beside the pool, sums only; adds a row to the table in docs/extraction.md
  --checks      facts that cannot be true, counted over all filings that may be read
  --sample N    N facts drawn at random over those filings, as JSON lines with the text around them, for readers to judge;
                half from filings over 5,000 words, half from other forms than 6-K; the same for the same seed and code
  --refused N   N of the facts that each named check refused over those filings, drawn at random, as JSON lines;
                the counts go to stderr
  --floors      ends with 1 where a figure falls below its floor, or a count of --checks rises above its ceiling, in eval/floors.json
  --record      writes the figures into docs/extraction.md, and lays floors and ceilings anew where figures are better now
  --profile     where the time of extraction goes, by folder and file of the code
  --no-ai       the rules alone (the default)
  --ai on       the rules with the model of OLLAMA_BASE_URL and OLLAMA_MODEL (answers are kept below .filigree);
                ends with 1 where the model costs more than a point of precision or any recall
  --scripted    in place of a real model: good says what the labels say, inventing says everything that it can
`;

const OPTIONS = {
  set: { type: 'string' },
  misses: { type: 'boolean', default: false },
  rules: { type: 'boolean', default: false },
  confidence: { type: 'boolean', default: false },
  'by-company': { type: 'boolean', default: false },
  blind: { type: 'boolean', default: false },
  checks: { type: 'boolean', default: false },
  sample: { type: 'string' },
  kind: { type: 'string' },
  seed: { type: 'string' },
  refused: { type: 'string' },
  profile: { type: 'boolean', default: false },
  floors: { type: 'boolean', default: false },
  record: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  ai: { type: 'string', default: 'off' },
  'no-ai': { type: 'boolean', default: false },
  scripted: { type: 'string' },
  help: { type: 'boolean', default: false },
};

function readFlags() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new EvalError(error.message);
  }
}

/** The flags that tell of single filings. */
const SINGLE = ['misses', 'rules', 'by-company'];

/** The sets that the flags name or leave to choice; throws for a flag that tells of a single filing held out. */
function setNames(flags, otherwise) {
  const single = SINGLE.find((name) => flags[name]);
  const chosen = single === undefined ? otherwise : otherwise.filter((name) => name !== HELD);
  const names = flags.set === undefined ? chosen : flags.set.split(',');
  const unknown = names.find((name) => !SETS.includes(name));
  if (unknown !== undefined) throw new EvalError(`--set ${unknown}, expected some of ${SETS.join(', ')}`);
  if (single !== undefined && names.includes(HELD))
    throw new EvalError(`--set ${HELD} prints sums over the whole set only, it does not go together with --${single}`);
  return names;
}

/** The sets, what was extracted from their filings, and the figures of each. */
async function scoreSets(names, folder) {
  const sets = readSets(names, folder);
  const extracted = await extractSets(sets, join(folder, 'texts'));
  const scored = [];
  for (const set of sets) scored.push(await scoreSet(folder, set, extracted));
  return { sets, extracted, scored };
}

async function keepFloors(flags, folder) {
  const { scored } = await scoreSets(SETS, folder);
  const figures = Object.fromEntries(scored.map((set) => [set.name, set.figures]));
  const { counts } = await checkAll();
  if (flags.record) {
    await raiseLimits(figures, counts);
    await recordReadable(scored);
  }
  if (!keepsLimits(figures, counts)) process.exitCode = 1;
}

/** The verdicts over all sets; a filing that is in several of them is judged in the first. */
function judgedOnce(sets, extracted, scored) {
  const seen = new Set();
  return sets.flatMap((set, nth) => {
    const filings = set.filings.filter(({ path }) => !seen.has(path));
    for (const { path } of filings) seen.add(path);
    return verdicts({ filings }, extracted, scored[nth].misses);
  });
}

async function evaluate(flags, folder) {
  const { sets, extracted, scored } = await scoreSets(setNames(flags, SETS), folder);
  const sources = flags.rules ? sets.flatMap((set, nth) => bySource(set, extracted, scored[nth].misses)) : undefined;
  const confidence = flags.confidence ? byConfidence(judgedOnce(sets, extracted, scored)) : undefined;
  const companies = {};
  if (flags['by-company'])
    for (const set of sets) if (set.name !== 'fire') companies[set.name] = await byCompany(folder, set, extracted);
  if (flags.json) {
    const figures = scored.map(({ name, filings, figures, parts, misses }) => [
      name,
      { filings, ...figures, parts, ...(flags.misses ? { misses } : {}) },
    ]);
    const by = flags['by-company'] ? { companies } : {};
    process.stdout.write(`${JSON.stringify({ sets: Object.fromEntries(figures), sources, confidence, ...by })}\n`);
    return;
  }
  if (flags.misses) process.stdout.write(scored.map(missLines).join(''));
  process.stdout.write(table(scored));
  if (sources !== undefined) process.stdout.write(`\n${sourceTable(sources)}`);
  if (confidence !== undefined) process.stdout.write(`\n${confidenceTable(confidence)}`);
  for (const [name, rows] of Object.entries(companies)) process.stdout.write(companyTable(name, rows));
  const all = [...extracted.values()];
  const sum = (key) => all.reduce((total, one) => total + one[key], 0);
  process.stdout.write(
    `read and extracted ${String(all.length)} filings, ${(sum('bytes') / 1e6).toFixed(1)} MB, in ` +
      `${(sum('milliseconds') / 1000).toFixed(2)} s of two threads; rules alone\n`,
  );
}

async function evaluateModel(flags, folder) {
  const model = modelOf(flags.scripted);
  const sets = readSets(setNames(flags, ['dev']), folder);
  if (!(await compareWithModel(folder, sets, model, flags.misses))) process.exitCode = 1;
}

async function main() {
  const flags = readFlags();
  if (flags.help) return void process.stdout.write(HELP);
  if (!['on', 'off'].includes(flags.ai)) throw new EvalError(`--ai ${flags.ai}, expected on or off`);
  const folder = mkdtempSync(join(tmpdir(), 'filigree-eval-'));
  mkdirSync(join(folder, 'texts'));
  try {
    if (flags.blind) await evaluateBlind(flags, folder);
    else if (flags.floors || flags.record) await keepFloors(flags, folder);
    else if (flags.checks) await runChecks(flags);
    else if (flags.sample !== undefined) await printSample(flags);
    else if (flags.refused !== undefined) await printRefused(flags);
    else if (flags.profile) await runProfile();
    else if (flags.ai === 'on' && !flags['no-ai']) await evaluateModel(flags, folder);
    else await evaluate(flags, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EvalError)) throw error;
  process.stderr.write(`eval: ${error.message}\n`);
  process.exitCode = 2;
}
