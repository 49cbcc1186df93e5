import { extractOwnership } from '@filigree/extraction';
import type { Paragraph } from '@filigree/testing';
import { misquoted, readingOf, release } from './support/fictional-filing.ts';

const FILER = 'Harrowgate Instruments Ltd.';

function owned(...paragraphs: readonly Paragraph[]): string[] {
  const reading = release(...paragraphs);
  const facts = extractOwnership(reading);
  expect(misquoted(reading, facts)).toEqual([]);
  return facts.map(({ parent, kind, child, percent }) => `${parent} | ${kind} | ${child} | ${String(percent)}`);
}

describe('tables of companies and holders', () => {
  it('reads the companies of a group with their shares', () => {
    expect(
      owned('Principal subsidiaries', [
        ['Name', 'Country', 'Ownership (%)'],
        ['Lindby Optik AB', 'Sweden', '100.0'],
        ['Tolland Gauge Works LLC', 'United States', '51.0'],
        ['Associated companies'],
        ['Merrow Lens Pte. Ltd.', 'Singapore', '30.5'],
        ['Total', '', '12'],
      ]),
    ).toEqual([
      `${FILER} | subsidiary | Lindby Optik AB | 100`,
      `${FILER} | subsidiary | Tolland Gauge Works LLC | 51`,
      `${FILER} | stake | Merrow Lens Pte. Ltd. | 30.5`,
    ]);
  });

  it('takes the owner from the column that names it', () => {
    expect(
      owned('Principal companies of the group: subsidiaries', [
        ['Company', 'Registered office', '% held', 'Held by'],
        ['Lindby Optik AB', 'Lund', '100.00', 'Merrow International B.V.'],
        ['Tolland Gauge Works LLC', 'Ohio', '35.00', 'Lindby Optik AB'],
        ['Merrow International B.V.', 'Amsterdam', '100.00', FILER],
      ]),
    ).toEqual([
      'Merrow International B.V. | subsidiary | Lindby Optik AB | 100',
      'Lindby Optik AB | stake | Tolland Gauge Works LLC | 35',
      `${FILER} | subsidiary | Merrow International B.V. | 100`,
    ]);
  });

  it('knows the terms of a list of definitions', () => {
    expect(
      owned(
        'Definitions',
        [
          ['“Vendor”', 'Merrow plc, a company incorporated in Bermuda'],
          ['“Target”', 'Lindby Optik AB'],
        ],
        'The Vendor sold 49% of the Target to Osterby AB.',
      ),
    ).toEqual(['Merrow plc | divested | Lindby Optik AB | 49', 'Osterby AB | acquisition | Lindby Optik AB | 49']);
  });

  it('reads major shareholders, by share or by number, and leaves people out', () => {
    expect(
      owned('Major shareholders as of March 31, 2010', [
        ['Shareholder', 'Number of shares', '%'],
        ['Osterby AB', '204,660,018', '12.5%'],
        ['Karl Ott', '104,660,018', '6.2%'],
      ]),
    ).toEqual([`Osterby AB | stake | ${FILER} | 12.5`]);
    expect(
      owned('Changes in shareholding of directors and major shareholders', [
        ['Title', 'Name', 'Shares held', 'Changes'],
        ['Director', 'Osterby Development Corp.', '204,660,018', '-'],
        ['Chairman', 'Karl Ott', '8,114,207', '-'],
      ]),
    ).toEqual([`Osterby Development Corp. | stake | ${FILER} | null`]);
  });

  it('takes no bank of a loan table and no revenue table for ownership', () => {
    expect(
      owned(
        'Loans of the subsidiaries',
        [
          ['Lender', 'Interest', 'Amount'],
          ['Merrow Bank plc', '4.5%', '1,000,000'],
        ],
        'Revenue by customer',
        [['Osterby AB', '12%', '3,000,000']],
      ),
    ).toEqual([]);
  });
});

describe('forms of labels and values', () => {
  it('reads a notification of major holdings', () => {
    expect(
      owned('TR-1: Notification of major interests in shares', [
        ['1. Identity of the issuer:', 'Merrow plc'],
        ['2. Reason for the notification', 'An acquisition of voting rights'],
        ['3. Full name of person(s) subject to the notification obligation:', 'Osterby Asset Management Limited'],
      ]),
    ).toEqual(['Osterby Asset Management Limited | stake | Merrow plc | null']);
  });

  it('reads it also where labels and values are lines', () => {
    expect(
      owned(
        '1. Identity of the issuer: Harrowgate Instruments Ltd.',
        '3. Full name of person(s) subject to notification obligation: Osterby Asset Management Limited',
      ),
    ).toEqual([`Osterby Asset Management Limited | stake | ${FILER} | null`]);
  });

  it('reads a decision to acquire shares and who sells them', () => {
    expect(
      owned('Decision on Acquisition of Shares of Another Corporation', [
        ['1. Details of issuing company', 'Name of company', 'Mirabel Contents Co., Ltd.'],
        ['Representative director', 'Bae, Do-Hyun'],
        ['3. Method of acquisition', 'Cash acquisition of outstanding shares from Donghae Media Co., Ltd.'],
      ]),
    ).toEqual([
      `${FILER} | acquisition | Mirabel Contents Co., Ltd. | null`,
      'Donghae Media Co., Ltd. | divested | Mirabel Contents Co., Ltd. | null',
    ]);
  });

  it('reads a decision to dispose of shares and who buys them', () => {
    expect(
      owned('Disposal of shares of a subsidiary', [
        ['Company name', 'Mirabel Contents Co., Ltd.'],
        ['Purchaser', 'Donghae Media Co., Ltd.'],
      ]),
    ).toEqual([
      `${FILER} | divested | Mirabel Contents Co., Ltd. | null`,
      'Donghae Media Co., Ltd. | acquisition | Mirabel Contents Co., Ltd. | null',
    ]);
  });
});

describe('lists of subsidiaries', () => {
  const listed = (...paragraphs: readonly Paragraph[]) =>
    extractOwnership(
      readingOf({ form: '10-K', documents: [{ paragraphs: ['FORM 10-K', FILER] }, { type: 'EX-21.1', paragraphs }] }),
    ).map(({ kind, child, percent }) => `${kind} | ${child} | ${String(percent)}`);

  it('reads an exhibit 21 of lines with states and places', () => {
    expect(
      listed(
        'Exhibit 21.1',
        'Subsidiaries of the Registrant',
        'Altira Corporation, a Delaware corporation',
        'Lindby Optik AB (Sweden)',
        'Merrow Lens LLC',
        'Nevada',
        'Doing business as: Lens World',
      ),
    ).toEqual([
      'subsidiary | Altira Corporation | null',
      'subsidiary | Lindby Optik AB | null',
      'subsidiary | Merrow Lens LLC | null',
    ]);
  });

  it('reads an exhibit 21 of numbered rows with shares', () => {
    expect(
      listed('Exhibit 21.1', [
        ['No.', 'Name', 'Jurisdiction', 'Ownership'],
        ['1.', 'Altira Corporation', 'Delaware', '100%'],
        ['2.', 'Lindby Optik AB', 'Sweden', '49%'],
      ]),
    ).toEqual(['subsidiary | Altira Corporation | 100', 'stake | Lindby Optik AB | 49']);
  });

  it('reads the items below a sentence that announces them, up to the first that is no name', () => {
    expect(
      owned(
        'The Company’s principal subsidiaries are:',
        '• Altira Corporation, which makes lenses',
        '• Lindby Optik AB',
        '• others that make gauges',
        '• Merrow plc is a customer',
      ),
    ).toEqual([`${FILER} | subsidiary | Altira Corporation | null`, `${FILER} | subsidiary | Lindby Optik AB | null`]);
  });
});
