import { LEADING_FORMS, LEGAL_FORMS, NOT_IN_A_PERSON, ORGANIZATION_NOUNS, HONORIFICS } from './lexicon.ts';
import type { Run, Word } from './runs.ts';
import { isPossessive, isPostNoun, POST_MODIFIERS } from './titles.ts';

const GENERIC_AFTER_OF = new Set([
  'directors',
  'management',
  'trustees',
  'executive',
  'managing',
  'supervisory',
  'company',
  'corporation',
]);
/** Legal forms that are also everyday words: they need a name before them that says something. */
const WEAK_FORMS = new Set(['company', 'co', 'as', 'lc', 'sp', 'ad', 'ae', 'sa', 'se', 'cv', 'dd', 'pt', 'ua', 'ab']);
const NOT_AN_ORGANIZATION =
  /\b(?:meeting|form|report|act|agreement|plan|notes?|principles|standards?|facility|program(?:me)?|offer|offering|release|date|rules?|statements?|law|code|circular|resolutions?|shares?|stock|transaction|merger|value|rate|margin|ebitda|index|policy|price|tax|index|directive|regulation|convention|conference|call|exhibit)$/i;
const OF_HEADS = new Set(
  (
    'bank university ministry government republic kingdom institute college school department board office court state city province municipality ' +
    'commonwealth association chamber council academy federation society confederation bureau'
  ).split(' '),
);
/** Before "of" these say what a name has, not what it is: "Shareholders of Acme plc". */
const BEFORE_OF = new Set(
  'board committee committees shareholders stockholders holders members directors management subsidiary subsidiaries affiliate affiliates unit division acquisition shares stock sale purchase meeting offices headquarters results bylaws articles behalf name notes bonds sales marketing operations finance engineering compliance half all part both one'.split(
    ' ',
  ),
);
const NUMERAL = /^(?:[IVX]{1,5}|\d{1,4})$/;
/** A legal form in small letters behind the last capitalized word: "Acme plc", "Acme, s.r.o.", "Acme d.o.o." */
const SMALL_WORD = /^[\s,]{1,3}(\(publ\)|\p{L}[\p{L}./]{1,7})(?![\p{L}\p{N}])/u;
const SMALL_FORMS = new Set(
  '(publ) plc p.l.c s.p.a a.s b.v n.v s.a a/s gmbh inc ltd llc limited corp d.o.o a.d d.d k.d s.r.o ltée'.split(' '),
);
const LIMITED_IN_WHAT = /^\s(?:liability|partnership|purpose|company|partner)/u;

function smallForm(tail: string): string | null {
  const found = SMALL_WORD.exec(tail);
  if (found === null || !SMALL_FORMS.has(found[1]!.toLowerCase().replace(/\.$/u, ''))) return null;
  const limited = /limited$/iu.test(found[1]!) && LIMITED_IN_WHAT.test(tail.slice(found[0].length));
  // "of Acme plc." ends a sentence; "Acme a.s.", "Acme Ltd." have the stop.
  const plain = /\b(?:plc|gmbh|llc|limited)\.$/iu.test(found[0]);
  return limited ? null : plain ? found[0].slice(0, -1) : found[0];
}

/** "Acme (HK) Limited", "Acme Resources (Proprietary) Limited": a place or a kind in parentheses before the form. */
const PLACED_FORM =
  /^\s?\(\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{1,20})?\)\s(?:(?:Co|Pte|Pty|Sdn|Company)\.?,?\s?)?(?:Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|Bhd|Berhad|plc|GmbH|S\.?A|B\.V|N\.V)(?![\p{L}\p{N}])\.?/u;

/** An organization found in a run: the offsets and how it was known. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly by: 'legal-form' | 'shape';
}

/** Folded word without its final full stop and possessive. */
export function plainWord(word: Word): string {
  return word.plain;
}

function isLegalForm(word: Word): boolean {
  const plain = plainWord(word);
  if (!LEGAL_FORMS.has(plain)) return false;
  // "As", "Se", "Sa" as ordinary capitalized words are no legal forms: those are all capitals or dotted.
  const shown = isPossessive(word.text) ? word.text.slice(0, -2) : word.text;
  if (plain.length <= 2 && plain !== 'co')
    return shown.includes('.') || shown === shown.toUpperCase() || plain === 'lp';
  return true;
}

function possessive(word: Word): boolean {
  return isPossessive(word.text);
}

function stopsLeft(word: Word, joiner: string, right: Word, rightIsLast: boolean): boolean {
  const plain = plainWord(word);
  if (HONORIFICS.has(plain) || isLegalForm(word) || possessive(word)) return true;
  if (/\b(?:of|for)\b/.test(joiner) && (isPostNoun(word.text) || BEFORE_OF.has(plain))) return true;
  if (/\b(?:in|on|for)\b/.test(joiner)) return true;
  if (/\band\b|\bet\b/.test(joiner))
    return !rightIsLast || (!ORGANIZATION_NOUNS.has(plainWord(right)) && !isLegalForm(right));
  return false;
}

const LEADING = new Set(
  'the a an in on at by for from with as since under both and or of to that this when if while after before our its his her pursuant between about among contact dear source co re'.split(
    ' ',
  ),
);

/** "Director General of Acme S.A.": the words before "of" are a post. */
function postBefore(run: Run, at: number): boolean {
  if (!/\b(?:of|for|at)\b/.test(run[at]!.joiner)) return false;
  for (let before = at - 1; before >= 0 && at - before <= 3; before--) {
    if (isPostNoun(run[before]!.text)) return true;
    if (!POST_MODIFIERS.has(run[before]!.plain)) return false;
  }
  return false;
}

/** First word of the name that ends with the word at `last`. */
function leftEdge(run: Run, last: number, floor: number): number {
  let first = last;
  while (
    first > floor &&
    last - first < 9 &&
    !postBefore(run, first) &&
    !stopsLeft(run[first - 1]!, run[first]!.joiner, run[first]!, first === last)
  )
    first--;
  while (first < last && LEADING.has(plainWord(run[first]!))) first++;
  return first;
}

function allGeneric(run: Run, first: number, last: number, vocabulary?: ReadonlySet<string>): boolean {
  for (let at = first; at <= last; at++) {
    const plain = plainWord(run[at]!);
    if (!NOT_IN_A_PERSON.has(plain) && !ORGANIZATION_NOUNS.has(plain) && vocabulary?.has(plain) !== true) return false;
  }
  return true;
}

function hasPost(run: Run, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (isPostNoun(run[at]!.text)) return true;
  return false;
}

const LONGEST_LED = 5;

/** The last word of the name that the legal form at `at` leads; null where it ends the name before it, or leads none. */
function led(run: Run, at: number, floor: number): number | null {
  if (!LEADING_FORMS.has(plainWord(run[at]!)) || !isLegalForm(run[at]!)) return null;
  if (at > floor && run[at]!.joiner === '' && !isPostNoun(run[at - 1]!.text)) return null;
  let last = at;
  while (
    last + 1 < run.length &&
    last - at < LONGEST_LED &&
    run[last + 1]!.joiner === '' &&
    !isPostNoun(run[last + 1]!.text) &&
    !possessive(run[last]!)
  )
    last++;
  return last > at ? last : null;
}

/** Organizations in one run of capitalized words, left to right. `text` is the filing's, for a small-letter form after the run. */
export function organizationsInRun(text: string, run: Run, vocabulary: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  let floor = 0;
  for (let at = 0; at < run.length; at++) {
    const behind = led(run, at, floor);
    if (behind !== null) {
      found.push({ start: run[at]!.start, end: endOf(run[behind]!), by: 'legal-form' });
      floor = behind + 1;
      at = behind;
      continue;
    }
    if (at <= floor || !isLegalForm(run[at]!)) continue;
    // "Vice President Exploration of the Company".
    if (/(?:^|\s)the$/.test(run[at]!.joiner) && /^(?:company|corporation)$/.test(plainWord(run[at]!))) continue;
    const first = leftEdge(run, at - 1, floor);
    let last = at;
    while (
      last + 1 < run.length &&
      isLegalForm(run[last + 1]!) &&
      !/[a-z]/.test(run[last + 1]!.joiner.replace(/^de$/, ''))
    )
      last++;
    if (last + 1 < run.length && run[last + 1]!.joiner === '' && NUMERAL.test(run[last + 1]!.text)) last++;
    const weak = WEAK_FORMS.has(plainWord(run[at]!)) && last === at;
    if (weak && allGeneric(run, first, at - 1)) continue;
    found.push({ start: run[first]!.start, end: endOf(run[last]!), by: 'legal-form' });
    floor = last + 1;
  }
  const rest = run.length - 1;
  if (floor <= rest) found.push(...lastOfRun(text, run, floor, vocabulary));
  return found;
}

function endOf(word: Word): number {
  return possessive(word) ? word.end - 2 : word.end;
}

/** What follows the last legal form of the run: a name that a small-letter form ends, or one known by its shape. */
function lastOfRun(text: string, run: Run, floor: number, vocabulary: ReadonlySet<string>): Found[] {
  const last = run.length - 1;
  const end = run[last]!.end;
  const tail = text.slice(end, end + 60);
  const form =
    (run[last]!.text === 'A' ? /^\/S(?![\p{L}\p{N}])/u.exec(tail)?.[0] : undefined) ??
    PLACED_FORM.exec(tail)?.[0] ??
    smallForm(tail.slice(0, 30));
  if (form !== null && !HONORIFICS.has(plainWord(run[last]!))) {
    const first = leftEdge(run, last, floor);
    return [{ start: run[first]!.start, end: end + form.length, by: 'legal-form' }];
  }
  const found: Found[] = [];
  for (let at = floor; at <= last; at++) {
    const head = plainWord(run[at]!);
    if (
      OF_HEADS.has(head) &&
      at < last &&
      /^of(?: the)?$/.test(run[at + 1]!.joiner) &&
      !GENERIC_AFTER_OF.has(plainWord(run[at + 1]!))
    ) {
      let to = at + 1;
      while (to < last && /^(?:|of|of the|and|&)$/.test(run[to + 1]!.joiner) && to - at < 6) to++;
      const from = leftEdge(run, at, floor);
      found.push({ start: run[from]!.start, end: endOf(run[to]!), by: 'shape' });
      return found;
    }
    const closes =
      at === last ||
      possessive(run[at]!) ||
      !/^(?:|&|of|of the)$/.test(run[at + 1]!.joiner) ||
      !ORGANIZATION_NOUNS.has(plainWord(run[at + 1]!));
    if (!ORGANIZATION_NOUNS.has(head) || !closes || at === floor) continue;
    const first = leftEdge(run, at, floor);
    const next = run[at + 1];
    const goesOn =
      next?.joiner === '' && (NUMERAL.test(next.text) || (head === 'publishing' && next.plain === 'house'));
    const to = goesOn ? at + 1 : at;
    const shown = text.slice(run[first]!.start, run[to]!.end);
    if (
      first === at ||
      hasPost(run, first, at) ||
      allGeneric(run, first, at, vocabulary) ||
      NOT_AN_ORGANIZATION.test(shown)
    )
      continue;
    found.push({ start: run[first]!.start, end: endOf(run[to]!), by: 'shape' });
    floor = to + 1;
  }
  return found;
}

/** Whether the words can be the name of an organization that the filing abbreviates: no meeting, no report, no law. */
export function mayBeOrganization(name: string): boolean {
  return !NOT_AN_ORGANIZATION.test(name.trim());
}
