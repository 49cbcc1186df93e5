// Letters and minutes that list what a board or a meeting decided; all names are made up.
import { extractEvents } from '@filigree/extraction';
import { readingOf } from './support/fictional-filing.ts';

function told(...paragraphs: readonly string[]): string[] {
  const reading = readingOf({
    form: '6-K',
    filed: '2010-03-05',
    documents: [{ type: '6-K', paragraphs: ['Form 6-K', 'For the month of March, 2010', ...paragraphs] }],
  });
  return extractEvents(reading)
    .map(({ type, date }) => `${type} ${String(date)}`)
    .sort();
}

describe('events that a board or a meeting decided', () => {
  it('reads each item of a letter to the exchange', () => {
    expect(
      told(
        'March 4, 2010',
        'The Corporate Relations Department, Bombay Stock Exchange Limited',
        'Dear Sirs,',
        'Sub: Outcome of the Board Meeting held on March 4, 2010',
        'We wish to inform you that the Board of Directors, at its meeting held today, transacted the following business:',
        '1) Approved the audited financial results for the quarter and year ended December 31, 2009. Net profit was Rs. 14 crore.',
        '2) Recommended a dividend of Rs. 6.50 per equity share.',
        '3) Fixed Monday, July 13, 2010 as the date of the 38th Annual General Meeting.',
        '4) Accepted the resignation of Mr. P. V. Rangan as Director with effect from April 1, 2010.',
        '5) Approved the grant of 12,500 stock options to employees.',
      ),
    ).toEqual([
      'dividend 2010-03-04',
      'financial_results 2009-12-31',
      'management_change 2010-04-01',
      'share_issuance 2010-03-04',
      'shareholder_meeting 2010-07-13',
    ]);
  });

  it('dates what minutes resolve by the day of the meeting', () => {
    expect(
      told(
        'MINUTES OF THE MEETING OF THE BOARD OF DIRECTORS HELD ON MARCH 2, 2010',
        'RESOLUTIONS: The Board members resolved, unanimously and without restrictions:',
        '(a) to approve the distribution of interest on own capital in the gross amount of R$ 84,000,000.00;',
        '(b) to accept the resignation tendered by Mr. Sergio Leal from the post of Investor Relations Officer.',
      ),
    ).toEqual(['dividend 2010-03-02', 'management_change 2010-03-02']);
  });

  it('takes the agenda of a meeting for no decision', () => {
    expect(
      told(
        'NOTICE OF ANNUAL GENERAL MEETING',
        'Notice is hereby given that the annual general meeting of shareholders will be held on April 20, 2010 in Oslo.',
        '1. To approve a dividend of NOK 2.00 per share.',
        '2. To re-elect Ms. Anna Berg as a member of the Board of Directors.',
      ),
    ).toEqual(['shareholder_meeting 2010-04-20']);
  });

  it('reads the headlines that stand below the signatures of the form', () => {
    expect(
      told(
        'SIGNATURES',
        'Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed.',
        'By: /s/ Kenji Takase',
        'Date: March 4, 2010',
        'Notice Regarding Changes of Directors and Corporate Auditors',
        'Notice is hereby given that, at the meeting which took place today and which all of those invited attended in person or by telephone, the following was settled unanimously and without any further discussion.',
      ),
    ).toEqual(['management_change 2010-03-04']);
  });

  it('takes a meeting that is only the place of a change for no meeting, and a day after the filing for no dateline', () => {
    expect(
      told(
        'Oslo, March 4, 2010 - Harrowgate Instruments Ltd. announced today that Mr. Rolf Berg will take over as Chairman of the Board at the Annual General Meeting in April 2010.',
      ),
    ).toEqual(['management_change 2010-03-04']);
  });
});
