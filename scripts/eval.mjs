// Scores the facts that the rules find against the labelled filings: npm run eval -- [--no-ai] [--by-company] [--misses] [--json]
// Needs a build (npm run build) and python3. The labelled filings stand beside the repository and are never copied into it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { filingText, readSubmission } from '@filigree/edgar';
import { extractByRules, factsJson } from '@filigree/extraction';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(root, '..', 'shared');
const goldDir = join(shared, 'gold');
const LARGEST = 3;

const { values: flags } = parseArgs({
  options: {
    'no-ai': { type: 'boolean', default: false },
    'by-company': { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function fail(message) {
  process.stderr.write(`eval: ${message}\n`);
  process.exit(2);
}

if (flags.help) {
  process.stdout.write(
    'npm run eval -- [--no-ai] [--by-company] [--misses] [--json]\n\n' +
      '  --no-ai       rules alone (what this command always measures)\n' +
      '  --by-company  also the figures of each company left out, and their spread\n' +
      '  --misses      also each fact missed and each fact that is wrong\n' +
      '  --json        one JSON line instead of the tables\n',
  );
  process.exit(0);
}

function readGold() {
  try {
    const lines = readFileSync(join(goldDir, 'dev.jsonl'), 'utf8').split('\n');
    const files = JSON.parse(readFileSync(join(goldDir, 'files.json'), 'utf8'));
    return lines
      .filter((line) => line.trim() !== '')
      .map((line) => ({ ...JSON.parse(line), path: files[JSON.parse(line).accession] }));
  } catch (error) {
    return fail(
      `the labelled filings are not at ../shared/gold (${error.message}); they are needed to score. Put them there.`,
    );
  }
}

/** Facts of every labelled filing; its text goes to the folder, for the check of quotes. */
function extractAll(gold, folder) {
  mkdirSync(join(folder, 'texts'));
  let bytes = 0;
  let milliseconds = 0;
  const rows = gold.map(({ accession, path }) => {
    const file = readFileSync(join(shared, 'filings', path));
    bytes += file.length;
    const started = performance.now();
    const submission = readSubmission(file, path);
    const text = filingText(file, submission);
    const facts = extractByRules(submission, text, accession);
    milliseconds += performance.now() - started;
    writeFileSync(join(folder, 'texts', `${accession}.txt`), text.text);
    return {
      accession,
      company: submission.parties[0]?.name ?? accession,
      line: factsJson({ ...facts, accession }, path),
    };
  });
  return { rows, bytes, milliseconds };
}

function score(folder, name, gold, rows, ...options) {
  const goldFile = join(folder, `${name}-gold.jsonl`);
  const predicted = join(folder, `${name}-predicted.jsonl`);
  writeFileSync(goldFile, gold.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(predicted, rows.map((row) => row.line).join('\n'));
  const args = [join(goldDir, 'score.py'), goldFile, predicted, '--texts', join(folder, 'texts'), ...options];
  return execFileSync('python3', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function scoreJson(folder, name, gold, rows) {
  return JSON.parse(score(folder, name, gold, rows, '--json'));
}

const three = (value) => (value ?? 0).toFixed(3);

function row(label, report) {
  const { roles, events, ownership } = report;
  const cells = [
    label.padEnd(34),
    `roles P ${three(roles.precision)} R ${three(roles.recall)} F1 ${three(roles.f1)} class ${three(roles.role_accuracy)} status ${three(roles.status_accuracy)}`,
    `events F1 ${three(events.f1)} date ${three(events.date_accuracy)}`,
    `ownership F1 ${three(ownership.f1)}`,
  ];
  return cells.join('  ');
}

/** The figures with one company's filings left out, and of that company alone. */
function byCompany(folder, gold, rows) {
  const companyOf = new Map(rows.map(({ accession, company }) => [accession, company]));
  const companies = [...new Set(companyOf.values())].sort();
  return companies.map((company) => {
    const is = ({ accession }) => companyOf.get(accession) === company;
    const not = (one) => !is(one);
    return {
      company,
      filings: rows.filter(is).length,
      alone: scoreJson(folder, 'alone', gold.filter(is), rows.filter(is)),
      without: scoreJson(folder, 'without', gold.filter(not), rows.filter(not)),
    };
  });
}

function spread(companies, kind, key, part = 'without') {
  const values = companies.filter(({ alone }) => alone[kind].gold > 0).map((company) => company[part][kind][key]);
  return { lowest: Math.min(...values), highest: Math.max(...values) };
}

function printCompanies(companies) {
  process.stdout.write('\nEach company alone\n');
  for (const { company, filings, alone } of companies)
    process.stdout.write(`${row(`${company} (${filings})`, alone)}\n`);
  process.stdout.write('\nWith one company left out, lowest to highest\n');
  for (const [kind, key] of [
    ['roles', 'precision'],
    ['roles', 'f1'],
    ['roles', 'role_accuracy'],
    ['roles', 'status_accuracy'],
    ['events', 'f1'],
    ['events', 'date_accuracy'],
    ['ownership', 'f1'],
  ]) {
    const { lowest, highest } = spread(companies, kind, key);
    process.stdout.write(`  ${`${kind} ${key}`.padEnd(24)} ${three(lowest)} to ${three(highest)}\n`);
  }
}

const gold = readGold();
const folder = mkdtempSync(join(tmpdir(), 'filigree-eval-'));
try {
  const { rows, bytes, milliseconds } = extractAll(gold, folder);
  const all = scoreJson(folder, 'all', gold, rows);
  const largest = new Set(
    [...gold]
      .sort((a, b) => b.ownership.length - a.ownership.length)
      .slice(0, LARGEST)
      .map(({ accession }) => accession),
  );
  const small = ({ accession }) => !largest.has(accession);
  const withoutLargest = scoreJson(folder, 'small', gold.filter(small), rows.filter(small));
  const companies = flags['by-company'] ? byCompany(folder, gold, rows) : undefined;
  if (flags.json) process.stdout.write(`${JSON.stringify({ all, without_largest: withoutLargest, companies })}\n`);
  else {
    process.stdout.write(score(folder, 'all', gold, rows, ...(flags.misses ? ['--misses'] : [])));
    const { ownership } = withoutLargest;
    process.stdout.write(
      `ownership without the ${LARGEST} filings that hold most of it  precision ${ownership.precision}  recall ${ownership.recall}  f1 ${ownership.f1}  gold ${ownership.gold}\n` +
        `read and extracted ${gold.length} filings, ${(bytes / 1e6).toFixed(1)} MB, in ${(milliseconds / 1000).toFixed(2)} s; rules alone\n`,
    );
    if (companies !== undefined) printCompanies(companies);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
