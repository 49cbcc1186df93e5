// Forms of names that compare equal when a reader would call them the same.

const ASCII = /^[\x20-\x7e]*$/;
/** Words that folding leaves as they are, but for their case: most of them. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const FOLDED_SPACE = /^\S+(?: \S+)*$/;

/** White space folded to single spaces, ends trimmed. */
export function foldSpace(text: string): string {
  return FOLDED_SPACE.test(text) ? text : text.replace(/\s+/g, ' ').trim();
}

/** Lower case, no accents, words of letters and digits joined by single spaces; "S.A." and "N.V." become "sa" and "nv". */
export function foldName(text: string): string {
  if (PLAIN_WORDS.test(text)) return text.toLowerCase();
  const plain = ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain
    .toLowerCase()
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LEGAL_WORDS = new Set(
  (
    'inc incorporated ltd limited plc ag sa nv bv corp corporation co company llc lp llp gmbh se spa srl ab as asa oyj oy kk ' +
    'sab cv sas sarl sca kgaa kg aps bhd sdn pte pty jsc ojsc pjsc ao oao zao ooo tbk pt ltda eireli saa saog the holding holdings group'
  ).split(' '),
);

/** Words of an organization's name without legal forms; the whole name where nothing else is left. */
export function organizationKey(name: string): string {
  const words = foldName(name)
    .replace(/ (?:n v|s a|a g|b v|l p|s p a|l l c|p l c)$/, (form) => ` ${form.replaceAll(' ', '')}`)
    .split(' ');
  const kept = words.filter((word) => !LEGAL_WORDS.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

/** Legal forms that are spelled in several ways, by one of them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  incorporated: 'inc',
  limited: 'ltd',
  corporation: 'corp',
  company: 'co',
  holding: 'holdings',
  bhd: 'berhad',
};
const NO_FORM = new Set(['the', 'holdings', 'group', 'co']);

function formsOf(name: string): { readonly legal: ReadonlySet<string>; readonly holds: boolean } {
  const words = foldName(name)
    .split(' ')
    .filter((word) => LEGAL_WORDS.has(word))
    .map((word) => SPELLINGS[word] ?? word);
  return {
    legal: new Set(words.filter((word) => !NO_FORM.has(word))),
    holds: words.includes('holdings') || words.includes('group'),
  };
}

/**
 * Whether names with the same `organizationKey` are those of two companies: both print a legal form, and not the same one, or
 * only one of them is the holding company or the group. "Acme AB" and "Acme, Inc."; "Acme Holdings, Inc." and "Acme, Inc."
 */
export function differByForm(a: string, b: string): boolean {
  if (a === b) return false;
  const [left, right] = [formsOf(a), formsOf(b)];
  if (left.legal.size === 0 || right.legal.size === 0) return false;
  if (left.holds !== right.holds) return true;
  const [fewer, more] = left.legal.size <= right.legal.size ? [left.legal, right.legal] : [right.legal, left.legal];
  return [...fewer].some((form) => !more.has(form));
}

const PERSON_EXTRAS = new Set(
  'mr mrs ms miss dr sir prof professor lord dame jr sr ii iii iv esq cpa ca phd md mba cfa peng pgeo msc bsc'.split(
    ' ',
  ),
);

/** Words of a person's name in the order given name to surname, without honorifics and suffixes. "Last, First" is turned round. */
export function personWords(name: string): string[] {
  const comma = name.indexOf(',');
  const turned =
    comma > 0 && name.indexOf(',', comma + 1) < 0 ? `${name.slice(comma + 1)} ${name.slice(0, comma)}` : name;
  return foldName(turned)
    .split(' ')
    .filter((word) => word !== '' && !PERSON_EXTRAS.has(word));
}

/**
 * Whether two printed names may be one person within one filing: the same surname, and every other word of the
 * shorter name, or its initial, in the longer.
 */
export function samePerson(a: string, b: string): boolean {
  const left = personWords(a);
  if (a === b) return left.length > 0;
  const right = personWords(b);
  if (left.length === 0 || right.length === 0) return false;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.at(-1) !== long.at(-1) && [...short].sort().join(' ') !== [...long].sort().join(' ')) return false;
  const rest = [...long];
  for (const word of short) {
    const at = rest.findIndex(
      (other) =>
        other === word ||
        (word.length === 1 && other.startsWith(word)) ||
        (other.length === 1 && word.startsWith(other)),
    );
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return true;
}
