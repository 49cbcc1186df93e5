// The sets of labelled filings that may be read, each as { name, filings: [{ path, labels }] }.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import {
  EvalError,
  evalDir,
  goldDir,
  labelledPaths,
  readLabels,
  readableFilings,
  readablePath,
  shared,
} from './places.mjs';

/** In the order in which they are printed. */
export const SETS = ['dev', 'eightk', 'excerpts', 'forms', 'pool', 'own', 'held', 'sentences', 'own-sentences', 'fire'];
/** The labels of our own whose single filings nobody looks at, so that their sums say what carries over. */
export const HELD = 'held';
/** How a file's name in eval/labels begins that belongs to them. */
const HELD_FILE = 'held-';
/** The sets that the pool is made of. */
const POOLED = ['eightk', 'excerpts', 'forms'];

const linesFilesIn = (directory) =>
  existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(directory, name))
    : [];

function python(script, args) {
  try {
    return execFileSync('python3', [script, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    throw new EvalError(`python3 ${script} failed: ${String(error.stderr ?? error.message).trim()}`);
  }
}

function goldSet(name) {
  const paths = labelledPaths();
  return readLabels(join(goldDir, `${name}.jsonl`)).map((labels) => ({
    path: readablePath(paths[labels.accession]),
    labels,
  }));
}

/** What a filing is known by: it may lie under several names. */
const stemOf = (path) =>
  basename(path)
    .replace(/\.[a-z]+$/u, '')
    .replaceAll('-', '');

/** The readable filings of which tools may show single facts: those not held out; of `folders` alone, if given. */
export function openFilings(folders) {
  const held = new Set(ownLabels(true).map(({ path }) => stemOf(path)));
  return readableFilings(folders).filter((path) => !held.has(stemOf(path)));
}

/** The labels in a folder that are held out, or all others. Throws where a filing is in both: it would not be held out. */
export function ownLabels(held, folder = join(evalDir, 'labels')) {
  const files = linesFilesIn(folder);
  const heldFiles = files.filter((path) => basename(path).startsWith(HELD_FILE));
  const labelsOf = (paths) =>
    paths.flatMap((path) => readLabels(path)).map((labels) => ({ path: readablePath(labels.file), labels }));
  const [heldOut, open] = [heldFiles, files.filter((path) => !heldFiles.includes(path))].map(labelsOf);
  const known = new Set(open.map(({ path }) => stemOf(path)));
  const both = heldOut.find(({ path }) => known.has(stemOf(path)));
  if (both !== undefined)
    throw new EvalError(`${both.path} is labelled in a ${HELD_FILE}*.jsonl and in another file of ${folder}; keep one`);
  return held ? heldOut : open;
}

/** The items of a bank as filings in the folder, by ../shared/gold/sentences.py. */
function sentenceBank(name, banks, folder) {
  if (banks.length === 0) return [];
  const filings = join(folder, name);
  const gold = join(folder, `${name}-bank.jsonl`);
  python(join(goldDir, 'sentences.py'), [...banks, '--filings', filings, '--gold', gold]);
  return readLabels(gold).map((labels) => ({
    path: join(filings, `${labels.accession}.txt`),
    labels,
    part: labels.id.slice(0, labels.id.lastIndexOf('-')),
  }));
}

export const fireData = join(shared, 'fire', 'dev.json');
export const fireScorer = join(shared, 'fire', 'score.py');

function fireSet(folder) {
  const filings = join(folder, 'fire');
  python(fireScorer, ['make', fireData, filings]);
  return readdirSync(filings)
    .sort()
    .map((name) => ({ path: join(filings, name), labels: { accession: basename(name, '.txt') } }));
}

function filingsOf(name, folder) {
  if (name === 'own' || name === HELD) return ownLabels(name === HELD);
  if (name === 'sentences') return sentenceBank(name, linesFilesIn(join(goldDir, 'sentences')), folder);
  if (name === 'own-sentences') return sentenceBank(name, linesFilesIn(join(evalDir, 'sentences')), folder);
  if (name === 'fire') return fireSet(folder);
  if (name === 'pool')
    return POOLED.flatMap((part) => goldSet(part)).map((filing) => ({ ...filing, part: filing.labels.form }));
  return goldSet(name);
}

/** The named sets, without those for which nobody has written anything. Filings that must be made are made in the folder. */
export function readSets(names, folder) {
  return names.map((name) => ({ name, filings: filingsOf(name, folder) })).filter(({ filings }) => filings.length > 0);
}
