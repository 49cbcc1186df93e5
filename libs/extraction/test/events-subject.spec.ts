// What a release is about: its headline and first sentence, not what goes along with that; names are made up.
import { extractEvents } from '@filigree/extraction';
import { release } from './support/fictional-filing.ts';

/** The types of a release's events, sorted. */
function types(...paragraphs: readonly string[]): string {
  return extractEvents(release(...paragraphs))
    .map((event) => event.type)
    .sort()
    .join(' ');
}

describe('the subject of a release', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    [
      'financial_results',
      'Harrowgate Reports Third Quarter 2009 Results',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. (NYSE: HGT), a leading maker of gauges, today announced results for the third quarter ended January 31, 2010. Revenue was $40.1 million, an increase of 4% from the year before.',
      'During the quarter the company completed the acquisition of Tolland Gauge Works LLC, which was announced on November 3, 2009.',
    ],
    [
      'corporate_information',
      'Voting rights and capital',
      'In conformity with the Disclosure and Transparency Rules, Harrowgate Instruments Ltd. notifies the market that as at 28 February 2010 its issued share capital consisted of 200,000,000 ordinary shares with voting rights, and 3,000,000 shares are held in treasury.',
    ],
    [
      'shareholder_meeting',
      'Notice of Annual General Meeting',
      'Notice is hereby given that the Annual General Meeting of Harrowgate Instruments Ltd. will be held at 10 a.m. on 20 May 2010 at the Grand Hotel, Tolland, to receive the accounts for the year ended 31 December 2009, to declare a final dividend, to elect directors and to appoint auditors.',
    ],
    [
      'product_operations',
      'Northern Creek drilling intersects 12 metres of 4.5 g/t gold',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. is pleased to announce assay results from the first six holes of its 2010 drill programme at Northern Creek. The company acquired the property in 2007 under an option agreement with Osterby AB.',
    ],
    [
      'product_operations',
      'Harrowgate announces positive Phase II results of HGT-101',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today announced positive top-line results from its Phase II clinical trial of HGT-101 in patients with asthma. The results were presented at the annual meeting of the European Respiratory Society in Paris.',
    ],
    [
      'debt_financing',
      'Harrowgate prices offering of senior notes',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today announced that it has priced its offering of $300 million of 7.5% senior notes due 2018. The company intends to use the net proceeds to finance the acquisition of Tolland Gauge Works and to repay its credit facility.',
    ],
    [
      'rating_action',
      "Standard & Poor's affirms Harrowgate rating",
      "TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today announced that Standard & Poor's has affirmed its BBB- rating and revised the outlook to stable from negative following the company's rights issue.",
    ],
    [
      'corporate_information',
      'Harrowgate announces change of auditor',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announced today that its Board has appointed Baker & Stone LLP as independent auditors in place of Lowe Partners, who resigned at the request of the company.',
    ],
    [
      'acquisition',
      'Harrowgate shareholders approve merger with Norrvik',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announced today that its shareholders approved the definitive merger agreement, providing for the acquisition of the Company by an affiliate of Norrvik Capital.',
    ],
    [
      'divestiture',
      'Harrowgate and Osterby sign Share Purchase Agreement',
      'Harrowgate Instruments Ltd. and Osterby AB today signed the Share Purchase Agreement regarding the sale of the lens business to Osterby AB.',
    ],
    [
      'joint_venture',
      'Harrowgate signs bancassurance agreement with Osterby Bank',
      "TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. and Osterby Bank have signed an exclusive distribution agreement for life insurance products through the bank's 400 branches.",
    ],
    [
      'acquisition',
      'Harrowgate completes acquisition of Tolland Gauge Works',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today announced that it has completed its previously announced acquisition of Tolland Gauge Works LLC, a maker of gauges with annual sales of $40 million.',
    ],
    [
      'share_issuance',
      'Harrowgate announces pricing of public offering of common shares',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today announced the pricing of its public offering of 5,000,000 common shares at $8.00 per share. The underwriters have an option to purchase up to 750,000 additional shares. Proceeds will be used to repay debt and for acquisitions.',
    ],
    [
      'product_operations',
      'Harrowgate takes delivery of new tanker',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today took delivery of the newbuilding MT Osterby Spirit, which will begin a three-year time charter to Norrvik Oil.',
    ],
    [
      'joint_venture',
      'Harrowgate and Osterby enter into strategic partnership',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. and Osterby AB announced today that they have entered into a strategic cooperation agreement to develop new gauges for ships.',
    ],
    [
      'debt_financing',
      'Harrowgate completes refinancing',
      "TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announced today that it has closed a new $200 million revolving credit facility with a syndicate of banks led by Osterby Bank. The facility replaces the company's existing facility, which was to mature in 2011.",
    ],
    [
      'management_change',
      'Harrowgate Names Petra Voss Chief Executive Officer',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today announced that Petra Voss has been named chief executive officer, effective April 1, 2010. Ms. Voss joined Harrowgate in 2004 following the acquisition of Norrvik AB, where she was responsible for product launches.',
    ],
    [
      'financial_results management_change',
      'Harrowgate reports second quarter results and announces retirement of CFO',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today reported results for the second quarter ended January 31, 2010. Net income was $4.1 million. Separately, the company announced that Otto Brandl will retire as Chief Financial Officer.',
    ],
    [
      'dividend financial_results',
      'Harrowgate reports fourth quarter results',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today reported results for the fourth quarter and year ended December 31, 2009 and declared a quarterly dividend of $0.10 per share.',
    ],
    [
      'dividend management_change shareholder_meeting',
      'Resolutions of the Annual General Meeting',
      'The Annual General Meeting of Harrowgate Oyj was held on 4 March 2010 in Tolland. The meeting approved the financial statements and decided on a dividend of EUR 0.40 per share. Petra Voss and Otto Brandl were re-elected as members of the Board. KPMG was appointed as auditor.',
    ],
    [
      'corporate_information',
      'Harrowgate moves headquarters',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announced that it has moved its head office to 12 Norrvik Street, Tolland. The new address is effective immediately.',
    ],
    [
      'share_issuance',
      'Harrowgate announces three-for-one stock split',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today announced that its Board of Directors has approved a three-for-one split of its common shares, payable in the form of a stock dividend to holders of record on March 20.',
    ],
    [
      'financial_results',
      'Harrowgate announces production for February',
      'TOLLAND, March 4, 2010 – Harrowgate Oil reports that its production averaged 12,400 barrels a day in February 2010, up 5% from January, after the tie-in of two new wells acquired from Norrvik.',
    ],
    [
      'divestiture',
      'Harrowgate provides update on its strategic review',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today provided an update on its strategic review and announced an agreement in principle to divest Tolland Lens Ltd.',
    ],
    [
      'product_operations',
      'Harrowgate presents gauge for surgeons',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today launched its HG-300 gauge at the annual meeting of the European Society of Orthopaedic Surgeons in Paris.',
    ],
    [
      'product_operations',
      'Harrowgate launches new gauge',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today launched its HG-300 gauge for ships.',
      'Harrowgate makes gauges in four countries. The company was taken private in 2005 and announced that it merged with Norrvik AB in 2006.',
    ],
    [
      'financial_results',
      'Harrowgate reports record first quarter results',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. today reported record results for the first quarter ended January 31, 2010.',
      'In addition to strong sales, the company recently announced the acquisition of Osterby AB, which is expected to close in May.',
    ],
    [
      'dividend',
      'Notice of Revision to Year-End Dividend Forecast',
      'Harrowgate Corporation announces that its Board of Directors today resolved to revise its year-end dividend forecast for the fiscal year ending March 31, 2010, to 12 yen per share from 10 yen.',
    ],
    [
      'acquisition',
      'Announcement: Discloseable Transaction - Acquisition of 60% equity interest in Osterby Limited',
      'The Board is pleased to announce that on 4 March 2010, the Purchaser, a wholly-owned subsidiary of the Company, entered into the Sale and Purchase Agreement with the Vendor, pursuant to which the Purchaser has agreed to acquire 60% of the equity interest in Osterby Limited for HK$120 million.',
    ],
    [
      'corporate_information',
      'Closure of register of members',
      'The Board of Harrowgate Instruments Ltd. announces that the register of members will be closed from 10 May 2010 to 14 May 2010, both days inclusive.',
    ],
    [
      'product_operations',
      'Operational update',
      'Harrowgate Oil is pleased to provide an update on its drilling operations. The Osterby-2 well was spudded on 1 March 2010 and is currently at a depth of 1,200 metres. The well is expected to reach total depth in April.',
    ],
    [
      'debt_financing',
      'Harrowgate successfully issues EUR 500 million bond',
      'Harrowgate successfully placed today a EUR 500 million bond with a maturity of seven years and a coupon of 4.125%. The proceeds will be used for general corporate purposes, including the refinancing of the acquisition of Osterby.',
    ],
    [
      'restructuring',
      'Harrowgate adapts its organisation',
      'Harrowgate informed its European Works Council today of a project to adapt its organisation in France and Germany, which could lead to the elimination of 450 positions.',
    ],
    [
      'acquisition',
      'Harrowgate to take control of Osterby',
      'Harrowgate announced today that it has entered into exclusive negotiations with the shareholders of Osterby to acquire a 75% stake in the company, a leader in marine software with 2009 sales of EUR 40 million.',
    ],
    [
      'shareholding_change',
      'Disclosure of trading in own shares by Board member',
      'Harrowgate discloses that Mr. Otto Brandl, member of the Supervisory Board, sold 12,000 shares on 3 March 2010 at EUR 22.10 per share.',
    ],
    [
      'legal_regulatory',
      'Harrowgate receives Nasdaq delisting notice',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announced it received a letter from Nasdaq stating that its common stock is subject to delisting because the bid price closed below $1.00 for 30 consecutive days.',
    ],
    [
      'divestiture',
      'Harrowgate signs asset purchase agreement',
      'TOLLAND, March 4, 2010 – Harrowgate Instruments Ltd. announced that it has entered into an asset purchase agreement with Osterby AB under which it agreed to sell its lens business for $40 million.',
    ],
    [
      'dividend',
      'Harrowgate pays interim dividend',
      'TOLLAND, March 4, 2010 – The Board of Harrowgate Instruments Ltd. agreed to pay an interim dividend of $0.03 per share, charged to the profits of 2009.',
    ],
  ];
  it.each(cases)('%s: %s', (expected, ...paragraphs) => {
    expect(types(...paragraphs)).toBe(expected);
  });
});
