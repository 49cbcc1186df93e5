import { extractOwnership } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { misquoted, release } from './fictional-filing.ts';

/** The facts of who owns whom as "owner | kind | owned"; F is the filer. Every quote must be what the text has. */
export function owned(reading: Reading): string[] {
  const facts = extractOwnership(reading);
  expect(misquoted(reading, facts)).toEqual([]);
  const short = (name: string) => (name === 'Harrowgate Instruments Ltd.' ? 'F' : name);
  return facts.map(({ parent, kind, child }) => `${short(parent)} | ${kind} | ${short(child)}`).sort();
}

/** Runs a test for each row: who owns whom by a press release of a heading and that paragraph, as `owned` tells it. */
export function itReads(rows: readonly (readonly [text: string, expected: readonly string[]])[]): void {
  for (const [text, expected] of rows) {
    it(`${expected.length === 0 ? 'finds nothing in' : 'reads'}: ${text}`, () => {
      expect(owned(release('Harrowgate news', text))).toEqual([...expected].sort());
    });
  }
}

/** Runs a test for each text: such a press release says nothing of who owns whom. */
export function itFindsNothingIn(texts: readonly string[]): void {
  itReads(texts.map((text) => [text, []]));
}
