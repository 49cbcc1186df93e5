import type { Reading } from '../reading/index.ts';
import { classOfTitle } from './classes.ts';
import type { RoleDraft } from './draft.ts';
import { isReachLine, organizationOfLine } from './line-kinds.ts';
import { namesOf, type LineName } from './line-names.ts';
import type { Line } from './lines.ts';
import { readName } from './name-slot.ts';
import { isTitleLine } from './title-phrase.ts';

interface Titled {
  readonly title: string;
  readonly end: number;
  /** The line after the last title line. */
  readonly next: number;
}

/** The title below a name: one line, or two where the first goes on. */
function titleBelow(reading: Reading, lines: readonly Line[], at: number): Titled | null {
  const first = lines[at];
  if (
    first === undefined ||
    first.long ||
    first.text.length > 110 ||
    !isTitleLine(first.text) ||
    isReachLine(first.text)
  )
    return null;
  if (organizationOfLine(reading, first, 0.8) !== null || namesOf(reading, first, false).length > 0) return null;
  const second = lines[first.below];
  const goesOn =
    second !== undefined &&
    (/(?:\band|&|,|\bof|–|-)$/i.test(first.text) || /^(?:and\b|&)/i.test(second.text)) &&
    second.text.length < 90 &&
    !second.long;
  if (goesOn) return { title: `${first.text} ${second.text}`, end: second.end, next: second.below };
  return { title: first.text, end: first.end, next: first.below };
}

/** A name and its title in one row of a table: lists of directors and officers. */
function titleInRow(reading: Reading, lines: readonly Line[], index: number): Line | null {
  const line = lines[index]!;
  if (!line.shared) return null;
  for (let at = index + 1; at < lines.length && at <= index + 3; at++) {
    const other = lines[at]!;
    if (other.block !== line.block) return null;
    if (/^\d{2}$/.test(other.text)) continue;
    return isTitleLine(other.text) &&
      readName(other.text, false) === null &&
      organizationOfLine(reading, other, 0.8) === null
      ? other
      : null;
  }
  return null;
}

function organizationBelow(reading: Reading, lines: readonly Line[], at: number): string | null {
  const line = lines[at];
  if (line === undefined || line.long) return null;
  return organizationOfLine(reading, line)?.name ?? null;
}

function draft(
  name: LineName,
  title: string,
  span: { start: number; end: number },
  organization: string | null,
  rule: string,
): RoleDraft {
  return {
    person: name.name,
    organization,
    title: title.replace(/^\(|\)?[\s,;]*$/g, ''),
    role: classOfTitle(title.replace(/[()]/g, ' ')),
    status: /\b(?:former|retired)\b/i.test(title) ? 'former' : 'current',
    span,
    rule,
  };
}

/** `used` are the offsets of names that another rule has placed. Names and titles that make up lines or table rows by themselves: closings of letters, lists of directors, participants of a call. */
export function nameLineRoles(reading: Reading, lines: readonly Line[], used: ReadonlySet<number>): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  lines.forEach((line, index) => {
    if (line.long || line.text.length > 150 || line.text.length < 5 || !/\p{Lu}/u.test(line.text)) return;
    const names = namesOf(reading, line, false);
    const [name] = names;
    if (name === undefined || names.length > 1 || used.has(name.start)) return;
    if (name.rest !== '' && name.restSpan !== null) {
      drafts.push(
        draft(
          name,
          name.rest,
          { start: name.start, end: name.restSpan.end },
          name.organization ?? organizationBelow(reading, lines, line.below),
          'name-line',
        ),
      );
      return;
    }
    const beside = titleInRow(reading, lines, index);
    if (beside !== null) {
      drafts.push(draft(name, beside.text, { start: name.start, end: beside.end }, null, 'name-row'));
      return;
    }
    const below = titleBelow(reading, lines, line.below);
    if (below === null) return;
    const between = reading.text.slice(name.end, below.end).length;
    const contiguous = !line.shared && between < 240;
    drafts.push(
      draft(
        name,
        below.title,
        contiguous ? { start: name.start, end: below.end } : { start: name.start, end: name.end },
        organizationBelow(reading, lines, below.next),
        'name-over-title',
      ),
    );
  });
  return drafts;
}
