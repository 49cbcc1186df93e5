import { differByForm, foldName, organizationKey, personWords, samePerson } from './fold.ts';

const VEHICLE = /\b(?:merger (?:sub|subsidiary|corp|company|llc|inc)|acquisition sub(?:sidiary)?)\b/iu;

/** Whether a company was formed to merge: no short form of its owner's name means it. */
export function isMergerVehicle(name: string): boolean {
  return VEHICLE.test(name);
}

/** Printed names of organizations of one filing, and what short forms and defined terms stand for. */
export class OrganizationNames {
  readonly #byFolded = new Map<string, string>();
  readonly #byKey = new Map<string, string>();
  readonly #byFirstWords = new Map<string, string | null>();
  readonly #added = new Set<string>();
  readonly #resolved = new Map<string, string>();
  readonly #filer: string;
  readonly #filerKeys: ReadonlySet<string>;

  constructor(filer: string, filerAliases: Iterable<string>) {
    this.#filer = filer;
    this.#filerKeys = new Set([organizationKey(filer), ...filerAliases].filter((key) => key !== ''));
  }

  /** A term that stands for a name: "the Company", "ASE". The first definition stays. */
  define(term: string, name: string): void {
    const key = foldName(term);
    if (key === '' || this.#byFolded.has(key)) return;
    this.#byFolded.set(key, name);
    this.#resolved.clear();
  }

  /** A full name as printed. Longer and mixed-case forms win over shorter and all-capital ones. */
  add(name: string): void {
    if (this.#added.has(name)) return;
    this.#added.add(name);
    const key = organizationKey(name);
    if (key === '') return;
    const known = this.#byKey.get(key);
    if (known !== undefined && !better(name, known)) return;
    this.#byKey.set(key, name);
    this.#resolved.clear();
    // "Acme" does not stand for "Acme Merger Sub, Inc.".
    if (isMergerVehicle(name)) return;
    const words = key.split(' ');
    for (let count = 1; count < words.length && count <= 3; count++) {
      const short = words.slice(0, count).join(' ');
      const other = this.#byFirstWords.get(short);
      if (other === undefined) this.#byFirstWords.set(short, key);
      else if (other !== key) this.#byFirstWords.set(short, null);
    }
  }

  isFiler(printed: string): boolean {
    if (differByForm(printed, this.#filer)) return false;
    return (
      this.#filerKeys.has(organizationKey(printed)) ||
      this.#filerKeys.has(foldName(printed)) ||
      this.resolve(printed) === this.#filer
    );
  }

  /** The full name that a printed form stands for; the printed form where nothing better is known. */
  resolve(printed: string): string {
    const known = this.#resolved.get(printed);
    if (known !== undefined) return known;
    const name = this.#resolve(printed);
    this.#resolved.set(printed, name);
    return name;
  }

  #resolve(printed: string): string {
    const folded = foldName(printed).replace(/^(?:the|our) /, '');
    const defined = this.#byFolded.get(folded);
    if (defined !== undefined) return defined;
    const key = organizationKey(printed);
    const another = differByForm(printed, this.#filer);
    if (!another && (this.#filerKeys.has(key) || this.#filerKeys.has(folded))) return this.#filer;
    // "Acme Investor Relations" is Acme.
    const core = folded.replace(
      /(?: (?:investors?|media|press|public|corporate|relations|communications|contacts?|office|inquiries|board))+$/,
      '',
    );
    if (core !== folded && this.#filerKeys.has(core)) return this.#filer;
    const full = this.#byKey.get(key);
    if (full !== undefined) return differByForm(printed, full) ? printed : full;
    const known = this.#byFirstWords.get(key);
    const longer = known === undefined || known === null ? undefined : this.#byKey.get(known);
    // "Acme Holdings" is no short form of "Acme Communications Ltd."
    return longer !== undefined && foldName(longer).startsWith(folded) ? longer : printed;
  }
}

function better(name: string, known: string): boolean {
  const mixed = /\p{Ll}{2}/u.test(name);
  const knownMixed = /\p{Ll}{2}/u.test(known);
  if (mixed !== knownMixed) return mixed;
  return name.length > known.length;
}

const MOST_NAMESAKES = 10;

/** Printed names of people of one filing. */
export class PersonNames {
  readonly #bySurname = new Map<string, string[]>();
  readonly #resolved = new Map<string, string>();
  readonly #added = new Set<string>();
  /** Surname-bearing names by given name; null where two people share it. */
  readonly #byGiven = new Map<string, string | null>();
  /** The same by words in the middle: "Cheung" of "Vivian Cheung Suk-Yee". */
  readonly #byMiddle = new Map<string, string | null>();

  add(name: string): void {
    if (this.#added.has(name)) return;
    this.#added.add(name);
    const words = personWords(name);
    const surname = words.at(-1);
    if (surname === undefined || words.length < 2) return;
    const known = this.#bySurname.get(surname) ?? [];
    if (known.length < 40 && !known.includes(name)) known.push(name);
    this.#bySurname.set(surname, known);
    one(this.#byGiven, words[0]!, name);
    for (const word of words.slice(1, -1)) if (word.length > 1) one(this.#byMiddle, word, name);
  }

  /** The fullest form of a printed name, see `fullest`; names are added before the first look-up. */
  resolve(printed: string): string {
    let name = this.#resolved.get(printed);
    if (name === undefined) this.#resolved.set(printed, (name = this.#fullest(printed)));
    return name;
  }

  /** The fullest form of a printed name: most words, full words before initials, mixed case before capitals. */
  #fullest(printed: string): string {
    const words = personWords(printed);
    const known = this.#bySurname.get(words.at(-1) ?? '') ?? [];
    let matches = known.filter((name) => samePerson(name, printed));
    // A surname of several words alone ("Docters van Leeuwen") stands whole in the longer name.
    if (words.length > 1 && matches.length === 0)
      matches = known.filter((name) => personWords(name).join(' ').endsWith(words.join(' ')));
    // A surname alone is one person only if the filing prints no second one of that name.
    if (words.length === 1 && matches.some((name) => !matches.every((other) => samePerson(name, other))))
      return printed;
    // "Sir Peter": a given name alone, where one person of the filing bears it.
    if (words.length === 1 && matches.length === 0)
      return this.#byGiven.get(words[0]!) ?? this.#byMiddle.get(words[0]!) ?? printed;
    return matches.reduce((best, name) => (fuller(name, best) ? name : best), printed);
  }
}

/** Notes whose name a word is; null once two people share it. */
function one(names: Map<string, string | null>, word: string, name: string): void {
  const other = names.get(word);
  if (other === undefined) names.set(word, name);
  else if (other !== null && !samePerson(other, name)) names.set(word, null);
}

function weight(name: string): number {
  const words = personWords(name);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return (
    words.filter((word) => word.length > 1).length * 1000 +
    words.length * 100 +
    (/\p{Ll}{2}/u.test(name) ? 50 : 0) +
    Math.min(letters, 40)
  );
}

function fuller(name: string, than: string): boolean {
  return weight(name) > weight(than);
}

const HONORIFIC = /(?<![\p{L}])(Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir)\.?\s*$/u;

/** Whom a surname alone means where several people of the filing bear it: the one who was named last, of the same honorific first. */
export class Namesakes {
  readonly #bySurname = new Map<string, { readonly name: string; readonly honorific: string }[]>();

  /** `before` is the text right before the name; mentions come in the order of the text. */
  nearest(name: string, before: string): string {
    const words = personWords(name);
    const surname = words.at(-1);
    if (surname === undefined) return name;
    const honorific = HONORIFIC.exec(before)?.[1] ?? '';
    const known = this.#bySurname.get(surname) ?? [];
    if (words.length > 1) {
      const others = known.filter((one) => one.name !== name);
      const printed = honorific === '' ? (known.find((one) => one.name === name)?.honorific ?? '') : honorific;
      this.#bySurname.set(surname, [...others, { name, honorific: printed }].slice(-MOST_NAMESAKES));
      return name;
    }
    if (honorific === '') return name;
    const same = known.filter((one) => one.honorific === honorific);
    return (same.at(-1) ?? known.filter((one) => one.honorific === '').at(-1))?.name ?? name;
  }
}
