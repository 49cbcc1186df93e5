import type { Token } from './tokens.ts';

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
};
const COUNTS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };
const DIGITS = 100;

function share(count: string, part: string): number | null {
  const [over, under] = [COUNTS[count], PARTS[part]];
  return over === undefined || under === undefined || over >= under
    ? null
    : Math.round((over / under) * 100 * DIGITS) / DIGITS;
}

/** The percentage that the tokens from `at` say in another way, with the number of tokens it takes: "one-third", "two thirds", "66 2/3%". */
export function fractionAt(tokens: readonly Token[], at: number): { value: number; size: number } | null {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.kind === 'number') {
    const [over, bar, under] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    if (bar?.lower !== '/' || over?.kind !== 'number' || under?.kind !== 'percent') return null;
    const part = over.value! / under.value!;
    return part < 1 ? { value: Math.round((token.value! + part) * DIGITS) / DIGITS, size: 4 } : null;
  }
  if (token.kind !== 'word') return null;
  const hyphen = token.lower.indexOf('-');
  if (hyphen > 0) {
    const value = share(token.lower.slice(0, hyphen), token.lower.slice(hyphen + 1));
    return value === null ? null : { value, size: 1 };
  }
  // "the three quarters ended" are no share.
  if (next?.kind !== 'word' || !/^thirds?$/.test(next.lower)) return null;
  const value = share(token.lower, next.lower);
  return value === null ? null : { value, size: 2 };
}
