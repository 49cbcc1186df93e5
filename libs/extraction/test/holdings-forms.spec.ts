import { readFileSync } from 'node:fs';
import { extractEvents, extractHoldings, extractTrades } from '@filigree/extraction';
import { misquoted, readingOf, readingOfBytes } from './support/fictional-filing.ts';

/** The repository's own samples; `samples/README.md` says what is in them. */
const sample = (path: string) => readingOfBytes(readFileSync(new URL(`../../../samples/${path}`, import.meta.url)));

describe('Forms 3, 4 and 5', () => {
  it('reads the transactions of a Form 4 and what is held after the last of them', () => {
    const reading = sample('2010/000999910210000053.txt');
    const trades = extractTrades(reading);
    expect(misquoted(reading, trades)).toEqual([]);
    expect(trades).toMatchObject([
      {
        person: 'Colebrook Harriet M',
        company: 'CORDWAINER INSTRUMENTS INC',
        code: 'M',
        date: '2010-05-25',
        shares: 10_000,
        price: 6.2,
      },
      { person: 'Colebrook Harriet M', code: 'S', date: '2010-05-25', shares: 10_000, price: 14.8812 },
    ]);
    expect(extractHoldings(reading)).toMatchObject([
      {
        holder: 'Colebrook Harriet M',
        holderKind: 'person',
        class: 'Common Stock',
        shares: 596_400,
        percent: null,
        asOf: '2010-05-25',
      },
    ]);
  });

  it('makes one change of a shareholding of the transactions, dated by the first', () => {
    expect(extractEvents(sample('2010/000999910210000053.txt'))).toMatchObject([
      { type: 'shareholding_change', date: '2010-05-25' },
    ]);
  });

  it('reads the holdings of a Form 3, which has no transactions and no event', () => {
    const reading = sample('2010/000999910210000025.txt');
    expect(extractHoldings(reading)).toMatchObject([{ holder: 'Ben-Kadmi Yoav', shares: 41_000, asOf: '2010-01-29' }]);
    expect(extractTrades(reading)).toEqual([]);
    expect(extractEvents(reading)).toEqual([]);
  });
});

describe('Schedules 13D and 13G', () => {
  it.each([
    [
      '2009/000999910609000005.txt',
      {
        holder: 'Tern Hollow Capital Management LLC',
        company: 'Cordwainer Instruments, Inc.',
        class: 'Common Stock',
        shares: 1_002_960,
        percent: 8.4,
        asOf: '2009-09-08',
      },
    ],
    [
      '2010/000999910410000004.txt',
      {
        holder: 'Banque Lormont S.A.',
        company: 'Quillon Bulk Carriers Ltd.',
        class: 'Common Shares',
        shares: 1_377_000,
        percent: 5.1,
        asOf: '2009-12-31',
      },
    ],
  ])('reads the cover page of %s', (path, expected) => {
    const reading = sample(path);
    const holdings = extractHoldings(reading);
    expect(misquoted(reading, holdings)).toEqual([]);
    expect(holdings).toMatchObject([{ holderKind: 'company', ...expected }]);
    expect(extractEvents(reading)).toMatchObject([{ type: 'shareholding_change', date: expected.asOf }]);
  });

  it('reads labels with their values below them, one holding a reporting person', () => {
    const cover = (name: string, shares: string, percent: string) => [
      '1',
      'NAMES OF REPORTING PERSONS',
      'I.R.S. IDENTIFICATION NOS. OF ABOVE PERSONS (ENTITIES ONLY)',
      name,
      '2 CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP',
      '11 AGGREGATE AMOUNT BENEFICIALLY OWNED BY EACH REPORTING PERSON',
      shares,
      '12 CHECK BOX IF THE AGGREGATE AMOUNT IN ROW (11) EXCLUDES CERTAIN SHARES',
      '13 PERCENT OF CLASS REPRESENTED BY AMOUNT IN ROW (11)',
      percent,
    ];
    const reading = readingOf({
      form: 'SC 13D/A',
      documents: [
        {
          paragraphs: [
            'Tolland Gauge Works Inc.',
            '(Name of Issuer)',
            'Common Stock, $0.01 par value',
            '(Title of Class of Securities)',
            'February 12, 2010',
            '(Date of Event which Requires Filing of this Statement)',
            ...cover('Osterby Partners LP', '2,400,000', '12.1%'),
            ...cover('Maud Ferrante', '150,000', '0.8%'),
          ],
        },
      ],
    });
    expect(extractHoldings(reading)).toMatchObject([
      {
        holder: 'Osterby Partners LP',
        holderKind: 'company',
        company: 'Tolland Gauge Works Inc.',
        shares: 2_400_000,
        percent: 12.1,
        asOf: '2010-02-12',
      },
      { holder: 'Maud Ferrante', holderKind: 'person', shares: 150_000, percent: 0.8 },
    ]);
  });
});

describe('tables of beneficial owners', () => {
  it('reads owners, shares and percentages, and leaves out the group', () => {
    const reading = sample('2009/000999910209000044.txt');
    const holdings = extractHoldings(reading);
    expect(misquoted(reading, holdings)).toEqual([]);
    expect(holdings.map(({ holder, holderKind, shares, percent }) => [holder, holderKind, shares, percent])).toEqual([
      ['Palisade Orchard Fund LP', 'company', 1_014_900, 8.5],
      ['Harriet M. Colebrook', 'person', 596_400, 5],
      ['Ralph T. Bexhill', 'person', 23_880, null],
      ['Cornelia W. Achterberg', 'person', 14_200, null],
      ['Philippa J. Norquist', 'person', 9750, null],
    ]);
    expect(new Set(holdings.map((holding) => holding.asOf))).toEqual(new Set(['2009-03-27']));
  });

  it('finds none in a form that only speaks of shares', () => {
    expect(
      extractHoldings(
        readingOf({ form: '6-K', documents: [{ paragraphs: ['Osterby AB beneficially owns 5,000 shares, 5%.'] }] }),
      ),
    ).toEqual([]);
  });
});
