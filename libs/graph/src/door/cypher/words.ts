import { refused } from '../refused.ts';
import { wordsOf } from '../words.ts';
import type { Shape, Word } from '../words.ts';

const inner = (match: string): string => match.slice(1, -1);

const SHAPES: readonly Shape[] = [
  { pattern: /[ \t\n\f\r]+/y, kind: null },
  { pattern: /\/\/[^\n\r\0]*/y, kind: null },
  { pattern: /\/\*[^\0]*?\*\//y, kind: null },
  { pattern: /'(?:[^'\\\0]|\\[^\0])*'/y, kind: 'string', text: inner },
  { pattern: /"(?:[^"\\\0]|\\[^\0])*"/y, kind: 'string', text: inner },
  { pattern: /`(?:[^`\0]|``)*`/y, kind: 'quoted', text: (match) => inner(match).replaceAll('``', '`') },
  { pattern: /0[xo][0-9a-f]+/iy, kind: 'number' },
  // `1..3` is a range: its points belong to no number.
  { pattern: /\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?/iy, kind: 'number' },
  { pattern: /[a-z_]\w*/iy, kind: 'name' },
  { pattern: /\/(?!\*)|<>|<=|>=|=~|\.\.|\|\||\+=|::|[(){}[\],.;:+\-*%^<>=|&!]/y, kind: 'mark' },
];

/** A query in Cypher as words. Throws USAGE. */
export function cypherWords(query: string): Word[] {
  // Neo4j puts the character in place of the escape before it looks for words, so that a string may end by one.
  if (/\\u/i.test(query)) throw refused('an escape such as \\u0041 is not allowed', 'write the character itself');
  return wordsOf(query, SHAPES);
}
