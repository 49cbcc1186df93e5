import type { RoleStatus } from '../facts.ts';
import { samePerson, type Reading, type Sentence } from '../reading/index.ts';
import type { RoleDraft } from '../roles/draft.ts';

/** How far before the sentence the post may have been told. */
const REACH = 900;
const BEGIN = /\b(?:appointment|election|promotion)\b/i;
const END = /\b(?:resignation|retirement|departure)\b/i;
const EFFECT =
  /\b(?:effective|takes? effect|took effect)(?: (?:as of|as from|on|from|at the close of business on))?\s*$/i;
const THEIRS = /\b(?:his|her)\s+(?:\p{Ll}+\s+)?$/iu;

/** Whether the words right before a noun say whose it is, by a pronoun or the name given. */
function isOf(reading: Reading, sentence: Sentence, noun: number, person: string): boolean {
  const before = reading.text.slice(Math.max(sentence.start, noun - 24), noun);
  if (THEIRS.test(before)) return true;
  const owner = reading
    .peopleIn(sentence)
    .filter(({ end }) => end <= noun)
    .at(-1);
  return owner !== undefined && noun - owner.end < 24 && samePerson(owner.name, person);
}

/**
 * Dates the posts told right before by a sentence of their day alone: "Mr. A's resignation is effective as of May 1".
 * `drafts` are those found so far; a post that has a day keeps it.
 */
export function dateEarlierPosts(reading: Reading, sentence: Sentence, drafts: RoleDraft[]): void {
  const last = drafts.at(-1);
  if (last === undefined || sentence.start - last.span.end > REACH) return;
  const { text } = reading;
  const words = text.slice(sentence.start, sentence.end);
  const noun = END.exec(words) ?? BEGIN.exec(words);
  if (noun === null) return;
  const status: RoleStatus = END.test(noun[0]) ? 'resigned' : 'appointed';
  const at = sentence.start + noun.index;
  const date = reading
    .datesIn(sentence)
    .find(({ start, precision }) => start > at && precision === 'day' && EFFECT.test(text.slice(at, start)));
  if (date === undefined) return;
  for (let nth = drafts.length - 1; nth >= 0 && sentence.start - drafts[nth]!.span.end <= REACH; nth--) {
    const draft = drafts[nth]!;
    if (draft.status !== status || (draft.from ?? draft.to ?? null) !== null) continue;
    if (!isOf(reading, sentence, at, draft.person)) continue;
    drafts[nth] = status === 'resigned' ? { ...draft, to: date.iso } : { ...draft, from: date.iso };
  }
}
