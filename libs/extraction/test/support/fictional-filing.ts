import { filingText, readSubmission } from '@filigree/edgar';
import { makeReading } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { submissionBytes } from '@filigree/testing';
import type { FictionalFiling, Paragraph } from '@filigree/testing';

/** The reading of a made-up submission. */
export function readingOf(filing: FictionalFiling): Reading {
  return readingOfBytes(submissionBytes(filing));
}

/** The reading of a submission's bytes. */
export function readingOfBytes(bytes: Uint8Array): Reading {
  const submission = readSubmission(bytes);
  return makeReading(submission, filingText(bytes, submission));
}

/** A press release of the filer, alone in a 6-K. */
export function release(...paragraphs: readonly Paragraph[]): Reading {
  return readingOf({
    form: '6-K',
    documents: [
      { type: '6-K', paragraphs: ['Form 6-K'] },
      { type: 'EX-99.1', paragraphs },
    ],
  });
}

/** Every quote must be what the text has at its span. */
export function misquoted(reading: Reading, facts: readonly { quote: string; start: number; end: number }[]): string[] {
  return facts
    .filter((fact) => reading.quote(fact.start, fact.end).quote !== fact.quote || fact.quote === '')
    .map((fact) => fact.quote);
}
