import { wordsOf } from '../words.ts';
import type { Shape, Word } from '../words.ts';

const inner = (match: string): string => match.slice(1, -1);
const undoubled =
  (mark: string) =>
  (match: string): string =>
    inner(match).replaceAll(mark + mark, mark);

// As SQLite's tokenizer (tokenize.c) cuts them. A number that runs into a letter fits nothing.
const SHAPES: readonly Shape[] = [
  { pattern: /[ \t\n\f\r]+/y, kind: null },
  { pattern: /--[^\n\0]*/y, kind: null },
  { pattern: /\/\*[^\0]*?\*\//y, kind: null },
  { pattern: /x'(?:[0-9a-f]{2})*'/iy, kind: 'string' },
  { pattern: /'(?:[^'\0]|'')*'/y, kind: 'string', text: undoubled("'") },
  { pattern: /"(?:[^"\0]|"")*"/y, kind: 'quoted', text: undoubled('"') },
  { pattern: /`(?:[^`\0]|``)*`/y, kind: 'quoted', text: undoubled('`') },
  { pattern: /\[[^\]\0]*\]/y, kind: 'quoted', text: inner },
  { pattern: /0x[0-9a-f]+(?![\w$.])/iy, kind: 'number' },
  { pattern: /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(?![\w$.])/iy, kind: 'number' },
  { pattern: /[a-z_][\w$]*/iy, kind: 'name' },
  { pattern: /->>?|\|\||==|<>|!=|<=|>=|<<|>>|\/(?!\*)|[(),.;+\-*%<>=&|~]/y, kind: 'mark' },
];

/** A query in SQL as words. Throws USAGE. */
export function sqlWords(query: string): Word[] {
  return wordsOf(query, SHAPES);
}
