import { foldSpace, type Reading, type Span } from '../reading/index.ts';
import { organizationOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';

/** What a contact block is headed with. */
const LABEL =
  /\b(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies))\b|\b(?:investors?|media|press|public|shareholder|corporate|analyst)s?(?: and [a-z]+| & [a-z]+|\/[a-z]+)? (?:relations?|communications?|office|desk)\b|^for (?:further|more|additional|any)\b.{0,40}\binformation\b|^(?:media|press|investors?|analysts?)(?: (?:and|&) (?:media|press|investors?|analysts?))?\s*:/i;
const NOT_A_LABEL =
  /\b(?:may|will|should|has|have|is|are|was|were|would|committee|agreement|pursuant|policy|strategy|program|report)\b/i;
/** A label with its colon, at the beginning or behind an address, a number or another label. */
const ENTRY = /(?<=^|[\d)\]:]\s|\.\p{L}{2,7}\s)\p{Lu}[^:@\d()]{1,40}:\s/gu;

/** A short line that heads a contact block, with or without a name after the label. */
export function isContactLabel(text: string): boolean {
  return (
    text.length <= 110 &&
    LABEL.test(text) &&
    !NOT_A_LABEL.test(text) &&
    !/[.!?]$/.test(text.replace(/\b(?:Inc|Ltd|Corp|Co|S\.A|N\.V)\.$/i, ''))
  );
}

/** A line that is the label alone: the part before the colon, or all of it. */
export function labelText(text: string): string {
  return foldSpace(text.replace(/:.*$/, '')).replace(/[\s:;,–-]+$/, '');
}

/** Name of an organization in a label: "Acme Press Contacts" is Acme's. */
export function organizationInLabel(reading: Reading, line: Span): string | null {
  const found = reading
    .organizationsIn(line)
    .find((one) => !(one.by === 'defined' && /^(?:the )?company$/i.test(one.printed)));
  if (found !== undefined) return found.name;
  const lead =
    /^([A-Z][A-Za-z&.-]{1,20})[’']?s? (?:press|media|investor|editorial|company|corporate|public|news)\b/i.exec(
      reading.text.slice(line.start, line.end),
    );
  const word = lead?.[1];
  if (
    word === undefined ||
    /^(?:for|press|media|investor|investors|analyst|company|corporate|public|news|the|our|us|european|international|global|group|general|primary|main|other|and)$/i.test(
      word,
    )
  )
    return null;
  return reading.organizationName(word);
}

/** "Acme: A Person": the organization before the colon. */
export function organizationLed(reading: Reading, span: Span): string | null {
  const found = organizationOfLine(reading, span, 0.8);
  if (found !== null) return found.name;
  const printed = foldSpace(reading.text.slice(span.start, span.end));
  const resolved = reading.organizationName(printed);
  return resolved === printed ? null : resolved;
}

/** "Overseas: A Person (a@acme.com) Domestic: B Person (b@acme.com)": a line that holds several entries, each with its label. */
export function entriesOf(reading: Reading, line: Line): Line[] {
  const shown = reading.text.slice(line.start, line.end);
  const starts: number[] = [];
  ENTRY.lastIndex = 0;
  for (let m = ENTRY.exec(shown); m !== null; m = ENTRY.exec(shown)) starts.push(m.index);
  if (starts.length < 2 || line.long) return [line];
  return starts.map((from, nth) => {
    const [start, end] = [line.start + (nth === 0 ? 0 : from), line.start + (starts[nth + 1] ?? shown.length)];
    return { ...line, start, end, text: foldSpace(reading.text.slice(start, end)) };
  });
}
