// Careers, namesakes, boards and meetings as filings tell them; names are made up.
import { extractByRules } from '@filigree/extraction';
import { submissionOf, textOf } from './support/text-filing.ts';

/** Roles as short lines: person | organization | title | class status. */
function shown(...blocks: readonly string[]): string[] {
  return extractByRules(submissionOf(), textOf(['Northwind Minerals Corp. (the "Company") reports.', ...blocks]))
    .roles.map((fact) => `${fact.person} | ${fact.organization} | ${fact.title} | ${fact.role} ${fact.status}`)
    .sort();
}

const N = 'Northwind Minerals Corp.';

describe('careers', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'a surname that two people share is the one named last',
      [
        'Mr. Ken Zijian Zeng has stepped down as executive president of the Company.',
        'Dr. Li Zeng is vice president of the Company. Dr. Zeng was the founder and CEO of Osterby Outdoor Co., Ltd. Dr. Zeng served as chief editor of the Norrvik Youth Publishing House.',
      ],
      [
        `Ken Zijian Zeng | ${N} | executive president | officer resigned`,
        'Li Zeng | Norrvik Youth Publishing House | chief editor | officer former',
        `Li Zeng | ${N} | vice president | officer current`,
        'Li Zeng | Osterby Outdoor Co., Ltd. | founder and CEO | ceo former',
      ],
    ],
    [
      'parts of a company',
      [
        'Northwind also recruited Mr. Otto Brandl as the head of its seeds division. Mr. Brandl was previously the general manager of Osterby Seed Company.',
        'Ms. Carla Devine served as the head of the rights and benefits department of the Norrvik League.',
      ],
      [
        'Carla Devine | Norrvik League | head of the rights and benefits department | officer former',
        `Otto Brandl | ${N} | head of its seeds division | officer appointed`,
        'Otto Brandl | Osterby Seed Company | general manager | officer former',
      ],
    ],
    [
      'a field before the place, and a degree without a comma',
      [
        'said Marta Reyes, Ph.D., professor of ophthalmology at the University of Norrvik.',
        'said Ivar Lund, M.D. cofounder and medical director of the Lund Eye Center in Milan.',
        'said Otto Brandl, Head of Corporate Banking at Osterby Bank.',
      ],
      [
        'Ivar Lund | Lund Eye Center | cofounder and medical director | officer current',
        'Marta Reyes | University of Norrvik | professor | other current',
        'Otto Brandl | Osterby Bank | Head of Corporate Banking | officer current',
      ],
    ],
    [
      'most recently, who was, and until',
      [
        'Ms. Carla Devine was most recently senior vice president of marketing at Osterby Foods.',
        'The Company welcomes Otto Brandl, who was Head of Sales at Osterby AB.',
        'Mr. Ivar Lund is Chief Executive of Lantern Water plc and was until 2006 Finance Director of Osprey Rail Limited.',
      ],
      [
        'Carla Devine | Osterby Foods | senior vice president of marketing | officer former',
        'Ivar Lund | Lantern Water plc | Chief Executive | ceo current',
        'Ivar Lund | Osprey Rail Limited | Finance Director | cfo former',
        'Otto Brandl | Osterby AB | Head of Sales | officer former',
      ],
    ],
    [
      'what one does after stepping down',
      [
        'Mr. Otto Brandl has stepped down as executive president, and will serve as a consultant to the Company.',
        'Ms. Carla Devine has resigned as Chairman but will remain a director of the Company.',
      ],
      [
        `Carla Devine | ${N} | Chairman | chair resigned`,
        `Carla Devine | ${N} | director | director current`,
        `Otto Brandl | ${N} | consultant | other appointed`,
        `Otto Brandl | ${N} | executive president | officer resigned`,
      ],
    ],
    [
      'a former post told in an aside',
      ['The Company announced that Carla Devine, formerly Treasurer, has been promoted to Chief Financial Officer.'],
      [`Carla Devine | ${N} | Chief Financial Officer | cfo appointed`],
    ],
    [
      'retirement and powers of somebody',
      [
        'The Board accepted the retirement, effective June 30, 2010, of Mr. Otto Brandl as Treasurer.',
        'The Board approved early termination of the powers of Ms. Carla Devine as Secretary.',
      ],
      [`Carla Devine | ${N} | Secretary | officer resigned`, `Otto Brandl | ${N} | Treasurer | officer resigned`],
    ],
    [
      'an opinion of the auditor is no post of whoever is named before',
      ['The report of Mr. Otto Brandl was approved together with the opinion of the external auditor.'],
      [],
    ],
    [
      'a hyphen between title and field',
      ['For information contact Carla Devine, Manager-Investor Relations, at 403.555.0146.'],
      [`Carla Devine | ${N} | Manager-Investor Relations | contact current`],
    ],
    [
      'qualified persons',
      [
        'This release was reviewed by Otto Brandl, P.Geo., Vice President Exploration of the Company.',
        'It was read by Ivar Lund, P.Eng., of Strathmere Consultants Ltd., an independent Qualified Person.',
        'Carla Devine, P.Geo., is the Qualified Person for the project. Petra Voss, an independent qualified person, wrote the report.',
      ],
      [
        `Carla Devine | ${N} | Qualified Person for the project | expert current`,
        'Ivar Lund | Strathmere Consultants Ltd. | independent Qualified Person | expert current',
        `Otto Brandl | ${N} | Vice President Exploration | officer current`,
      ],
    ],
  ];
  it.each(cases)('%s', (_, blocks, expected) => {
    expect(shown(...blocks)).toEqual([...expected].sort());
  });
});

describe('successions and terms', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'one post of two people',
      [
        'Carla Devine, who joined Northwind in 2003 as Controller, will succeed Otto Brandl as Chief Financial Officer on April 1, 2010.',
      ],
      [
        `Carla Devine | ${N} | Controller | officer current`,
        `Carla Devine | ${N} | Chief Financial Officer | cfo appointed`,
        `Otto Brandl | ${N} | Chief Financial Officer | cfo resigned`,
      ],
    ],
    [
      'terms in parentheses between holder and post',
      [
        'Mr. Li Wei (“Mr. Li”) has been appointed as an executive director of the Company with effect from 1 March 2010.',
        'Dr. Otto Brandl, Chairman of Osterby AG (“Osterby”), was appointed as Chairman of the Northwind Board of Directors.',
      ],
      [
        `Li Wei | ${N} | executive director | director appointed`,
        `Otto Brandl | ${N} | Chairman | chair appointed`,
        'Otto Brandl | Osterby AG | Chairman | chair current',
      ],
    ],
  ];
  it.each(cases)('%s', (_, blocks, expected) => {
    expect(shown(...blocks)).toEqual([...expected].sort());
  });
});

describe('posts at several places and at none', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'a director of several companies',
      [
        'Ms. Carla Devine is a director of Osterby Resources Inc. and Norrvik Metals Ltd.',
        'Mr. Otto Brandl is a director of Karhula Oyj, and Osterby Resources Inc. announced its results.',
        'Mr. Ivar Lund, President of Norrvik Metals Ltd. and Karhula Oyj signed the agreement.',
      ],
      [
        'Carla Devine | Norrvik Metals Ltd. | director | director current',
        'Carla Devine | Osterby Resources Inc. | director | director current',
        'Ivar Lund | Norrvik Metals Ltd. | President | officer current',
        'Otto Brandl | Karhula Oyj | director | director current',
      ],
    ],
    [
      'a mine is no company, nor is one that a merger is to make',
      [
        'Ivar Lund was named General Manager of the Osterby mine.',
        'Mr. Otto Brandl will become chairman of the combined company.',
      ],
      [`Ivar Lund | ${N} | General Manager | officer appointed`],
    ],
    [
      'who leaves beside who stays',
      [
        'Northwind announced the death of its Honorary Chairman, Mr. Otto Brandl.',
        'Mr. Ivar Lund, who has been Treasurer since the departure of Mr. Karl Lowe in December 2009, has been confirmed as Treasurer.',
        'Messrs. Hans Voss and Lars Berg did not stand for re-election as directors.',
      ],
      [
        `Hans Voss | ${N} | director | director resigned`,
        `Ivar Lund | ${N} | Treasurer | officer current`,
        `Lars Berg | ${N} | director | director resigned`,
        `Otto Brandl | ${N} | Honorary Chairman | chair resigned`,
      ],
    ],
    [
      'who means to leave, and a post told before its holder',
      [
        'Mr. Otto Brandl, non-executive Chairman, has indicated his intention to retire in May.',
        'Ms. Carla Devine, a director of the Company since 2001, has informed the Board that she will not stand for re-election.',
        'Our Chief Financial Officer is Ivar Lund. The treasurer is expected to retire.',
      ],
      [
        `Carla Devine | ${N} | director | director resigned`,
        `Ivar Lund | ${N} | Chief Financial Officer | cfo current`,
        `Otto Brandl | ${N} | non-executive Chairman | chair resigned`,
      ],
    ],
  ];
  it.each(cases)('%s', (_, blocks, expected) => {
    expect(shown(...blocks)).toEqual([...expected].sort());
  });
});

describe('contact blocks', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'a name and a firm in one line; a firm named later is not that of who stands above',
      [
        'Contacts:',
        'Carla Devine, Chief Financial Officer',
        '+1 555 0145',
        'Investor Relations: Otto Brandl, Osterby Partners, +1 555 0199',
      ],
      [
        `Carla Devine | ${N} | Chief Financial Officer | cfo current`,
        'Otto Brandl | Osterby Partners | Investor Relations | contact current',
      ],
    ],
    [
      'words in small letters after a name are no firm',
      ['Media Contact:', 'Carla Devine, through our partners, +1 555 0145'],
      [],
    ],
  ];
  it.each(cases)('%s', (_, blocks, expected) => {
    expect(shown(...blocks)).toEqual([...expected].sort());
  });
});

describe('boards and meetings', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'several people with one verb',
      [
        'The Company today announced the election of Carla Devine and Otto Brandl to its Board of Directors.',
        'It intends to nominate Ms. Petra Voss and Mr. Ivar Lund for appointment as members of the Supervisory Board at the Annual General Meeting.',
      ],
      [
        `Carla Devine | ${N} | member of the Board of Directors | director appointed`,
        `Ivar Lund | ${N} | members of the Supervisory Board | director nominated`,
        `Otto Brandl | ${N} | member of the Board of Directors | director appointed`,
        `Petra Voss | ${N} | members of the Supervisory Board | director nominated`,
      ],
    ],
    [
      'a board that is made up of, and nominees',
      [
        'The Board of Directors for the period 2010-2012 is made up of Messrs. Otto Brandl and Ivar Lund.',
        'The nominees for election as directors are Carla Devine and Petra Voss.',
      ],
      [
        `Carla Devine | ${N} | director | director nominated`,
        `Ivar Lund | ${N} | Director | director current`,
        `Otto Brandl | ${N} | Director | director current`,
        `Petra Voss | ${N} | director | director nominated`,
      ],
    ],
    [
      'who chairs a meeting and writes its minutes',
      [
        'The meeting appointed Mr. Otto Brandl as chairman of the meeting, Mr. Ivar Lund as secretary and Ms. Carla Devine as scrutineer.',
        'Ms. Petra Voss, Secretary of the meeting, read the minutes.',
      ],
      [],
    ],
    [
      'commissioners of companies, the secretary of a board, the honourable chairman',
      [
        'Mr. Otto Brandl was appointed Independent Commissioner of the Company.',
        'Ms. Carla Devine was ratified as Secretary of the Board.',
        "Northwind's Chairman, the Hon. Ivar Lund, spoke.",
      ],
      [
        `Carla Devine | ${N} | Secretary of the Board | officer appointed`,
        `Ivar Lund | ${N} | Chairman | chair current`,
        `Otto Brandl | ${N} | Independent Commissioner | director appointed`,
      ],
    ],
  ];
  it.each(cases)('%s', (_, blocks, expected) => {
    expect(shown(...blocks)).toEqual([...expected].sort());
  });
});
