import { extractByRules } from '@filigree/extraction';
import { processorMs } from '@filigree/testing';
import { submissionOf, textOf } from './support/text-filing.ts';

/** What is repeated up to a size, or the whole of a text of that size in characters. */
type Piece = string | ((size: number) => string);

const filled = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

/** The piece again and again up to the size, with a new number in place of N each time. */
function numbered(piece: string, size: number): string {
  let text = '';
  for (let nth = 1; text.length < size; nth++) text += piece.replaceAll('N', String(nth));
  return text;
}

const PIECES: readonly (readonly [string, Piece])[] = [
  ['capital letters', 'ABCDEF'],
  ['capitalized words', 'Abc Def '],
  ['commas', ','],
  ['honorifics', 'Mr. '],
  ['titles', 'President and '],
  ['open parentheses', '("A'],
  ['open brackets', '('],
  ['terms of bracketed names', 'A ('],
  ['signature marks', '/s/ '],
  ['signature lines', '/s/\n'],
  ['defined terms', 'the Company '],
  ['initials', 'A. B. C. '],
  ['digits', '7'],
  ['capitals with commas', 'ACME, BORE, '],
  ['months', 'March 1, '],
  ['names above titles', 'John Heron\nPresident\n'],
  ['signature labels', 'By:\n'],
  ['contact blocks', 'Contact:\nJohn Heron\n'],
  ['people with posts', 'John Heron, President of Acme Corp., '],
  ['successions', 'Mr. Abel Cain was appointed Chairman, succeeding Mr. Esau Flood. '],
  ['board lists', 'the directors are Ann Lee, '],
  [
    'holders and a list of what they hold',
    (size) => `the following: ${numbered('subsidiary of XN AB, ', size / 2)}: ${numbered('YN AB; ', size / 2)}`,
  ],
  ['promised lists of subsidiaries', (size) => numbered('the following is a subsidiary of XN AB: YN AB; ', size)],
];

function milliseconds(piece: Piece, size: number): number {
  const text = textOf([typeof piece === 'string' ? filled(piece, size) : piece(size)]);
  return processorMs(() => {
    extractByRules(submissionOf(), text);
  });
}

describe('hostile text', () => {
  milliseconds('Warm up. ', 20_000);

  // Quadratic work would take sixteen times as long for four times the text; linear work four times.
  it.each(PIECES)('takes time in proportion to its size: %s', (_, piece) => {
    const small = Math.max(15, Math.min(milliseconds(piece, 50_000), milliseconds(piece, 50_000)));
    expect(milliseconds(piece, 200_000)).toBeLessThan(small * 11 + 500);
  });

  it('of a megabyte is read in seconds', () => {
    expect(milliseconds('Mr. ', 1_000_000)).toBeLessThan(20_000);
  });
});
