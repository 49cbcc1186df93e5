import { extractEvents } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { misquoted, readingOf, release } from './support/fictional-filing.ts';

const DATELINE = 'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. (NYSE: HGT)';

function told(reading: Reading): string[] {
  const events = extractEvents(reading);
  expect(misquoted(reading, events)).toEqual([]);
  return events.map(({ type, date }) => `${type} ${String(date)}`).sort();
}

describe('events of a press release', () => {
  it.each([
    [
      'Harrowgate reports record fourth quarter',
      'today reported net income of $4.1 million for the quarter ended December 31, 2009.',
      'financial_results 2009-12-31',
    ],
    [
      'Harrowgate declares dividend',
      'announced that its board declared a quarterly dividend of $0.05 per share.',
      'dividend 2010-03-04',
    ],
    [
      'Harrowgate to acquire Tolland Gauge Works',
      'today announced that it has agreed to acquire all shares of Tolland Gauge Works LLC.',
      'acquisition 2010-03-04',
    ],
    [
      'Harrowgate sells its lens business',
      'today announced that it has sold its lens business to Osterby AB.',
      'divestiture 2010-03-04',
    ],
    [
      'Harrowgate and Osterby form alliance',
      'and Osterby AB announced a strategic alliance for marine gauges.',
      'joint_venture 2010-03-04',
    ],
    [
      'Harrowgate wins order',
      'announced that it was awarded a contract worth $12 million by the Port of Osterby.',
      'contract 2010-03-04',
    ],
    [
      'New Chief Financial Officer',
      'announced the appointment of Maud Ferrante as Chief Financial Officer, effective April 1, 2010.',
      'management_change 2010-04-01',
    ],
    [
      'Notice of Annual General Meeting',
      'announced that its annual general meeting of shareholders will be held on May 20, 2010 in Tolland.',
      'shareholder_meeting 2010-05-20',
    ],
    [
      'Harrowgate closes private placement',
      'announced that it has closed a private placement of 2,000,000 common shares.',
      'share_issuance 2010-03-04',
    ],
    [
      'Harrowgate starts buy-back',
      'announced a share buy-back of up to 1,000,000 shares.',
      'share_repurchase 2010-03-04',
    ],
    [
      'Holding(s) in Company',
      'received a notification of major holdings: a holder crossed the threshold of 5%.',
      'shareholding_change 2010-03-04',
    ],
    [
      'Harrowgate prices notes',
      'priced $200 million of 6.5% senior notes due March 15, 2020.',
      'debt_financing 2010-03-04',
    ],
    [
      'Moody’s raises rating',
      'reported that Moody’s upgraded its senior unsecured rating to Baa2 today.',
      'rating_action 2010-03-04',
    ],
    [
      'Harrowgate to close Tolland plant',
      'announced a cost reduction program and the closure of its Tolland plant.',
      'restructuring 2010-03-04',
    ],
    [
      'Court dismisses class action',
      'announced that on March 2, 2010 the District Court dismissed the class action against it.',
      'legal_regulatory 2010-03-02',
    ],
    [
      'Harrowgate launches gauge',
      'announced the launch of its first wireless pressure gauge.',
      'product_operations 2010-03-04',
    ],
    [
      'Harrowgate changes its name',
      'announced that it will change its name to Harrowgate Marine Ltd. on April 6, 2010.',
      'corporate_information 2010-04-06',
    ],
  ])('reads "%s"', (headline, sentence, expected) => {
    expect(told(release('Exhibit 99.1', headline, `${DATELINE} ${sentence}`))).toEqual([expected]);
  });

  it('takes the date of results to come for a date in the calendar, not for results', () => {
    const reading = release(
      'Harrowgate schedules first quarter 2010 results',
      `${DATELINE} will release its first quarter 2010 results on Wednesday April 14, 2010. A conference call will be held on that day.`,
    );
    expect(told(reading)).toEqual(['corporate_information 2010-04-14']);
  });

  it('does not take the maturity of a note, nor the closing still to come, for the day of the event', () => {
    const reading = release(
      'Harrowgate announces bought deal financing',
      `${DATELINE} announced a bought deal offering of 3,000,000 common shares, expected to close on or about March 25, 2010.`,
    );
    expect(told(reading)).toEqual(['share_issuance 2010-03-04']);
  });

  it('lets yesterday be the day before the dateline', () => {
    const reading = release(
      'Shareholders approve all proposals',
      `${DATELINE} announces the results of the extraordinary general meeting of shareholders held yesterday.`,
    );
    expect(told(reading)).toEqual(['shareholder_meeting 2010-03-03']);
  });

  it('finds no events in what is told about the company, in forward-looking statements and contacts', () => {
    const reading = release(
      'Harrowgate wins order',
      `${DATELINE} announced that it was awarded a contract worth $12 million by the Port of Osterby.`,
      'About Harrowgate',
      'Harrowgate acquired Tolland Gauge Works LLC in 2004, paid dividends ever since and appointed Maud Ferrante as Chief Executive Officer in 2008.',
      'Forward-Looking Statements',
      'This release contains statements about litigation, mergers, credit facilities and drilling results that may not come true.',
    );
    expect(told(reading)).toEqual(['contract 2010-03-04']);
  });

  it('reads the list of exhibits where the exhibit itself says nothing', () => {
    const reading = readingOf({
      form: '6-K',
      documents: [
        {
          paragraphs: [
            'FORM 6-K',
            'EXHIBIT INDEX',
            '99.1 Report of Voting Results dated February 23, 2010',
            'SIGNATURE',
            'Harrowgate Instruments Ltd.',
          ],
        },
      ],
    });
    expect(told(reading)).toEqual(['shareholder_meeting 2010-02-23']);
  });

  it.each(['D', 'D/A', '13F-HR', '24F-2NT', '40-APP', '3'])('finds none in form %s', (form) => {
    const reading = readingOf({
      form,
      documents: [{ paragraphs: ['Harrowgate announced that it has acquired Tolland Gauge Works LLC today.'] }],
    });
    expect(extractEvents(reading)).toEqual([]);
  });

  it('names buyer, target and sum of an acquisition', () => {
    const [event] = extractEvents(
      release(
        'Harrowgate buys Tolland',
        `${DATELINE} today announced that it has agreed to acquire Tolland Gauge Works LLC for $40 million in cash.`,
      ),
    );
    expect(event).toMatchObject({ type: 'acquisition', company: null, amount: 40_000_000 });
    expect(event?.parties).toContainEqual({ name: 'Tolland Gauge Works LLC', role: 'target', kind: 'company' });
  });

  it('stays linear on hostile text', () => {
    for (const piece of ['A', 'Mr. ', 'announced the ', ', ', '$1 ', 'held on ', '. ']) {
      const started = process.cpuUsage().user;
      extractEvents(release(piece.repeat(Math.ceil(400_000 / piece.length))));
      expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
    }
  });
});

describe('the day of an event', () => {
  it('is that of the announcement for guidance, the last day of the year for figures at its end', () => {
    const budget =
      'announces that its Board has approved a capital budget and guidance for the year ending December 31, 2010.';
    expect(told(release('Harrowgate provides guidance', `${DATELINE} ${budget}`))).toEqual([
      'financial_results 2010-03-04',
    ]);
    const value = 'announced that its embedded value at the end of 2009 amounted to $4.1 billion.';
    expect(told(release('Harrowgate embedded value', `${DATELINE} ${value}`))).toEqual([
      'financial_results 2009-12-31',
    ]);
  });

  it('is that of the dateline where a form holds several releases', () => {
    const reading = readingOf({
      form: '6-K',
      documents: [
        {
          paragraphs: [
            'Form 6-K',
            'Enclosures: two releases of Harrowgate Instruments Ltd., which are found below in the order of their dates.',
            'Tolland, March 1, 2010 - Harrowgate Instruments Ltd. will reduce its workforce in Osterby by 200 employees.',
            'Tolland, March 4, 2010 - Harrowgate Instruments Ltd. has been awarded a contract worth $12 million by the Port of Osterby.',
          ],
        },
      ],
    });
    expect(told(reading)).toEqual(['contract 2010-03-04', 'restructuring 2010-03-01']);
  });
});
