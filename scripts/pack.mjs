// Packs every package that users run into tarballs which install together in an empty folder:
//   npm run pack            writes dist-pack/filigree-*.tgz
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'dist-pack');
// Test helpers stay here.
const LEFT_OUT = new Set(['@filigree/testing']);

const packages = ['libs', 'apps']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)))
  .map((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).name)
  .filter((name) => !LEFT_OUT.has(name));

rmSync(target, { recursive: true, force: true });
mkdirSync(target);
const args = ['pack', '--pack-destination', target, ...packages.flatMap((name) => ['--workspace', name])];
// The .proto files are read at run time: in the package they lie beside the code; here they stay at the top alone.
const protos = join(root, 'libs/protocol/dist/proto');
cpSync(join(root, 'proto'), protos, { recursive: true });
const { status, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
rmSync(protos, { recursive: true });
if (status !== 0) {
  console.error(`pack: npm pack ended with ${status}; run npm run build first\n${stderr}`);
  process.exit(1);
}
for (const file of readdirSync(target).sort()) console.log(join('dist-pack', file));
console.log('install them all at once in an empty folder: npm i ./filigree-*.tgz');
