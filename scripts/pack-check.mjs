// Installs the packed tarballs in an empty folder and runs the quick start there, with the Node that runs this script:
//   npm run build && npm run pack && node scripts/pack-check.mjs
// Another Node: `npm i node@24` in an empty folder, then its node_modules/.bin/node scripts/pack-check.mjs
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const packed = join(root, 'dist-pack');
const COMMANDS = ['coordinator', 'worker', 'tui'];
const SAMPLES = join(root, 'samples');
// What the shell that runs this may have set for other coordinators.
const FOREIGN =
  /^(COORDINATOR|LISTEN|QUEUE_DIR|FILINGS_DIR|GRAPH|OLLAMA_|USE_AI_|NEO4J_|INSECURE|METRICS|HEALTH|TLS_|TOKEN_)/;

function fail(text) {
  console.error(`pack-check: ${text}`);
  process.exit(1);
}

function tarballs() {
  try {
    return readdirSync(packed).filter((name) => name.endsWith('.tgz'));
  } catch {
    return [];
  }
}

const files = tarballs();
if (files.length === 0) fail(`${packed} holds no tarballs, expected filigree-*.tgz; run npm run pack first`);

const folder = mkdtempSync(join(tmpdir(), 'filigree-pack-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
// npm and the commands begin with `env node`.
env['PATH'] = dirname(realpathSync(process.execPath)) + delimiter + env['PATH'];

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) fail(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
run('npm', ['install', '--no-audit', '--no-fund', ...files.map((name) => join(packed, name))]);

const installed = join(folder, 'node_modules', '@filigree');
for (const name of readdirSync(installed)) {
  if (lstatSync(join(installed, name)).isSymbolicLink()) fail(`${name} is a link into the workspace, expected a copy`);
}
const command = (name) => join(folder, 'node_modules', '.bin', name);
const version = run('node', ['--version']).trim();
if (version !== process.version) fail(`the commands run on Node ${version}, expected ${process.version}`);
for (const name of COMMANDS) run(command(name), ['--help']);

const began = Date.now();
const printed = run(command('coordinator'), ['load-graph', '--filings', SAMPLES, '--no-ai', '--json']);
const { processed, failed, people, events } = JSON.parse(printed.trimEnd().split('\n').at(-1));
const expected = ['2009', '2010'].flatMap((year) => readdirSync(join(SAMPLES, year))).length;
if (processed !== expected || failed !== 0) {
  fail(`${processed} filings processed and ${failed} failed, expected ${expected} and none\n${printed}`);
}
const lines = run(command('coordinator'), ['graph', 'dump']).trimEnd().split('\n').length;
console.log(
  `Node ${version}: ${files.length} tarballs installed; ${processed} filings, ${people} people, ${events} events in ` +
    `${Date.now() - began} ms; the dump has ${lines} lines`,
);
