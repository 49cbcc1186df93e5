import { extractOwnership } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { misquoted, release } from './support/fictional-filing.ts';

const FILER = 'Harrowgate Instruments Ltd.';

function owned(reading: Reading): string[] {
  const facts = extractOwnership(reading);
  expect(misquoted(reading, facts)).toEqual([]);
  return facts.map(({ parent, kind, child }) => `${parent} | ${kind} | ${child}`).sort();
}

describe('owners that only the sentence or the paragraph names', () => {
  it.each([
    ['It acquired Tolland Gauge Works LLC in 2007.', [`${FILER} | acquisition | Tolland Gauge Works LLC`]],
    [
      'In 2007 it bought Lindby agency Merrow Underwriting Limited.',
      [`${FILER} | acquisition | Merrow Underwriting Limited`],
    ],
    ['Mr. Ott led the acquisition of Lindby Optik AB in 2005.', [`${FILER} | acquisition | Lindby Optik AB`]],
    [
      'The facility will be drawn by the wholly-owned subsidiary Lindby Optik AB.',
      [`${FILER} | subsidiary | Lindby Optik AB`],
    ],
    ['The Company operates in Sweden through its unit Lindby Optik AB.', [`${FILER} | subsidiary | Lindby Optik AB`]],
    [
      'The Company, through its consolidated affiliated entity, Tolland Culture Co., Ltd., runs schools.',
      [`${FILER} | subsidiary | Tolland Culture Co., Ltd.`],
    ],
    ['Its parent company, Osterby AB, guarantees the notes.', [`Osterby AB | subsidiary | ${FILER}`]],
    ['Osterby AB and its subsidiary Lindby Optik AB make lenses.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    [
      'Harrowgate said that Osterby AB has completed the acquisition of Lindby Optik AB.',
      ['Osterby AB | acquisition | Lindby Optik AB'],
    ],
    ['Separately, the Company agreed to acquire Lindby Optik AB.', [`${FILER} | acquisition | Lindby Optik AB`]],
    [
      'The Company sold its 30% interest in Lindby Optik AB to Merrow plc.',
      [`${FILER} | divested | Lindby Optik AB`, 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company bought Lindby Optik AB from Merrow plc.',
      [`${FILER} | acquisition | Lindby Optik AB`, 'Merrow plc | divested | Lindby Optik AB'],
    ],
  ])('reads: %s', (sentence, expected) => {
    expect(owned(release('Harrowgate news', sentence))).toEqual([...expected].sort());
  });

  it('takes the subject of an "about" paragraph for what "it" stands for', () => {
    expect(
      owned(
        release('Harrowgate news', 'About Osterby AB', 'Osterby AB makes lenses. It acquired Lindby Optik AB in 2009.'),
      ),
    ).toEqual(['Osterby AB | acquisition | Lindby Optik AB']);
  });
});

describe('subsidiaries', () => {
  it.each([
    [
      'President of Lindby Optik AB (a wholly owned subsidiary of the Company)',
      [`${FILER} | subsidiary | Lindby Optik AB`],
    ],
    [
      'Lindby Optik AB, a subsidiary in which the Company held 99.99% of the capital, was merged.',
      [`${FILER} | subsidiary | Lindby Optik AB`],
    ],
    ['Lindby Optik AB, its 55%-owned subsidiary, makes lenses.', [`${FILER} | subsidiary | Lindby Optik AB`]],
    ['Lindby Optik AB, a Merrow plc company, makes lenses.', ['Merrow plc | subsidiary | Lindby Optik AB']],
    [
      'Lindby Optik AB is owned as to 60% by the Company and 40% by Merrow plc.',
      [`${FILER} | subsidiary | Lindby Optik AB`, 'Merrow plc | stake | Lindby Optik AB'],
    ],
    [
      'Merrow (Pty) Limited is a wholly owned subsidiary of the company.',
      [`${FILER} | subsidiary | Merrow (Pty) Limited`],
    ],
    ['HIL North America Inc. is a wholly-owned subsidiary of HIL.', [`${FILER} | subsidiary | HIL North America Inc.`]],
    [
      'The offer was made by Lindby Optik AB, an indirect wholly-owned unit of Merrow plc.',
      ['Merrow plc | subsidiary | Lindby Optik AB'],
    ],
    [
      'The subsidiaries of the Company, including Lindby Optik AB and Merrow plc, guarantee the notes.',
      [`${FILER} | subsidiary | Lindby Optik AB`, `${FILER} | subsidiary | Merrow plc`],
    ],
    [
      'The Vendor, Lindby Optik AB, is a company incorporated in Sweden and an indirect wholly-owned subsidiary of Merrow plc.',
      ['Merrow plc | subsidiary | Lindby Optik AB'],
    ],
    [
      'The Company owns 100% of the issued share capital of Lindby Optik AB.',
      [`${FILER} | subsidiary | Lindby Optik AB`],
    ],
  ])('reads: %s', (sentence, expected) => {
    expect(owned(release('Harrowgate news', sentence))).toEqual([...expected].sort());
  });
});

describe('stakes', () => {
  it.each([
    [
      "Harrowgate's partner, Tolland Resources (Proprietary) Limited, holds 26% of the company.",
      [`Tolland Resources (Proprietary) Limited | stake | ${FILER}`],
    ],
    [
      "Osterby AB, the Company's largest shareholder, informed the Company that it had reduced its holding from 34.1% to 29.8% of the shares.",
      [`Osterby AB | stake | ${FILER}`],
    ],
    ['Osterby AB reduced its stake in Merrow plc from 34.1% to 29.8%.', ['Osterby AB | stake | Merrow plc']],
    [
      'Osterby AB, a substantial shareholder of the Company, is interested in approximately 29.8% of the issued share capital of the Company.',
      [`Osterby AB | stake | ${FILER}`],
    ],
    [
      'The Company has been notified by Osterby AB that it holds 5.1% of the shares.',
      [`Osterby AB | stake | ${FILER}`],
    ],
    ['The Company has a 26% interest in Lindby Optik AB.', [`${FILER} | stake | Lindby Optik AB`]],
    ['Lindby Optik AB, of which the Company owns 40%, makes lenses.', [`${FILER} | stake | Lindby Optik AB`]],
    ['Our associate, Lindby Optik AB, makes lenses.', [`${FILER} | stake | Lindby Optik AB`]],
    ['The proposal came from shareholder Osterby Partners L.P. (12.9%).', [`Osterby Partners L.P. | stake | ${FILER}`]],
    ['The Company’s controlling shareholder, Osterby AB, voted for it.', [`Osterby AB | subsidiary | ${FILER}`]],
    ['The Company has invested $5 million in Lindby Optik AB.', [`${FILER} | stake | Lindby Optik AB`]],
  ])('reads: %s', (sentence, expected) => {
    expect(owned(release('Harrowgate news', sentence))).toEqual([...expected].sort());
  });

  it.each([
    'Reporting Persons beneficially own 12.9% of the shares of Merrow plc.',
    'Mr. Karl Ott holds 12.9% of the shares of Merrow plc.',
  ])('names no owner: %s', (sentence) => {
    expect(owned(release('Harrowgate news', sentence))).toEqual([]);
  });
});

describe('joint vehicles', () => {
  it.each([
    [
      "The Company's 50% owned joint venture with Osterby Line Ltd., Nordor Gas Pte. Ltd., took delivery of a ship.",
      [`${FILER} | joint_venture | Nordor Gas Pte. Ltd.`, 'Osterby Line Ltd. | joint_venture | Nordor Gas Pte. Ltd.'],
    ],
    [
      'Nordor Gas Pte. Ltd., its joint venture with Osterby Line Ltd., took delivery of a ship.',
      [`${FILER} | joint_venture | Nordor Gas Pte. Ltd.`, 'Osterby Line Ltd. | joint_venture | Nordor Gas Pte. Ltd.'],
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
  ])('reads: %s', (sentence, expected) => {
    expect(owned(release('Harrowgate news', sentence))).toEqual([...expected].sort());
  });
});

describe('deals', () => {
  it.each([
    [
      'Osterby AB has made a tender offer for all outstanding shares of Merrow plc.',
      ['Osterby AB | acquisition | Merrow plc'],
    ],
    ['Osterby AB holds an option to acquire 51% of Lindby Optik AB.', []],
    ['The Company gained control of Lindby Optik AB in May.', [`${FILER} | acquisition | Lindby Optik AB`]],
    [
      "The Company's former subsidiary Lindby Optik AB filed for bankruptcy.",
      [`${FILER} | divested | Lindby Optik AB`],
    ],
    [
      'Lindby Optik AB, a former subsidiary of the Company, filed for bankruptcy.',
      [`${FILER} | divested | Lindby Optik AB`],
    ],
    [
      'The Company entered into a share purchase agreement with Merrow plc to acquire all of the issued shares of Lindby Optik AB.',
      [`${FILER} | acquisition | Lindby Optik AB`, 'Merrow plc | divested | Lindby Optik AB'],
    ],
    [
      'Under the agreement the Company will sell Lindby Optik AB to Merrow plc for $5 million.',
      [`${FILER} | divested | Lindby Optik AB`, 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    ['The Company completed the disposal of Lindby Optik AB.', [`${FILER} | divested | Lindby Optik AB`]],
    [
      'Lindby Optik AB, which the Company acquired in 2006, makes lenses.',
      [`${FILER} | acquisition | Lindby Optik AB`],
    ],
    ['Harrowgate Announces Agreement to Acquire Lindby Optik AB', [`${FILER} | acquisition | Lindby Optik AB`]],
    ['Under the existing agreement the Company financed the purchase of its Hendersonville plant.', []],
    ['The Company acquired the licence from the Ministry of Energy.', []],
  ])('reads: %s', (sentence, expected) => {
    expect(owned(release('Harrowgate news', sentence))).toEqual([...expected].sort());
  });
});
