// Megabytes a second, on one core, of reading containers and of reading to text, over a directory of real filings.
import { readSubmission, filingText } from '@filigree/edgar';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const about = 'MB/s of container reading and of reading to text (--filings DIR, --rounds N)';

const GOALS = { container: 150, text: 25 };
const HELP = `npm run bench -- edgar [--filings DIR] [--rounds N] [--json]
Reads every file below DIR (default ../shared/filings) N times (default 3) from memory and takes the fastest round.
Megabytes are 10^6 bytes of whole files, encoded pictures included. Goals: container ${GOALS.container}, text ${GOALS.text} MB/s.`;

function option(args, name, fallback) {
  const at = args.indexOf(name);
  return at === -1 ? fallback : args[at + 1];
}

function filesBelow(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|nc)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Seconds of the fastest of some rounds. */
function fastest(rounds, work) {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    work();
    best = Math.min(best, performance.now() - before);
  }
  return best / 1000;
}

export function run(args) {
  if (args.includes('--help')) return void console.log(HELP);
  const directory = option(args, '--filings', join(import.meta.dirname, '../../shared/filings'));
  const rounds = Number(option(args, '--rounds', '3'));
  if (!existsSync(directory)) {
    console.error(`${directory}: no such directory; give --filings DIR`);
    process.exitCode = 2;
    return undefined;
  }
  const files = filesBelow(directory).map((path) => ({ path, bytes: readFileSync(path) }));
  const megabytes = files.reduce((sum, file) => sum + file.bytes.length, 0) / 1e6;
  let submissions = [];
  const container = fastest(rounds, () => {
    submissions = files.map(({ path, bytes }) => readSubmission(bytes, path));
  });
  let characters = 0;
  const text = fastest(rounds, () => {
    characters = 0;
    files.forEach(({ bytes }, nth) => {
      characters += filingText(bytes, submissions[nth]).text.length;
    });
  });
  const result = {
    files: files.length,
    megabytes: Number(megabytes.toFixed(1)),
    container_mb_per_second: Math.round(megabytes / container),
    text_mb_per_second: Math.round(megabytes / (container + text)),
    text_characters: characters,
  };
  if (args.includes('--json')) return void console.log(JSON.stringify(result));
  console.log(`${result.files} filings, ${result.megabytes} MB, one core, fastest of ${rounds} rounds`);
  console.log(`container  ${result.container_mb_per_second} MB/s  (goal ${GOALS.container})`);
  console.log(`to text    ${result.text_mb_per_second} MB/s  (goal ${GOALS.text}; container included)`);
  return undefined;
}
