import { extractByRules } from '@filigree/extraction';
import { submissionOf, textOf, type Told } from './support/text-filing.ts';

type Blocks = readonly (string | readonly string[])[];

/** Roles as short lines: person | organization | class status. */
function shown(blocks: Blocks, told: Told = {}): string[] {
  return extractByRules(submissionOf(told), textOf(blocks))
    .roles.map((fact) => `${fact.person} | ${fact.organization} | ${fact.role} ${fact.status}`)
    .sort();
}

const NORTHWIND = 'Northwind Minerals Corp. (the "Company") announced the following.';

describe('posts that pass from one to another', () => {
  const cases: readonly (readonly [string, Blocks, readonly string[]])[] = [
    [
      'the one who is replaced has had the post',
      ['Northwind Minerals Corp. has appointed Ms. Carla Devine as Treasurer, replacing Mr. Otto Brandl, who retired.'],
      [
        'Carla Devine | Northwind Minerals Corp. | officer appointed',
        'Otto Brandl | Northwind Minerals Corp. | officer resigned',
      ],
    ],
    [
      'the one who succeeds has it',
      [
        'Ms. Carla Devine has resigned as Chief Financial Officer of Northwind Minerals Corp. Mr. Otto Brandl has been appointed to succeed Ms. Devine.',
      ],
      [
        'Carla Devine | Northwind Minerals Corp. | cfo resigned',
        'Otto Brandl | Northwind Minerals Corp. | cfo appointed',
      ],
    ],
    [
      'in his place',
      [
        'Mr. Otto Brandl has tendered his resignation as Vice Chairman of Northwind Minerals Corp. In his place, the Board appointed Ms. Carla Devine.',
      ],
      [
        'Carla Devine | Northwind Minerals Corp. | chair appointed',
        'Otto Brandl | Northwind Minerals Corp. | chair resigned',
      ],
    ],
    [
      'he will be succeeded by',
      [
        NORTHWIND,
        'Sir Otto Brandl will retire as Chairman of the Company on 22 April 2010. He will be succeeded by Dame Carla Devine.',
      ],
      [
        'Carla Devine | Northwind Minerals Corp. | chair appointed',
        'Otto Brandl | Northwind Minerals Corp. | chair resigned',
      ],
    ],
    [
      'what is printed with a name is no reason to pass on another post',
      ['Northwind Minerals Corp. has appointed Ms. Carla Devine as Treasurer. She will replace an outside service.'],
      ['Carla Devine | Northwind Minerals Corp. | officer appointed'],
    ],
  ];
  it.each(cases)('%s', (_, blocks, expected) => {
    expect(shown(blocks)).toEqual([...expected].sort());
  });
});

describe('layouts of many countries', () => {
  const cases: readonly (readonly [string, Blocks, readonly string[], Told?])[] = [
    [
      'India: an outcome of a board meeting, "Sd/-" and the name in parentheses',
      [
        'Northwind Minerals Corp. (the "Company") informs of its board meeting.',
        '1) Appointed Dr. (Mrs.) Leela Ramdas as an Additional Director of the Company with effect from 1st May, 2010.',
        'For Northwind Minerals Corp.',
        'Sd/-',
        '(Meena Kolhatkar)',
        'Vice President & Company Secretary',
      ],
      [
        'Leela Ramdas | Northwind Minerals Corp. | director appointed',
        'Meena Kolhatkar | Northwind Minerals Corp. | officer current',
      ],
    ],
    [
      'Japan: the new position is the one that is reported',
      [
        NORTHWIND,
        ['Name', 'New Position', 'Current Position'],
        ['Kenji Okabayashi', 'President and Representative Director', 'Senior Managing Director'],
      ],
      ['Kenji Okabayashi | Northwind Minerals Corp. | director appointed'],
    ],
    [
      'Korea: surname first, before and after a change',
      [
        'Hanbaek Telecom Co., Ltd. reports:',
        'Change of Representative Director',
        ['1. Details', 'Before the change', 'Kwon, Tae-Jin'],
        ['', 'After the change', 'Suh, Min-Woo'],
      ],
      [
        'Kwon, Tae-Jin | Hanbaek Telecom Co., Ltd. | director resigned',
        'Suh, Min-Woo | Hanbaek Telecom Co., Ltd. | director appointed',
      ],
      { filer: 'HANBAEK TELECOM CO LTD' },
    ],
    [
      'Korea: birth date, term and kind of appointment stand between name and occupation',
      [
        NORTHWIND,
        ['Name', 'Date of Birth', 'Term', 'Appointment', 'Principal occupation'],
        ['Shee Yul Ryoo', '9/5/1938', '2 years', 'New', 'Executive Director, Northwind Minerals Corp.'],
      ],
      ['Shee Yul Ryoo | Northwind Minerals Corp. | director current'],
    ],
    [
      'Taiwan: the title stands before the name',
      [
        NORTHWIND,
        ['Title', 'Name', 'Shares'],
        ['Supervisor', 'Kao Chin-Yuan', '41,880'],
        ['Chairman', 'Chiang Po-Hsi', '8,114'],
      ],
      [
        'Chiang Po-Hsi | Northwind Minerals Corp. | chair current',
        'Kao Chin-Yuan | Northwind Minerals Corp. | other current',
      ],
    ],
    [
      'China: a name in both orders is one person',
      [
        'NORTHWIND MINERALS CORP.',
        ['By:', '/s/ Guo Jianhua'],
        ['Name:', 'Guo Jianhua'],
        ['Title:', 'Chief Executive Officer'],
        '“We are glad,” said Mr. Jianhua Guo, chief executive officer of Northwind Minerals Corp.',
      ],
      ['Guo Jianhua | Northwind Minerals Corp. | ceo current'],
    ],
    [
      'Hong Kong: a surname in the middle, and the employer before "where she was"',
      [
        'Northwind Minerals Corp. has appointed Ms. Vivian Cheung Suk-Yee as chief financial officer.',
        'Ms. Cheung joins from Harbour Pacific Logistics Ltd., where she was treasurer.',
      ],
      [
        'Vivian Cheung Suk-Yee | Harbour Pacific Logistics Ltd. | officer former',
        'Vivian Cheung Suk-Yee | Northwind Minerals Corp. | cfo appointed',
      ],
    ],
    [
      'Germany: boards in the foot of a letter',
      [NORTHWIND, 'Board of Management: Dr. Werner Wenzke (Chairman), Dr. Wolf Plischke, Klaus Pohlandt'],
      [
        'Klaus Pohlandt | Northwind Minerals Corp. | director current',
        'Werner Wenzke | Northwind Minerals Corp. | chair current',
        'Werner Wenzke | Northwind Minerals Corp. | director current',
        'Wolf Plischke | Northwind Minerals Corp. | director current',
      ],
    ],
    [
      'South Africa: footnote marks behind names, a nickname in quotes',
      [
        NORTHWIND,
        'Directors: M A Ramphala (Chair), N J Hollander** (Chief Executive Officer)',
        'Mr J G ("Kobus") Oosthuyzen, financial director, will take early retirement on 31 January 2010.',
      ],
      [
        'J G ("Kobus") Oosthuyzen | Northwind Minerals Corp. | cfo resigned',
        'M A Ramphala | Northwind Minerals Corp. | chair current',
        'M A Ramphala | Northwind Minerals Corp. | director current',
        'N J Hollander | Northwind Minerals Corp. | ceo current',
        'N J Hollander | Northwind Minerals Corp. | director current',
      ],
    ],
    [
      'Mexico: a legal form of two parts, and boards in two columns',
      [
        'GRUPO CERRO ALTO, S.A.B. DE C.V.',
        'The following persons were elected or ratified as members of the Board of Directors:',
        ['Proprietary Directors', 'Alternate Directors'],
        ['Eugenio Santoyo Arrieta (Chairman)', 'Lorenza Villasana Ruelas*'],
        'Grupo Cerro Alto, S.A.B. de C.V. has its seat in Guadalajara.',
      ],
      [
        'Eugenio Santoyo Arrieta | Grupo Cerro Alto, S.A.B. de C.V. | director appointed',
        'Lorenza Villasana Ruelas | Grupo Cerro Alto, S.A.B. de C.V. | director appointed',
      ],
      { filer: 'GRUPO CERRO ALTO SAB DE CV' },
    ],
    [
      'Brazil: who was present',
      [
        NORTHWIND,
        '2. ATTENDANCE: The following members of the Board of Directors were present: Otavio Brandao Mascaro, Hideki Nakamori and Celso Prado Neto.',
      ],
      [
        'Celso Prado Neto | Northwind Minerals Corp. | director current',
        'Hideki Nakamori | Northwind Minerals Corp. | director current',
        'Otavio Brandao Mascaro | Northwind Minerals Corp. | director current',
      ],
    ],
    [
      'Britain: an agency by its name, an agency by its e-mail address, the rank in a title',
      [
        NORTHWIND,
        'Enquiries:',
        'Giles Penhallon, Group Company Secretary 020 7946 0111',
        'Tom Sturton, Fenwright Communications 020 7946 0188',
        'Calderon',
        'Jane Ormsby',
        'jane.ormsby@calderonir.com',
      ],
      [
        'Giles Penhallon | Northwind Minerals Corp. | officer current',
        'Jane Ormsby | Calderon | contact current',
        'Tom Sturton | Fenwright Communications | contact current',
      ],
    ],
  ];
  it.each(cases.map(([name, blocks, expected, told]) => ({ name, blocks, expected, told })))('$name', (one) => {
    const { blocks, expected, told } = one;
    expect(shown(blocks, told)).toEqual([...expected].sort());
  });
});

describe('what is no post', () => {
  it('is the address of the executive offices, a name in a form, a firm behind "the accounting firm"', () => {
    expect(
      shown([
        'Belo Monte, MG Federative Republic of Brazil (Address of principal executive offices)',
        NORTHWIND,
        ['Name:', 'Yoichi Minagami'],
        ['Date of birth:', 'October 3, 1952'],
      ]),
    ).toEqual([]);
  });

  it('is not held by the firm named last when "she" goes on', () => {
    const roles = shown([
      'Northwind Minerals Corp. has appointed Ms. Vivian Cheung as chief financial officer.',
      'Before that Ms. Cheung worked with the accounting firm Marlowe Strand. She serves as a director of Xinyuan Dairy Co., Ltd.',
    ]);
    expect(roles).toContain('Vivian Cheung | Xinyuan Dairy Co., Ltd. | director current');
    expect(roles.some((role) => role.startsWith('Marlowe'))).toBe(false);
  });
});

describe('the filer', () => {
  it('is called by its own name where the header has the translation', () => {
    const blocks = [
      'VINA ALTA DEL SUR S.A.',
      '(Exact name of registrant as specified in its charter)',
      'HIGH SOUTHERN WINERY INC.',
      "(Translation of registrant's name into English)",
      'The Board of Vina Alta del Sur S.A. (the "Company") accepted the resignation of Mr. Ignacio Errazquin as Chief Executive Officer.',
    ];
    expect(shown(blocks, { filer: 'HIGH SOUTHERN WINERY INC' })).toEqual([
      'Ignacio Errazquin | Vina Alta del Sur S.A. | ceo resigned',
    ]);
  });

  it('keeps its own name where co-registrants have captions of their own', () => {
    const blocks = [
      'NORTHWIND MINERALS CORP.',
      "(Translation of registrant's name into English)",
      'NORTHWIND FUNDING LLC',
      '(Exact name of registrant as specified in its charter)',
      'Northwind Funding LLC and Northwind Minerals Corp. announce that Ms. Carla Devine is the Treasurer of the Registrant.',
    ];
    expect(shown(blocks)).toEqual(['Carla Devine | Northwind Minerals Corp. | officer current']);
  });
});
