// Who is asked by `npm run eval -- --ai on`: the model of OLLAMA_BASE_URL, or a scripted one that is as good or as bad as can be.
import { join } from 'node:path';
import { makeAnswerCache, makeModelPool, makeOllamaClient } from '@filigree/extraction';

const ANSWER_TIMEOUT_MS = 240_000;
const fold = (text) => text.replace(/\s+/g, ' ').trim();

/** Asks the services of the environment, as a worker does, with the same cache. */
export function realModel(env, cwd) {
  const model = env.OLLAMA_MODEL ?? 'llama3.2';
  const urls = (env.OLLAMA_BASE_URL ?? 'http://127.0.0.1:11434').split(',');
  const clients = urls.map((url) => makeOllamaClient({ url: url.trim(), model, timeoutMs: ANSWER_TIMEOUT_MS }));
  const cache = makeAnswerCache(join(cwd, '.filigree', 'answers'));
  const pool = makeModelPool({ clients, concurrency: clients.length, cache });
  return { name: model, check: () => pool.check(), askAbout: () => pool.ask };
}

/** `good` says what the labels say of the passage; `inventing` says all that it can, and names that nobody printed. */
export const SCRIPTED = { good, inventing };

export function scriptedModel(name) {
  const answer = SCRIPTED[name];
  const reply = { outcome: 'complete', promptTokens: 0, outputTokens: 0, elapsedMs: 0, cached: false };
  return {
    name: `scripted ${name}`,
    check: async () => undefined,
    askAbout: (gold) => async (question) => ({ ...reply, text: JSON.stringify(answer(question, gold)) }),
  };
}

function good({ user }, gold) {
  const passage = fold(user.slice(user.indexOf('Passage:\n')).replace(/^\[\d+\] /gm, ''));
  const stands = ({ quote }) => passage.includes(fold(quote));
  return {
    roles: gold.roles.filter(stands),
    events: gold.events.filter(stands),
    ownership: gold.ownership.filter(stands),
  };
}

const choices = (schema, kind, key) => schema.properties[kind]?.items.properties[key].enum ?? [];

/** Every sentence with every name and every value that the schema allows, in all directions: the worst of all models. */
function inventing({ user, schema }) {
  const roles = [];
  for (const sentence of choices(schema, 'roles', 'sentence'))
    for (const person of choices(schema, 'roles', 'person'))
      for (const organization of choices(schema, 'roles', 'organization'))
        for (const title of titlesIn(sentenceOf(user, sentence)))
          for (const status of choices(schema, 'roles', 'status'))
            roles.push({ sentence, person, organization, title, status });
  const ownership = [];
  for (const sentence of choices(schema, 'ownership', 'sentence'))
    for (const parent of choices(schema, 'ownership', 'parent'))
      for (const child of choices(schema, 'ownership', 'child'))
        for (const kind of choices(schema, 'ownership', 'kind'))
          ownership.push({ sentence, parent, child, kind, percent: 51 });
  const events = [];
  for (const sentence of choices(schema, 'events', 'sentence'))
    for (const type of choices(schema, 'events', 'type')) events.push({ sentence, type, date: '2009-01-31' });
  const person = 'Desmond Farquhar';
  const organization = 'Acme Holdings Inc.';
  const title = 'Chief Executive Officer';
  const quote = `${person} was named ${title} of ${organization}`;
  roles.push({ quote, person, organization, title, status: 'appointed' });
  ownership.push({ quote, parent: organization, child: organization, kind: 'acquisition', percent: 100 });
  return { roles, events, ownership };
}

/** The sentence with that number, as the question prints it. */
const sentenceOf = (user, number) => new RegExp(`^\\[${String(number)}\\] (.*)$`, 'm').exec(user)?.[1] ?? '';

/** Runs of words that a title might be: up to five words that end with one for a post. */
function titlesIn(quote) {
  const words = quote.split(' ');
  const titles = new Set();
  words.forEach((word, at) => {
    if (
      !/^(?:president|chair\w*|director|officer|secretary|treasurer|manager|counsel|partner|head|ceo|cfo|member)\W*$/i.test(
        word,
      )
    )
      return;
    for (let count = 1; count <= 5 && count <= at + 1; count += 1)
      titles.add(
        words
          .slice(at - count + 1, at + 1)
          .join(' ')
          .replace(/[,;.:)]+$/, ''),
      );
  });
  return titles;
}

/** What the scorer must find in a fact; the class of a post is not asked of a model. */
const NAMED = {
  roles: ['person', 'organization', 'role', 'status'],
  events: ['type'],
  ownership: ['parent', 'child', 'kind'],
};

/** A line of facts to which all that the model said is added unseen: what grounding keeps out. */
export function believed(line, replies) {
  const facts = JSON.parse(line);
  for (const text of replies) {
    let said;
    try {
      said = JSON.parse(text);
    } catch {
      continue;
    }
    for (const [kind, keys] of Object.entries(NAMED)) {
      if (!Array.isArray(said[kind])) continue;
      const items = said[kind].map((item) => ({ role: 'other', ...item }));
      facts[kind].push(...items.filter((item) => keys.every((key) => typeof item[key] === 'string')));
    }
  }
  return JSON.stringify(facts);
}
