import { foldText } from './fold-text.ts';

const SUFFIX: Readonly<Record<string, string>> = {
  jr: 'jr',
  junior: 'jr',
  sr: 'sr',
  senior: 'sr',
  ii: 'ii',
  iii: 'iii',
  iv: 'iv',
};
const TITLES: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'dame',
  'lord',
  'prof',
  'professor',
]);

/** `P.A. van der Harst` with a space after each initial: `P. A. van der Harst`. */
function spacedInitials(name: string): string {
  return name.replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L})/gu, '$1. ');
}

/** A person's name as compared, in the order of speech: `Horta-Osório, António` is `antonio horta osorio`. Jr, Sr, II and III stay, last. */
export function normalisePerson(name: string): string {
  const parts = spacedInitials(name)
    .split(',')
    .map(foldText)
    .filter((part) => part !== '');
  const suffixes: string[] = [];
  while (parts.length > 1 && SUFFIX[parts.at(-1) ?? ''] !== undefined)
    suffixes.unshift(SUFFIX[parts.pop() ?? ''] ?? '');
  const [first = '', ...rest] = parts;
  let words = [...rest, first]
    .join(' ')
    .split(' ')
    .filter((word) => word !== '');
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words = words.slice(1);
  while (words.length > 2 && SUFFIX[words.at(-1) ?? ''] !== undefined)
    suffixes.unshift(SUFFIX[words.pop() ?? ''] ?? '');
  return [...words, ...suffixes].join(' ');
}

/** The words of a name whatever their order: how a name in the text is known again in a header that prints the last name first. */
export function personWords(name: string): string {
  return normalisePerson(name).split(' ').sort().join(' ');
}
