// A thread of extract.mjs: reads one filing after another by the rules and answers with its facts.
import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

import { filingText, readSubmission } from '@filigree/edgar';
import { extractByRules, factsJson, Refusals } from '@filigree/extraction';

const bare = (text) => text.replace(/\s+/g, '');

const aroundIn =
  (text, characters) =>
  ({ start, end }) =>
    text.slice(Math.max(0, start - characters), end + characters);

/** The text around each fact, by the fact's list and place in it. */
function contextsOf(text, facts, characters) {
  const around = aroundIn(text, characters);
  const lists = Object.entries(facts).filter(([, list]) => Array.isArray(list));
  return Object.fromEntries(lists.map(([kind, list]) => [kind, list.map(around)]));
}

parentPort.on('message', ({ path, accession, textFile, contextCharacters }) => {
  const file = readFileSync(path);
  const started = performance.now();
  const submission = readSubmission(file, path);
  const filing = filingText(file, submission);
  const refusals = new Refusals();
  const found = extractByRules(submission, filing, accession, refusals);
  const milliseconds = performance.now() - started;
  const { text } = filing;
  const facts = JSON.parse(factsJson({ ...found, accession: accession ?? found.accession }, path));
  const all = Object.values(facts).filter(Array.isArray).flat();
  const right = all.filter(({ start, end, quote }) => bare(text.slice(start, end)) === bare(quote)).length;
  if (textFile !== undefined) writeFileSync(textFile, text);
  parentPort.postMessage({
    facts,
    contexts: contextCharacters === undefined ? {} : contextsOf(text, facts, contextCharacters),
    refused:
      contextCharacters === undefined
        ? []
        : refusals.all.map((one) => ({ ...one, context: aroundIn(text, contextCharacters)(one) })),
    company: submission.parties[0]?.name ?? null,
    form: submission.form,
    filed: submission.filed,
    words: text.split(/\s+/).length,
    bytes: file.length,
    milliseconds,
    offsets: { checked: all.length, right },
  });
});
