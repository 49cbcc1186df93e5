import { eachCase, type Case } from './support/posts.ts';

describe('tables of directors and officers', () => {
  const cases: readonly Case[] = [
    [
      'are read by the headings of their columns, whatever stands between',
      [
        ['Name', 'Age', 'Position'],
        ['Hadley Crane', '61', 'Chairman of the Board'],
        ['Ottoline Marsh', '47', 'Senior Vice President - Marketing'],
        ['Bertrand "Bo" Quill', '52', 'Treasurer'],
      ],
      [
        'Bertrand "Bo" Quill | F | officer current',
        'Hadley Crane | F | chair current',
        'Ottoline Marsh | F | officer current',
      ],
    ],
    [
      'may head the column of posts "Office", and have posts with no head that is known',
      [
        ['Name', 'Office'],
        ['Darlene Roy-Vance', 'Cashier'],
        ['Lucius Penn', 'Vice President & Trust Officer'],
      ],
      ['Darlene Roy-Vance | F | officer current', 'Lucius Penn | F | officer current'],
    ],
    [
      'may print the posts first, and vacancies',
      [
        ['OFFICE', 'HOLDER'],
        ['Chief Executive Officer', 'Lenora Blackwood'],
        ['Chief Financial Officer', 'Vacant'],
        ['Secretary', 'Ivo Sandoval'],
      ],
      ['Ivo Sandoval | F | officer current', 'Lenora Blackwood | F | ceo current'],
    ],
    [
      'may be of another organization, which the heading of the column names',
      [
        'The following table shows the directors and executive officers of Osage GP LLC, our general partner:',
        ['Name', 'Age', 'Position with Osage GP LLC'],
        ['Garland Hooks', '57', 'Chairman of the Board'],
        ['Wilhelmina Cho', '43', 'President and Chief Executive Officer'],
      ],
      ['Garland Hooks | Osage GP LLC | chair current', 'Wilhelmina Cho | Osage GP LLC | ceo current'],
    ],
    [
      'may be of another organization, which the line above names',
      [
        'OFFICERS OF CHESHIRE TRUST COMPANY',
        ['Name', 'Title'],
        ['Hollis Greenleaf', 'President'],
        ['Frances Boudreau', 'Vice President'],
      ],
      [
        'Frances Boudreau | CHESHIRE TRUST COMPANY | officer current',
        'Hollis Greenleaf | CHESHIRE TRUST COMPANY | officer current',
      ],
    ],
    [
      'go on in the next row where a title is longer than its cell',
      [
        ['Name', 'Position', 'Effective', 'Remark'],
        ['Bambang Wicaksono', 'Director', 'May 20, 2009', 'Resigned'],
        ['Dewi Halim', 'Chief Financial', 'May 20, 2009', 'Appointed'],
        ['', 'Officer', '', ''],
      ],
      ['Bambang Wicaksono | F | director resigned', 'Dewi Halim | F | cfo appointed'],
    ],
    [
      'go on over a page',
      [
        ['Name', 'Age', 'Position'],
        ['Hadley Crane', '61', 'President'],
        '17',
        ['Ottoline Marsh', '47', 'Grain and Feed'],
      ],
      ['Hadley Crane | F | officer current', 'Ottoline Marsh | F | officer current'],
    ],
    [
      'say what will be once a merger is done',
      [
        'Upon completion of the merger, the executive officers of the Company will be:',
        ['Name', 'Position'],
        ['Fitzgerald Poole', 'Chief Executive Officer'],
        ['Jolanta Wierzbicka', 'Chief Risk Officer'],
      ],
      ['Fitzgerald Poole | F | ceo appointed', 'Jolanta Wierzbicka | F | officer appointed'],
    ],
    [
      'print the post below the name, beside the pay of several years',
      [
        ['Name and Principal Position', 'Year', 'Salary ($)'],
        ['Mordecai Pell', '2009', '512,000'],
        ['President and Chief', '2008', '480,000'],
        ['Executive Officer', '2007', '440,000'],
        ['Consuelo Aragon\nVice President, Merchandising', '2009', '260,000'],
      ],
      ['Consuelo Aragon | F | officer current', 'Mordecai Pell | F | ceo current'],
    ],
    [
      'print careers, of which each post is that of the organization printed with it',
      [
        ['Name', 'Position with the Trust', 'Principal Occupation'],
        ['Eunice Farrow (1948)', 'Independent Trustee', 'Chief Executive Officer, Farrow Seed Company'],
        [
          'Jan Bosch (1955)',
          'President',
          'Senior Vice President, Pilgrim Advisers, Inc.; Partner of Reed & Hall LLP from 1990 to 1999',
        ],
      ],
      [
        'Eunice Farrow | F | director current',
        'Eunice Farrow | Farrow Seed Company | ceo current',
        'Jan Bosch | F | officer current',
        'Jan Bosch | Pilgrim Advisers, Inc. | officer current',
        'Jan Bosch | Reed & Hall LLP | other former',
      ],
      { filer: 'PILGRIM SERIES TRUST' },
    ],
    [
      'of pay that will be made say nothing new of the posts in them',
      [
        'The following bonus will be paid to each of the named executive officers of the Company below:',
        ['Name of Executive', 'Position', 'Amount'],
        ['Dan Temple', 'Executive Vice President, Chief Financial Officer', '$1,000,000'],
      ],
      ['Dan Temple | F | cfo current'],
    ],
    [
      'and names elsewhere leave one chief executive, unless the titles share the post',
      [
        ['Name', 'Position'],
        ['Hadley Crane', 'Chief Executive Officer'],
        ['Ottoline Marsh', 'Co-Chief Financial Officer'],
        ['Lucius Penn', 'Co-Chief Financial Officer'],
        'Bertrand Quill\nChief Executive Officer',
      ],
      ['Hadley Crane | F | ceo current', 'Lucius Penn | F | cfo current', 'Ottoline Marsh | F | cfo current'],
    ],
    [
      'may have their headings in a table of their own',
      [['Name', 'Age', 'Position'], '', ['Hadley Crane', '61', 'President'], '', ['Ottoline Marsh', '47', 'Secretary']],
      ['Hadley Crane | F | officer current', 'Ottoline Marsh | F | officer current'],
    ],
    [
      'list the boards of other companies',
      [
        ['Name of Director', 'Names of Other Issuers'],
        ['Maurice Colby', 'Aberdare International Inc.'],
        ['', 'Sterling Oil & Gas Ltd.'],
        ['William Wren', 'Delmar Resources Limited'],
      ],
      [
        'Maurice Colby | Aberdare International Inc. | director current',
        'Maurice Colby | F | director current',
        'Maurice Colby | Sterling Oil & Gas Ltd. | director current',
        'William Wren | Delmar Resources Limited | director current',
        'William Wren | F | director current',
      ],
    ],
  ];
  eachCase(cases);
});

describe('tables of nominees and votes', () => {
  const cases: readonly Case[] = [
    [
      'say who stands for election',
      [
        'Nominees for Election at the 2010 Annual Meeting',
        ['Name', 'Age', 'Shares', 'Percent'],
        ['Clive Oduya', '63', '412,300', '2.1%'],
        ['Felicia Brandt', '55', '18,750', '*'],
      ],
      ['Clive Oduya | F | director nominated', 'Felicia Brandt | F | director nominated'],
    ],
    [
      'head the column of people with "Nominee"',
      [
        ['Nominee', 'Age', 'Business Experience'],
        ['Lorelei Gutmann', '59', 'General Counsel of Hudson Steel Corp. since 2008'],
      ],
      ['Lorelei Gutmann | F | director nominated', 'Lorelei Gutmann | Hudson Steel Corp. | officer current'],
    ],
    [
      'elect those who got the votes',
      [
        'With respect to the election of directors:',
        ['Directors', 'Votes For', 'Votes Against', 'Broker Non-Votes'],
        ['Dean Banks', '859,636,236', '69,990,412', '25,100,116'],
        ['Cheryl Miller', '926,383,132', '3,255,532', '25,100,116'],
        'With respect to the ratification of the auditors:',
        ['Votes For', '950,388,244'],
        ['Votes Against', '4,280,321'],
        ['Votes Abstained', '272,395'],
      ],
      ['Cheryl Miller | F | director appointed', 'Dean Banks | F | director appointed'],
    ],
    [
      'may number the proposal in a column of its own',
      [
        ['1.', 'Election of Directors:', 'For', 'Against', 'Abstentions'],
        ['', 'Susanna Arnott', '1,127,767,300', '27,422,463', '3,191,661'],
        ['', 'Jack Dorset', '1,088,342,127', '66,592,325', '3,446,972'],
      ],
      ['Jack Dorset | F | director appointed', 'Susanna Arnott | F | director appointed'],
    ],
    [
      'may have no heading above the names',
      [
        ['', 'For', 'Against', 'Abstentions'],
        ['1. Election of Directors:'],
        ['Judith Estren', '1,091,462,527', '231,697,182', '1,817,527'],
        ['Orrin Smythe', '1,178,610,893', '144,620,835', '1,745,508'],
      ],
      ['Judith Estren | F | director appointed', 'Orrin Smythe | F | director appointed'],
    ],
    [
      'name nobody where a proposal is no election',
      [
        'Approval of the amendment to the certificate of incorporation:',
        ['Proposal', 'For', 'Against', 'Abstain'],
        ['Common Stock', '1,000,000', '200', '3'],
        ['Broker Non-Votes', '1,000', '0', '0'],
      ],
      [],
    ],
    [
      'of options and of holders say no post of those in them',
      [
        'OPTION GRANTS IN LAST FISCAL YEAR',
        ['Name', 'Options Granted', 'Exercise Price'],
        ['Orlando Biggs', '50,000', '$11.25'],
        ['Mei Tanaka', '25,000', '$11.25'],
      ],
      [],
    ],
  ];
  eachCase(cases);
});
