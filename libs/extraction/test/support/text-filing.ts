import type { FilingText, Submission, TextBlock } from '@filigree/edgar';

/** What a test says of a filing besides its text. */
export interface Told {
  readonly filer?: string;
  readonly form?: string;
  readonly filed?: string;
}

/** A submission with one filer and one document. */
export function submissionOf({
  filer = 'NORTHWIND MINERALS CORP',
  form = '6-K',
  filed = '2010-03-15',
}: Told = {}): Submission {
  return {
    accession: '0000000001-10-000001',
    form,
    filed,
    period: null,
    accepted: null,
    items: [],
    parties: [
      {
        role: 'FILER',
        cik: '0000000001',
        name: filer,
        sic: null,
        sicName: null,
        stateOfIncorporation: null,
        fiscalYearEnd: null,
        formerNames: [],
        businessAddress: null,
        mailAddress: null,
      },
    ],
    documents: [
      {
        sequence: 1,
        type: form,
        filename: null,
        description: null,
        size: 0,
        bodyStart: 0,
        bodyEnd: 0,
        content: 'html',
      },
    ],
  };
}

/** A text of blocks: a string is a paragraph, a list of strings a table row; rows that follow each other are one table. */
export function textOf(blocks: readonly (string | readonly string[])[]): FilingText {
  const made: TextBlock[] = [];
  let text = '';
  let table = -1;
  let inTable = false;
  for (const block of blocks) {
    if (text !== '') text += '\n';
    const start = text.length;
    const row = typeof block !== 'string';
    if (row && !inTable) table++;
    inTable = row;
    const cells: { start: number; end: number; column: number }[] = [];
    if (row) {
      block.forEach((cell, column) => {
        if (cell === '') return;
        if (text.length > start) text += '\t';
        cells.push({ start: text.length, end: text.length + cell.length, column });
        text += cell;
      });
    } else text += block;
    made.push({
      kind: row ? 'row' : 'paragraph',
      start,
      end: text.length,
      document: 0,
      cells,
      table: row ? table : -1,
    });
  }
  return { text, blocks: made, losses: {} };
}
