import { AUXILIARIES, DETERMINERS, isFunctionWord } from '../lexicon/function-words.ts';
import { percentAside } from './filler.ts';
import { firstWithin } from './look-ahead.ts';
import type { NamedOrganization, Token } from './tokens.ts';

/** Names that one list is read for. */
export const LONGEST_LIST = 40;

/** Whether a comma or "and" at `at` goes on with another name of the same list. */
function listGoesOn(tokens: readonly Token[], at: number): number {
  let next = at;
  const first = tokens[next];
  if (first === undefined) return -1;
  // "Acme, a leading maker of lenses, and Borealis".
  if (first.lower === ',' && /^(?:a|an)$/.test(tokens[at + 1]?.lower ?? '')) {
    const closing = firstWithin(tokens, at + 1, at + 12, ({ lower }) => lower === ',');
    if (closing > 0 && tokens[closing + 1]?.lower === 'and') next = closing;
  }
  if (tokens[next]!.lower === ',') next++;
  const word = tokens[next]?.lower;
  if (word === 'and' || word === '&' || word === 'or' || word === 'both') next++;
  else if (word === 'as' && tokens[next + 1]?.lower === 'well' && tokens[next + 2]?.lower === 'as') next += 3;
  else if (next === at) return -1;
  while (DETERMINERS.has(tokens[next]?.lower ?? '') || tokens[next]?.lower === 'its') next++;
  const token = tokens[next];
  if (token === undefined || next === at) return -1;
  if (token.organization !== undefined && tokens[next + 1]?.kind !== 'possessive') return next;
  return -1;
}

/** The organization of a token with the percentage in the parentheses behind it. */
export function withShare(token: Token): NamedOrganization {
  const share = percentAside(token);
  return share === null ? token.organization! : { ...token.organization!, share };
}

/** The name at `at` as the first of a list of names; a verb behind the next name means that it begins a new clause. */
export function organizationsFrom(
  tokens: readonly Token[],
  at: number,
  commas = true,
  beforeVerb = false,
): { list: NamedOrganization[]; next: number } {
  const list: NamedOrganization[] = [withShare(tokens[at]!)];
  let next = at + 1;
  let joined = false;
  for (let steps = 0; steps < LONGEST_LIST; steps++) {
    const more = listGoesOn(tokens, next);
    if (more < 0 || (!commas && tokens[next]!.lower === ',')) break;
    const behind = tokens[more + 1];
    // A word right behind the last name that is no small one is its verb.
    const clause =
      !beforeVerb && behind?.kind === 'word' && (AUXILIARIES.has(behind.lower) || !isFunctionWord(behind.lower));
    if (clause) break;
    joined ||= tokens.slice(next, more).some(({ lower }) => lower !== ',');
    list.push(withShare(tokens[more]!));
    next = more + 1;
  }
  // "Acme, Borealis and three smaller companies": what closes the list has no name.
  joined ||=
    list.length > 1 &&
    tokens[next]?.lower === 'and' &&
    /^(?:two|three|four|five|six|several|other|others|its|certain|various)$/.test(tokens[next + 1]?.lower ?? '');
  // Names with nothing but commas between are no list: the second opens another clause.
  return joined || list.length > 2 || list.every(({ share }) => share !== undefined)
    ? { list, next }
    : { list: list.slice(0, 1), next: at + 1 };
}
