// npm run bench -- NAME [OPTIONS]: runs bench/NAME.mjs, which exports `about`, a line, and `run(args)`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const names = readdirSync(here)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))
  .sort();

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  const benches = await Promise.all(names.map(async (each) => [each, (await load(each)).about]));
  console.error(
    name === undefined || name === '--help'
      ? 'npm run bench -- NAME [OPTIONS], NAME being one of'
      : `${name} is no benchmark; these are`,
  );
  for (const [each, about] of benches) console.error(`  ${each.padEnd(10)} ${about}`);
  process.exit(name === '--help' ? 0 : 2);
}
try {
  await (await load(name)).run(args);
} catch (error) {
  if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
  console.error(`bench ${name}: ${error.message}`);
  process.exit(2);
}

function load(each) {
  return import(pathToFileURL(join(here, `${each}.mjs`)).href);
}
