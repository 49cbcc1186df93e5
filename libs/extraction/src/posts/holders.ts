import type { Token } from '../frames/tokens.ts';
import { AUXILIARIES, isAdverb, PREPOSITIONS } from '../lexicon/function-words.ts';
import { postVerb } from '../lexicon/post-verbs.ts';
import type { PersonMention, Span } from '../reading/index.ts';

/** Whose post it is: a person printed in the sentence, or one for whom "he" or "she" stands. */
export interface Holder extends Span {
  readonly name: string;
  readonly pronoun: boolean;
  readonly index: number;
}

const REACH = 60;
const LISTED = 14;
const DAY =
  /^(?:,|effective|as|of|on|from|age|aged|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)$/;
const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|prof|sir|messrs|drs)\.?$/;
const DEGREE =
  /^(?:jr|sr|ii|iii|iv|esq|ph\.?d|m\.?d|mba|cpa|cfa|ca|fca|llb|qc|kc|obe|cbe|p\.?eng|p\.?geo|b\.?sc|m\.?sc|ph|d|eng|geo|age|aged)\.?$/;

export function holderOf(token: Token, index: number): Holder {
  const person = token.person!;
  return { name: person.name, pronoun: false, start: person.start, end: person.end, index };
}

/** Whether the token is a person by more than a given name. */
export function isPerson(token: Token | undefined): token is Token & { person: PersonMention } {
  return token?.kind === 'person' && (token.person!.name.includes(' ') || token.person!.honorific);
}

/** The people of a list that ends with the one at `at`: "A, B and C". */
export function listEndingAt(tokens: readonly Token[], at: number): Holder[] {
  const list = [holderOf(tokens[at]!, at)];
  let index = at;
  for (let steps = 0; steps < LISTED; steps++) {
    let before = skipHonorific(tokens, index - 1);
    const word = tokens[before]?.lower;
    if (word !== 'and' && word !== ',' && word !== '&') break;
    before--;
    if (tokens[before]?.lower === ',') before--;
    if (word === 'and' && !isPerson(tokens[before])) before = beforeApposition(tokens, before);
    if (!isPerson(tokens[before])) break;
    // Commas alone join no two people: "A, B's brother".
    if (word === ',' && list.length === 1) {
      const further = listOpens(tokens, before);
      if (!further) break;
    }
    list.unshift(holderOf(tokens[before]!, before));
    index = before;
  }
  return list;
}

/** "A, the sole shareholder of Acme, and B": back over what is said of A. */
function beforeApposition(tokens: readonly Token[], at: number): number {
  if (tokens[at + 1]?.lower !== ',') return at;
  for (let index = at; index > 0 && at - index <= LISTED; index--) {
    const { kind, lower } = tokens[index]!;
    if (kind === 'mark')
      return lower === ',' && /^(?:a|an|the|our|its)$/.test(tokens[index + 1]!.lower) ? index - 1 : at;
    if (kind === 'person' || AUXILIARIES.has(lower) || (kind === 'word' && postVerb(lower) !== undefined)) return at;
  }
  return at;
}

function listOpens(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at - 1]?.lower;
  return word === ',' && isPerson(tokens[at - 2]);
}

/** Back over "Mr." and the like. */
export function skipHonorific(tokens: readonly Token[], at: number): number {
  let index = at;
  while (HONORIFIC.test(tokens[index]?.lower ?? '')) index--;
  return index;
}

/** Forward over "Mr." and the like. */
export function overHonorific(tokens: readonly Token[], at: number): number {
  let index = at;
  while (HONORIFIC.test(tokens[index]?.lower ?? '')) index++;
  return index;
}

/** The people of a list that begins at `at`. */
export function listFrom(tokens: readonly Token[], at: number): { list: Holder[]; next: number } {
  const list = [holderOf(tokens[at]!, at)];
  let next = at + 1;
  for (let steps = 0; steps < LISTED; steps++) {
    let index = next;
    if (tokens[index]?.lower === ',') index++;
    const joined = tokens[index]?.lower === 'and' || tokens[index]?.lower === '&';
    if (joined) index++;
    index = overHonorific(tokens, index);
    if (index === next || !isPerson(tokens[index])) break;
    list.push(holderOf(tokens[index]!, index));
    next = index + 1;
  }
  return { list, next };
}

/** Back over what follows a name and is part of it: degrees, an age, a nationality. */
export function overDegrees(tokens: readonly Token[], at: number): number {
  let index = at;
  for (let steps = 0; steps < 10; steps++) {
    const token = tokens[index];
    if (token === undefined || isPerson(token)) return index;
    const skipped =
      token.lower === ',' ||
      token.lower === '*' ||
      token.lower === '.' ||
      (token.kind === 'number' && (token.value ?? 0) < 100) ||
      DEGREE.test(token.lower) ||
      /^(?:age|aged|years|old|of)$/.test(token.lower);
    if (!skipped) return index;
    index--;
  }
  return index;
}

/**
 * Who does what the verb group at `first` says of a post: the nearest person or pronoun to the left that is no object.
 * `topic` is whom "he" and "she" mean.
 */
export function subjectPerson(tokens: readonly Token[], first: number, topic: string | null): Holder[] {
  // "Acme LP, which is the manager of": no person is spoken of.
  if (/^(?:which|that)$/.test(tokens[first - 1]?.lower ?? '')) return [];
  // "reports to A, who has been": whom the clause follows, whatever A is to another verb.
  if (tokens[first - 1]?.lower === 'who') {
    let named = first - 2;
    // "A, effective May 1, 2009, who": over the day.
    while (
      first - named < LISTED &&
      tokens[named] !== undefined &&
      (DAY.test(tokens[named]!.lower) || tokens[named]!.kind === 'number')
    )
      named--;
    if (isPerson(tokens[named])) return listEndingAt(tokens, named);
  }
  for (let at = first - 1; at >= 0 && first - at <= REACH; at--) {
    const token = tokens[at]!;
    if (token.kind === 'mark' && (token.lower === ';' || token.lower === '?')) return [];
    if (token.kind === 'word' && (token.lower === 'he' || token.lower === 'she') && topic !== null)
      return [{ name: topic, pronoun: true, start: token.start, end: token.end, index: at }];
    if (
      token.kind === 'word' &&
      (HONORIFIC.test(token.lower) ||
        token.lower === 'it' ||
        token.lower === 'we' ||
        token.lower === 'they' ||
        token.lower === 'i')
    )
      return [];
    if (!isPerson(token)) continue;
    if (isObjectPerson(tokens, at) || tokens[at + 1]?.kind === 'possessive') {
      at = skipHonorific(tokens, at - 1) + 1;
      continue;
    }
    return listEndingAt(tokens, at);
  }
  return [];
}

/** A person behind a preposition or as the object of a verb: "succeeds A", "with A", "by A". */
function isObjectPerson(tokens: readonly Token[], at: number): boolean {
  const before = skipHonorific(tokens, at - 1);
  const token = tokens[before];
  if (token === undefined || token.kind !== 'word') return false;
  if (token.lower === 'and') {
    const other = tokens[before - 1];
    return isPerson(other) ? isObjectPerson(tokens, before - 1) : false;
  }
  // "each of A and B is": of whom a clause speaks.
  if (token.lower === 'of' && /^(?:each|both|all|neither|either)$/.test(tokens[before - 1]?.lower ?? '')) return false;
  if (PREPOSITIONS.has(token.lower)) return true;
  const verb = postVerb(token.lower);
  return (
    verb !== undefined &&
    !AUXILIARIES.has(token.lower) &&
    !isAdverb(token.lower) &&
    (verb.sense === 'succeed' || verb.sense === 'appoint')
  );
}
