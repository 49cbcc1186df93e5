// A thread of extract.mjs: reads one filing after another by the rules and answers with its facts.
import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

import { filingText, readSubmission } from '@filigree/edgar';
import { extractByRules, factsJson } from '@filigree/extraction';

const bare = (text) => text.replace(/\s+/g, '');

function around(text, { start, end }, characters) {
  const from = Math.max(0, start - characters);
  return text.slice(from, Math.min(text.length, end + characters));
}

parentPort.on('message', ({ path, accession, textFile, contextCharacters }) => {
  const file = readFileSync(path);
  const started = performance.now();
  const submission = readSubmission(file, path);
  const { text, ...rest } = filingText(file, submission);
  const facts = extractByRules(submission, { text, ...rest }, accession);
  const milliseconds = performance.now() - started;
  const printed = JSON.parse(factsJson({ ...facts, accession: accession ?? facts.accession }, path));
  const all = Object.values(printed).filter(Array.isArray).flat();
  const offsetsRight = all.filter((fact) => bare(text.slice(fact.start, fact.end)) === bare(fact.quote)).length;
  if (textFile !== undefined) writeFileSync(textFile, text);
  if (contextCharacters !== undefined) for (const fact of all) fact.context = around(text, fact, contextCharacters);
  parentPort.postMessage({
    facts: printed,
    company: submission.parties[0]?.name ?? null,
    form: submission.form,
    filed: submission.filed,
    words: text.split(/\s+/).length,
    bytes: file.length,
    milliseconds,
    offsets: { checked: all.length, right: offsetsRight },
  });
});
