import { extractHoldings } from '@filigree/extraction';
import type { Paragraph } from '@filigree/testing';
import { misquoted, readingOf, release } from './support/fictional-filing.ts';

/** The holdings of a filing as "holder | kind | company | shares | percent"; F is the filer. */
function held(form: string, paragraphs: readonly Paragraph[]): string[] {
  const reading = readingOf({ form, documents: [{ paragraphs }] });
  const facts = extractHoldings(reading);
  expect(misquoted(reading, facts)).toEqual([]);
  return facts.map(({ holder, holderKind, company, shares, percent }) =>
    [holder, holderKind, company === 'Harrowgate Instruments Ltd.' ? 'F' : company, shares, percent].join(' | '),
  );
}

const PEOPLE = [
  ['Greta Sandholm', '412,300', '2.1%'],
  ['Tolland Ridge Fund LP', '1,900,000', '9.7%'],
];
const OF_PEOPLE = ['Greta Sandholm | person | F | 412300 | 2.1', 'Tolland Ridge Fund LP | company | F | 1900000 | 9.7'];

describe('tables of owners', () => {
  it.each([
    ['an annual report of a foreign company', '20-F', ['Shareholder', 'Ordinary Shares', '%']],
    ['a proxy statement whose head only counts', 'DEF 14A', ['', 'Amount', 'Percent']],
    ['a prospectus of selling holders', '424B3', ['Selling stockholder', 'Shares owned', 'Percent']],
    ['a report of a foreign company', '6-K', ['Name of shareholder', 'Number of shares', 'Percentage']],
    ['an annual report', '10-K', ['Name of Beneficial Owner', 'Shares', 'Percent of Class']],
  ])('are read in %s', (_, form, head) => {
    expect(held(form, ['Harrowgate Instruments Ltd.', [head, ...PEOPLE]])).toEqual(OF_PEOPLE);
  });

  it.each([
    'Major Shareholders',
    'Security Ownership of Certain Beneficial Owners and Management',
    'Principal stockholders of the Company',
  ])('are known by the heading above them: %s', (heading) => {
    const rows = [['', 'Number', 'Percent'], ...PEOPLE];
    expect(held('6-K', ['Harrowgate Instruments Ltd.', heading, rows])).toEqual(OF_PEOPLE);
  });

  it('know companies of other countries by the words that begin their names', () => {
    const rows = [
      ['Shareholder', 'Shares', '%'],
      ['Kibbutz Tel Orva', '412,300', '2.1%'],
      ['Société Lindbyenne de Liants', '1,900,000', '9.7%'],
      ['Ana Sá', '18,000', '0.1%'],
    ];
    expect(held('20-F', ['Harrowgate Instruments Ltd.', rows])).toEqual([
      'Kibbutz Tel Orva | company | F | 412300 | 2.1',
      'Société Lindbyenne de Liants | company | F | 1900000 | 9.7',
      'Ana Sá | person | F | 18000 | 0.1',
    ]);
  });

  it('are read past ages, years, ranks, footnotes, titles and asterisks', () => {
    const rows = [
      ['Name', 'Age', 'Since', 'Beneficially Owned', 'Percent'],
      ['Clive Redmayne, President', '63', '1994', '412,300(1)', '2.1%'],
      ['Felice Brand (2)', '55', '2002', '18,750', '*'],
    ];
    expect(held('DEF 14A', ['Harrowgate Instruments Ltd.', rows])).toEqual([
      'Clive Redmayne | person | F | 412300 | 2.1',
      'Felice Brand | person | F | 18750 | ',
    ]);
    const ranked = [
      ['', 'Shareholder', 'Shares', '%'],
      ['1', 'Tolland Ridge Fund LP', '1,900,000', '9.7'],
      ['2', 'Free float', '8,900,000', '59.7'],
    ];
    expect(held('6-K', ['Harrowgate Instruments Ltd.', ranked])).toEqual([OF_PEOPLE[1]]);
  });

  it.each([
    ['options', ['Name', 'Options granted (shares)', 'Percent']],
    ['votes', ['Name', 'Votes for (shares)', 'Percent']],
    ['pay', ['Name', 'Salary (amount)', 'Percent']],
    ['balances', ['', 'Revenue amount', 'Percent']],
  ])('are no tables of %s', (_, head) => {
    expect(held('10-K', ['Harrowgate Instruments Ltd.', [head, ...PEOPLE]])).toEqual([]);
  });

  it('are no balance sheets', () => {
    const rows = [
      ['', 'Amount', 'Percent'],
      ['Retained earnings', '43,444', '5%'],
      ['Paid-in capital', '54,009', '0%'],
    ];
    expect(held('10-K', ['Harrowgate Instruments Ltd.', "Stockholders' Equity", rows])).toEqual([]);
  });

  it('are no tables of other things in a report that has columns of the same look', () => {
    const rows = [
      ['', 'Number', 'Percent'],
      ['Lindby Region', '1,200', '40%'],
      ['Tolland Region', '1,800', '60%'],
    ];
    expect(held('6-K', ['Harrowgate Instruments Ltd.', rows])).toEqual([]);
  });

  it('of a schedule without covers are of the company that the schedule names', () => {
    const rows = [['Reporting Person', 'Beneficially Owned', 'Percent of Class'], ...PEOPLE];
    expect(held('SC 13G', ['Issuer: Osterby Optik AB', rows])).toEqual([
      'Greta Sandholm | person | Osterby Optik AB | 412300 | 2.1',
      'Tolland Ridge Fund LP | company | Osterby Optik AB | 1900000 | 9.7',
    ]);
  });
});

describe('holdings in sentences', () => {
  it.each([
    [
      'Osterby AB owns 1,431,880 shares of common stock of Lindby Optik AB, or 7.9% of the class.',
      ['Osterby AB | company | Lindby Optik AB | 1431880 | 7.9'],
    ],
    [
      'Osterby AB owned, as of April 25, 2017, approximately 42% of the shares of Lindby Optik AB.',
      ['Osterby AB | company | Lindby Optik AB |  | 42'],
    ],
    ['Osterby AB held 36% of Lindby Optik AB.', ['Osterby AB | company | Lindby Optik AB |  | 36']],
    ['Lindby Optik AB is 36% owned by Osterby AB.', ['Osterby AB | company | Lindby Optik AB |  | 36']],
    [
      'Osterby AB, the owner of 62% of the outstanding common stock of Lindby Optik AB, agreed.',
      ['Osterby AB | company | Lindby Optik AB |  | 62'],
    ],
    [
      'Greta Sandholm is a director. She owns 40,200 shares of Lindby Optik AB.',
      ['Greta Sandholm | person | Lindby Optik AB | 40200 | '],
    ],
    [
      'Mr. Anton Brekke holds 12% of the shares of Lindby Optik AB.',
      ['Anton Brekke | person | Lindby Optik AB |  | 12'],
    ],
    ['Osterby AB and Tolland Gauge Works LLC hold 30% of Lindby Optik AB.', []],
    ['Osterby AB no longer owns 36% of Lindby Optik AB.', []],
    ['Osterby AB has disposed of its 30% interest in Lindby Optik AB.', []],
    ['Osterby AB holds options to buy 40,000 shares of Lindby Optik AB.', []],
  ])('%s', (sentence, expected) => {
    const reading = release(sentence);
    const facts = extractHoldings(reading);
    expect(misquoted(reading, facts)).toEqual([]);
    expect(
      facts.map(({ holder, holderKind, company, shares, percent }) =>
        [holder, holderKind, company, shares, percent].join(' | '),
      ),
    ).toEqual(expected);
  });
});

describe('notices in lines of label and value', () => {
  it.each([
    [
      [
        '1. Identity of the issuer: Lindby Optik AB',
        '3. Full name of person(s) subject to notification: Osterby Trust plc',
        '5. Date of the transaction: 15 November 2013',
        '8. Resulting total voting rights: 22,016,488 (6.04%)',
      ],
      ['Osterby Trust plc | company | Lindby Optik AB | 22016488 | 6.04'],
    ],
    [
      [
        'Name of holder: Greta Sandholm',
        'Number of shares sold: 40,000',
        'Balance after the change: 115,200 shares (0.61% of the capital)',
      ],
      ['Greta Sandholm | person | F | 115200 | 0.61'],
    ],
    [['Name of holder: Greta Sandholm', 'Number of shares sold: 40,000'], []],
    [['Total shares after the split: 40,000'], []],
  ])('%j', (lines, expected) => {
    expect(held('6-K', lines)).toEqual(expected);
  });
});
