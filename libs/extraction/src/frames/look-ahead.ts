import type { Token } from './tokens.ts';

/** Index of the first token from `first` to `last`, both included, that fits; -1 where no token does. Looks at no other token. */
export function firstWithin(
  tokens: readonly Token[],
  first: number,
  last: number,
  fits: (token: Token, at: number) => boolean,
): number {
  const end = Math.min(last, tokens.length - 1);
  for (let at = Math.max(0, first); at <= end; at++) if (fits(tokens[at]!, at)) return at;
  return -1;
}
