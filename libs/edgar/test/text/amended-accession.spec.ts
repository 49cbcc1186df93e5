import { amendedAccession, filingText, readSubmission } from '@filigree/edgar';
import { document } from '../support/build.ts';

const XML = (...previous: readonly string[]): string =>
  `<XML>\n<edgarSubmission><offeringData>${previous
    .map((accession) => `<previousAccessionNumber>${accession}</previousAccessionNumber>`)
    .join('')}</offeringData></edgarSubmission>\n</XML>`;

/** A made-up filing of this form with this document. */
function amendedBy(form: string, body: string): string | null {
  const header = [
    '<SEC-HEADER>',
    'ACCESSION NUMBER:\t\t0009990001-24-000007',
    `CONFORMED SUBMISSION TYPE:\t${form}`,
    '</SEC-HEADER>',
    '',
  ].join('\n');
  const bytes = Buffer.from(header + document(form, body, '<FILENAME>primary_doc.xml\n'));
  const submission = readSubmission(bytes);
  return amendedAccession(submission, filingText(bytes, submission));
}

describe('the filing that an amendment amends', () => {
  it('is the one that its XML form states, with or without dashes', () => {
    expect(amendedBy('D/A', XML('0009990001-18-000523'))).toBe('0009990001-18-000523');
    expect(amendedBy('SCHEDULE 13G/A', XML('000999000118000523', '0009990001-18-000523'))).toBe('0009990001-18-000523');
  });

  it('is not told by a form that is no amendment, by text, or by two that differ', () => {
    expect(amendedBy('D', XML('0009990001-18-000523'))).toBeNull();
    expect(amendedBy('D/A', XML('0009990001-18-000523', '0009990001-19-000001'))).toBeNull();
    expect(amendedBy('8-K/A', '<html><body>It amends 0009990001-18-000523.</body></html>')).toBeNull();
  });

  it('is never the filing itself, and never what is no accession number', () => {
    expect(amendedBy('D/A', XML('0009990001-24-000007'))).toBeNull();
    expect(amendedBy('D/A', XML('none'))).toBeNull();
  });
});
