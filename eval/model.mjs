// What a model beside the rules gains and costs: the figures with it, without it, and with all that it said believed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { filingText, readSubmission } from '@filigree/edgar';
import { extractFiling, factsJson } from '@filigree/extraction';

import { EvalError } from './places.mjs';
import { missLines } from './print.mjs';
import { scoreFacts } from './score.mjs';
import { SCRIPTED, believed, realModel, scriptedModel } from './scripted-model.mjs';

const POINT = 0.01;
const KINDS = ['roles', 'events', 'ownership'];
const three = (value) => (value ?? 0).toFixed(3);

/** The scripted model of that name, the one of the environment without a name. */
export function modelOf(scripted) {
  if (scripted === undefined) return realModel(process.env, process.cwd());
  if (Object.hasOwn(SCRIPTED, scripted)) return scriptedModel(scripted);
  throw new EvalError(`--scripted ${scripted}, expected ${Object.keys(SCRIPTED).join(' or ')}`);
}

function listening(ask, replies) {
  return async (question) => {
    const reply = await ask(question);
    replies.push(reply.text);
    return reply;
  };
}

/** Facts of every filing, one after another; `model` null: rules alone. */
async function extractAll(filings, textFolder, model) {
  const rows = [];
  for (const { path, labels } of filings) {
    const file = readFileSync(path);
    const submission = readSubmission(file, path);
    const text = filingText(file, submission);
    const replies = [];
    const asking =
      model === null ? null : { ask: listening(model.askAbout(labels), replies), model: model.name, required: true };
    const { facts, use } = await extractFiling(submission, text, labels.accession, asking);
    writeFileSync(join(textFolder, `${labels.accession}.txt`), text.text);
    rows.push({ line: factsJson({ ...facts, accession: labels.accession }, path), replies, use });
  }
  return rows;
}

function useLines(rows) {
  const sum = (key) => rows.reduce((all, { use }) => all + (use?.[key] ?? 0), 0);
  const drops = {};
  for (const { use } of rows)
    for (const [reason, count] of Object.entries(use?.drops ?? {})) drops[reason] = (drops[reason] ?? 0) + count;
  const facts = rows.flatMap(({ line }) => KINDS.flatMap((kind) => JSON.parse(line)[kind]));
  const kept = facts.filter(({ source }) => source.startsWith('model:')).length;
  return (
    `${String(sum('calls'))} calls and ${String(sum('cacheHits'))} answers from the cache for ${String(rows.length)} filings, ` +
    `${(sum('elapsedMs') / 1000).toFixed(1)} s, ${String(sum('promptTokens'))} + ${String(sum('outputTokens'))} tokens, ${String(kept)} facts kept\n` +
    Object.entries(drops)
      .map(([reason, count]) => `  dropped: ${reason} ${String(count)}\n`)
      .join('')
  );
}

/** Prints the comparison; false when the model did harm. */
export async function compareWithModel(folder, sets, model, misses) {
  const filings = [...new Map(sets.flatMap((set) => set.filings).map((filing) => [filing.path, filing])).values()];
  const gold = filings.map(({ labels }) => labels);
  const score = (lines) => {
    const predicted = lines.map((line) => JSON.parse(line));
    return scoreFacts(folder, gold, predicted, misses);
  };
  await model.check();
  const alone = await extractAll(filings, join(folder, 'texts'), null);
  const beside = await extractAll(filings, join(folder, 'texts'), model);
  const rules = await score(alone.map(({ line }) => line));
  const grounded = await score(beside.map(({ line }) => line));
  const ungrounded = await score(alone.map(({ line }, nth) => believed(line, beside[nth].replies)));
  process.stdout.write(`${''.padEnd(34)}${KINDS.map((kind) => `  ${kind.padEnd(18)}`).join('')}\n`);
  for (const [label, { figures }] of [
    ['rules alone', rules],
    [`with ${model.name}`, grounded],
    ['the same without grounding', ungrounded],
  ]) {
    const cells = KINDS.map((kind) => `  P ${three(figures[kind]?.precision)} R ${three(figures[kind]?.recall)}  `);
    process.stdout.write(`${label.padEnd(34)}${cells.join('')}\n`);
  }
  process.stdout.write(useLines(beside));
  if (misses) process.stdout.write(missLines({ name: 'with the model', misses: grounded.misses }));
  const harmed = KINDS.filter((kind) => {
    const [before, after] = [rules.figures[kind], grounded.figures[kind]];
    return before !== undefined && (after.precision < before.precision - POINT - 1e-9 || after.recall < before.recall);
  });
  if (harmed.length > 0) process.stdout.write(`the model does harm: ${harmed.join(', ')}\n`);
  return harmed.length === 0;
}
