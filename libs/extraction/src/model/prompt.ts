import { createHash } from 'node:crypto';
import { EVENT_TYPES, OWNERSHIP_KINDS, ROLE_STATUSES } from '../facts.ts';
import type { Question } from './types.ts';

/** Rises with each change of the instructions; the hash below tells versions apart on facts and in the cache. */
export const PROMPT_VERSION = 1;

const SYSTEM = `You read one passage of a filing made with the U.S. Securities and Exchange Commission and write down the facts that it states, as JSON. Write only what the passage itself says. If it states nothing of a kind, leave that list empty. Most passages hold few facts or none.

roles: a named person who holds, takes up or leaves a position at a named organization.
- person: the full name as printed, without Mr., Ms., Dr.
- organization: the name as printed; for "the Company" write the filer's name given above the passage.
- title: the position as printed.
- status: appointed (named, elected, promoted, takes up the post), resigned (leaves, retires, steps down, dies), nominated (proposed, stands for election), former (held it before), else current.

events: what this filing announces as having happened or been decided. Not history, not boilerplate, not risks.
- type: one of ${EVENT_TYPES.join(', ')}.
- date: YYYY-MM-DD if the passage gives the day, for results the last day of the period, else null.

ownership: one named organization owns, buys, sells or holds a part of another named organization. Persons do not count.
- parent: the owner, buyer, holder or seller. child: what is owned, bought, held or sold.
- kind: subsidiary (over half), acquisition (agreed, offered or completed purchase), stake (a part), joint_venture, divested.
- percent: the number if printed, else null.

quote: for each fact the shortest run of words, copied letter for letter from the passage, that shows it and holds the names in it. Never change, join or shorten the words of a quote.`;

const text = { type: 'string' } as const;
const list = (properties: Record<string, object>): object => ({
  type: 'array',
  maxItems: 8,
  items: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
});

/** The shape of an answer, as a JSON schema; `parseAnswer` reads it. */
export const ANSWER_SCHEMA: object = {
  type: 'object',
  properties: {
    roles: list({
      person: text,
      organization: text,
      title: text,
      status: { type: 'string', enum: [...ROLE_STATUSES] },
      quote: text,
    }),
    events: list({
      type: { type: 'string', enum: [...EVENT_TYPES] },
      date: { type: ['string', 'null'] },
      quote: text,
    }),
    ownership: list({
      parent: text,
      child: text,
      kind: { type: 'string', enum: [...OWNERSHIP_KINDS] },
      percent: { type: ['number', 'null'] },
      quote: text,
    }),
  },
  required: ['roles', 'events', 'ownership'],
  additionalProperties: false,
};

const MAX_OUTPUT_TOKENS = 768;

/** Sixteen hex digits that change with the instructions and the schema; stored with each fact of a model. */
export const PROMPT_HASH: string = createHash('sha256')
  .update(`${PROMPT_VERSION}\n${SYSTEM}\n${JSON.stringify(ANSWER_SCHEMA)}`)
  .digest('hex')
  .slice(0, 16);

/** The question for one passage. `filer` and `filed` are context that the passage may lean on. */
export function makeQuestion(passage: string, filer: string, filed: string | null): Question {
  return {
    system: SYSTEM,
    user: `Filer: ${filer === '' ? 'not known' : filer}\nFiled: ${filed ?? 'not known'}\n\nPassage:\n${passage}`,
    schema: ANSWER_SCHEMA,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
  };
}
