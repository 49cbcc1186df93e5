import { chosenEvents } from '../choice/choose.ts';
import type { EventFact, EventType } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { eventDate } from './dating.ts';
import { detailsOf } from './details.ts';
import type { Evidence } from './evidence.ts';
import { coverDay } from './cover.ts';
import { formTraits } from '../forms/index.ts';
import { formEvents } from './form-events.ts';

export { headingItem, itemMeaning, itemNumber } from './eight-k.ts';
export type { ItemMeaning } from './eight-k.ts';

const LONG_SENTENCE = 420;
const QUOTED_BEFORE = 160;
const QUOTED_AFTER = 260;

/** The sentence, or of a long one the clause around the cue: from the announcing verb to the end of the clause. */
function quoteSpan(reading: Reading, sentence: Span, cue: Span): Span {
  if (sentence.end - sentence.start <= LONG_SENTENCE) return sentence;
  const text = reading.text.slice(sentence.start, sentence.end);
  const from = cue.start - sentence.start;
  const start =
    from <= QUOTED_BEFORE ? sentence.start : wordStart(reading.text, cue.start - QUOTED_BEFORE, sentence.start);
  const rest = text.slice(cue.end - sentence.start);
  const stop = /[;.](?=\s|$)|,\s(?=which|who|where|with|and)/u.exec(rest.slice(0, QUOTED_AFTER));
  const end = stop === null ? Math.min(sentence.end, cue.end + QUOTED_BEFORE) : cue.end + stop.index;
  return { start, end: wordEnd(reading.text, end, sentence.end) };
}

const IN_WORD = /[\p{L}\p{N}]/u;

function wordEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && IN_WORD.test(text[end] ?? ' ')) end++;
  return end;
}

function wordStart(text: string, at: number, limit: number): number {
  let start = at;
  while (start > limit && IN_WORD.test(text[start - 1] ?? ' ')) start--;
  return start;
}

/** The day of the announcement: of a Form 8-K without a release the day of the earliest event that its cover names. */
function announcedOn(reading: Reading, type: EventType, { zone, unit }: Evidence): string | null {
  const { form, period } = reading.submission;
  const { family, quiet } = formTraits(form);
  if (quiet) return type === 'financial_results' ? (period ?? unit.announced) : null;
  const covered = zone === 'item' || (family === 'current' && unit.blocks[0]?.unit === 0);
  return covered ? (period ?? coverDay(reading) ?? unit.announced) : unit.announced;
}

const TELLS = 0.3;
const sourceOf = ({ zone, named }: Evidence): string =>
  zone === 'item' ? 'rule:8-k-item' : named ? 'rule:form' : 'rule:announcement';

/** Whether the choice decides what a filing of this form tells. */
export function extractsEvents({ submission }: Reading): boolean {
  return formTraits(submission.form).events === 'told';
}

/**
 * What the filing reports as having happened or been decided: candidates from its items, headlines, sentences and the form
 * itself, of which the learned choice takes those that the filing tells. At most one a type.
 */
export function extractEvents(reading: Reading): readonly EventFact[] {
  const byForm = formEvents(reading);
  if (byForm !== undefined) return byForm;
  if (!extractsEvents(reading)) return [];
  return chosenEvents(reading).map(({ type, best, pieces, confidence }) => {
    const quoted = quoteSpan(reading, best.sentence, best.cue);
    const others = pieces.filter((piece) => piece !== best && piece.score >= TELLS);
    return {
      type,
      date: eventDate(reading, type, {
        sentences: [best, ...others].map((piece) => piece.sentence),
        opening: best.unit.opening,
        announced: announcedOn(reading, type, best),
        decided: best.decided !== null,
      }),
      ...detailsOf(reading, type, best.sentence, best.cue),
      ...reading.quote(quoted.start, quoted.end),
      source: sourceOf(best),
      confidence: Math.round(confidence * 100) / 100,
    };
  });
}
