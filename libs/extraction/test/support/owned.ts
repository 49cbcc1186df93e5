import { extractOwnership } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { misquoted } from './fictional-filing.ts';

/** The facts of who owns whom as "owner | kind | owned"; F is the filer. Every quote must be what the text has. */
export function owned(reading: Reading): string[] {
  const facts = extractOwnership(reading);
  expect(misquoted(reading, facts)).toEqual([]);
  const short = (name: string) => (name === 'Harrowgate Instruments Ltd.' ? 'F' : name);
  return facts.map(({ parent, kind, child }) => `${short(parent)} | ${kind} | ${short(child)}`).sort();
}
