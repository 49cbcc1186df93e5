import { asAccession } from '../container/header.ts';
import type { FilingText, Submission } from '../types.ts';

/** The element that Forms D/A and 144/A and Schedules 13D/A and 13G/A have for it. */
const ELEMENT = 'previousAccessionNumber';

/**
 * The accession number of the filing that an amendment amends, where its XML form states one. Null elsewhere: no header
 * tells it, and filings of one filer, form and period are often several, so nothing is guessed from those.
 */
export function amendedAccession(submission: Submission, { text, blocks }: FilingText): string | null {
  if (submission.form?.endsWith('/A') !== true) return null;
  const stated = new Set<string>();
  for (const { path, start, end } of blocks) {
    if (path?.slice(path.lastIndexOf('/') + 1) !== ELEMENT) continue;
    const accession = asAccession(text.slice(start, end));
    if (accession !== null && accession !== submission.accession) stated.add(accession);
  }
  const [first] = stated;
  return stated.size === 1 && first !== undefined ? first : null;
}
