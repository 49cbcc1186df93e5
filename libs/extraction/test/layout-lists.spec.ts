import { eachCase, type Case } from './support/posts.ts';

describe('lists inherit what the line above them says', () => {
  const cases: readonly Case[] = [
    [
      'of a body, in bullets',
      [
        'Following the General Meeting, the Board of Directors of the Company is composed of:',
        '• Mr. Ioannis Kallergis\n• Mrs. Despina Vlachou\n• Mr. Antoon Vandersteen',
      ],
      [
        'Antoon Vandersteen | F | director current',
        'Despina Vlachou | F | director current',
        'Ioannis Kallergis | F | director current',
      ],
    ],
    [
      'of people elected, one a paragraph',
      ['The following were elected directors:', 'Lorna Tweed', 'Mr. Abel Castellan', 'Iris Van Houten'],
      [
        'Abel Castellan | F | director appointed',
        'Iris Van Houten | F | director appointed',
        'Lorna Tweed | F | director appointed',
      ],
    ],
    [
      'of people who leave',
      ['The following directors retired at the meeting:', 'Lorna Tweed', 'Abel Castellan'],
      ['Abel Castellan | F | director resigned', 'Lorna Tweed | F | director resigned'],
    ],
    [
      'of seats of two kinds, each with a heading of its own',
      [
        'Executive Directors:',
        'Mr. Kwok Siu Hung (Chairman)',
        'Mr. Chan Tak Ming',
        'Independent non-executive Directors:',
        'Ms. Lo Yuk Lan',
      ],
      [
        'Chan Tak Ming | F | director current',
        'Kwok Siu Hung | F | chair current',
        'Lo Yuk Lan | F | director current',
      ],
    ],
    [
      'of a committee, side by side, where the chair chairs no board',
      ['Members of the Audit and Risk Committee', ['Andrea Jungblut (Chair)', 'Alex Gorham', 'Arthur Lewin']],
      [
        'Alex Gorham | F | director current',
        'Andrea Jungblut | F | director current',
        'Arthur Lewin | F | director current',
      ],
    ],
    [
      'of a post that several hold',
      ['Senior Vice Presidents', 'Noboru Wakatsuki', 'Tetsuo Hamano'],
      ['Noboru Wakatsuki | F | officer current', 'Tetsuo Hamano | F | officer current'],
    ],
    [
      'with what each is elsewhere, and the firm below the title',
      [
        'BOARD OF DIRECTORS',
        'Roscoe Adderley\nRetired Vice President, Finance\nUnion Prairie Railroad',
        'Leontyne Fuchs\nPresident\nDunwoody College',
      ],
      [
        'Leontyne Fuchs | Dunwoody College | officer current',
        'Leontyne Fuchs | F | director current',
        'Roscoe Adderley | F | director current',
        'Roscoe Adderley | Union Prairie Railroad | officer former',
      ],
    ],
    [
      'in a table of what they own, by the part in which they stand',
      [
        ['5% Stockholders:'],
        ['Redwood Ventures II, L.P.', '8,401,220', '21.3%'],
        ['Directors:'],
        ['Noémie Castaing', '1,950,000', '4.9%'],
        ['Abdul Siddiqi', '—', '—'],
      ],
      ['Abdul Siddiqi | F | director current', 'Noémie Castaing | F | director current'],
    ],
    [
      'but not of a heading that holds two kinds of people',
      ['Directors and Executive Officers', 'Lorna Tweed', 'Abel Castellan'],
      [],
    ],
    [
      'and not where the sentence denies it',
      ['None of the following is a director of the Company:', 'Lorna Tweed', 'Abel Castellan'],
      [],
    ],
    [
      'nor of a footnote that speaks of a committee',
      ['(1) Member of the audit committee of the board of directors.', 'Lorna Tweed', 'Abel Castellan'],
      [],
    ],
  ];
  eachCase(cases);
});

describe('cards of a name with what stands below', () => {
  const cases: readonly Case[] = [
    [
      'name, title over two lines, company',
      ['Sincerely,', 'Petra Novotna\nExecutive Vice President and\nChief Operating Officer\nBrightwater Holdings Inc.'],
      ['Petra Novotna | Brightwater Holdings Inc. | officer current'],
    ],
    [
      'titles above names, to the last of them',
      ['President & Chief Executive Officer\nHiroyuki Sakaguchi', 'General Manager, Legal\nYasuhiko Ebina'],
      ['Hiroyuki Sakaguchi | F | ceo current', 'Yasuhiko Ebina | F | officer current'],
    ],
    [
      'titles below names, to the last of them',
      ['Hiroyuki Sakaguchi\nPresident & Chief Executive Officer', 'Yasuhiko Ebina\nGeneral Manager, Legal'],
      ['Hiroyuki Sakaguchi | F | ceo current', 'Yasuhiko Ebina | F | officer current'],
    ],
    [
      'a title with the organization behind it',
      ['Marguerite Dale\nNon-Executive Chair, Hazelmere Textiles Inc.'],
      ['Marguerite Dale | Hazelmere Textiles Inc. | chair current'],
    ],
    [
      'a nominee, a retired officer, and when a seat began',
      ['Saoirse Lynch, Director Nominee', 'Orla Finch\nDirector since 2003'],
      ['Orla Finch | F | director current', 'Saoirse Lynch | F | director nominated'],
    ],
    [
      'no card: labels, captions and check-boxes are no titles',
      ['Petra Novotna\nSignature', 'Abel Castellan\nTitle', 'Contacts\nLorna Tweed\nOffice'],
      ['Lorna Tweed | F | contact current'],
    ],
  ];
  eachCase(cases);
});

describe('lives', () => {
  const cases: readonly Case[] = [
    [
      'under the heading of a board are of those who sit on it',
      [
        'Supervisory Board',
        'D.G. Ewbank, 64 (British), has lived in London since 1971 and writes about bridges. His current term will end in 2011.',
        'H. de Ridder, 67 (Dutch), Vice-Chairman, has taught mathematics for many years. His current term will end in 2012.',
      ],
      ['D.G. Ewbank | F | director current', 'H. de Ridder | F | chair current'],
    ],
    [
      'end with boards of other companies, today and before',
      [
        'Ron Sugden\nDirector since 2001',
        'Other Public Company Boards:',
        'Current: Uberlift Technologies, Inc.; Samsam Inc.',
        'Within Last Five Years: Air Leaseway Corporation; Amgrove Inc.',
      ],
      [
        'Ron Sugden | Air Leaseway Corporation | director former',
        'Ron Sugden | Amgrove Inc. | director former',
        'Ron Sugden | F | director current',
        'Ron Sugden | Samsam Inc. | director current',
        'Ron Sugden | Uberlift Technologies, Inc. | director current',
      ],
    ],
    [
      'end with no boards of other companies',
      ['Ron Sugden\nDirector since 2001', 'Other Public Company Boards:', 'None'],
      ['Ron Sugden | F | director current'],
    ],
  ];
  eachCase(cases);
});
