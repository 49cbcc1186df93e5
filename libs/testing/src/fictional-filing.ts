/** Text, or the rows of a table. */
export type Paragraph = string | readonly (readonly string[])[];

/** A made-up submission, as far as the rules care. */
export interface FictionalFiling {
  readonly form: string;
  readonly filer?: string;
  readonly filed?: string;
  readonly period?: string;
  /** A paragraph that is a list of rows stands for a table, a row for its cells. */
  readonly documents: readonly { readonly type?: string; readonly paragraphs: readonly Paragraph[] }[];
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const rowOf = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;

/** The bytes of a full submission with HTML documents of one paragraph a line. */
export function submissionBytes(filing: FictionalFiling): Buffer {
  const header = [
    '<SEC-DOCUMENT>0009999777-10-000001.txt : 20100305',
    '<SEC-HEADER>0009999777-10-000001.hdr.sgml : 20100305',
    'ACCESSION NUMBER:\t\t0009999777-10-000001',
    `CONFORMED SUBMISSION TYPE:\t${filing.form}`,
    `PUBLIC DOCUMENT COUNT:\t\t${String(filing.documents.length)}`,
    ...(filing.period === undefined ? [] : [`CONFORMED PERIOD OF REPORT:\t${filing.period.replaceAll('-', '')}`]),
    `FILED AS OF DATE:\t\t${(filing.filed ?? '2010-03-05').replaceAll('-', '')}`,
    '',
    'FILER:',
    '',
    '\tCOMPANY DATA:',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${filing.filer ?? 'Harrowgate Instruments Ltd.'}`,
    '\t\tCENTRAL INDEX KEY:\t\t\t0009900777',
    '</SEC-HEADER>',
  ];
  const documents = filing.documents.map(({ type, paragraphs }, at) =>
    [
      '<DOCUMENT>',
      `<TYPE>${type ?? filing.form}`,
      `<SEQUENCE>${String(at + 1)}`,
      '<TEXT>',
      '<html><body>',
      ...paragraphs.map((paragraph) =>
        typeof paragraph === 'string'
          ? `<p>${escaped(paragraph)}</p>`
          : `<table>${paragraph.map(rowOf).join('')}</table>`,
      ),
      '</body></html>',
      '</TEXT>',
      '</DOCUMENT>',
    ].join('\n'),
  );
  return Buffer.from([...header, ...documents, '</SEC-DOCUMENT>', ''].join('\n'), 'utf8');
}
