// The blind set: the only module that opens it. It scores the set beside the readable pool, prints sums over all its filings and
// adds them to the table of docs/extraction.md. What a single filing of it says is never printed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { BLIND_HEADING, readDocument, recordBlind, withRow } from './document.mjs';
import { extractSets } from './extract.mjs';
import { EvalError, goldDir, labelledPaths, parseLabels, root, shared } from './places.mjs';
import { table } from './print.mjs';
import { scoreFilings } from './score.mjs';
import { readSets } from './sets.mjs';

/** The columns of the table, after date and commit. */
const COLUMNS = [
  ['roles', 'f1'],
  ['strict', 'f1'],
  ['events', 'f1'],
  ['events', 'main_recall'],
  ['events', 'date_accuracy'],
  ['ownership', 'f1'],
  ['holdings', 'f1'],
];
/** What would lead from a figure to a filing, or score something else. */
const REFUSED = [
  'misses',
  'by-company',
  'rules',
  'set',
  'ai',
  'scripted',
  'checks',
  'sample',
  'profile',
  'floors',
  'raise-floors',
];

const git = (...args) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim();

function blindSet() {
  const paths = labelledPaths();
  const gold = parseLabels(readFileSync(join(goldDir, 'blind.jsonl'), 'utf8'));
  return { name: 'blind', filings: gold.map((labels) => ({ path: resolve(shared, paths[labels.accession]), labels })) };
}

/** The blind filings' facts; what goes wrong in one of them does not say in which. */
async function extractBlind(set, textFolder) {
  try {
    return await extractSets([set], textFolder);
  } catch {
    throw new EvalError('extraction of a blind filing failed; find the fault with other filings');
  }
}

const figure = (figures, [kind, key]) => figures[kind]?.[key] ?? 0;

function cells(blind, pool) {
  return COLUMNS.map((column) => {
    const [here, there] = [figure(blind, column), figure(pool, column)];
    return `${here.toFixed(3)} / ${there.toFixed(3)} / ${(there - here).toFixed(3)}`;
  });
}

/** Throws for flags that would lead from a sum to a filing, or score something else. */
export function refuseWith(flags) {
  const said = REFUSED.find((name) => (name === 'ai' ? flags.ai === 'on' : Boolean(flags[name])));
  if (said !== undefined)
    throw new EvalError(`--blind prints sums over the whole blind set only, it does not go together with --${said}`);
}

function refuseUnwritable() {
  withRow(readDocument(), BLIND_HEADING, []);
  if (git('status', '--porcelain', '--', 'libs') !== '')
    throw new EvalError('--blind writes down the commit that it scored: commit the changes in libs first');
}

/** Scores the set, prints it beside the pool, and adds the row. */
export async function evaluateBlind(flags, folder) {
  refuseWith(flags);
  refuseUnwritable();
  const set = blindSet();
  const [pool] = readSets(['pool'], folder);
  const textFolder = join(folder, 'texts');
  const extracted = new Map([...(await extractBlind(set, textFolder)), ...(await extractSets([pool], textFolder))]);
  const score = async ({ name, filings }) => {
    const { figures } = await scoreFilings(folder, filings, extracted, false);
    return { name, filings: filings.length, figures, parts: [] };
  };
  const scored = [await score(set), await score(pool)];
  const [blind, readable] = scored.map(({ figures }) => figures);
  if (flags.json) process.stdout.write(`${JSON.stringify({ blind, pool: readable })}\n`);
  else process.stdout.write(table(scored));
  const commit = git('rev-parse', '--short', 'HEAD');
  await recordBlind([new Date().toISOString().slice(0, 10), commit, ...cells(blind, readable)]);
  process.stderr.write('eval: a row was added to docs/extraction.md\n');
}
