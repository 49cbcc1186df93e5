import { ACRONYM_HEADS, POST_MODIFIERS, POST_NOUNS } from '../lexicon/posts.ts';

export { POST_MODIFIERS, POST_NOUNS };

/** Whether a printed word names a post. "CAO" does, "Cao" is a surname. */
export function isPostNoun(word: string): boolean {
  const folded = titleWord(word);
  return (
    POST_NOUNS.has(folded) &&
    (!ACRONYM_HEADS.has(folded) || !/\p{Ll}/u.test(word.replace(/[’']s$/, '')) || word === folded)
  );
}

/** Whether a word ends in 's. */
export function isPossessive(word: string): boolean {
  return word.endsWith('’s') || word.endsWith("'s");
}

/** Folded form of a title's word: lower case, dots out. */
export function titleWord(word: string): string {
  const folded = word.toLowerCase();
  const plain = folded.includes('.') ? folded.replaceAll('.', '') : folded;
  return isPossessive(plain) ? plain.slice(0, -2) : plain;
}
