import { FIELD_LABELS, NAME_LABELS, POST_LABELS, SIGN_LABELS } from '../lexicon/labels.ts';
import type { Reading, Span } from '../reading/index.ts';
import type { Line } from './lines.ts';

/** A labelled value within a line: "Name: X Title: Y" is two. */
export interface Field extends Span {
  /** Folded; empty before the first label. */
  readonly label: string;
  readonly text: string;
  readonly line: Line;
}

const LABEL = /(?:^|\s)(\p{L}[\p{L}.]*(?: (?:\/ )?\p{L}+){0,3})\s*:/gu;
/** German signers add on whose behalf they sign before the mark. */
const PROXY = /^(?:ppa|i\.\s?v|i\.\s?a)\.?\s+(?=\/\s?s\s?\/)/i;

export function isNameField(label: string): boolean {
  return NAME_LABELS.has(label);
}
export function isPostField(label: string): boolean {
  return POST_LABELS.has(label);
}
export function isSignField(label: string): boolean {
  return SIGN_LABELS.has(label);
}

/** The longest run of words before a colon that is a label, counted from its end. */
function labelIn(words: string): string | null {
  const folded = words.toLowerCase().replace(/\.$/, '');
  for (let from = 0; from >= 0; from = folded.indexOf(' ', from) + 1 || -1) {
    const part = folded.slice(from);
    if (FIELD_LABELS.has(part)) return part;
  }
  return null;
}

/** A line as labelled fields; the text before the first label is an unlabelled one. */
export function fieldsOf(reading: Reading, line: Line): Field[] {
  const shown = reading.text.slice(line.start, line.end);
  const fields: Field[] = [];
  const add = (label: string, start: number, end: number): void => {
    const text = shown.slice(start, end).replace(/\s+/g, ' ').trim();
    if (text !== '' || label !== '')
      fields.push({ label, text, start: line.start + start, end: line.start + end, line });
  };
  let label = '';
  let from = PROXY.exec(shown)?.[0].length ?? 0;
  LABEL.lastIndex = 0;
  for (let m = LABEL.exec(shown); m !== null; m = LABEL.exec(shown)) {
    const found = labelIn(m[1]!);
    if (found === null) continue;
    const at = m.index + m[0].length - 1 - m[0].slice(m[0].indexOf(m[1]!)).length + 1 + m[1]!.length - found.length;
    if (label !== '' || shown.slice(from, at).trim() !== '') add(label, from, Math.max(from, at));
    label = found;
    from = m.index + m[0].length;
  }
  add(label, from, shown.length);
  return fields;
}
