// The fixed questions by name, answered as lines of JSON.

import type { EventFilter, GraphReader } from '../store/store.ts';
import { askCompany, askEvents, askFiling, askPerson } from './ask.ts';
import type { Answer } from './ask.ts';
import { boundedReader, tooLarge } from './bounded.ts';
import type { MayGoOn } from './bounded.ts';
import { ANSWER_LIMITS } from './limits.ts';

/** A fixed question and what it is about. */
export type Question =
  | { readonly name: 'company' | 'person'; readonly of: string; readonly at?: string }
  | { readonly name: 'filing'; readonly of: string }
  | { readonly name: 'events'; readonly filter: EventFilter & { readonly company?: string } };

async function answersTo(reader: GraphReader, question: Question): Promise<readonly Answer[]> {
  switch (question.name) {
    case 'company':
      return [await askCompany(reader, question.of, question)];
    case 'person':
      return askPerson(reader, question.of, question);
    case 'filing':
      return [await askFiling(reader, question.of)];
    case 'events':
      return [await askEvents(reader, question.filter)];
  }
}

/** An answer a line. Throws USAGE, NOT_FOUND, TOO_LARGE above `ANSWER_LIMITS`, and what `mayGoOn` throws. */
export async function answerLines(reader: GraphReader, question: Question, mayGoOn: MayGoOn): Promise<string[]> {
  let bytes = 0;
  return (await answersTo(boundedReader(reader, mayGoOn), question)).map((answer) => {
    const line = JSON.stringify(answer);
    bytes += Buffer.byteLength(line);
    if (bytes > ANSWER_LIMITS.bytes) throw tooLarge(`more than ${String(ANSWER_LIMITS.bytes)} bytes`);
    return line;
  });
}

/** What lets an answer go on for as long as it may. `now` in milliseconds that only ever rise. */
export function makeMayGoOn(now: () => number, isOver: () => boolean, cancelled: () => Error): () => void {
  const endMs = now() + ANSWER_LIMITS.timeMs;
  return () => {
    if (isOver()) throw cancelled();
    if (now() > endMs) throw tooLarge(`longer than ${String(ANSWER_LIMITS.timeMs / 1000)} seconds`);
  };
}
