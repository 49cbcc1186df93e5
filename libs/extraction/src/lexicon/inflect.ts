// English inflections, generated: a lexicon lists a verb once, in its base form.

const VOWELS = 'aeiou';

/** Verbs whose past and participle are not made with -ed: base → past, participle. */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  buy: ['bought', 'bought'],
  sell: ['sold', 'sold'],
  hold: ['held', 'held'],
  take: ['took', 'taken'],
  give: ['gave', 'given'],
  get: ['got', 'got'],
  become: ['became', 'become'],
  leave: ['left', 'left'],
  spin: ['spun', 'spun'],
  cut: ['cut', 'cut'],
  make: ['made', 'made'],
  win: ['won', 'won'],
  have: ['had', 'had'],
  lead: ['led', 'led'],
  build: ['built', 'built'],
  pay: ['paid', 'paid'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  put: ['put', 'put'],
  let: ['let', 'let'],
  bid: ['bid', 'bid'],
  shed: ['shed', 'shed'],
  split: ['split', 'split'],
  set: ['set', 'set'],
  bring: ['brought', 'brought'],
  begin: ['began', 'begun'],
  stand: ['stood', 'stood'],
  run: ['ran', 'run'],
  choose: ['chose', 'chosen'],
  sit: ['sat', 'sat'],
  quit: ['quit', 'quit'],
};

/** How a printed form of a verb is made. A past form that is also the participle is `past`. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

function doubles(base: string): boolean {
  const [before, vowel, last] = [base.at(-3) ?? 'a', base.at(-2) ?? '', base.at(-1) ?? ''];
  if (/^(?:transfer|refer|confer|commit|submit|admit|control|expel|compel|acquit|permit|occur|incur)$/.test(base))
    return true;
  const short = base.length <= 4 && !VOWELS.includes(before);
  return short && VOWELS.includes(vowel) && !VOWELS.includes(last) && !'wxy'.includes(last);
}

function withEd(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (base.endsWith('y') && !VOWELS.includes(base.at(-2) ?? 'a')) return `${base.slice(0, -1)}ied`;
  return doubles(base) ? `${base}${base.at(-1)!}ed` : `${base}ed`;
}

function withIng(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !base.endsWith('ee')) return `${base.slice(0, -1)}ing`;
  return doubles(base) ? `${base}${base.at(-1)!}ing` : `${base}ing`;
}

function withS(base: string): string {
  if (base === 'have') return 'has';
  if (base.endsWith('y') && !VOWELS.includes(base.at(-2) ?? 'a')) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

/** Every printed form of a verb, in small letters. */
export function formsOf(base: string): ReadonlyMap<string, VerbForm> {
  const irregular = IRREGULAR[base];
  const forms = new Map<string, VerbForm>([
    [base, 'base'],
    [withS(base), 'third'],
    [withIng(base), 'gerund'],
  ]);
  if (irregular === undefined) forms.set(withEd(base), 'past');
  else {
    if (!forms.has(irregular[1])) forms.set(irregular[1], 'participle');
    forms.set(irregular[0], irregular[0] === base ? 'base' : 'past');
  }
  return forms;
}

/** Singular and plural of a noun, in small letters; of a noun of several words the last one changes. */
export function numbersOf(noun: string): readonly [string, string] {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return [noun, `${noun}es`];
  if (noun.endsWith('y') && !VOWELS.includes(noun.at(-2) ?? 'a')) return [noun, `${noun.slice(0, -1)}ies`];
  return [noun, `${noun}s`];
}
