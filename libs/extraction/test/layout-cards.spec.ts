import { eachCase, type Case } from './support/posts.ts';

describe('titles before names on a line', () => {
  const cases: readonly Case[] = [
    [
      'with a dash between, below a sentence that says what becomes of them',
      [
        'At its first meeting the Board chose these officers for the ensuing year:',
        'Chairman of the Board - Ramón Villanova',
        'President - María Lourdes Cojuang',
        'Corporate Secretary - Atty. Rosario Macapin',
      ],
      [
        'María Lourdes Cojuang | F | officer appointed',
        'Ramón Villanova | F | chair appointed',
        'Rosario Macapin | F | officer appointed',
      ],
    ],
    [
      'with a colon between',
      ['Treasurer: Lorna Tweed', 'Vice President, Sales: Abel Castellan'],
      ['Abel Castellan | F | officer current', 'Lorna Tweed | F | officer current'],
    ],
    [
      'and after names, in one filing',
      ['Treasurer: Lorna Tweed', 'Abel Castellan - Chief Risk Officer'],
      ['Abel Castellan | F | officer current', 'Lorna Tweed | F | officer current'],
    ],
    [
      'until prose follows, which ends what the sentence above says',
      [
        'The following officers were appointed:',
        'Lorna Tweed, Treasurer',
        'The meeting then turned to other matters, of which the minutes give a full account over several pages.',
        'Abel Castellan\nChief Risk Officer',
      ],
      ['Abel Castellan | F | officer current', 'Lorna Tweed | F | officer appointed'],
    ],
  ];
  eachCase(cases);
});

describe('titles that say themselves what becomes of a post', () => {
  const cases: readonly Case[] = [
    ['new', ['Lieselotte Kramer - new Treasurer'], ['Lieselotte Kramer | F | officer appointed']],
    ['retired', ['Lieselotte Kramer\nRetired Treasurer'], ['Lieselotte Kramer | F | officer former']],
    ['outgoing', ['Lieselotte Kramer, outgoing Treasurer'], ['Lieselotte Kramer | F | officer resigned']],
    ['former', ['Lieselotte Kramer\nFormer Chief Financial Officer'], ['Lieselotte Kramer | F | cfo former']],
    ['elect: not yet a post', ['Lieselotte Kramer\nPresident-Elect'], []],
    ['founder: no post', ['Lieselotte Kramer, co-founder'], []],
  ];
  eachCase(cases);
});

describe('what is no person', () => {
  const cases: readonly Case[] = [
    ['a paper', ['Estoppel Certificate\nSecretary'], []],
    ['a building', ['Executive Directors:', 'Clarendon Tower'], []],
    ['a statute', ['Clayton Act, Director'], []],
    ['a fund that is spelled like one', ['By: /s/ Morgan Growth Fund, L.P.\nGeneral Partner'], []],
  ];
  eachCase(cases);
});

describe('captions and labelled values', () => {
  const cases: readonly Case[] = [
    [
      'whom to ask, below the caption of a cover',
      [
        '(Name, Telephone, E-mail and/or Facsimile number and Address of Company Contact Person)',
        'Yuki Hashima, Corporate Planning Department',
      ],
      ['Yuki Hashima | F | contact current'],
    ],
    [
      'whom to ask, above it',
      ['Abélard Fontaine', '(Name and telephone number of person to contact in regard to this notification)'],
      ['Abélard Fontaine | F | contact current'],
    ],
    [
      'a name and a capacity',
      ['Name of holder: Tamar Benhaim\nCapacity: director of the reporting corporation'],
      ['Tamar Benhaim | F | director current'],
    ],
    [
      'several contacts on a line, each behind a label',
      ['Contact:', 'Overseas IR: Cheon Byung-hoon (bh@haneul.com) Domestic IR: Seo Mi-kyung (mk@haneul.com)'],
      ['Cheon Byung-hoon | F | contact current', 'Seo Mi-kyung | F | contact current'],
    ],
  ];
  eachCase(cases);
});
