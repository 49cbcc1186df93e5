import { createHash } from 'node:crypto';
import { EVENT_TYPES, OWNERSHIP_KINDS, ROLE_STATUSES } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import type { Choices } from './choices.ts';
import type { Question } from './types.ts';

/** Rises with each change of the instructions; the hash below tells versions apart on facts and in the cache. */
export const PROMPT_VERSION = 2;

const SYSTEM = `You read one passage of a filing made with the U.S. Securities and Exchange Commission and write down the facts that it states, as JSON. Write only what the passage itself says. If it states nothing of a kind, leave that list empty. Most passages hold few facts or none.

The sentences of the passage are numbered. sentence: for each fact the number of the one sentence that shows it and holds the names in it.`;

const ROLES = `roles: a named person who holds, takes up or leaves a position at a named organization.
- person: the full name as printed, without Mr., Ms., Dr.
- organization: the name as printed; for "the Company" write the filer's name.
- title: the position, copied letter for letter from the sentence.
- status: appointed (named, elected, promoted, takes up the post), resigned (leaves, retires, steps down, dies), nominated (proposed, stands for election), former (held it before), else current.`;

const EVENTS = `events: what this filing announces as having happened or been decided. Not history, not boilerplate, not risks.
- type: one of ${EVENT_TYPES.join(', ')}.
- date: YYYY-MM-DD if the passage gives the day, for results the last day of the period, else null.`;

const OWNERSHIP = `ownership: one named organization owns, buys, sells or holds a part of another named organization. Persons do not count.
- parent: the owner, buyer, holder or seller. child: what is owned, bought, held or sold.
- kind: subsidiary (over half), acquisition (agreed, offered or completed purchase), stake (a part), joint_venture, divested.
- percent: the number if printed, else null.`;

const MAX_TITLE_CHARS = 120;
/** Facts of one kind in one answer. A weak model fills every list that it may; a passage holds few facts. */
const MAX_ITEMS = 8;
const ITEMS_A_SENTENCE = 2;

/** One list of the answer. The sentence comes first: what a model has just chosen, it reads better. */
function list(sentences: readonly number[], properties: Record<string, object>): object {
  const all = { sentence: { type: 'integer', enum: sentences }, ...properties };
  return {
    type: 'array',
    maxItems: Math.min(MAX_ITEMS, sentences.length * ITEMS_A_SENTENCE),
    items: { type: 'object', properties: all, required: Object.keys(all), additionalProperties: false },
  };
}

/** The shape of an answer, as a JSON schema that leaves only the sentences and names of the passage; `parseAnswer` reads it. */
export function answerSchema({ roles, events, ownership }: Choices): object {
  const properties: Record<string, object> = {};
  if (roles !== null) {
    properties['roles'] = list(roles.sentences, {
      person: { type: 'string', enum: roles.people },
      title: { type: 'string', maxLength: MAX_TITLE_CHARS },
      organization: { type: 'string', enum: roles.organizations },
      status: { type: 'string', enum: [...ROLE_STATUSES] },
    });
  }
  if (events !== null) {
    properties['events'] = list(events.sentences, {
      type: { type: 'string', enum: [...EVENT_TYPES] },
      date: { type: ['string', 'null'] },
    });
  }
  if (ownership !== null) {
    properties['ownership'] = list(ownership.sentences, {
      parent: { type: 'string', enum: ownership.organizations },
      child: { type: 'string', enum: ownership.organizations },
      kind: { type: 'string', enum: [...OWNERSHIP_KINDS] },
      percent: { type: ['number', 'null'] },
    });
  }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** The longest answer that the schema of a real passage leaves room for has about 950 tokens; see docs/extraction.md. */
const MAX_OUTPUT_TOKENS = 1024;

/** Sixteen hex digits that change with the instructions; stored with each fact of a model. */
export const PROMPT_HASH: string = createHash('sha256')
  .update([PROMPT_VERSION, SYSTEM, ROLES, EVENTS, OWNERSHIP].join('\n'))
  .digest('hex')
  .slice(0, 16);

/** The question about what a passage leaves open, and no more; who files and when is context that it may lean on. */
export function makeQuestion(reading: Reading, choices: Choices): Question {
  const { filer } = reading;
  const { filed } = reading.submission;
  const { roles, events, ownership } = choices;
  const kinds = [roles === null ? '' : ROLES, events === null ? '' : EVENTS, ownership === null ? '' : OWNERSHIP];
  const names = [
    roles === null ? '' : `People: ${roles.people.join('; ')}`,
    roles === null && ownership === null
      ? ''
      : `Organizations: ${[...new Set([...(roles?.organizations ?? []), ...(ownership?.organizations ?? [])])].join('; ')}`,
  ];
  const context = [`Filer: ${filer === '' ? 'not known' : filer}`, `Filed: ${filed ?? 'not known'}`, ...names];
  return {
    system: [SYSTEM, ...kinds].filter((part) => part !== '').join('\n\n'),
    user: `${context.filter((line) => line !== '').join('\n')}\n\nPassage:\n${numbered(reading, choices)}`,
    schema: answerSchema(choices),
    maxOutputTokens: MAX_OUTPUT_TOKENS,
  };
}

function numbered(reading: Reading, { quotable }: Choices): string {
  return quotable.map(({ start, end }, at) => `[${String(at + 1)}] ${reading.quote(start, end).quote}`).join('\n');
}
