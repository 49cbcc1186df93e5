/** Parts of made-up submissions. */
export interface Parts {
  readonly header?: string;
  /** Everything between `</SEC-HEADER>` and `</SEC-DOCUMENT>`. */
  readonly documents?: string;
  readonly eol?: string;
}

const FILER = [
  'FILER:',
  '',
  '\tCOMPANY DATA:\t',
  '\t\tCOMPANY CONFORMED NAME:\t\t\tFICTION PLC',
  '\t\tCENTRAL INDEX KEY:\t\t\t0000001234',
  '\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tMOTOR VEHICLES [3711]',
  '',
].join('\n');

/** A document with its tags. */
export function document(type: string, body: string, more = ''): string {
  return `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>1\n${more}<TEXT>\n${body}\n</TEXT>\n</DOCUMENT>\n`;
}

/** A cooked submission; `header` replaces its parties. */
export function cooked({ header = FILER, documents = document('6-K', 'Hello'), eol = '\n' }: Parts = {}): Buffer {
  const text = [
    '<SEC-DOCUMENT>0000000001-10-000002.txt : 20100630',
    '<SEC-HEADER>0000000001-10-000002.hdr.sgml : 20100630',
    'ACCESSION NUMBER:\t\t0000000001-10-000002',
    'CONFORMED SUBMISSION TYPE:\t6-K',
    'FILED AS OF DATE:\t\t20100630',
    '',
    header,
    `</SEC-HEADER>\n${documents}</SEC-DOCUMENT>\n`,
  ].join('\n');
  return Buffer.from(text.replaceAll('\n', eol), 'utf8');
}

/** A submission with one HTML document. */
export function htmlFiling(body: string): Buffer {
  return cooked({ documents: document('6-K', `<html><body>${body}</body></html>`, '<FILENAME>a.htm\n') });
}

/** A submission with one fixed-width document. */
export function plainFiling(lines: readonly string[]): Buffer {
  return cooked({ documents: document('6-K', lines.join('\n')) });
}
