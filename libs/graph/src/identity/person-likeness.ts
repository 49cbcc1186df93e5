// Whether two printed names can be one person's, when both are known to be at one company.

import { normalisePerson } from '../names/person-name.ts';

const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** Words that join the parts of a surname. */
const PARTICLES: ReadonlySet<string> = new Set([
  'y',
  'e',
  'de',
  'da',
  'do',
  'dos',
  'del',
  'la',
  'van',
  'von',
  'der',
  'den',
  'di',
  'du',
  'le',
  'bin',
  'al',
  'el',
  'ter',
  'ten',
]);

export interface PersonName {
  /** Given names and surname in the order of speech, without suffix. */
  readonly words: readonly string[];
  readonly suffix: string;
  /** The same words whatever their order. */
  readonly sorted: string;
}

/** Reads a name. Headers print the last name of a reporting owner first, without a comma. */
export function readPersonName(name: string, lastNameFirst: boolean): PersonName {
  const all = normalisePerson(name)
    .split(' ')
    .filter((word) => word !== '');
  const suffix = all.filter((word, at) => at > 1 && SUFFIXES.has(word)).join(' ');
  const plain = all.filter((word, at) => !(at > 1 && SUFFIXES.has(word)));
  const words = lastNameFirst && plain.length > 1 && !name.includes(',') ? [...plain.slice(1), plain[0] ?? ''] : plain;
  return { words, suffix, sorted: [...plain].sort().join(' ') };
}

/** Where a pair's names meet: people are compared only with those of the same key. */
export function surnameKeys({ words, sorted }: PersonName): string[] {
  return [`surname ${words.at(-1) ?? ''}`, `words ${sorted}`, `second ${words[1] ?? ''} ${words[0] ?? ''}`];
}

function isInitialOf(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short);
}

function meet(a: string, b: string): boolean {
  return a === b || isInitialOf(a, b) || isInitialOf(b, a);
}

/** Middle names that do not contradict: each of the shorter list stands, in order, in the longer one, whole or as an initial. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const word of short) {
    while (at < long.length && !meet(word, long[at] ?? '')) at++;
    if (at === long.length) return false;
    at++;
  }
  return true;
}

/** Why two names can be one person's, or null. Weaker reasons ask for more evidence. */
export function likenessOf(a: PersonName, b: PersonName): { reason: string; weak: boolean } | null {
  if (a.words.length < 2 || b.words.length < 2) return null;
  // Jr and Sr are two people; a name without either may be one of them, unless another says otherwise.
  if (a.suffix !== b.suffix && a.suffix !== '' && b.suffix !== '') return null;
  const sameSuffix = a.suffix === b.suffix;
  if (a.sorted === b.sorted)
    return { reason: sameSuffix ? 'same name' : 'same name without suffix', weak: !sameSuffix };
  const [firstA = '', firstB = ''] = [a.words[0], b.words[0]];
  if (a.words.at(-1) === b.words.at(-1)) {
    if (isLaterGivenName(a.words, b.words) || isLaterGivenName(b.words, a.words))
      return { reason: 'a later given name alone', weak: true };
    if (!middlesAgree(a.words.slice(1, -1), b.words.slice(1, -1))) return null;
    if (firstA === firstB)
      return { reason: 'same name with fewer middle names or initials', weak: firstA.length === 1 || !sameSuffix };
    if (isShortFirst(firstA, firstB) || isShortFirst(firstB, firstA))
      return { reason: 'short form of first name', weak: true };
    if (meet(firstA, firstB)) return { reason: 'initial for first name', weak: true };
    return null;
  }
  return isShortSurname(a.words, b.words) || isShortSurname(b.words, a.words)
    ? { reason: 'first of two surnames', weak: true }
    : null;
}

/** `chris` for `christopher`; a single letter more makes another name (`paul`, `paula`). */
function isShortFirst(short: string, long: string): boolean {
  return short.length >= 3 && long.length >= short.length + 2 && long.startsWith(short);
}

/** `raymond lo` for `cheuk kwong raymond lo`: the name that a person goes by is not always the first. */
function isLaterGivenName(short: readonly string[], long: readonly string[]): boolean {
  const given = short[0] ?? '';
  return (
    short.length < long.length &&
    given.length > 2 &&
    long[0] !== given &&
    short.every((word, at) => long[long.length - short.length + at] === word)
  );
}

/** `emilio botin` for `emilio botin sanz de sautuola`: all of the short name begins the long one, whose rest has a particle or is one more surname of three. */
function isShortSurname(short: readonly string[], long: readonly string[]): boolean {
  if (long.length <= short.length || !short.every((word, at) => long[at] === word)) return false;
  return long.slice(short.length).some((word) => PARTICLES.has(word));
}
