import { filingText, readSubmission } from '@filigree/edgar';
import { cooked, document, plainFiling } from '../support/build.ts';

function linesOf(lines: readonly string[]): string[] {
  const bytes = plainFiling(lines);
  return filingText(bytes, readSubmission(bytes)).text.split('\n');
}

describe('the text of a fixed-width document', () => {
  it('joins wrapped lines again', () => {
    expect(
      linesOf([
        '     The registrant announces that its board of directors has',
        'appointed Ann Archer as chief executive officer with effect from',
        'the first day of May, and that long-',
        'serving members stay.',
      ]),
    ).toEqual([
      'The registrant announces that its board of directors has appointed Ann Archer as chief executive officer with effect ' +
        'from the first day of May, and that long-serving members stay.',
    ]);
  });

  it('takes the number of a hanging item for no column, but a number before figures for one', () => {
    expect(
      linesOf([
        '1.   The Board of Directors accepted the resignation of Mr. Ann',
        '     Archer as chief executive officer.  It thanked him.',
        '',
        '-    the vessel was sold',
        '     for cash',
        '',
        '2.   Net sales       1,234       1,100',
      ]),
    ).toEqual([
      '1. The Board of Directors accepted the resignation of Mr. Ann Archer as chief executive officer. It thanked him.',
      '- the vessel was sold for cash',
      '2.\tNet sales\t1,234\t1,100',
    ]);
  });

  it('keeps lines apart that were ended on purpose', () => {
    expect(linesOf(['By: /s/ Ann Archer', 'Ann Archer', 'Chief Executive Officer'])).toEqual([
      'By: /s/ Ann Archer',
      'Ann Archer',
      'Chief Executive Officer',
    ]);
  });

  it('splits rows at gaps, dots and bars, and at column tags', () => {
    const rows = [
      '<TABLE>',
      '<S>                 <C>         <C>',
      'Net sales.......... 1,234       1,100',
      '<CAPTION>',
      'Taxes   | 12 |  11',
      '</TABLE>',
    ];
    expect(linesOf(rows)).toEqual(['Net sales\t1,234\t1,100', 'Taxes\t12\t11']);
  });

  it('takes a line that is stretched to its margin for prose, and a row of names or numbers for a row', () => {
    expect(
      linesOf([
        'The registrant has agreed to sell its pumps to Mossbank Valves and to',
        'close   the   works   at   Gorsefield  before  the  end  of  the  year',
        'under the terms of its loan.',
        '',
        'Ann   Archer   and   Bo   Birch   are  here',
        '1      2      3     4     5    6',
      ]),
    ).toEqual([
      'The registrant has agreed to sell its pumps to Mossbank Valves and to close the works at Gorsefield before the end of ' +
        'the year under the terms of its loan.',
      'Ann\tArcher\tand\tBo\tBirch\tare\there',
      '1\t2\t3\t4\t5\t6',
    ]);
  });

  it('keeps the wrapped part of a cell in its row’s table', () => {
    const bytes = plainFiling([
      '/s/ Ann Archer       Principal Executive    May 25, 1995',
      'Ann Archer           Officer and Director',
    ]);
    const { blocks } = filingText(bytes, readSubmission(bytes));
    expect(new Set(blocks.map((block) => block.table))).toEqual(new Set([0]));
  });

  it('leaves out page tags, the numbers of pages, and rules', () => {
    const lines = [
      'The end of one page.',
      '',
      '                  - 2 -',
      '<PAGE>   3',
      '__________________',
      'The next page.',
    ];
    expect(linesOf(lines)).toEqual(['The end of one page.', 'The next page.']);
  });

  it('keeps bare < and & and decodes the entities of SGML', () => {
    expect(linesOf(['AT&T Corp. &amp; Co. has x < y &lt;z'])).toEqual(['AT&T Corp. & Co. has x < y <z']);
  });

  it('leaves out an encoded body in the middle', () => {
    const encoded = ['begin 644 a.gif', `M${'A'.repeat(60)}`, '`', 'end'];
    expect(linesOf(['Before', '', ...encoded, '', 'After'])).toEqual(['Before', 'After']);
  });

  it('takes the escape from lines that begin with a dash, inside a message only', () => {
    const bytes = cooked({ documents: document('6-K', '- - first item') });
    const message = Buffer.concat([Buffer.from('-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nX: y\n\n'), bytes]);
    expect(filingText(bytes, readSubmission(bytes)).text).toBe('- - first item');
    expect(filingText(message, readSubmission(message)).text).toBe('- first item');
  });

  it('of an XML form is its values, each with its path', () => {
    const xml =
      '<XML>\n<?xml version="1.0"?>\n<a:form><issuer><name>AT&amp;T  Inc</name><none/></issuer><v>1</v></a:form>\n</XML>';
    const bytes = cooked({ documents: document('4', xml) });
    const { text, blocks } = filingText(bytes, readSubmission(bytes));
    expect(text).toBe('AT&T Inc\n1');
    expect(blocks.map((block) => block.path)).toEqual(['form/issuer/name', 'form/v']);
  });
});
