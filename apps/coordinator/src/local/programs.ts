import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FiligreeError } from '@filigree/base';

const require = createRequire(import.meta.url);

/** The script of another command of this installation, for a process of its own. Throws INTERNAL when it is not installed. */
export function programPath(name: 'worker' | 'tui'): string {
  try {
    const path = join(dirname(require.resolve(`@filigree/${name}/package.json`)), 'bin', `${name}.js`);
    if (existsSync(path)) return path;
  } catch {
    // Not installed: told below.
  }
  throw new FiligreeError('INTERNAL', `the command ${name} is not installed beside this one`, {
    remedy: 'install all of Filigree: npm ci in the project, or npm i ./filigree-*.tgz',
  });
}
