import { itReads } from './support/owned.ts';

describe('purchases, sales and what a named holder sells', () => {
  itReads([
    [
      'Osterby AB and Merrow plc today signed the Share Purchase Agreement (SPA) confirming the agreements reached for the sale of Lindby Optik AB and Tolland Gauge Works LLC.',
      [
        'Merrow plc | acquisition | Lindby Optik AB',
        'Merrow plc | acquisition | Tolland Gauge Works LLC',
        'Osterby AB | divested | Lindby Optik AB',
        'Osterby AB | divested | Tolland Gauge Works LLC',
      ],
    ],
    ['The Company will end the plan when Osterby AB acquires Merrow’s remaining shares of the fund.', []],
    [
      'The Company and its wholly-owned subsidiary and administrator, Lindby Optik AB, have signed the trust indenture.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    [
      'The Company and Merrow plc signed a share purchase agreement for the sale of Lindby Optik AB.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company announced an agreement in principle to divest Lindby Optik AB, or LOA, to Mr. Karl Ott.',
      ['F | divested | Lindby Optik AB'],
    ],
    [
      "Osterby AB, which became Lindby Optik AB's majority owner after it purchased 52 percent of Lindby Optik AB's shares from Merrow plc on August 25, 2009, said so.",
      [
        'Merrow plc | divested | Lindby Optik AB',
        'Osterby AB | acquisition | Lindby Optik AB',
        'Osterby AB | subsidiary | Lindby Optik AB',
      ],
    ],
    [
      "The Company has completed its acquisition of Merrow plc's 50% shareholding in Lindby Optik AB.",
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    [
      "Osterby AB acquired Merrow plc's 50% stake in Lindby Optik AB.",
      ['Merrow plc | divested | Lindby Optik AB', 'Osterby AB | acquisition | Lindby Optik AB'],
    ],
    [
      "Osterby AB agreed to buy Merrow plc's interest in Lindby Optik AB for EUR 12 million.",
      ['Merrow plc | divested | Lindby Optik AB', 'Osterby AB | acquisition | Lindby Optik AB'],
    ],
    [
      'Lindby Optik AB, a company that Harrowgate acquired in January 2010, runs it.',
      ['F | acquisition | Lindby Optik AB'],
    ],
    ['Lindby Optik AB, which Osterby AB acquired in 2008, runs it.', ['Osterby AB | acquisition | Lindby Optik AB']],
    ['The court approved the acquisition of the Company by an Osterby AB affiliate.', ['Osterby AB | acquisition | F']],
    [
      'The merger follows the acquisition of the Company by an affiliate of Osterby AB.',
      ['Osterby AB | acquisition | F'],
    ],
    [
      'On May 3, 2009, we acquired all of the outstanding shares of Lindby Optik AB from Merrow plc.',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    [
      'We sold our 30% stake in Lindby Optik AB to Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'As a result of the merger, Lindby Optik AB became a wholly owned subsidiary of Osterby AB.',
      ['Osterby AB | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company completed the previously announced sale of its subsidiary Lindby Optik AB to Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company acquired an additional 10% interest in Lindby Optik AB, increasing its interest to 35%.',
      ['F | acquisition | Lindby Optik AB'],
    ],
    [
      'In 2010 it will transfer to Osterby AB, subject to approval, shares representing 15% of the capital stock of Lindby Optik AB.',
      ['F | divested | Lindby Optik AB', 'Osterby AB | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company signed an agreement with Merrow plc for the sale of 100% of Lindby Optik AB.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The gain came from the disposal, on November 15, 2010, of the 33.4% interest in Lindby Optik AB to Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Board approved the acquisition by Harrowgate of a further 24.9% of the shares of Lindby Optik AB.',
      ['F | acquisition | Lindby Optik AB'],
    ],
    [
      'Osterby AB transferred its 30% shareholding in Lindby Optik AB to Merrow plc.',
      ['Merrow plc | acquisition | Lindby Optik AB', 'Osterby AB | divested | Lindby Optik AB'],
    ],
    ['It was taken private in 2005 by funds advised by Osterby AB.', ['Osterby AB | acquisition | F']],
    ['The company bought Silicon Meadow Group in 2001.', ['F | acquisition | Silicon Meadow Group']],
    [
      'Osterby AB acquired the American insulation maker Cimarron Fiber in 1994.',
      ['Osterby AB | acquisition | Cimarron Fiber'],
    ],
    [
      'Pursuant to the Merger Agreement, Merger Sub will merge with and into the Company, with the Company surviving as a wholly-owned subsidiary of Osterby AB.',
      ['Osterby AB | acquisition | F'],
    ],
    [
      'Harrowgate Sells Lindby Optik AB to Merrow plc',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    ['Osterby AB launched a public takeover bid for Lindby Optik AB.', ['Osterby AB | acquisition | Lindby Optik AB']],
    [
      "The Company's minority stake in Lindby Optik AB was sold to Merrow plc.",
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      "Merrow plc bought the Company's stake in Lindby Optik AB.",
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    ["The sale of the Company's stake in Lindby Optik AB was completed.", ['F | divested | Lindby Optik AB']],
    [
      'Lindby Optik AB became a wholly-owned subsidiary of the Company on May 3, 2009.',
      ['F | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company has agreed to sell its wholly-owned subsidiary Lindby Optik AB to Merrow plc for $5 million.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company has entered into a share purchase agreement with Merrow plc to acquire its 40% stake in Lindby Optik AB.',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    [
      'The Company acquired 40% of the shares of Lindby Optik AB held by Merrow plc.',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    ['Following its acquisition by Osterby AB, the Company will delist.', ['Osterby AB | acquisition | F']],
    ['Prior to its acquisition by the Company, Lindby Optik AB made lenses.', ['F | acquisition | Lindby Optik AB']],
    ['Lindby Optik AB, acquired by the Company in 2008, makes lenses.', ['F | acquisition | Lindby Optik AB']],
    [
      'Harrowgate Sells Lindby Optik AB to Merrow plc',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'Harrowgate Completes Sale of Lindby Optik AB to Merrow plc',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    ['Harrowgate Announces Sale of Lindby Optik AB', ['F | divested | Lindby Optik AB']],
    [
      "Harrowgate has completed its acquisition of Merrow plc's 50% shareholding in BT Harrowgate, the pension business. BT Harrowgate is small.",
      ['F | acquisition | BT Harrowgate', 'Merrow plc | divested | BT Harrowgate'],
    ],
    [
      'Osterby AB, founded in 1919 from the union of four glassworks, acquired Lindby Optik AB in 1994.',
      ['Osterby AB | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company has entered into an agreement with Merrow plc, pursuant to which the Company agreed to acquire 49% of the issued share capital of Lindby Optik AB.',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    ['Harrowgate has acquired the software company Altira.', ['F | acquisition | Altira']],
    ['Harrowgate has acquired U.S.-based Altira Corporation.', ['F | acquisition | Altira Corporation']],
    [
      'On March 1, 2010, Harrowgate Instruments Ltd. (the "Company") entered into a Stock Purchase Agreement (the "Purchase Agreement") with Merrow plc (the "Seller"), pursuant to which the Company will acquire from the Seller all of the issued and outstanding shares of capital stock of Lindby Optik AB ("Lindby").',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    [
      'On March 1, 2010, the Company completed the acquisition of 100% of the equity interests of Lindby Optik AB, a Swedish company, from Merrow plc.',
      ['F | acquisition | Lindby Optik AB', 'Merrow plc | divested | Lindby Optik AB'],
    ],
    ['Osterby AB announced that it has completed its acquisition of the Company.', ['Osterby AB | acquisition | F']],
    [
      'Osterby AB made an unsolicited proposal to acquire all of the outstanding shares of the Company not already owned by Osterby AB.',
      ['Osterby AB | acquisition | F'],
    ],
    [
      'The Board rejected the unsolicited tender offer by Osterby AB for all the shares of the Company.',
      ['Osterby AB | acquisition | F'],
    ],
    [
      'The Company has acquired, through its subsidiary Lindby Optik AB, the entire share capital of Tolland Gauge Works LLC.',
      ['F | acquisition | Tolland Gauge Works LLC', 'F | subsidiary | Lindby Optik AB'],
    ],
    [
      'The Company signed an agreement with Merrow plc to sell its 60% shareholding in Lindby Optik AB.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company today signed an agreement whereby it will sell its subsidiary Lindby Optik AB to Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'Merrow plc will purchase from the Company 100% of the shares of Lindby Optik AB.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'Harrowgate’s wholly-owned subsidiary, Altira Comercio de Lentes Ltda., has acquired 100% of the shares of Óptica del Sur S.A. de C.V. from Grupo Lumen, S.A.B. de C.V.',
      [
        'Altira Comercio de Lentes Ltda. | acquisition | Óptica del Sur S.A. de C.V.',
        'F | subsidiary | Altira Comercio de Lentes Ltda.',
        'Grupo Lumen, S.A.B. de C.V. | divested | Óptica del Sur S.A. de C.V.',
      ],
    ],
    ['HARROWGATE COMPLETES ACQUISITION OF LINDBY OPTIK AB', ['F | acquisition | LINDBY OPTIK AB']],
    [
      'Harrowgate is acquiring the remaining 40% of Lens Tech GmbH & Co. KG.',
      ['F | acquisition | Lens Tech GmbH & Co. KG'],
    ],
    ['In 2006, we were acquired by an affiliate of Osterby Capital LLC.', ['Osterby Capital LLC | acquisition | F']],
    ['The Company acquired control of Lindby Optik AB.', ['F | acquisition | Lindby Optik AB']],
    [
      'The Company bought a further 5% of Lindby Optik AB, taking its holding to 35%.',
      ['F | acquisition | Lindby Optik AB'],
    ],
    [
      'Merger Sub will merge with and into Lindby Optik AB, with Lindby Optik AB continuing as the surviving corporation and a wholly-owned subsidiary of the Company.',
      ['F | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company has signed a definitive agreement for the sale of its subsidiary, Lindby Optik AB, to Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      "Merrow plc has agreed to buy the Company's 49% stake in Lindby Optik AB.",
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company reached an agreement with Merrow plc on the sale of Lindby Optik AB.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company and Merrow plc announced that they have reached agreement on the sale of Lindby Optik AB by the Company to Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
    [
      'The Company announces that it has entered into an agreement to sell its interests in Lindby Optik AB to a consortium led by Merrow plc.',
      ['F | divested | Lindby Optik AB', 'Merrow plc | acquisition | Lindby Optik AB'],
    ],
  ]);
});
