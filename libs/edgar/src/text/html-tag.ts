const LONGEST_QUOTE = 32768;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const SPACE = 32;
const LESS = 60;
const GREATER = 62;

/** True for an ASCII letter. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

// Five letters of five bits each are a small integer: the names of nearly all tags, found without making a string.
const SHORT_NAME = 5;
const SHORT_NAMES = new Map<number, string>();
for (const name of 'a b big body br center dd dir div dl dt font form head hr html i img li link meta ol p pre s small span sub sup table tbody td tfoot th thead title tr tt u ul'.split(
  ' ',
)) {
  if (name.length <= SHORT_NAME) SHORT_NAMES.set(keyOf(name, 0, name.length), name);
}

// -1 where a character is no letter.
function keyOf(source: string, start: number, end: number): number {
  let key = 0;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (!isLetter(code)) return -1;
    key = key * 32 + (code & 31);
  }
  return key;
}

/** The name of a tag at [start, end) in lower case. */
export function lowerName(source: string, start: number, end: number): string {
  const short = end - start <= SHORT_NAME ? SHORT_NAMES.get(keyOf(source, start, end)) : undefined;
  return short ?? source.slice(start, end).toLowerCase();
}

// Where a tag ends whose quoted value spans [from, to): behind it, unless the value holds a `>` and then another tag.
function endInside(source: string, from: number, to: number): number {
  let end = -1;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER && end === -1) end = at;
    else if (code === LESS && end !== -1) return end;
  }
  return -1;
}

/**
 * Offset of the `>` that ends the tag whose attributes begin at `from`, or -1. A `>` inside quotes does not count, unless
 * the quotes never close or would swallow another tag: filers forget to close them. A search for a quote ends at the next
 * one, where the next search begins: the work is linear in the source.
 */
export function findTagEnd(source: string, from: number): number {
  const length = source.length;
  for (let at = from; at < length; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER) return at;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    // Only a quote that opens a value counts; `<p 5' 6">` is no quotation.
    const before = source.charCodeAt(at - 1);
    if (before !== EQUALS && before !== SPACE) continue;
    const closing = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
    if (closing === -1 || closing - at > LONGEST_QUOTE) continue;
    const end = endInside(source, at + 1, closing);
    if (end !== -1) return end;
    at = closing;
  }
  return -1;
}
