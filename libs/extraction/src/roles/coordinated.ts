import type { OrganizationMention, Reading } from '../reading/index.ts';
import type { Linked, Post, Subject } from './posts.ts';

const MANY =
  /^(?:[\w-]+ ){0,4}?(?:members|directors|presidents|commissioners|officers|trustees|supervisors|managers|partners)\b/i;
const JOINED = /^\s*(?:\([^()]{1,30}\)\s*)?(?:,\s*(?:and\s+)?|(?:and|&)\s+)(?:(?:Mr|Ms|Mrs|Dr|Prof|Messrs)\b\.?\s*)?$/i;

/** "A, B and C as members of the Board": the holders named before the one that the post is linked to. */
export function fellowsOf(
  reading: Reading,
  subjects: readonly Subject[],
  post: Post,
  { subject, how }: Linked,
): Subject[] {
  if (how !== 'verb' || subject.end > post.span.start || (!post.board && !MANY.test(post.title.text))) return [];
  const fellows: Subject[] = [];
  let last = subject;
  for (let at = subjects.indexOf(subject) - 1; at >= 0; at--) {
    const one = subjects[at]!;
    if (one.pronoun || !JOINED.test(reading.text.slice(one.end, last.start))) break;
    fellows.push(one);
    last = one;
  }
  return fellows;
}

const SEAT = /\b(?:directors?|members?|trustees?|chair\w*|advis[eo]r)\b/i;
const AND_AT = /^\s*(?:,\s*(?:and\s+)?|and\s+|as well as\s+)(?:of\s+)?(?:the\s+)?$/i;

/** "is a director of A, B and C": the organizations after the one that the post is printed with. */
export function alsoAt(
  reading: Reading,
  organizations: readonly OrganizationMention[],
  post: Post,
  { how }: Linked,
): OrganizationMention[] {
  if (post.organization === null || (how !== 'verb' && how !== 'joined') || !SEAT.test(post.title.text)) return [];
  if (post.organization.span.end <= post.title.end) return [];
  const found: OrganizationMention[] = [];
  let { end } = post.organization.span;
  for (const one of organizations) {
    if (one.start < end) continue;
    if (!AND_AT.test(reading.text.slice(end, one.start)) || /^[’']s\b/.test(reading.text.slice(one.end, one.end + 3)))
      break;
    found.push(one);
    ({ end } = one);
  }
  // "a director of A, and B announced": what a verb follows is another subject.
  const last = found.at(-1);
  if (
    last !== undefined &&
    /^\s+(?:has|have|had|is|are|was|were|will|today|announced?|said|agreed|entered)\b/i.test(
      reading.text.slice(last.end, last.end + 20),
    )
  )
    found.pop();
  return found;
}
