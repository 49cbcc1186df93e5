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

const isBlind = (path) => BLIND.some((blind) => path === blind || path.startsWith(blind + sep));

function readShared(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new EvalError(`${path} cannot be read (${error.code}); put the labelled filings at ../shared`);
  }
}

/** The path, absolute, if it may be read; whatever is blind is refused. Every tool but --blind reads through this. */
export function readablePath(path) {
  const whole = resolve(shared, path);
  if (isBlind(whole)) throw new EvalError(`${whole} is blind: only npm run eval -- --blind scores it`);
  return whole;
}

/** Lines of a labels file as objects. `allowed` is readablePath for all that may be read. */
export function readLabels(path, allowed = readablePath) {
  return readShared(allowed(path))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** From accession number to the file's path below ../shared. */
export const labelledPaths = () => JSON.parse(readShared(join(goldDir, 'paths.json')));

/** The only door to the blind set; blind.mjs alone opens it. */
export const blindPath = (path) => resolve(shared, path);

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/**
 * Every filing that may be read, absolute and sorted; `folders` are below ../shared. A filing of the blind set is left
 * out wherever else it lies.
 */
export function readableFilings(folders = FILING_FOLDERS) {
  const blind = new Set(
    Object.values(labelledPaths())
      .filter((path) => isBlind(resolve(shared, path)))
      .map((path) => basename(path)),
  );
  return folders
    .flatMap((folder) => filesBelow(readablePath(folder)))
    .filter((path) => /\.(?:txt|nc)$/.test(path) && !blind.has(basename(path)))
    .map((path) => readablePath(path))
    .sort();
}
