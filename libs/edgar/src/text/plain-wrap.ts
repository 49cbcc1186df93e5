import { foldSpace } from './inline.ts';

function firstWordLength(line: string): number {
  const space = line.indexOf(' ');
  return space === -1 ? line.length : space;
}

// Prose that is set narrower than the rest of its document: all lines but the last end close to the longest.
function ownWidth(lines: readonly string[], width: number): number {
  if (lines.length < 3) return width;
  const lengths = lines.slice(0, -1).map((line) => line.length);
  const longest = Math.max(...lengths.slice(0, 1000));
  return longest >= 40 && lengths.every((length) => length >= longest - 16) ? Math.min(longest, width) : width;
}

function glue(before: string, after: string): string {
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) && !/^(?:and|or|to)\b/.test(after) ? '' : ' ';
}

/**
 * The text of consecutive lines: a line that was wrapped is joined with the next, a line that was ended on purpose stays
 * apart (`\n`). It was wrapped if the first word of the next line had no room left on it.
 */
export function joinWrapped(lines: readonly string[], width: number): string {
  const right = ownWidth(lines, width);
  const parts: string[] = [];
  let before = '';
  for (let nth = 0; nth < lines.length; nth++) {
    const text = foldSpace(lines[nth]!.trim());
    if (text === '') continue;
    if (before !== '') {
      const room = right - lines[nth - 1]!.length;
      parts.push(firstWordLength(text) + 1 > room ? glue(before, text) : '\n');
    }
    parts.push(text);
    before = text;
  }
  return parts.join('');
}
