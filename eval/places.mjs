// Where the labelled filings lie, and the one guard that keeps what is blind from every tool but `npm run eval -- --blind`.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const evalDir = dirname(fileURLToPath(import.meta.url));
export const root = dirname(evalDir);
export const shared = resolve(root, '../shared');
export const goldDir = join(shared, 'gold');

/** A mistake of the caller's or of the machine's, told in one line; the process ends with 2. */
export class EvalError extends Error {}

const BLIND = [join(goldDir, 'blind'), join(goldDir, 'blind.jsonl'), join(shared, 'sealed')];
/** Below ../shared, where filings lie that may be read. */
const FILING_FOLDERS = ['filings', 'forms', 'sgml', join('gold', 'excerpts')];

/** The text of a file; without one, an error that says where the labelled filings belong. */
function readShared(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new EvalError(`${path} cannot be read (${error.code}); put the labelled filings at ../shared`);
  }
}

const withinBlind = (path) => BLIND.some((blind) => path === blind || path.startsWith(blind + sep));

let blindNamesRead;

/** File names of the blind set, which may not be read wherever else such a file lies. */
function blindNames() {
  blindNamesRead ??= new Set(
    Object.values(labelledPaths())
      .filter((path) => withinBlind(resolve(shared, path)))
      .map((path) => basename(path)),
  );
  return blindNamesRead;
}

/** True for what only `npm run eval -- --blind` may open. The path is taken from ../shared. */
export function isBlind(path) {
  const whole = resolve(shared, path);
  return withinBlind(whole) || blindNames().has(basename(whole));
}

/** The path, absolute, if it may be read; whatever is blind is refused. Every tool but --blind reads through this. */
export function readablePath(path) {
  const whole = resolve(shared, path);
  if (isBlind(whole)) throw new EvalError(`${whole} is blind: only npm run eval -- --blind scores it`);
  return whole;
}

/** The lines of a file of labels, as objects. */
export function parseLabels(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** The labels of a file that may be read. */
export const readLabels = (path) => parseLabels(readShared(readablePath(path)));

let pathsRead;

/** From accession number to the file's path below ../shared. */
export function labelledPaths() {
  pathsRead ??= JSON.parse(readShared(join(goldDir, 'paths.json')));
  return pathsRead;
}

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Every filing below the folders of ../shared that may be read, absolute and sorted. */
export function readableFilings(folders = FILING_FOLDERS) {
  return folders
    .flatMap((folder) => filesBelow(readablePath(folder)))
    .filter((path) => /\.(?:txt|nc)$/.test(path) && !isBlind(path))
    .sort();
}
