import { extractOwnership } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { misquoted, readingOf, release } from './support/fictional-filing.ts';

const FILER = 'Harrowgate Instruments Ltd.';

function owned(reading: Reading): string[] {
  const facts = extractOwnership(reading);
  expect(misquoted(reading, facts)).toEqual([]);
  return facts.map(
    ({ parent, kind, child, percent }) =>
      `${parent} | ${kind} | ${child}${percent === null ? '' : ` | ${String(percent)}`}`,
  );
}

describe('ownership in sentences', () => {
  it.each([
    [
      'Tolland Gauge Works LLC is a wholly-owned subsidiary of Osterby AB.',
      ['Osterby AB | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'Tolland Gauge Works LLC, an indirect wholly owned subsidiary of the Company, makes gauges.',
      [`${FILER} | subsidiary | Tolland Gauge Works LLC`],
    ],
    [
      'Osterby AB’s subsidiary, Tolland Gauge Works LLC, makes gauges.',
      ['Osterby AB | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'The Company and its wholly-owned subsidiary Tolland Gauge Works LLC make gauges.',
      [`${FILER} | subsidiary | Tolland Gauge Works LLC`],
    ],
    [
      'Tolland Gauge Works LLC, a majority-owned subsidiary, announced a new gauge.',
      [`${FILER} | subsidiary | Tolland Gauge Works LLC`],
    ],
    ['Tolland Gauge Works, a unit of Osterby AB, makes gauges.', ['Osterby AB | subsidiary | Tolland Gauge Works']],
    [
      'Osterby AB, the parent company of Tolland Gauge Works LLC, is Swedish.',
      ['Osterby AB | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'Osterby AB holds 12.5% of the shares of Tolland Gauge Works LLC.',
      ['Osterby AB | stake | Tolland Gauge Works LLC | 12.5'],
    ],
    [
      'Osterby AB owns 75 percent of Tolland Gauge Works LLC.',
      ['Osterby AB | subsidiary | Tolland Gauge Works LLC | 75'],
    ],
    ['Tolland Gauge Works LLC is 30% owned by Osterby AB.', ['Osterby AB | stake | Tolland Gauge Works LLC | 30']],
    ['The Company thanks its largest shareholder, Osterby AB, for its trust.', [`Osterby AB | stake | ${FILER}`]],
    [
      'Osterby AB’s portfolio companies include Tolland Gauge Works LLC, Lindby Optik AB and Merrow plc.',
      [
        'Osterby AB | stake | Tolland Gauge Works LLC',
        'Osterby AB | stake | Lindby Optik AB',
        'Osterby AB | stake | Merrow plc',
      ],
    ],
    [
      'Lindby Optik AB is a joint venture between Osterby AB and Merrow plc.',
      ['Osterby AB | joint_venture | Lindby Optik AB', 'Merrow plc | joint_venture | Lindby Optik AB'],
    ],
    [
      'Osterby AB has agreed to acquire all of the outstanding shares of Tolland Gauge Works LLC.',
      ['Osterby AB | acquisition | Tolland Gauge Works LLC'],
    ],
    ['Tolland Gauge Works LLC will be acquired by Osterby AB.', ['Osterby AB | acquisition | Tolland Gauge Works LLC']],
    [
      'The acquisition of Tolland Gauge Works LLC by Osterby AB was completed.',
      ['Osterby AB | acquisition | Tolland Gauge Works LLC'],
    ],
    ['Osterby AB has sold Tolland Gauge Works LLC.', ['Osterby AB | divested | Tolland Gauge Works LLC']],
    [
      'Tolland Gauge Works LLC will become a wholly-owned subsidiary of Osterby AB.',
      ['Osterby AB | acquisition | Tolland Gauge Works LLC'],
    ],
  ])('reads: %s', (sentence, expected) => {
    expect(owned(release('Harrowgate news', sentence))).toEqual(expected);
  });

  it.each([
    ['Osterby AB has agreed to acquire Tolland Gauge Works LLC.', 'agreed'],
    ['Osterby AB has completed its purchase: Osterby AB has acquired Tolland Gauge Works LLC.', 'completed'],
    ['Osterby AB made a proposal to acquire Tolland Gauge Works LLC.', 'proposed'],
    ['The agreement under which Osterby AB would acquire Tolland Gauge Works LLC was terminated.', 'terminated'],
  ])('knows how far the deal is: %s', (sentence, status) => {
    expect(extractOwnership(release('Harrowgate news', sentence))[0]?.dealStatus).toBe(status);
  });

  it('gives a percentage that several hold together to none of them', () => {
    expect(
      owned(
        release(
          'News',
          'The shares, 60 percent of shares of Tolland Gauge Works LLC owned by Osterby AB and Merrow plc, vote together.',
        ),
      ),
    ).toEqual(['Osterby AB | stake | Tolland Gauge Works LLC', 'Merrow plc | stake | Tolland Gauge Works LLC']);
  });

  it('does not take a stock exchange, a plan or the company itself for something owned', () => {
    expect(
      owned(
        release(
          'News',
          'The Company has acquired a listing on the Osterby Stock Exchange.',
          'Harrowgate, a part of the Recovery Plan, is a subsidiary of Harrowgate Instruments Ltd.',
        ),
      ),
    ).toEqual([]);
  });

  it('reads the list of exhibit 21, percentages included, and passes over its head', () => {
    const reading = readingOf({
      form: '10-K',
      documents: [
        { paragraphs: ['FORM 10-K', 'Harrowgate Instruments Ltd.'] },
        {
          type: 'EX-21',
          paragraphs: [
            'Exhibit 21',
            'Subsidiaries of the Registrant',
            'Tolland Gauge Works LLC',
            'Harrowgate Instruments GmbH',
            'Lindby Optik AB',
          ],
        },
      ],
    });
    expect(owned(reading)).toEqual([
      `${FILER} | subsidiary | Tolland Gauge Works LLC`,
      `${FILER} | subsidiary | Harrowgate Instruments GmbH`,
      `${FILER} | subsidiary | Lindby Optik AB`,
    ]);
  });

  it.each(['D', '13F-HR', '24F-2NT', '4'])('finds none in form %s', (form) => {
    expect(
      owned(
        readingOf({ form, documents: [{ paragraphs: ['Tolland Gauge Works LLC is a subsidiary of Osterby AB.'] }] }),
      ),
    ).toEqual([]);
  });

  it('stays linear on hostile text', () => {
    for (const piece of [
      'Acme Ltd. ',
      'a subsidiary of ',
      '(',
      ', and ',
      'Acme Ltd., ',
      'acquire the ',
      '12% of the ',
      '<1>, ',
    ]) {
      const started = process.cpuUsage().user;
      extractOwnership(release('News', piece.repeat(Math.ceil(300_000 / piece.length))));
      expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(8);
    }
  });
});
