// Small words that hold a sentence together, by what they do. Each list is closed.

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export const PREPOSITIONS = set(
  'of in on at by for from with to into as under between among against through via during after before since until upon within without ' +
    'pursuant subject prior due according effective because except unless amid instead ahead about over toward towards behind despite including like near off onto outside per than throughout unlike versus following concerning regarding',
);
export const CONJUNCTIONS = set(
  'and or but nor while whereas when where if unless because although though whether so yet & plus',
);
export const RELATIVES = set('which who that whom whose');
export const DETERMINERS = set(
  'the a an this that these those all any each both some certain such another one two three four five six seven eight nine ten several other said no every either neither half',
);
export const POSSESSIVES = set('its our their his her my your');
export const PRONOUNS = set('it we they he she i us them him');
export const AUXILIARIES = set(
  'is are was were be been being am has have had having do does did will would shall should may might can could must',
);
export const BE = set('is are was were be been being am');
export const MODALS_OPEN = set('may might could would should can');
export const NEGATIONS = set(
  "not never n't cannot neither nor no without deny denies denied denying fail fails failed cease ceases ceased",
);
export const CONDITIONS = set('if unless whether should were until provided');
export const ADVERBS = set(
  'also now today yesterday currently presently previously formerly recently already still then thereby together once just indirectly directly beneficially jointly ' +
    'subsequently later soon again further only approximately about nearly almost over effectively legally ultimately collectively successfully each respectively tomorrow',
);

/** Whether the word is a small word of the lists above, or an adverb by its ending. */
export function isFunctionWord(word: string): boolean {
  return (
    PREPOSITIONS.has(word) ||
    CONJUNCTIONS.has(word) ||
    RELATIVES.has(word) ||
    DETERMINERS.has(word) ||
    POSSESSIVES.has(word) ||
    PRONOUNS.has(word) ||
    AUXILIARIES.has(word) ||
    NEGATIONS.has(word) ||
    isAdverb(word)
  );
}

export function isAdverb(word: string): boolean {
  return (
    ADVERBS.has(word) ||
    (word.length > 4 && word.endsWith('ly') && word !== 'supply' && word !== 'family' && word !== 'assembly')
  );
}
