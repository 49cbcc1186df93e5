import { foldSpace } from './inline.ts';

const SIGNATURE_LINE = /^(?:by|name|title|its|date|dated|signed|tel|fax|phone|e-?mail)\s*:|\/s\//i;
const ENDS_SENTENCE = /[.:;!?]["”')]?$/;
const PROSE_LINE = 0.7;
const SHORT_LINE = 0.5;

function firstWordLength(line: string): number {
  const space = line.indexOf(' ');
  return space === -1 ? line.length : space;
}

// Prose that is set narrower than the rest of its document: all lines but the last end close to the longest.
function ownWidth(lengths: readonly number[], width: number): number {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return longest >= 40 && lengths.every((length) => length >= longest - 16) ? Math.min(longest, width) : width;
}

// Most lines but the last reach far to the right: nobody sets a list of names or an address like that.
function isProse(lengths: readonly number[], right: number): boolean {
  return lengths.length >= 2 && lengths.filter((length) => length >= right * PROSE_LINE).length >= lengths.length * 0.6;
}

function glue(before: string, after: string): string {
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) && !/^(?:and|or|to)\b/.test(after) ? '' : ' ';
}

/**
 * The text of consecutive lines: a line that was wrapped is joined with the next, a line that was ended on purpose stays
 * apart (`\n`). It was wrapped if the first word of the next line had no room left on it, or if the next goes on in small
 * letters; lines of a signature are never joined.
 */
export function joinWrapped(lines: readonly string[], width: number): string {
  const lengths = lines.slice(0, -1).map((line) => line.length);
  const right = lines.length < 3 ? width : ownWidth(lengths, width);
  const prose = isProse(lengths, right);
  const parts: string[] = [];
  let before = '';
  for (let nth = 0; nth < lines.length; nth++) {
    const text = foldSpace(lines[nth]!.trim());
    if (text === '') continue;
    if (before !== '') {
      const length = lengths[nth - 1]!;
      const wrapped =
        firstWordLength(text) + 1 > right - length ||
        (prose && length >= right * SHORT_LINE && !ENDS_SENTENCE.test(before)) ||
        (/^\p{Ll}/u.test(text) && !ENDS_SENTENCE.test(before));
      const apart = SIGNATURE_LINE.test(before) || SIGNATURE_LINE.test(text);
      parts.push(wrapped && !apart ? glue(before, text) : '\n');
    }
    parts.push(text);
    before = text;
  }
  return parts.join('');
}
