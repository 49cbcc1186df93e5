// Scores the facts that rules find, and those with a model beside them, against the labelled filings; npm run eval -- --help.
// Needs a build (npm run build) and python3. The labelled filings stand beside the repository and are never copied into it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { filingText, readSubmission } from '@filigree/edgar';
import { extractFiling, factsJson } from '@filigree/extraction';
import { SCRIPTED, believed, realModel, scriptedModel } from './eval-model.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(root, '..', 'shared');
const goldDir = join(shared, 'gold');
const LARGEST = 3;

const { values: flags } = parseArgs({
  options: {
    ai: { type: 'string', default: 'off' },
    'no-ai': { type: 'boolean', default: false },
    scripted: { type: 'string' },
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
    'npm run eval -- [--no-ai | --ai on [--scripted good|inventing]] [--by-company] [--misses] [--json]\n\n' +
      '  --no-ai       rules alone (the default)\n' +
      '  --ai on       beside them, with the model of OLLAMA_BASE_URL and OLLAMA_MODEL (answers are kept below .filigree);\n' +
      '                ends with 1 where the model costs more than a point of precision or any recall\n' +
      '  --scripted    in place of a real model: good says what the labels say, inventing says everything that it can\n' +
      '  --by-company  also the figures of each company left out, and their spread\n' +
      '  --misses      also each fact missed and each fact that is wrong\n' +
      '  --json        one JSON line instead of the tables\n',
  );
  process.exit(0);
}

if (!['on', 'off'].includes(flags.ai)) fail(`--ai ${flags.ai}, expected on or off`);
if (flags.scripted !== undefined && !Object.hasOwn(SCRIPTED, flags.scripted))
  fail(`--scripted ${flags.scripted}, expected ${Object.keys(SCRIPTED).join(' or ')}`);
const withModel = flags.ai === 'on' && !flags['no-ai'];

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

/** Facts of every labelled filing; its text goes to the folder, for the check of quotes. `model` null: rules alone. */
async function extractAll(gold, folder, model) {
  mkdirSync(join(folder, 'texts'), { recursive: true });
  let bytes = 0;
  let milliseconds = 0;
  const rows = [];
  for (const labels of gold) {
    const { accession, path } = labels;
    const file = readFileSync(join(shared, 'filings', path));
    bytes += file.length;
    const started = performance.now();
    const submission = readSubmission(file, path);
    const text = filingText(file, submission);
    const replies = [];
    const asking =
      model === null ? null : { ask: listening(model.askAbout(labels), replies), model: model.name, required: true };
    const { facts, use } = await extractFiling(submission, text, accession, asking);
    milliseconds += performance.now() - started;
    writeFileSync(join(folder, 'texts', `${accession}.txt`), text.text);
    const company = submission.parties[0]?.name ?? accession;
    rows.push({ accession, company, line: factsJson({ ...facts, accession }, path), replies, use });
  }
  return { rows, bytes, milliseconds };
}

function listening(ask, replies) {
  return async (question) => {
    const reply = await ask(question);
    replies.push(reply.text);
    return reply;
  };
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

const POINT = 0.01;
const KINDS = ['roles', 'events', 'ownership'];

/** The figures with the model, with all that it said believed, and what the model cost; false when it did harm. */
async function compareWithModel(folder, gold, rules) {
  const model = flags.scripted === undefined ? realModel(process.env, process.cwd()) : scriptedModel(flags.scripted);
  await model.check();
  const { rows } = await extractAll(gold, folder, model);
  const grounded = scoreJson(folder, 'model', gold, rows);
  const ungrounded = rules.rows.map((row, nth) => ({ ...row, line: believed(row.line, rows[nth].replies) }));
  const without = scoreJson(folder, 'believed', gold, ungrounded);
  const alone = scoreJson(folder, 'rules', gold, rules.rows);
  process.stdout.write(`\n${''.padEnd(34)}${KINDS.map((kind) => `  ${kind.padEnd(18)}`).join('')}\n`);
  for (const [label, report] of [
    ['rules alone', alone],
    [`with ${model.name}`, grounded],
    ['the same without grounding', without],
  ]) {
    const cells = KINDS.map((kind) => `  P ${three(report[kind].precision)} R ${three(report[kind].recall)}  `);
    process.stdout.write(`${label.padEnd(34)}${cells.join('')}\n`);
  }
  printUse(rows);
  if (flags.misses) process.stdout.write(score(folder, 'model', gold, rows, '--misses'));
  const harmed = KINDS.filter(
    (kind) =>
      grounded[kind].precision < alone[kind].precision - POINT - 1e-9 || grounded[kind].recall < alone[kind].recall,
  );
  if (harmed.length > 0) process.stdout.write(`the model does harm: ${harmed.join(', ')}\n`);
  return harmed.length === 0;
}

function printUse(rows) {
  const sum = (key) => rows.reduce((all, { use }) => all + (use?.[key] ?? 0), 0);
  const drops = {};
  for (const { use } of rows)
    for (const [reason, count] of Object.entries(use?.drops ?? {})) drops[reason] = (drops[reason] ?? 0) + count;
  const facts = rows.flatMap(({ line }) => KINDS.flatMap((kind) => JSON.parse(line)[kind]));
  const kept = facts.filter(({ source }) => source.startsWith('model:')).length;
  process.stdout.write(
    `${String(sum('calls'))} calls and ${String(sum('cacheHits'))} answers from the cache for ${String(rows.length)} filings, ` +
      `${(sum('elapsedMs') / 1000).toFixed(1)} s, ${String(sum('promptTokens'))} + ${String(sum('outputTokens'))} tokens, ${String(kept)} facts kept\n`,
  );
  for (const [reason, count] of Object.entries(drops)) process.stdout.write(`  dropped: ${reason} ${String(count)}\n`);
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
  const byRules = await extractAll(gold, folder, null);
  const { rows, bytes, milliseconds } = byRules;
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
  if (withModel && !(await compareWithModel(folder, gold, byRules))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
