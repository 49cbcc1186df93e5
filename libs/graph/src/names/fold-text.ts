// Letters that Unicode does not decompose into a base letter and an accent.
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/**
 * Text with case, accents, punctuation and white space folded: lower-case words, one space between them.
 * Apostrophes and full stops vanish (`O'Neil` is `oneil`, `S.A.` is `sa`), `&` is `and`; all else that is no letter or digit separates words.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’‘`´.]+/g, '')
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A quote as compared and hashed: white space folded, letters kept. */
export function foldQuote(quote: string): string {
  return quote.replace(/\s+/g, ' ').trim();
}

/** Levels of likeness: shared letter pairs of two folded texts, 0 to 1 (Dice coefficient over bigrams with a space at each end). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = new Map<string, number>();
  const left = ` ${a} `;
  const right = ` ${b} `;
  for (let i = 0; i + 1 < left.length; i++) {
    const pair = left.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < right.length; i++) {
    const pair = right.slice(i, i + 2);
    const count = pairs.get(pair) ?? 0;
    if (count === 0) continue;
    pairs.set(pair, count - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length - 2);
}
