// What the two languages of queries share: text cut into words. A text that the database might cut differently is refused.

import { refused } from './refused.ts';

export interface Word {
  /** `name`: bare; `quoted`: a name in quotation marks; `string`, `number`, `mark` (an operator or bracket). */
  readonly kind: 'name' | 'quoted' | 'string' | 'number' | 'mark';
  /** Without quotation marks; names in lower case. */
  readonly text: string;
  /** Where it begins in the query. */
  readonly at: number;
}

/** One way in which a word may look at a place; the first that fits is taken. A null kind is no word: space, a comment. */
export interface Shape {
  /** Sticky. */
  readonly pattern: RegExp;
  readonly kind: Word['kind'] | null;
  /** What the word says, from what was matched; the match itself if absent. */
  readonly text?: (match: string) => string;
}

/** The words of a query. Throws USAGE naming the first character that is no part of one. */
export function wordsOf(query: string, shapes: readonly Shape[]): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < query.length;) {
    let length = 0;
    for (const { pattern, kind, text } of shapes) {
      pattern.lastIndex = at;
      const match = pattern.exec(query)?.[0];
      if (match === undefined || match === '') continue;
      length = match.length;
      if (kind === null) break;
      const said = text === undefined ? match : text(match);
      words.push({ kind, text: kind === 'string' ? said : said.toLowerCase(), at });
      break;
    }
    if (length === 0) {
      const character = String.fromCodePoint(query.codePointAt(at)!);
      throw refused(
        `${JSON.stringify(character)} at character ${String(at + 1)} begins nothing that is allowed`,
        'close every quotation mark and comment; parameters and letters beyond ASCII outside of quotation marks are not allowed',
      );
    }
    at += length;
  }
  return words;
}
