import { extractByRules } from '@filigree/extraction';
import { submissionOf, textOf } from './support/text-filing.ts';

const PIECES: readonly (readonly [string, string])[] = [
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
];

function milliseconds(piece: string, size: number): number {
  const text = textOf([piece.repeat(Math.ceil(size / piece.length))]);
  // The processor's time: how much else the machine does must not matter.
  const before = process.cpuUsage();
  extractByRules(submissionOf(), text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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
