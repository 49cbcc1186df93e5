import { extractEvents } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { misquoted, readingOf } from './support/fictional-filing.ts';

function told(reading: Reading): string[] {
  const events = extractEvents(reading);
  expect(misquoted(reading, events)).toEqual([]);
  return events.map(({ type, date }) => `${type} ${String(date)}`).sort();
}

function filed(...paragraphs: string[]): Reading {
  return readingOf({ form: '6-K', documents: [{ paragraphs }] });
}

const OPENING = 'Harrowgate Instruments Ltd. (the "Company") informs the market as follows.';

describe('events as issuers of many countries tell them', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'what minutes resolve',
      [
        'MINUTES OF THE MEETING OF THE BOARD OF DIRECTORS HELD ON MARCH 2, 2010',
        'The Board members resolved, unanimously:',
        '(a) to approve the distribution of interest on own capital in the gross amount of R$ 84,000,000.00;',
        '(b) to authorize the acquisition of up to 3,500,000 preferred shares issued by the Company, to be held in treasury.',
      ],
      ['dividend 2010-03-02', 'share_repurchase 2010-03-02'],
    ],
    [
      'a letter by its subject, with place and day above it',
      ['Buenos Lagos, March 3, 2010', 'Ref.: Resignation of the Chief Financial Officer', 'Dear Sirs:', OPENING],
      ['management_change 2010-03-03'],
    ],
    [
      'no meeting where it is the day on which somebody goes',
      [
        'TOLLAND, March 4, 2010. Harrowgate Instruments Ltd. announces that Maud Ferrante, Finance Director, will step down from the Board at the conclusion of the Annual General Meeting on 6 May 2010.',
      ],
      ['management_change 2010-05-06'],
    ],
    [
      "a month's figures end with the month",
      ['March 4, 2010', 'Subject: The Company announces its February 2010 revenue', OPENING],
      ['financial_results 2010-02-28'],
    ],
    [
      'the day in the field of a form',
      [
        OPENING,
        'Subject: Board Meeting Resolution on Cash Dividends',
        '1. Date of the board of directors resolution: 2010/03/01',
        '2. Type and amount of dividend distribution: cash dividend of NT$0.5 per share',
      ],
      ['dividend 2010-03-01'],
    ],
    [
      'a ship that is taken over',
      ['TOLLAND, March 4, 2010 - Harrowgate Instruments Ltd. announced today that it took delivery of the m/v Irene.'],
      ['product_operations 2010-03-04'],
    ],
    [
      'own shares that are bought, on the day of the purchase',
      [
        '4 March 2010',
        'Transaction in Own Shares',
        'Harrowgate Instruments Ltd. announces that on 3 March 2010 it purchased for cancellation 250,000 of its ordinary shares.',
      ],
      ['share_repurchase 2010-03-03'],
    ],
    [
      'no event of a field that gives the reasons which a form knows',
      [
        'TR-1: NOTIFICATION OF MAJOR INTERESTS IN SHARES',
        'Reason for the notification: An acquisition or disposal of voting rights',
      ],
      ['shareholding_change 2010-03-05'],
    ],
    [
      'no day of birth for the day of an announcement',
      [
        OPENING,
        'Appointment of directors',
        'Born on November 25, 1938, Mr. Eung-Chan Raa has been appointed as a director.',
      ],
      ['management_change 2010-03-05'],
    ],
  ];
  it.each(cases)('%s', (_, paragraphs, expected) => {
    expect(told(filed(...paragraphs))).toEqual(expected);
  });
});
