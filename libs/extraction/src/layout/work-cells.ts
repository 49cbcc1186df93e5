import type { RoleStatus } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { postDates } from '../roles/post-dates.ts';
import { organizationOfTitle } from '../roles/title-organizations.ts';
import { titlesIn } from '../roles/title-phrase.ts';

const LONGEST_CELL = 1500;
const CLAUSE = /[;.](?=\s+\p{Lu})|;/gu;
const OVER =
  /\b(?:retired|former(?:ly)?|previously|prior|past|until)\b|\b(?:from|between)\b.{0,24}\b(?:to|and|until)\s+(?:\p{L}+\s)?\d{4}/iu;
const YEARS = /\d{4}\s*(?:-|–|—|to)\s*\d{4}/u;
const OPEN = /\bto (?:the )?(?:present|date)\b|\bsince\b|[-–—]\s*present\b/iu;

/** The clauses of a cell: careers are told with semicolons and full stops between. */
function clausesOf(text: string, cell: Span): Span[] {
  const part = text.slice(cell.start, Math.min(cell.end, cell.start + LONGEST_CELL));
  const clauses: Span[] = [];
  let from = 0;
  CLAUSE.lastIndex = 0;
  for (let m = CLAUSE.exec(part); m !== null; m = CLAUSE.exec(part)) {
    clauses.push({ start: cell.start + from, end: cell.start + m.index });
    from = m.index + 1;
  }
  clauses.push({ start: cell.start + from, end: cell.start + part.length });
  return clauses;
}

function statusOf(words: string, before: string): RoleStatus {
  if (OPEN.test(words)) return 'current';
  return OVER.test(words) || YEARS.test(words) || /\b(?:retired|former)\b/iu.test(before) ? 'former' : 'current';
}

/**
 * The posts of a person's career that a cell tells without naming the person: "Chief Executive Officer, Farrow Seed
 * Company; President of Acme Corp. from 1999 to 2004". A post without an organization is not told to be anybody's.
 */
export function workRoles(reading: Reading, person: string, cell: Span): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  let before = '';
  for (const clause of clausesOf(reading.text, cell)) {
    const words = reading.text.slice(clause.start, clause.end);
    const organizations = reading.organizationsIn(clause).filter((one) => one.end <= clause.end);
    for (const title of titlesIn(reading.text, clause, organizations)) {
      const owner = organizationOfTitle(reading, organizations, title, clause.start, clause.end);
      if (owner === null) continue;
      const status = statusOf(words, before);
      const days = postDates(reading, clause, { holder: title, post: owner.span, status });
      drafts.push({
        from: days.from,
        to: days.to,
        person,
        organization: owner.name,
        title: title.text,
        role: classOfTitle(title.text),
        status,
        span: { start: Math.min(title.start, owner.span.start), end: Math.max(title.end, owner.span.end) },
        rule: 'work-cell',
      });
    }
    before = words;
  }
  return drafts;
}
