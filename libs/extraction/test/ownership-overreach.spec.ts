import { itReads } from './support/owned.ts';

describe('what stands beside a deal and is no deal', () => {
  itReads([
    ['The Company completes the sale of its Document Division to Merrow.', []],
    ["Osterby products are part of Merrow plc's offer.", []],
    ["The Company's ETS business unit grew.", []],
    ['An agreement among Merrow plc, Osterby Corporation, the shareholders of Lindby Optik AB, was signed.', []],
    ['The Company refers to the sale by the holder in the section "Plan of Distribution" of it.', []],
    ['The loan portfolio of Osterby AB Merrow plc was transferred.', []],
    ['Osterby AB announced its acquisition by the consortium consisting of banks and Merrow plc.', []],
    ['Lindby Optik AB, the issue of a security that was acquired by Merrow plc, grew.', []],
    ['Osterby AB will pass costs through to Merrow plc.', []],
    ['Osterby AB and privately owned Merrow plc signed it.', []],
    [
      'All programs used by Merrow plc in the Business (the "Software") are held here. Software which is owned by Merrow plc is old.',
      [],
    ],
    [
      'The shares of Lindby Optik AB that are owned by Merrow plc were counted.',
      ['Merrow plc | stake | Lindby Optik AB'],
    ],
    ['Based in Lund, Osterby AB is the parent company of Merrow plc.', ['Osterby AB | subsidiary | Merrow plc']],
    [
      'The Company signed it with Merrow Sub, Inc., a wholly owned subsidiary of Merrow plc and Osterby AB, a Swedish company.',
      ['Merrow plc | subsidiary | Merrow Sub, Inc.'],
    ],
    [
      'Under an agreement with Merrow plc, as Escrow Agent (the "Agreement") Osterby AB acquired Lindby Optik AB.',
      ['Osterby AB | acquisition | Lindby Optik AB'],
    ],
    [
      'It reflects the combination of Merrow plc and Osterby AB and the acquisition of Lindby Optik AB by Tolland LLC.',
      ['Tolland LLC | acquisition | Lindby Optik AB'],
    ],
    [
      'Merrow Holdings (1979) Ltd., or Merrow Holdings, owns 60% of Merrow Communications Ltd. The rest is free.',
      ['Merrow Holdings (1979) Ltd. | subsidiary | Merrow Communications Ltd.'],
    ],
    [
      'Merrow Merger Sub Inc. was merged into Lindby Optik AB. Lindby Optik AB is a subsidiary of Merrow.',
      ['Merrow Merger Sub Inc. | acquisition | Lindby Optik AB', 'Merrow | subsidiary | Lindby Optik AB'],
    ],
  ]);
});
