import { release } from './support/fictional-filing.ts';
import { itFindsNothingIn, itReads, owned } from './support/owned.ts';

describe('owners that only the sentence or the paragraph names', () => {
  itReads([
    ['It acquired Tolland Gauge Works LLC in 2007.', ['F | acquisition | Tolland Gauge Works LLC']],
    ['In 2007 it bought Lindby agency Merrow Underwriting Limited.', ['F | acquisition | Merrow Underwriting Limited']],
    ['Mr. Ott led the acquisition of Lindby Optik AB in 2005.', ['F | acquisition | Lindby Optik AB']],
    [
      'The facility will be drawn by the wholly-owned subsidiary Lindby Optik AB.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    ['The Company operates in Sweden through its unit Lindby Optik AB.', ['F | subsidiary | Lindby Optik AB']],
    [
      'The Company, through its consolidated affiliated entity, Tolland Culture Co., Ltd., runs schools.',
      ['F | subsidiary | Tolland Culture Co., Ltd.'],
    ],
    ['Its parent company, Osterby AB, guarantees the notes.', ['Osterby AB | subsidiary | F']],
    ['Osterby AB and its subsidiary Lindby Optik AB make lenses.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    [
      'Harrowgate said that Osterby AB has completed the acquisition of Lindby Optik AB.',
      ['Osterby AB | acquisition | Lindby Optik AB'],
    ],
    ['Separately, the Company agreed to acquire Lindby Optik AB.', ['F | acquisition | Lindby Optik AB']],
    [
      'The Company sold its 30% interest in Lindby Optik AB to Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company bought Lindby Optik AB from Merrow plc.',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
  ]);

  it('takes the subject of an "about" paragraph for what "it" stands for', () => {
    expect(
      owned(
        release('Harrowgate news', 'About Osterby AB', 'Osterby AB makes lenses. It acquired Lindby Optik AB in 2009.'),
      ),
    ).toEqual(['Osterby AB | acquisition | Lindby Optik AB']);
  });
});

describe('subsidiaries', () => {
  itReads([
    ['President of Lindby Optik AB (a wholly owned subsidiary of the Company)', ['F | subsidiary | Lindby Optik AB']],
    [
      'Lindby Optik AB, a subsidiary in which the Company held 99.99% of the capital, was merged.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    ['Lindby Optik AB, its 55%-owned subsidiary, makes lenses.', ['F | subsidiary | Lindby Optik AB']],
    ['Lindby Optik AB, a Merrow plc company, makes lenses.', ['Merrow plc | subsidiary | Lindby Optik AB']],
    [
      'Lindby Optik AB is owned as to 60% by the Company and 40% by Merrow plc.',
      ['F | subsidiary | Lindby Optik AB', 'Merrow plc | stake | Lindby Optik AB'],
    ],
    ['Merrow (Pty) Limited is a wholly owned subsidiary of the company.', ['F | subsidiary | Merrow (Pty) Limited']],
    ['HIL North America Inc. is a wholly-owned subsidiary of HIL.', ['F | subsidiary | HIL North America Inc.']],
    [
      'The offer was made by Lindby Optik AB, an indirect wholly-owned unit of Merrow plc.',
      ['Merrow plc | subsidiary | Lindby Optik AB'],
    ],
    [
      'The subsidiaries of the Company, including Lindby Optik AB and Merrow plc, guarantee the notes.',
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Merrow plc'],
    ],
    [
      'The Vendor, Lindby Optik AB, is a company incorporated in Sweden and an indirect wholly-owned subsidiary of Merrow plc.',
      ['Merrow plc | subsidiary | Lindby Optik AB'],
    ],
    ['The Company owns 100% of the issued share capital of Lindby Optik AB.', ['F | subsidiary | Lindby Optik AB']],
  ]);
});

describe('stakes', () => {
  itReads([
    [
      "Harrowgate's partner, Tolland Resources (Proprietary) Limited, holds 26% of the company.",
      ['Tolland Resources (Proprietary) Limited | stake | F'],
    ],
    [
      "Osterby AB, the Company's largest shareholder, informed the Company that it had reduced its holding from 34.1% to 29.8% of the shares.",
      ['Osterby AB | stake | F'],
    ],
    ['Osterby AB reduced its stake in Merrow plc from 34.1% to 29.8%.', ['Osterby AB | stake | Merrow plc']],
    [
      'Osterby AB, a substantial shareholder of the Company, is interested in approximately 29.8% of the issued share capital of the Company.',
      ['Osterby AB | stake | F'],
    ],
    ['The Company has been notified by Osterby AB that it holds 5.1% of the shares.', ['Osterby AB | stake | F']],
    ['The Company has a 26% interest in Lindby Optik AB.', ['F | stake | Lindby Optik AB']],
    ['Lindby Optik AB, of which the Company owns 40%, makes lenses.', ['F | stake | Lindby Optik AB']],
    ['Our associate, Lindby Optik AB, makes lenses.', ['F | stake | Lindby Optik AB']],
    ['The proposal came from shareholder Osterby Partners L.P. (12.9%).', ['Osterby Partners L.P. | stake | F']],
    ['The Company’s controlling shareholder, Osterby AB, voted for it.', ['Osterby AB | subsidiary | F']],
    ['The Company has invested $5 million in Lindby Optik AB.', ['F | stake | Lindby Optik AB']],
  ]);

  itFindsNothingIn([
    'Reporting Persons beneficially own 12.9% of the shares of Merrow plc.',
    'Mr. Karl Ott holds 12.9% of the shares of Merrow plc.',
  ]);
});

describe('joint vehicles', () => {
  itReads([
    [
      "The Company's 50% owned joint venture with Osterby Line Ltd., Nordor Gas Pte. Ltd., took delivery of a ship.",
      ['F | joint_venture | Nordor Gas Pte. Ltd.', 'Osterby Line Ltd. | joint_venture | Nordor Gas Pte. Ltd.'],
    ],
    [
      'Nordor Gas Pte. Ltd., its joint venture with Osterby Line Ltd., took delivery of a ship.',
      ['F | joint_venture | Nordor Gas Pte. Ltd.', 'Osterby Line Ltd. | joint_venture | Nordor Gas Pte. Ltd.'],
    ],
    [
      'Merrow plc and Osterby AB have formed a joint venture company, Nordor Gas Pte. Ltd.',
      ['Merrow plc | joint_venture | Nordor Gas Pte. Ltd.', 'Osterby AB | joint_venture | Nordor Gas Pte. Ltd.'],
    ],
    [
      'Nordor Gas Pte. Ltd. is jointly owned by Merrow plc and Osterby AB.',
      ['Merrow plc | joint_venture | Nordor Gas Pte. Ltd.', 'Osterby AB | joint_venture | Nordor Gas Pte. Ltd.'],
    ],
    ['The Company entered into a joint venture with Osterby AB to build ships.', []],
  ]);
});

describe('deals', () => {
  itReads([
    [
      'Osterby AB has made a tender offer for all outstanding shares of Merrow plc.',
      ['Osterby AB | acquisition | Merrow plc'],
    ],
    ['Osterby AB holds an option to acquire 51% of Lindby Optik AB.', []],
    ['The Company gained control of Lindby Optik AB in May.', ['F | acquisition | Lindby Optik AB']],
    ["The Company's former subsidiary Lindby Optik AB filed for bankruptcy.", ['F | divested | Lindby Optik AB']],
    ['Lindby Optik AB, a former subsidiary of the Company, filed for bankruptcy.', ['F | divested | Lindby Optik AB']],
    [
      'The Company entered into a share purchase agreement with Merrow plc to acquire all of the issued shares of Lindby Optik AB.',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    [
      'Under the agreement the Company will sell Lindby Optik AB to Merrow plc for $5 million.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    ['The Company completed the disposal of Lindby Optik AB.', ['F | divested | Lindby Optik AB']],
    ['Lindby Optik AB, which the Company acquired in 2006, makes lenses.', ['F | acquisition | Lindby Optik AB']],
    ['Harrowgate Announces Agreement to Acquire Lindby Optik AB', ['F | acquisition | Lindby Optik AB']],
    ['Under the existing agreement the Company financed the purchase of its Hendersonville plant.', []],
    ['The Company acquired the licence from the Ministry of Energy.', []],
  ]);
});
