// Items of a Form 8-K among tables of contents, notices and releases; all names are made up.
import { extractEvents } from '@filigree/extraction';
import { readingOf } from './support/fictional-filing.ts';

const CONTENTS = [
  'TABLE OF CONTENTS',
  'Item 2.01 Completion of Acquisition or Disposition of Assets.',
  'Item 5.02 Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers',
  'Item 9.01. Financial Statements and Exhibits.',
  'SIGNATURE',
  'Ex-99.1 Press Release dated March 1, 2010',
];

/** Type and day of each event, sorted. */
function told(paragraphs: readonly string[]): string[] {
  const documents = [{ paragraphs: ['FORM 8-K', ...paragraphs] }];
  const reading = readingOf({ form: '8-K', period: '2010-03-01', documents });
  return extractEvents(reading)
    .map(({ type, date }) => `${type} ${String(date)}`)
    .sort();
}

describe('the items of a Form 8-K', () => {
  it('are those behind the table of contents, whose lines tell nothing', () => {
    const items = [
      'Item 2.01 Completion of Acquisition or Disposition of Assets.',
      'On February 26, 2010, the Company completed its acquisition of all outstanding shares of Tolland Gauge Works LLC.',
      'Item 9.01. Financial Statements and Exhibits.',
      '99.1 Press Release dated March 1, 2010',
      'SIGNATURE',
      'Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed.',
    ];
    expect(told([...CONTENTS, ...items])).toEqual(['acquisition 2010-02-26']);
  });

  it('end with the signatures, whatever an exhibit below them calls its items', () => {
    const signed = [
      'Item 8.01 Other Events.',
      'On February 25, 2010, the Board of Directors declared a quarterly dividend of $0.10 per share.',
      'SIGNATURES',
      'Item 4.01 Changes in Registrant’s Certifying Accountant',
      'The pump in item 4.01 of the list is to be replaced by the seller.',
    ];
    expect(told(signed)).toEqual(['dividend 2010-02-25']);
  });

  it('tell a notice of the exchange, and no listing of shares', () => {
    const text =
      'On February 26, 2010, the Company received a letter from The Nasdaq Stock Market stating that, for the last 30 consecutive business days, the bid price of its common stock had closed below the minimum of $1.00 per share required for continued listing on the Nasdaq Global Market.';
    expect(told(['Item 3.01 Notice of Delisting or Failure to Satisfy a Continued Listing Rule', text])).toEqual([
      'legal_regulatory 2010-02-26',
    ]);
  });

  it('tell an order of an authority, and no order of a customer', () => {
    const text =
      'On February 24, 2010, Osterby Bank, the wholly owned subsidiary of the Company, entered into a Stipulation and Consent to the Issuance of an Order to Cease and Desist with the Federal Deposit Insurance Corporation.';
    expect(told(['Item 1.01 Entry into a Material Definitive Agreement.', text])).toEqual([
      'legal_regulatory 2010-02-24',
    ]);
  });

  it('tell the vesting of options as pay, and not as an issue of shares', () => {
    const text =
      'On February 24, 2010, the Board of Directors approved the acceleration of the vesting of unvested stock options awarded to employees and officers.';
    const sale =
      'Shares received upon the exercise of accelerated options may not be sold before the first vesting date.';
    expect(told(['Item 1.01 Entry into a Material Definitive Agreement.', `${text} ${sale}`])).toEqual([
      'corporate_information 2010-02-24',
    ]);
  });

  it('tell what revenue is expected as results', () => {
    const text =
      'Based on current data, we expect revenue from our marine products for the second quarter of fiscal 2010 to be between $2.0 and $2.2 million, compared with $6.0 million a year ago.';
    expect(told(['Item 8.01 Other Events.', text])).toEqual(['financial_results 2010-03-01']);
  });

  it('date a deal by the day of its completion', () => {
    const agreed =
      'On February 22, 2010, the Company commenced a cash tender offer to acquire all outstanding shares of Tolland Gauge Works Inc.';
    const done = 'On March 1, 2010, the acquisition of Tolland Gauge Works Inc. was completed.';
    expect(told(['Item 2.01 Completion of Acquisition or Disposition of Assets', `${agreed} ${done}`])).toEqual([
      'acquisition 2010-03-01',
    ]);
  });

  it('date a meeting by the day that the sentence opens with', () => {
    const plan =
      'At the Annual Meeting the shareholders approved the Stock Plan. The plan was approved by the Board on January 22, 2010, subject to shareholder approval.';
    const vote = 'On February 26, 2010, at the Annual Meeting, the shareholders cast their votes on two proposals:';
    const events = told([
      'Item 5.02 Compensatory Arrangements of Certain Officers',
      plan,
      'Item 5.07 Submission of Matters to a Vote of Security Holders',
      vote,
    ]);
    expect(events).toContain('shareholder_meeting 2010-02-26');
  });

  it('date accounts that are withdrawn by the day of the decision', () => {
    const text =
      'On February 26, 2010, the Audit Committee concluded that the financial statements for fiscal 2008 should no longer be relied upon.';
    expect(told(['Item 4.02 Non-Reliance on Previously Issued Financial Statements', text])).toEqual([
      'financial_results 2010-02-26',
    ]);
  });
});

describe('a release of results', () => {
  const HEAD = [
    'Harrowgate reports record fourth quarter',
    'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. (Nasdaq: HGT) today reported that a continued focus on costs resulted in record profits of $4.1 million for the quarter ended December 31, 2009.',
    'Revenue was $40.1 million, an increase of 4% from the year before, and gross margin rose to 41 percent.',
    'Operating expenses increased by 3% to $6.9 million, as the company opened two offices for its field engineers.',
  ];
  const report = (...paragraphs: readonly string[]) =>
    extractEvents(
      readingOf({ form: '6-K', documents: [{ paragraphs: ['FORM 6-K'] }, { type: 'EX-99.1', paragraphs }] }),
    )
      .map(({ type }) => type)
      .sort();

  it('tells no notice of an exchange by its ticker', () => {
    expect(report(...HEAD)).toEqual(['financial_results']);
  });

  it('tells what the company gave back to its owners', () => {
    const gaveBack =
      'In the quarter, Harrowgate repurchased 72,747 shares at an average price of $23.13 per share. The company also increased its quarterly cash dividend to $0.15 per share.';
    expect(report(...HEAD, gaveBack)).toEqual(['dividend', 'financial_results', 'share_repurchase']);
  });
});

describe('the day of an event that a report tells weeks later', () => {
  const dayOf = (day: string) =>
    extractEvents(
      readingOf({
        form: '6-K',
        filed: '2010-06-10',
        documents: [
          { paragraphs: ['FORM 6-K'] },
          {
            type: 'EX-99.1',
            paragraphs: [
              'Harrowgate pays special dividend',
              `TOLLAND, June 9, 2010 – On ${day} Harrowgate Instruments Ltd. paid a special dividend of $1.4 million to its shareholders.`,
            ],
          },
        ],
      }),
    ).map(({ type, date }) => `${type} ${String(date)}`);

  it('is the one told, up to eighty days before', () => {
    expect(dayOf('April 1, 2010')).toEqual(['dividend 2010-04-01']);
  });

  it('is that of the announcement where the one told is history', () => {
    expect(dayOf('April 1, 2009')).toEqual(['dividend 2010-06-09']);
  });
});
