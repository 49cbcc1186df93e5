import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Real filings that live beside the repository and are never copied into it. */
export const SHARED = join(import.meta.dirname, '../../../../../shared');

/** `describe` if the real filings are there; otherwise skipped, and said so. */
export const describeShared = ((): jest.Describe => {
  if (existsSync(join(SHARED, 'sgml'))) return describe;
  process.stderr.write(`SKIPPED: ${SHARED} is absent, the tests on real filings do not run\n`);
  return describe.skip;
})();

/** The files of a directory below the real filings, sorted. */
export function sharedFiles(...parts: string[]): string[] {
  const directory = join(SHARED, ...parts);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .sort()
    .map((name) => join(directory, name));
}
