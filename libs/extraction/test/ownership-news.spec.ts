import { itFindsNothingIn, itReads } from './support/owned.ts';

describe('deals in the news', () => {
  itReads([
    [
      'Osterby Gold Corp. has agreed to acquire all of the issued and outstanding common shares of Lumen Resources Inc. by way of a plan of arrangement.',
      ['Osterby Gold Corp. | acquisition | Lumen Resources Inc.'],
    ],
    [
      'The integration of Altira Pharma GmbH, acquired in January 2010, is on track.',
      ['F | acquisition | Altira Pharma GmbH'],
    ],
    ['The newly acquired Altira Pharma GmbH added sales of $3 million.', ['F | acquisition | Altira Pharma GmbH']],
    ['Sales rose owing to the acquisition of Altira Pharma GmbH in January.', ['F | acquisition | Altira Pharma GmbH']],
    ['Sales fell following the sale of Altira Pharma GmbH in January.', ['F | divested | Altira Pharma GmbH']],
    [
      "Sales fell following the divestment of the Company's interest in Altira Pharma GmbH.",
      ['F | divested | Altira Pharma GmbH'],
    ],
    [
      'The result includes a gain of $4 million on the disposal of Altira Pharma GmbH.',
      ['F | divested | Altira Pharma GmbH'],
    ],
    [
      'The Company recorded a gain on the sale of its shares in Altira Pharma GmbH.',
      ['F | divested | Altira Pharma GmbH'],
    ],
    [
      "Harrowgate bought a 70% stake in Poland's Lumen Bank from Osterby Bank N.V.",
      ['F | acquisition | Lumen Bank', 'Osterby Bank N.V. | divested | Lumen Bank'],
    ],
    [
      'Harrowgate has agreed with Osterby Bank N.V. to acquire 70% of Lumen Bank.',
      ['F | acquisition | Lumen Bank', 'Osterby Bank N.V. | divested | Lumen Bank'],
    ],
    [
      'Harrowgate agreed to acquire from Osterby Bank N.V. its 70% shareholding in Lumen Bank.',
      ['F | acquisition | Lumen Bank', 'Osterby Bank N.V. | divested | Lumen Bank'],
    ],
    [
      'Osterby Bank N.V. will sell its 70% shareholding in Lumen Bank to Harrowgate.',
      ['F | acquisition | Lumen Bank', 'Osterby Bank N.V. | divested | Lumen Bank'],
    ],
    [
      'Pursuant to the share exchange agreement, Lindby Optik AB became our wholly owned subsidiary.',
      ['F | acquisition | Lindby Optik AB'],
    ],
    [
      'On June 30, 2009, the Company spun off its subsidiary Lindby Optik AB to its shareholders.',
      ['F | divested | Lindby Optik AB'],
    ],
    ['The Company has sold its remaining 5% interest in Lindby Optik AB.', ['F | divested | Lindby Optik AB']],
  ]);
});

describe('groups in the news', () => {
  itReads([
    [
      'Harrowgate, through its wholly-owned subsidiary Minera Lumen S.A. de C.V., owns the Pinos mine.',
      ['F | subsidiary | Minera Lumen S.A. de C.V.'],
    ],
    [
      'The property is held by Minera Lumen S.A. de C.V., a wholly-owned Mexican subsidiary of the Company.',
      ['F | subsidiary | Minera Lumen S.A. de C.V.'],
    ],
    [
      "The Company's Mexican subsidiary, Minera Lumen S.A. de C.V., received the permit.",
      ['F | subsidiary | Minera Lumen S.A. de C.V.'],
    ],
    [
      "Lumen Pharma AG has granted Harrowgate's subsidiary Altira Pharma GmbH a licence.",
      ['F | subsidiary | Altira Pharma GmbH'],
    ],
    ["Harrowgate's 56.2%-owned subsidiary Altira Pharma GmbH reported sales.", ['F | subsidiary | Altira Pharma GmbH']],
    [
      'Altira Pharma GmbH, in which Harrowgate has a majority stake, reported sales.',
      ['F | subsidiary | Altira Pharma GmbH'],
    ],
    [
      'Altira Pharma GmbH, which is majority-owned by Harrowgate, reported sales.',
      ['F | subsidiary | Altira Pharma GmbH'],
    ],
    ['Altira Pharma GmbH, now part of Harrowgate, reported sales.', ['F | subsidiary | Altira Pharma GmbH']],
    [
      'Lumen Bank S.A., a subsidiary of Harrowgate and Osterby Bank N.V., signed it.',
      ['F | subsidiary | Lumen Bank S.A.', 'Osterby Bank N.V. | subsidiary | Lumen Bank S.A.'],
    ],
    [
      'Harrowgate and its subsidiaries Lumen Bank S.A. and Osterby Bank N.V. signed it.',
      ['F | subsidiary | Lumen Bank S.A.', 'F | subsidiary | Osterby Bank N.V.'],
    ],
    ["Lumen Bank (Harrowgate's Polish subsidiary) grew its loans.", ['F | subsidiary | Lumen Bank']],
    ["Lumen Bank, Harrowgate's Polish subsidiary, grew its loans.", ['F | subsidiary | Lumen Bank']],
    ['Lumen Bank, Harrowgate’s Polish unit, grew its loans.', ['F | subsidiary | Lumen Bank']],
    ['In Poland, Lumen Bank, which is 70% owned by Harrowgate, grew its loans.', ['F | subsidiary | Lumen Bank']],
    ['Harrowgate increases its stake in Lumen Bank to 75%', ['F | subsidiary | Lumen Bank']],
    ['Harrowgate has raised its shareholding in Lumen Bank from 45% to 75%.', ['F | subsidiary | Lumen Bank']],
    [
      "Following the transaction, Harrowgate's shareholding in Lumen Bank will be 75%.",
      ['F | subsidiary | Lumen Bank'],
    ],
    [
      'Harrowgate will hold 75% of the capital of the new company, to be called Altira Energy.',
      ['F | subsidiary | Altira Energy'],
    ],
    ['The Registrant is a wholly-owned subsidiary of Osterby AB.', ['Osterby AB | subsidiary | F']],
    [
      'The Registrant, a wholly owned subsidiary of Osterby AB, meets the conditions of General Instruction I(1)(a).',
      ['Osterby AB | subsidiary | F'],
    ],
    ["All of the registrant's common stock is owned by Osterby AB.", ['Osterby AB | subsidiary | F']],
    [
      "As of March 1, 2010, all of the registrant's outstanding common shares were held by Osterby AB.",
      ['Osterby AB | subsidiary | F'],
    ],
    [
      'The Company is a direct, wholly-owned subsidiary of Osterby AB, which is in turn wholly owned by Merrow plc.',
      ['Merrow plc | subsidiary | Osterby AB', 'Osterby AB | subsidiary | F'],
    ],
    ['Harrowgate Instruments Ltd. is part of the Osterby AB group of companies.', ['Osterby AB | subsidiary | F']],
    [
      'The Company is the parent holding company of Lindby Bank and Merrow Trust Company.',
      ['F | subsidiary | Lindby Bank', 'F | subsidiary | Merrow Trust Company'],
    ],
    [
      'The Company conducts its operations through its wholly-owned bank subsidiary, Lindby State Bank.',
      ['F | subsidiary | Lindby State Bank'],
    ],
    ["The Company's sole subsidiary is Lindby State Bank.", ['F | subsidiary | Lindby State Bank']],
    ['The Company has one subsidiary, Lindby Optik AB.', ['F | subsidiary | Lindby Optik AB']],
    [
      'The Company has two wholly-owned subsidiaries, Lindby Optik AB and Tolland Gauge Works LLC.',
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'The Company and its subsidiaries (Lindby Optik AB and Tolland Gauge Works LLC) are insured.',
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    [
      'The consolidated statements include Lindby Optik AB, a wholly owned subsidiary.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    [
      'Lindby Optik AB, formerly known as Lindby Lens AB, is a subsidiary of the Company.',
      ['F | subsidiary | Lindby Optik AB'],
    ],
    ['Lindby Optik AB (formerly Lindby Lens AB) is a subsidiary of the Company.', ['F | subsidiary | Lindby Optik AB']],
    [
      "The Company's wholly-owned subsidiaries are Lindby Optik AB, Tolland Gauge Works LLC and Merrow plc.",
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Merrow plc', 'F | subsidiary | Tolland Gauge Works LLC'],
    ],
    ['Lindby Optik AB, together with its parent Osterby AB, signed.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Lindby Optik AB and its parent company, Osterby AB, signed.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    ['Osterby AB, parent of Lindby Optik AB, signed.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    [
      'Osterby AB, the ultimate parent of Lindby Optik AB and Tolland Gauge Works LLC, signed.',
      ['Osterby AB | subsidiary | Lindby Optik AB', 'Osterby AB | subsidiary | Tolland Gauge Works LLC'],
    ],
    ['Osterby AB (the parent of Lindby Optik AB) signed.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    [
      'The Company owns 9.2% of the outstanding common shares of Lumen Resources Inc. (TSX: LMN).',
      ['F | stake | Lumen Resources Inc.'],
    ],
    [
      'The Company currently holds 5,000,000 common shares of Lumen Resources Inc., representing approximately 12.3% of its outstanding shares.',
      ['F | stake | Lumen Resources Inc.'],
    ],
    [
      "Upon closing, the Company will own approximately 19.9% of Lumen Resources Inc.'s issued and outstanding shares.",
      ['F | stake | Lumen Resources Inc.'],
    ],
    [
      'The Company has acquired ownership of 2,500,000 units of Lumen Resources Inc. by way of private placement.',
      ['F | acquisition | Lumen Resources Inc.'],
    ],
    ['Harrowgate subscribed for 2,500,000 units of Lumen Resources Inc.', ['F | stake | Lumen Resources Inc.']],
    ['The share of profit of our associate Altira Pharma GmbH was $3 million.', ['F | stake | Altira Pharma GmbH']],
    [
      'The new company, Altira Energy, will be owned 75% by Harrowgate and 25% by Osterby AB.',
      ['F | subsidiary | Altira Energy', 'Osterby AB | stake | Altira Energy'],
    ],
    [
      'The new company, Altira Energy, will be 75% owned by Harrowgate and 25% owned by Osterby AB.',
      ['F | subsidiary | Altira Energy', 'Osterby AB | stake | Altira Energy'],
    ],
    [
      'Harrowgate and Osterby AB will each own 50% of Altira Energy.',
      ['F | stake | Altira Energy', 'Osterby AB | stake | Altira Energy'],
    ],
    [
      'Harrowgate and Osterby AB, which each own 50% of Altira Energy, agreed on it.',
      ['F | stake | Altira Energy', 'Osterby AB | stake | Altira Energy'],
    ],
    [
      'Altira Energy (Harrowgate 60%, Osterby AB 40%) won the contract.',
      ['F | subsidiary | Altira Energy', 'Osterby AB | stake | Altira Energy'],
    ],
    ['Lindby Optik AB, a portfolio company of Osterby AB, signed.', ['Osterby AB | stake | Lindby Optik AB']],
    [
      'Osterby AB has a 20% equity interest in Lindby Optik AB and 35% of Tolland Gauge Works LLC.',
      ['Osterby AB | stake | Lindby Optik AB', 'Osterby AB | stake | Tolland Gauge Works LLC'],
    ],
    ['Entities affiliated with Osterby AB beneficially own 22% of our common stock.', ['Osterby AB | stake | F']],
    ['Osterby AB, an affiliate of Merrow plc, owns 22% of our common stock.', ['Osterby AB | stake | F']],
    ["Osterby AB's 22% shareholding in the Company is held for the long term.", ['Osterby AB | stake | F']],
  ]);
});

describe('joint vehicles in the news', () => {
  itReads([
    [
      'Altira Energy, equally owned by Harrowgate and Osterby AB, agreed on it.',
      ['F | joint_venture | Altira Energy', 'Osterby AB | joint_venture | Altira Energy'],
    ],
    [
      'Altira Energy, the joint venture between Harrowgate and Osterby AB, agreed on it.',
      ['F | joint_venture | Altira Energy', 'Osterby AB | joint_venture | Altira Energy'],
    ],
    [
      "Altira Energy, Harrowgate's joint venture with Osterby AB, agreed on it.",
      ['F | joint_venture | Altira Energy', 'Osterby AB | joint_venture | Altira Energy'],
    ],
    ["Harrowgate's joint venture Altira Energy agreed on it.", ['F | joint_venture | Altira Energy']],
    [
      'Harrowgate holds its stake through Altira Energy, a joint venture with Osterby AB.',
      ['F | joint_venture | Altira Energy', 'Osterby AB | joint_venture | Altira Energy'],
    ],
  ]);
});

describe('news of something else', () => {
  itFindsNothingIn([
    'Altira Pharma GmbH is accounted for as an associate of the Company.',
    'The gain on the sale of Lindby Optik AB bonds was small.',
    'The Company made a profit on the sale of aircraft to Osterby AB.',
    'Proceeds from the sale of shares by Osterby AB were used.',
    'Following the sale of its Lindby plant, the Company moved to Tolland.',
    'The newly acquired ships of Osterby AB sailed.',
    'The newly acquired Lindby mine is in production.',
    'Lindby Optik AB (Osterby AB 5% notes, due 2012) was rated.',
    'The Company holds 5,000,000 shares of its own stock, or 2.5%.',
    'Lindby Optik AB, in which Osterby AB has an interest in buying lenses, grew.',
    'Lindby Optik AB, in which Osterby AB has lost interest, grew.',
    'The Company works with Lindby Optik AB, a joint venture partner.',
    'The Company agreed with Osterby AB to buy 20 gauges from Lindby Optik AB.',
    'Osterby AB agreed with Merrow plc to purchase gas.',
    'Osterby AB increased its forecast of growth in Lindby Optik AB to 5%.',
    'Osterby AB and Merrow plc each own a fleet of 50 ships in Sweden.',
    'Osterby AB and Merrow plc each hold 50% of the contract.',
    "Harrowgate's share in the Lindby market will be 75%.",
    "Harrowgate's interest income from Lindby Optik AB was 5%.",
    'The stake of Osterby AB was discussed by Merrow plc.',
    "Osterby AB acquired the city's Lindby bridge.",
    'After the sale of its products to Lindby Optik AB, the Company closed the plant.',
    'The loss of Lindby Optik AB as a customer hurt the Company.',
    'The acquisition of customers of Lindby Optik AB is planned.',
    "The Company's directors are also directors of Lindby Optik AB, a company listed in London.",
    'Lindby Optik AB, a listed company in which Karl Ott holds 30%, grew.',
    'Lindby Optik AB, in which our chairman has a 30% interest, grew.',
    'The Bank is the principal subsidiary of the Company.',
    'Lindby Optik AB, previously a subsidiary of the Company, filed for bankruptcy.',
  ]);
});
