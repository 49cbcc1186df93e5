import { statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { FiligreeError } from '@filigree/base';

/** The filings directories of a coordinator, absolute and with links resolved. Throws USAGE for one that is not there. */
export async function openRoots(directories: readonly string[], cwd: string): Promise<string[]> {
  const roots: string[] = [];
  for (const directory of directories) {
    const root = await existingDirectory(resolve(cwd, directory), directory);
    if (!roots.includes(root)) roots.push(root);
  }
  return roots;
}

/** The real path of a directory that must be there. `given` is what the user wrote. */
export async function existingDirectory(path: string, given: string): Promise<string> {
  let real: string;
  try {
    real = await realpath(path);
  } catch (cause) {
    throw notThere(given, cause);
  }
  requireDirectory(real, given);
  return real;
}

function requireDirectory(real: string, given: string): void {
  let isDirectory: boolean;
  try {
    isDirectory = statSync(real).isDirectory();
  } catch (cause) {
    throw notThere(given, cause);
  }
  if (isDirectory) return;
  throw new FiligreeError('USAGE', `--filings ${given} is a file, expected a directory`, {
    remedy: 'give the directory that holds it',
  });
}

function notThere(given: string, cause: unknown): FiligreeError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'error';
  const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
  return new FiligreeError('USAGE', `--filings ${given} ${why}`, {
    remedy: 'give --filings DIR with a directory of EDGAR filings (coordinator download fetches some)',
    cause,
  });
}

/** A part of a filings directory that is to be scanned: `below` is relative to root, empty for all of it. */
export interface ScanTarget {
  readonly root: number;
  readonly below: string;
}

/**
 * What `--filings` of a submit means: all directories where it is empty, else the one that it is or lies in.
 * Throws USAGE with the remedy for anything else.
 */
export async function scanTargets(roots: readonly string[], filings: string): Promise<ScanTarget[]> {
  if (filings === '') return roots.map((_, root) => ({ root, below: '' }));
  // Judged where the links lead. Outside, whether something is there or what it is makes no difference to the answer.
  const real = await realpath(filings).catch(() => resolve(filings));
  const inside = roots
    .map((root, index) => ({ root: index, below: relative(root, real) }))
    .filter(({ below }) => below !== '..' && !below.startsWith(`..${sep}`) && resolve(sep, below) !== below);
  const nearest = inside.sort((a, b) => a.below.length - b.below.length)[0];
  if (nearest === undefined) {
    throw new FiligreeError(
      'PERMISSION_DENIED',
      `--filings ${filings} lies in none of the coordinator's directories (${roots.join(', ')})`,
      {
        remedy: `start the coordinator with --filings ${filings}, or leave --filings out`,
      },
    );
  }
  requireDirectory(real, filings);
  return [nearest];
}
