// The groups that people are listed under: seats of a board, bodies, and what is said of them.

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Seats of a board, by their plural. */
export const SEATS: ReadonlyMap<string, string> = new Map(
  ['director', 'supervisor', 'trustee', 'commissioner'].map((one) => [`${one}s`, one]),
);

/** What stands before a seat and belongs to it. */
export const SEAT_KINDS = set(
  'independent non-executive nonexecutive non executive outside external inside internal managing lead alternate proprietary statutory ' +
    'titular standing representative shareholder employee interested disinterested principal',
);

/** Posts that several people hold at once, by their plural, to head a list of them. */
export const PLURAL_POSTS: ReadonlyMap<string, string> = new Map([
  ...[
    'president',
    'vice-president',
    'officer',
    'manager',
    'partner',
    'treasurer',
    'counsel',
    'analyst',
    'controller',
    'vp',
  ].map((one): [string, string] => [`${one}s`, one]),
  ['secretaries', 'secretary'],
  ['chairmen', 'chairman'],
]);
