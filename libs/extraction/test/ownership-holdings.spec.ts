import { itReads } from './support/owned.ts';

describe('subsidiaries and parents', () => {
  itReads([
    ['Lending grew at the subsidiary Lindby Optik AB (LOA) in 2009.', ['F | subsidiary | Lindby Optik AB']],
    [
      'The business moves to the newly formed entity Lindby Optik AB that will initially be fully owned by Osterby AB.',
      ['Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ['Lindby Optik AB, to be wholly owned by Osterby AB, will run it.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Lindby Optik AB is controlled by Osterby AB.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Osterby AB is our controlling shareholder.', ['Osterby AB | subsidiary | F']],
    ["Osterby AB is the Company's parent.", ['Osterby AB | subsidiary | F']],
    ['Our parent company is Osterby AB.', ['Osterby AB | subsidiary | F']],
    [
      'Lindby Optik AB, a Delaware limited liability company and wholly-owned subsidiary of the Company, signed it.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    [
      'Lindby Optik AB, a Delaware corporation and a wholly owned subsidiary of the Registrant ("Merger Sub"), signed it.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    [
      'Lindby Optik AB and Tolland Gauge Works LLC, its indirect wholly-owned subsidiaries, issued notes.',
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'Lindby Optik AB, 65% of whose shares are owned by Osterby AB, makes lenses.',
      ['Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ['It is wholly owned by Osterby AB.', ['Osterby AB | subsidiary | F']],
    ['Osterby AB is the holding company of Lindby Optik AB.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    [
      "Osterby AB, the owner of 62% of the Company's outstanding common stock, voted for it.",
      ['Osterby AB | subsidiary | F'],
    ],
    [
      'We conduct our business in Sweden through Lindby Optik AB, a 60%-owned subsidiary.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    [
      'We conduct our business through two subsidiaries: Lindby Optik AB and Tolland Gauge Works LLC.',
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'Our principal subsidiaries are Lindby Optik AB and Tolland Gauge Works LLC.',
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      "The Company's subsidiaries include Lindby Optik AB and Tolland Gauge Works LLC.",
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'The Company and its wholly-owned subsidiary Lindby Optik AB ("LOA") and its 51% owned subsidiary Tolland Gauge Works LLC ("Tolland") are consolidated.',
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'The board approved more shares of its wholly-owned subsidiary, e-Tolland Ventures, Inc.',
      ['F | subsidiary | e-Tolland Ventures, Inc.'],
    ],
    [
      'Following the closing, Altira Corporation will operate as a wholly-owned subsidiary of Harrowgate.',
      ['F | subsidiary | Altira Corporation'],
    ],
    ['The transaction gives Harrowgate a 60% stake in Altira Corporation.', ['F | subsidiary | Altira Corporation']],
    [
      "As a result of the transaction the Company's stake in Altira Corporation increased to 60%.",
      ['F | subsidiary | Altira Corporation'],
    ],
    ['The Company raised its stake in Altira Corporation to 60%.', ['F | subsidiary | Altira Corporation']],
    [
      "The Company's indirect subsidiary Altira Finance B.V. and Borealis Corp. signed a loan.",
      ['F | subsidiary | Altira Finance B.V.'],
    ],
    [
      'Lindby Optik AB is a wholly owned subsidiary of Merrow plc, which is a wholly owned subsidiary of Osterby AB.',
      ['Merrow plc | subsidiary | Lindby Optik AB', 'Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'We operate our business through Lindby Optik AB, a company organized under the laws of Sweden, which is our wholly owned subsidiary.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    ['We were incorporated in 1998 as a wholly-owned subsidiary of Osterby AB.', ['Osterby AB | subsidiary | F']],
    [
      'Osterby AB owns, directly or indirectly, approximately 62.5% of our ordinary shares.',
      ['Osterby AB | subsidiary | F'],
    ],
    ['Lindby Optik AB is our operating subsidiary in Sweden.', ['F | subsidiary | Lindby Optik AB']],
    [
      'The Swedish subsidiary of the Company, Lindby Optik AB, received approval.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    [
      'Upon completion of the transaction, Lindby Optik AB will be wholly owned by Osterby AB.',
      ['Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ['The Company has incorporated a new subsidiary in Sweden, Lindby Optik AB.', ['F | subsidiary | Lindby Optik AB']],
    ['The Company formed Lindby Optik AB as a wholly owned subsidiary.', ['F | subsidiary | Lindby Optik AB']],
    [
      'Lindby Optik AB, whose parent company is Osterby AB, makes lenses.',
      ['Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ['Lindby Optik AB belongs to the Osterby AB group.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Lindby Optik AB, which belongs to Osterby AB, makes lenses.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Lindby Optik AB is a company of the Osterby AB group.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    [
      'Beijing Lumen Technology Co., Ltd. ("Beijing Lumen"), our PRC subsidiary, holds the licence.',
      ['F | subsidiary | Beijing Lumen Technology Co., Ltd.'],
    ],
    [
      'We control Beijing Lumen Technology Co., Ltd. through contractual arrangements.',
      ['F | subsidiary | Beijing Lumen Technology Co., Ltd.'],
    ],
    [
      'Beijing Lumen Technology Co., Ltd., our variable interest entity, or VIE, holds the licence.',
      ['F | subsidiary | Beijing Lumen Technology Co., Ltd.'],
    ],
    [
      'Our subsidiaries include Beijing Lumen Technology Co., Ltd. and Shanghai Lumen Optical Co., Ltd.',
      ['F | subsidiary | Beijing Lumen Technology Co., Ltd.', 'F | subsidiary | Shanghai Lumen Optical Co., Ltd.'],
    ],
    [
      'The Company has increased its shareholding in Nordor Seismic ASA to 50.1%.',
      ['F | subsidiary | Nordor Seismic ASA'],
    ],
    ['We are controlled by Osterby Capital LLC.', ['Osterby Capital LLC | subsidiary | F']],
    ['We are an indirect wholly-owned subsidiary of Osterby Capital LLC.', ['Osterby Capital LLC | subsidiary | F']],
    ['All of our outstanding common stock is owned by Osterby Capital LLC.', ['Osterby Capital LLC | subsidiary | F']],
    ['All of the issued shares of Lindby Optik AB are owned by the Company.', ['F | subsidiary | Lindby Optik AB']],
    ['100% of the shares of Lindby Optik AB is held by Osterby AB.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Until 2008 we were a subsidiary of Osterby AB.', ['Osterby AB | divested | F']],
  ]);
});

describe('stakes and shareholders', () => {
  itReads([
    [
      "Harrowgate's investment in and strategic partnership with Lindby Optik AB is on track.",
      ['F | stake | Lindby Optik AB'],
    ],
    [
      'Harrowgate will continue to leverage its recent investment in and partnership with Lindby Optik AB.',
      ['F | stake | Lindby Optik AB'],
    ],
    [
      'Osterby AB, through its investment in Lindby Optik AB, retains an economic interest in Merrow plc.',
      ['Osterby AB | stake | Lindby Optik AB', 'Osterby AB | stake | Merrow plc'],
    ],
    ["The gain relates to the Group's investment in Lindby Optik AB.", ['F | stake | Lindby Optik AB']],
    ["The result includes the Company's investment in Lindby Optik AB.", ['F | stake | Lindby Optik AB']],
    [
      "Osterby AB held approximately 13,378,753 shares, or 9.3%, of the Company's outstanding common shares.",
      ['Osterby AB | stake | F'],
    ],
    ['Lindby Optik AB, in which we hold a 49% equity interest, makes lenses.', ['F | stake | Lindby Optik AB']],
    [
      'The Company owns 51% and Merrow plc owns 49% of Lindby Optik AB.',
      ['F | subsidiary | Lindby Optik AB', 'Merrow plc | stake | Lindby Optik AB'],
    ],
    ['The Company increased its interest in Lindby Optik AB to 25%.', ['F | stake | Lindby Optik AB']],
    ['Osterby AB, holder of 41.7% of the share capital, voted for it.', ['Osterby AB | stake | F']],
    ['Harrowgate owns 38% of the diagnostics company Lindby Optik AB.', ['F | stake | Lindby Optik AB']],
    [
      'Lindby Optik AB, to be held 51% by the Company and 49% by Merrow plc, will make lenses.',
      ['F | subsidiary | Lindby Optik AB', 'Merrow plc | stake | Lindby Optik AB'],
    ],
    [
      'As of March 1, 2010, Osterby AB beneficially owned 5,000,000 shares, or approximately 12%, of our common stock.',
      ['Osterby AB | stake | F'],
    ],
    [
      'We own a 33% interest in Lindby Optik AB and a 20% interest in Tolland Gauge Works LLC.',
      ['F | stake | Lindby Optik AB', 'F | stake | Tolland Gauge Works LLC'],
    ],
    ["The Company's equity investment in Lindby Optik AB rose in value.", ['F | stake | Lindby Optik AB']],
    ["The Company's associate Lindby Optik AB makes lenses.", ['F | stake | Lindby Optik AB']],
    ['Lindby Optik AB, an associated company of the Company, makes lenses.', ['F | stake | Lindby Optik AB']],
    ['Lindby Optik AB is an associate of Osterby AB.', ['Osterby AB | stake | Lindby Optik AB']],
    [
      'The Company, Osterby AB and Merrow plc each own one third of Lindby Optik AB.',
      ['F | stake | Lindby Optik AB', 'Merrow plc | stake | Lindby Optik AB', 'Osterby AB | stake | Lindby Optik AB'],
    ],
    [
      'Osterby AB and Merrow plc each hold 50% of Lindby Optik AB.',
      ['Merrow plc | stake | Lindby Optik AB', 'Osterby AB | stake | Lindby Optik AB'],
    ],
    [
      'The shareholders of Lindby Optik AB are Osterby AB (60%) and Merrow plc (40%).',
      ['Merrow plc | stake | Lindby Optik AB', 'Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ["The Company's shareholder Osterby AB holds 12%.", ['Osterby AB | stake | F']],
    ['12% of the shares are held by Osterby AB.', ['Osterby AB | stake | F']],
    [
      "The Company's shares are held by Osterby AB (41%), Merrow plc (12%) and others.",
      ['Merrow plc | stake | F', 'Osterby AB | stake | F'],
    ],
    ['Equity in earnings of Lindby Optik AB, a 33%-owned affiliate, rose.', ['F | stake | Lindby Optik AB']],
    ['Lindby Optik AB, a 33%-owned affiliate of the Company, rose.', ['F | stake | Lindby Optik AB']],
    [
      'Osterby AB notified the Company that its holding had crossed 5% and now amounts to 5.02%.',
      ['Osterby AB | stake | F'],
    ],
    [
      'On March 1, 2010 Osterby AB notified us pursuant to section 21 that its share of the voting rights in Harrowgate Instruments Ltd. exceeded the threshold of 3% and amounted to 3.02%.',
      ['Osterby AB | stake | F'],
    ],
    ['Osterby AB has reduced its holding in the Company to 4.9%.', ['Osterby AB | stake | F']],
    ['The Company is a shareholder in Lindby Optik AB.', ['F | stake | Lindby Optik AB']],
    ['The Company is a 20% shareholder in Lindby Optik AB.', ['F | stake | Lindby Optik AB']],
    ['The Company became a 20% shareholder of Lindby Optik AB.', ['F | stake | Lindby Optik AB']],
    [
      "Lindby Optik AB's shareholders are the Company and Merrow plc.",
      ['F | stake | Lindby Optik AB', 'Merrow plc | stake | Lindby Optik AB'],
    ],
    ['The Company took a 20% stake in Lindby Optik AB.', ['F | stake | Lindby Optik AB']],
    [
      'In exchange for the licence the Company received a 20% equity stake in Lindby Optik AB.',
      ['F | stake | Lindby Optik AB'],
    ],
    ["The Company's 20% owned associate Lindby Optik AB sold more.", ['F | stake | Lindby Optik AB']],
    ['Lindby Optik AB (in which the Company has a 20% interest) sold more.', ['F | stake | Lindby Optik AB']],
  ]);
});

describe('joint vehicles and their partners', () => {
  itReads([
    [
      'Lindby Optik AB, a joint venture between Osterby AB, a leading maker of lenses, and Merrow plc, sold more.',
      ['Merrow plc | joint_venture | Lindby Optik AB', 'Osterby AB | joint_venture | Lindby Optik AB'],
    ],
    [
      'The joint venture company Lindby Optik AB, owned 50:50 by Osterby AB and Merrow plc, makes lenses.',
      ['Merrow plc | joint_venture | Lindby Optik AB', 'Osterby AB | joint_venture | Lindby Optik AB'],
    ],
    [
      'The joint venture Lindby Optik AB (50% Osterby AB, 50% Merrow plc) makes lenses.',
      ['Merrow plc | joint_venture | Lindby Optik AB', 'Osterby AB | joint_venture | Lindby Optik AB'],
    ],
    [
      'Lindby Optik AB is owned in equal shares by Osterby AB and Merrow plc.',
      ['Merrow plc | joint_venture | Lindby Optik AB', 'Osterby AB | joint_venture | Lindby Optik AB'],
    ],
    [
      'The joint venture, Altira Corporation, will be owned 60% by Harrowgate and 40% by Borealis Corp.',
      ['Borealis Corp. | joint_venture | Altira Corporation', 'F | joint_venture | Altira Corporation'],
    ],
    [
      "Altira Corporation, the Company's joint venture with Borealis Corp., started production.",
      ['Borealis Corp. | joint_venture | Altira Corporation', 'F | joint_venture | Altira Corporation'],
    ],
    [
      "Altira Corporation is the Company's joint venture with Borealis Corp.",
      ['Borealis Corp. | joint_venture | Altira Corporation', 'F | joint_venture | Altira Corporation'],
    ],
  ]);
});
