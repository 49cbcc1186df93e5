// What ../shared/gold/score.py and ../shared/fire/score.py say of extracted facts.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { EvalError, evalDir, goldDir } from './places.mjs';
import { fireData, fireScorer } from './sets.mjs';
import { termsOf } from './terms.mjs';

const execute = promisify(execFile);
let files = 0;

async function python(args) {
  try {
    return (await execute('python3', args, { encoding: 'utf8', maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    throw new EvalError(`python3 ${args[0]} failed: ${String(error.stderr ?? error.message).trim()}`);
  }
}

function jsonLines(folder, name, rows) {
  files += 1;
  const path = join(folder, `${String(files)}-${name}.jsonl`);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
}

const SAID = /^(missed|wrong) +(\S+) (\S+) (\{.*)$/;

/** Figures of the filings' facts, and, where `misses` is true, each fact missed or wrong as { what, kind, accession, fact }. */
export async function scoreFacts(folder, gold, predicted, misses) {
  const args = [jsonLines(folder, 'gold', gold), jsonLines(folder, 'predicted', predicted)];
  const options = ['--texts', join(folder, 'texts'), '--json', ...(misses ? ['--misses'] : [])];
  const lines = (await python([join(goldDir, 'score.py'), ...args, ...options])).trim().split('\n');
  const figures = JSON.parse(lines.pop());
  return {
    figures,
    misses: lines.map((line) => {
      const [, what, kind, accession, fact] = SAID.exec(line);
      return { what, kind, accession, fact: JSON.parse(fact) };
    }),
  };
}

/** Of each sentence that misses something: which relations, the sentence, what FIRE says of it and what was found. */
async function fireMisses(output, predicted) {
  const found = new Map(predicted.map(({ accession, roles, ownership }) => [accession, [...roles, ...ownership]]));
  const lines = (await python([join(evalDir, 'fire_each.py'), fireScorer, fireData, output])).split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { accession, missed, sentence, relations } = JSON.parse(line);
      return {
        what: 'missed',
        kind: missed.join('+'),
        accession,
        fact: { sentence, relations, found: found.get(accession) },
      };
    });
}

async function scoreFire(folder, predicted) {
  const output = jsonLines(folder, 'fire', predicted);
  const figures = JSON.parse(await python([fireScorer, 'score', fireData, output]));
  return { figures, misses: await fireMisses(output, predicted) };
}

const factsOf = (extracted) => (filing) => ({
  ...extracted.get(filing.path).facts,
  accession: filing.labels.accession,
});

function offsetsOf(filings, extracted) {
  const sum = (key) => filings.reduce((all, { path }) => all + extracted.get(path).offsets[key], 0);
  return Number((sum('right') / Math.max(1, sum('checked'))).toFixed(3));
}

/** As scoreFacts, of filings that were extracted. */
export async function scoreFilings(folder, filings, extracted, misses) {
  const gold = filings.map(({ labels }) => labels);
  const scored = await scoreFacts(folder, gold, filings.map(factsOf(extracted)), misses);
  scored.figures.quotes.offsets = offsetsOf(filings, extracted);
  scored.figures.terms = termsOf(filings, extracted);
  return scored;
}

/** A set's figures, those of its parts (forms of the pool, themes of a bank), and its misses. */
export async function scoreSet(folder, { name, filings }, extracted) {
  if (name === 'fire') {
    const { figures, misses } = await scoreFire(folder, filings.map(factsOf(extracted)));
    return { name, filings: filings.length, figures, misses, parts: [] };
  }
  const whole = scoreFilings(folder, filings, extracted, true);
  const names = [...new Set(filings.map(({ part }) => part))].filter((part) => part !== undefined).sort();
  const parts = names.map(async (part) => {
    const some = filings.filter((filing) => filing.part === part);
    return { name: part, filings: some.length, figures: (await scoreFilings(folder, some, extracted, false)).figures };
  });
  return { name, filings: filings.length, ...(await whole), parts: await Promise.all(parts) };
}
