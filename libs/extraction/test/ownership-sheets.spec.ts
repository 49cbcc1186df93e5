import { release } from './support/fictional-filing.ts';
import { owned } from './support/owned.ts';

describe('deals and groups in lines', () => {
  it.each([
    [
      ['BUYER: Osterby AB', 'SELLER: Tolland Gauge Works LLC', 'TARGET: Lindby Optik AB (100% of the shares)'],
      ['Osterby AB | acquisition | Lindby Optik AB', 'Tolland Gauge Works LLC | divested | Lindby Optik AB'],
    ],
    [
      ['Target company: Lindby Optik AB', 'Price: $4 million', 'Purchaser: Osterby AB'],
      ['Osterby AB | acquisition | Lindby Optik AB'],
    ],
    [
      ['• Bought: Lindby Optik AB (Sweden), 14 stores', '• Sold: Tolland Gauge Works LLC, August 15'],
      ['F | acquisition | Lindby Optik AB', 'F | divested | Tolland Gauge Works LLC'],
    ],
    [['Divested: Lindby Optik AB'], ['F | divested | Lindby Optik AB']],
    [['Closed: Lindby Optik AB'], []],
    [['Buyer: Osterby AB', 'Price: $4 million'], []],
    [
      ['Harrowgate Instruments Ltd. (issuer)', '75.0% -> Lindby Optik AB', '12.4% -> Osterby AB'],
      ['F | stake | Osterby AB', 'F | subsidiary | Lindby Optik AB'],
    ],
    [
      ['Harrowgate Instruments Ltd. (Delaware)', 'Lindby Optik AB (Sweden)', 'Tolland Gauge Works LLC (Ohio)'],
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [['Harrowgate Instruments Ltd.', 'Lindby Optik AB (Sweden)'], []],
    [['Harrowgate Instruments Ltd.', 'Lindby Optik AB', 'Osterby AB'], []],
  ])('%j', (lines, expected) => {
    expect(owned(release(...lines))).toEqual(expected);
  });
});
