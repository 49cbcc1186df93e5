import { differByForm } from '@filigree/extraction';
import { itFindsNothingIn, itReads } from './support/owned.ts';

describe('names without a legal form, short names and pronouns', () => {
  itReads([
    ['In April 2012, Keld Fargo acquired Merlot Securities.', ['Keld Fargo | acquisition | Merlot Securities']],
    ['Lindby Optik AB was then a subsidiary of Tolland Cards.', ['Tolland Cards | subsidiary | Lindby Optik AB']],
    ['Osterlund, a maker of lenses, acquired Merrow plc.', ['Osterlund | acquisition | Merrow plc']],
    ['Osterlund also acquired Merrow plc.', ['Osterlund | acquisition | Merrow plc']],
    [
      'Keld Fargo and its subsidiary, Merlot Communications Inc., have agreed to it.',
      ['Keld Fargo | subsidiary | Merlot Communications Inc.'],
    ],
    [
      'In 2000, Keld Bank acquired Merrow plc. It also acquired Lindby Optik AB.',
      ['Keld Bank | acquisition | Lindby Optik AB', 'Keld Bank | acquisition | Merrow plc'],
    ],
    [
      'Ms. Ash led Merrow plc (currently a wholly owned subsidiary of Osterby AB), a maker of lenses.',
      ['Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'OSTERBY SUB, INC., a wholly owned subsidiary of OSTERBY TOPCO, INC. ("Parent"), will be merged with and into Merrow plc.',
      ['OSTERBY TOPCO, INC | acquisition | Merrow plc', 'OSTERBY TOPCO, INC | subsidiary | OSTERBY SUB, INC'],
    ],
    ['Osterby Holdings, Inc. owns all of Osterby, Inc.', ['Osterby Holdings, Inc. | subsidiary | Osterby, Inc.']],
    ['Osterby AB, a wholly owned subsidiary of Osterby, Inc., signed.', ['Osterby, Inc. | subsidiary | Osterby AB']],
    ['Tolland d.o.o. is a unit of Merrow a.d. of Zagreb.', ['Merrow a.d. | subsidiary | Tolland d.o.o.']],
    [
      'The Company sold Lindby Sdn. Bhd., a company of Klang, to Merrow plc.',
      ['F | divested | Lindby Sdn. Bhd.', 'Merrow plc | acquisition | Lindby Sdn. Bhd.'],
    ],
    [
      'Osterby AB may be deemed to beneficially own 2,210,050 shares (7.4%) of the common stock of Merrow plc.',
      ['Osterby AB | stake | Merrow plc'],
    ],
    [
      'Merrow plc was bought by Osterby Capital Group, Inc., which is wholly owned by Osterby.',
      ['Osterby Capital Group, Inc. | acquisition | Merrow plc', 'Osterby | subsidiary | Osterby Capital Group, Inc.'],
    ],
    [
      'LTMB holds 30% of Osterby AB, bought from Merrow plc. ("LTMB" means Lindby Tolland Mills Berhad.)',
      ['Lindby Tolland Mills Berhad | stake | Osterby AB'],
    ],
    ['GE acquired pump maker Lindby Industries for $2 million.', ['GE | acquisition | Lindby Industries']],
    [
      'Osterby AB owns Tolland, Lindby & Kuehn, Incorporated.',
      ['Osterby AB | subsidiary | Tolland, Lindby & Kuehn, Incorporated'],
    ],
    [
      'Our customer Elvida, with whom we have a CDP, entered into an agreement to be acquired by Merrow plc.',
      ['Merrow plc | acquisition | Elvida'],
    ],
    [
      'Osterby Advanced Materials Closes Acquisition of Merrow Exploration Company.',
      ['Osterby Advanced Materials | acquisition | Merrow Exploration Company'],
    ],
  ]);

  itFindsNothingIn([
    'Lindby Optik AB, previously a subsidiary of the Company, filed for bankruptcy.',
    'Lindby Optik AB is part of the Tolland Jones index.',
    'Mr. Keld Fargo bought a house. Keld Fargo acquired Lindby Optik AB.',
    'The Company bought convertible securities from Osterby AB.',
    'Barry Ott and Karl Kadis met. Kadis are the controlling shareholders of Osterby AB.',
  ]);

  it('tells companies apart that differ in their legal form, and not two spellings of one form', () => {
    expect(differByForm('Osterby AB', 'Osterby, Inc.')).toBe(true);
    expect(differByForm('Osterby Holdings plc', 'Osterby plc')).toBe(true);
    expect(differByForm('Osterby Limited', 'Osterby Ltd.')).toBe(false);
    expect(differByForm('Osterby Co., Ltd.', 'Osterby Ltd')).toBe(false);
    expect(differByForm('Osterby', 'Osterby Holdings plc')).toBe(false);
  });
});
