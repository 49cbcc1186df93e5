import { filingText, readSubmission } from '@filigree/edgar';
import { htmlFiling, plainFiling } from '../support/build.ts';

function linesOf(bytes: Buffer): string[] {
  return filingText(bytes, readSubmission(bytes)).text.split('\n');
}

function table(...rows: readonly string[][]): Buffer {
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join('');
  return htmlFiling(`<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`);
}

describe('signatures and contacts side by side', () => {
  it('are read one person after the other', () => {
    const bytes = table(
      ['ALPHA N.V.', '', 'BETA PLC', ''],
      ['By:', '/s/ Ann Archer', 'By:', '/s/ Bob Baker'],
      ['Name:', 'Ann Archer', 'Name:', 'Bob Baker'],
      ['Title:', 'President', 'Title:', 'Secretary'],
    );
    expect(linesOf(bytes)).toEqual([
      'ALPHA N.V.',
      'By:\t/s/ Ann Archer',
      'Name:\tAnn Archer',
      'Title:\tPresident',
      'BETA PLC',
      'By:\t/s/ Bob Baker',
      'Name:\tBob Baker',
      'Title:\tSecretary',
    ]);
  });

  it('are read so with label and value in one cell, an empty column between, and a title on one side only', () => {
    const bytes = table(
      ['/s/ Ann Archer', '&nbsp;', '/s/ Bob Baker'],
      ['Ann Archer', '', 'Bob Baker'],
      ['', '', 'Secretary'],
    );
    expect(linesOf(bytes)).toEqual(['/s/ Ann Archer', 'Ann Archer', '/s/ Bob Baker', 'Bob Baker', 'Secretary']);
  });

  it('stay apart where each person is one cell of several lines', () => {
    const stack = (name: string): string => `By: /s/ ${name}<br>Name: ${name}<br>Title: Director`;
    expect(linesOf(table([stack('Ann Archer'), stack('Bob Baker')]))).toEqual([
      'By: /s/ Ann Archer',
      'Name: Ann Archer',
      'Title: Director',
      'By: /s/ Bob Baker',
      'Name: Bob Baker',
      'Title: Director',
    ]);
  });

  it('with a date on the left are one person, read row by row', () => {
    const bytes = table(['Date: May 1, 2010', 'By:', '/s/ Ann Archer'], ['', 'Name:', 'Ann Archer']);
    expect(linesOf(bytes)).toEqual(['Date: May 1, 2010\tBy:\t/s/ Ann Archer', 'Name:\tAnn Archer']);
  });

  it('leave a list of people with phone and fax a list', () => {
    const rows = [
      ['Ann Archer', '+31 20 123 4567', '+31 20 123 4568'],
      ['Bob Baker', '+31 20 123 4569', '+31 20 123 4570'],
    ];
    expect(linesOf(table(...rows))).toEqual(rows.map((row) => row.join('\t')));
  });

  it('do not draw what stands far below into their columns', () => {
    const bytes = table(
      ['/s/ Ann Archer', '/s/ Bob Baker'],
      ['Ann Archer', 'Bob Baker'],
      ['&nbsp;', ''],
      ['Exhibit', 'Description'],
      ['99.1', 'Press release'],
    );
    expect(linesOf(bytes).slice(-2)).toEqual(['Exhibit\tDescription', '99.1\tPress release']);
  });

  it('leave rows that only begin alike as they are', () => {
    const rows = [
      ['Telephone services', 'Telephone equipment'],
      ['T Mobile', 'T Online'],
      ['12', '13'],
    ];
    expect(linesOf(table(...rows))).toEqual(rows.map((row) => row.join('\t')));
  });

  it('read contacts one after the other', () => {
    const bytes = table(
      ['Media relations', 'Investor relations'],
      ['Ann Archer', 'Bob Baker'],
      ['+31 70 344 8956', '+31 70 344 8305'],
      ['Head of Media', 'Head of Investors'],
    );
    expect(linesOf(bytes).slice(0, 4)).toEqual(['Media relations', 'Ann Archer', '+31 70 344 8956', 'Head of Media']);
  });

  it('in a fixed-width document are read one person after the other too', () => {
    const bytes = plainFiling([
      'ALPHA N.V.                         BETA PLC',
      '',
      'By: /s/ Ann Archer                 By: /s/ Bob Baker',
      '    --------------                     -------------',
      'Name:  Ann Archer                  Name:  Bob Baker',
      'Title: President                   Title: Secretary',
    ]);
    expect(linesOf(bytes)).toEqual([
      'ALPHA N.V.',
      'By: /s/ Ann Archer',
      'Name: Ann Archer',
      'Title: President',
      'BETA PLC',
      'By: /s/ Bob Baker',
      'Name: Bob Baker',
      'Title: Secretary',
    ]);
  });

  it('in columns of a fixed-width document are a row a person, with the whole title in one cell', () => {
    const bytes = plainFiling([
      'Signature                  Title                           Date',
      '',
      '/s/ Ann Archer*            Director, Chair of the          March 30, 1994',
      '-----------------------    Board and Chief Executive',
      '   Ann Archer              Officer',
      '',
      '/s/ Bob Baker              Director                        March 30, 1994',
      'Bob Baker',
    ]);
    expect(linesOf(bytes)).toEqual([
      'Signature\tTitle\tDate',
      '/s/ Ann Archer*',
      'Ann Archer\tDirector, Chair of the Board and Chief Executive Officer\tMarch 30, 1994',
      '/s/ Bob Baker',
      'Bob Baker\tDirector\tMarch 30, 1994',
    ]);
  });

  it.each([
    ['leave their column', ['/s/ Ann Archer       Director      May 1', 'who signs for all who are named below']],
    ['stand in the second column', ['Alpha Trust       By: /s/ Ann Archer', 'a trust           its trustee']],
    ['belong to two people', ['/s/ Ann Archer    Director', '/s/ Bob Baker     Director']],
  ])('stay line by line where they %s', (_, lines) => {
    expect(linesOf(plainFiling(lines))).toEqual(lines.map((line) => line.replaceAll(/ {2,}/g, '\t')));
  });
});
