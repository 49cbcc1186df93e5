import type { Reading, Span } from '../reading/index.ts';
import { isReachLine, organizationOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { bareTitle, isTitleLine, SINCE } from './title-line.ts';

/** A title that a line or cell prints, with the organization printed behind it. */
export interface Titled extends Span {
  readonly title: string;
  /** The organization printed with the title; null where none is. */
  readonly organization: string | null;
}

/** Captions of a line to sign on or of a column: what it is for, not what somebody is. */
const CAPTION = /^\(?(?:name|signature|title|position|contact|office)s?(?: of .*)?\)?:?$/i;
/** "Name of director" under a name says that the signer is one. */
const CAPTION_OF = /^\(?(?:name|signature) of (?:the )?(director|trustee|secretary|treasurer)\)?$/i;
/** Words that head a part of a form and are nobody's post by themselves. */
const BARE =
  /^(?:the )?(?:executive|employee|owner|member|principal|associate|chief|deputy|head|representative|agent)s?:?$/i;
/** "Audit Committee (Chair)": what a director does on the board. */
export const COMMITTEE = /^[\p{L}&,\s-]+ committee(?:\s*\((?:co-)?chair\p{L}*\))?$/iu;
/** Groups and footnotes speak of several people, or of somebody else. */
const GROUP = /^\(|\p{L}{4,}\.$|(?<!\bof )(?<!\bof the )\b(?:directors|officers|trustees|executives|supervisors)\b/iu;
const LINK = /(?:,|\s[–—-]|\s(?:of|at|for|with|to|in))\s+(?:the\s+)?$/i;

/** "Investor Relations Manager, Acme SA": the title and the organization after it. */
export function ownerIn(
  reading: Reading,
  start: number,
  title: string,
): { title: string; organization: string } | null {
  for (const found of reading.organizationsIn({ start, end: start + title.length })) {
    const before = title.slice(0, found.start - start);
    const link = LINK.exec(before);
    const shape = found.by === 'shape' && /\p{L}/u.test(title.slice(found.end - start));
    const rank =
      /^(?:group|company|bank|corporation|fund|trust|board)$/i.test(found.printed) && !/\bthe\s+$/i.test(before);
    if (shape || rank || link === null || link.index < 2 || !isTitleLine(before.slice(0, link.index))) continue;
    return { title: before.slice(0, link.index), organization: found.name };
  }
  return null;
}

/** The title that a line or cell is; null where it is anything else. */
export function titledIn(reading: Reading, span: Span): Titled | null {
  const text = reading.text.slice(span.start, Math.min(span.end, span.start + 220));
  const owner = ownerIn(reading, span.start, text);
  const captioned = CAPTION_OF.exec(text.trim())?.[1];
  if (captioned !== undefined) return { start: span.start, end: span.end, title: captioned, organization: null };
  const title = bareTitle((owner?.title ?? text).replace(/\s+/g, ' ').trim());
  if (CAPTION.test(title) || BARE.test(title) || COMMITTEE.test(title) || GROUP.test(title) || !isTitleLine(title))
    return null;
  if (owner === null && (isReachLine(title) || organizationOfLine(reading, span, 0.8) !== null)) return null;
  // "Director since 1997" is said of the company that prints it.
  const own = SINCE.test(text) && reading.filer !== '' ? reading.filer : null;
  return { start: span.start, end: span.end, title, organization: owner?.organization ?? own };
}

const read = new WeakMap<Line, Titled | null>();

/** The title that a whole line is, see `titledIn`, read once. */
export function titledLine(reading: Reading, line: Line): Titled | null {
  let titled = read.get(line);
  if (titled === undefined) read.set(line, (titled = line.long ? null : titledIn(reading, line)));
  return titled;
}
