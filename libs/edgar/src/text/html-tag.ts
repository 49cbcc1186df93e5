const LONGEST_QUOTE = 32768;
const LONGEST_NAME = 30;
const MOST_NAMES = 1000;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const SPACE = 32;

/** True for an ASCII letter. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

// Names are few: one lower-case string for each spelling.
const names = new Map<string, string>();

/** The name of a tag at [start, end) in lower case. */
export function lowerName(source: string, start: number, end: number): string {
  const spelled = source.slice(start, end);
  let name = names.get(spelled);
  if (name === undefined) {
    name = spelled.toLowerCase();
    if (names.size < MOST_NAMES && spelled.length < LONGEST_NAME) names.set(spelled, name);
  }
  return name;
}

/**
 * Offset of the `>` that ends the tag whose attributes begin at `from`, or -1. A `>` inside quotes does not count, unless
 * the quotes never close or would swallow another tag: filers forget to close them.
 */
export function findTagEnd(source: string, from: number): number {
  const first = source.indexOf('>', from);
  if (first === -1) return -1;
  for (let at = from; at < first; at++) {
    const code = source.charCodeAt(at);
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    // Only a quote that opens a value counts; `<p 5' 6">` is no quotation.
    const before = source.charCodeAt(at - 1);
    if (before !== EQUALS && before !== SPACE) continue;
    const closing = source.slice(at + 1, at + 1 + LONGEST_QUOTE).indexOf(code === QUOTE ? '"' : "'");
    if (closing === -1) return first;
    at += closing + 1;
    if (at > first) {
      const next = source.indexOf('>', at);
      return next === -1 || source.slice(first, at).includes('<') ? first : next;
    }
  }
  return first;
}
