import { release } from './support/fictional-filing.ts';
import { owned } from './support/owned.ts';

/** What a release says that prints four companies in full before these paragraphs. */
const ownedAfterNames = (...paragraphs: readonly string[]): string[] =>
  owned(
    release(
      'Harrowgate news',
      'The talks were held by Lindby Optik AB, Merrow plc, Osterby AB and Tolland Gauge Works LLC.',
      ...paragraphs,
    ),
  );

describe('short names that stand for a full one', () => {
  it.each([
    ['Osterby acquired Lindby in 2008.', ['Osterby AB | acquisition | Lindby Optik AB']],
    [
      'Osterby has agreed to sell Lindby to Merrow for $40 million.',
      ['Merrow plc | acquisition | Lindby Optik AB', 'Osterby AB | divested | Lindby Optik AB'],
    ],
    [
      'Osterby and Merrow signed a share purchase agreement for the sale of Lindby.',
      ['Merrow plc | acquisition | Lindby Optik AB', 'Osterby AB | divested | Lindby Optik AB'],
    ],
    ['Lindby is controlled by Osterby.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Tolland Gauge is a unit of Merrow.', ['Merrow plc | subsidiary | Tolland Gauge Works LLC']],
    [
      'Merrow announced the acquisition of e-Tolland Ventures, Inc. from Osterby.',
      ['Merrow plc | acquisition | e-Tolland Ventures, Inc.', 'Osterby AB | divested | e-Tolland Ventures, Inc.'],
    ],
  ])('reads: %s', (sentence, expected) => {
    expect(ownedAfterNames(sentence)).toEqual(expected);
  });

  it.each([
    'Merrow has acquired the Tolland business.',
    'Merrow opened a plant in Lindby.',
    'The Company acquired a plant in Lindby.',
  ])('finds none: %s', (sentence) => {
    expect(ownedAfterNames(sentence)).toEqual([]);
  });

  it('does not take a town for the company that bears its name', () => {
    expect(ownedAfterNames('The plant in Lindby was built in 1990.', 'In 2008 Osterby acquired Lindby.')).toEqual([]);
  });

  it('takes no joint vehicle for the partner whose name it ends with', () => {
    expect(
      ownedAfterNames("Merrow has completed its acquisition of Osterby's 50% shareholding in BT Harrowgate."),
    ).toEqual(['Merrow plc | acquisition | BT Harrowgate', 'Osterby AB | divested | BT Harrowgate']);
  });
});
