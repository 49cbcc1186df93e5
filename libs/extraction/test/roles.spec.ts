import { extractByRules, type RoleFact } from '@filigree/extraction';
import { submissionOf, textOf, type Told } from './support/text-filing.ts';

function rolesOf(blocks: readonly (string | readonly string[])[], told: Told = {}): readonly RoleFact[] {
  return extractByRules(submissionOf(told), textOf(blocks)).roles;
}

/** Roles as short lines: person | organization | class status. */
function shown(blocks: readonly (string | readonly string[])[], told: Told = {}): string[] {
  return rolesOf(blocks, told)
    .map((fact) => `${fact.person} | ${fact.organization} | ${fact.role} ${fact.status}`)
    .sort();
}

const DULY =
  'Pursuant to the requirements of the Act, the registrant has duly caused this report to be signed on its behalf.';

describe('signature blocks', () => {
  it('reads By, Name and Title in lines and takes the organization from the line above', () => {
    const blocks = [
      DULY,
      'Northwind Minerals Corp.',
      'By: /s/ Åsa Lindqvist',
      'Name: Åsa Lindqvist',
      'Title: Chief Financial Officer',
      'Date: March 2, 2010',
    ];
    expect(shown(blocks)).toEqual(['Åsa Lindqvist | Northwind Minerals Corp. | cfo current']);
  });

  it('keeps two signers in two columns apart, and quotes neither with the other', () => {
    const roles = rolesOf([
      'NORTHWIND MINERALS CORP.',
      ['By:', '/s/ Ann Lee', 'By:', '/s/ Bo Park'],
      ['Name:', 'Ann Lee', 'Name:', 'Bo Park'],
      ['Title:', 'Chief Executive Officer', 'Title:', 'Chief Financial Officer'],
    ]);
    expect(roles.map((fact) => [fact.person, fact.role])).toEqual(
      expect.arrayContaining([
        ['Ann Lee', 'ceo'],
        ['Bo Park', 'cfo'],
      ]),
    );
    for (const fact of roles) expect(fact.quote.includes('Ann') && fact.quote.includes('Bo')).toBe(false);
  });

  it('reads a name under the signature, a printed row of dots between them, and initials without full stops', () => {
    expect(
      shown(
        [
          'Tall Ships p.l.c.',
          '(Registrant)',
          'Dated: 05 January 2010',
          '/s/ D. J. HERON',
          '....................',
          'D. J. HERON',
          'Deputy Company Secretary',
        ],
        { filer: 'TALL SHIPS PLC' },
      ),
    ).toEqual(['D. J. HERON | Tall Ships p.l.c. | officer current']);
    expect(
      shown([DULY, 'Tall Ships plc', 'By:', 'Name: P A Heron', 'Title: Assistant Group Secretary'], {
        filer: 'TALL SHIPS PLC',
      }),
    ).toEqual(['P A Heron | Tall Ships plc | officer current']);
  });

  it('gives each co-registrant its own signer', () => {
    const blocks = [
      DULY,
      'Northwind Minerals Corp.',
      'By: /s/ Ann Lee',
      'Title: President',
      DULY,
      'Northwind Funding LLC',
      'By: /s/ Ann Lee',
      'Title: Manager',
    ];
    expect(shown(blocks)).toEqual([
      'Ann Lee | Northwind Funding LLC | other current',
      'Ann Lee | Northwind Minerals Corp. | officer current',
    ]);
  });

  it('takes no firm for a person', () => {
    expect(shown(['To the Board of Directors', '/s/ Harbour & Quay LLP', 'Chartered Accountants'])).toEqual([]);
    expect(shown(['By: Northwind G.P. Inc., its general partner', 'By: /s/ Ann Lee', 'Title: Secretary'])).toEqual([
      'Ann Lee | Northwind G.P. Inc. | officer current',
    ]);
  });
});

describe('contact blocks', () => {
  it("leaves an agency's people to the agency", () => {
    const blocks = [
      'Investor Contact:',
      'Raymond Okafor',
      'Investor Relations Director',
      'Northwind Minerals Corp.',
      'Tel: 86-10-8460-8678',
      'Cynthia Bell',
      'Harbour Group',
      'Tel: 86-10-6566-9504',
    ];
    expect(shown(blocks)).toEqual([
      'Cynthia Bell | Harbour Group | contact current',
      'Raymond Okafor | Northwind Minerals Corp. | contact current',
    ]);
  });

  it('reads columns of a table, each under its own label', () => {
    const blocks = [
      ['Company Contact', 'IR Contact'],
      ['Joseph Gant, Executive VP & CFO', 'Ehud Holm / Kenny Gray'],
      ['Northwind Minerals Corp.', 'KG International'],
      ['Tel: 972-4-831-6404', 'Tel: 1-646-201-9246'],
    ];
    expect(shown(blocks)).toEqual([
      'Ehud Holm | KG International | contact current',
      'Joseph Gant | Northwind Minerals Corp. | cfo current',
      'Kenny Gray | KG International | contact current',
    ]);
  });

  it('reads a label and a name on one line, and a sentence that asks to contact somebody', () => {
    expect(shown(['Media: John Roe (+33 1 47 11 85 89)'])).toEqual([
      'John Roe | NORTHWIND MINERALS CORP | contact current',
    ]);
    expect(
      shown([
        'For further information regarding Southwind Oil Inc., contact George Finch, President and CEO, 403.555.1212.',
      ]),
    ).toEqual(['George Finch | Southwind Oil Inc. | ceo current']);
  });

  it('asks the people of the one that is asked about, by a short form of its name too', () => {
    expect(
      shown([
        'Northwind and Southwind Oil Inc. announce a merger.',
        'For further information regarding Southwind contact George Finch, President and CEO; or Ann Kulik, Treasurer.',
      ]),
    ).toEqual(['Ann Kulik | Southwind Oil Inc. | officer current', 'George Finch | Southwind Oil Inc. | ceo current']);
  });
});

describe('sentences', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a part of the company that is named after where it is',
      'Northwind announces the appointment of Mark Mallin as CEO of Northwind Americas.',
      ['Mark Mallin | Northwind Americas | ceo appointed'],
    ],
    [
      'a given name that is a city too',
      'The Board elected Francisco Castan as Chairman of Southwind Inc.',
      ['Francisco Castan | Southwind Inc. | chair appointed'],
    ],
    [
      'a name with an exclamation mark',
      'Jane Roe was appointed Chief Executive Officer of Globo! Communications Ltd.',
      ['Jane Roe | Globo! Communications Ltd. | ceo appointed'],
    ],
    [
      'a quoted executive',
      '“Fine,” said Dr. Jane Roe, Southwind Inc.’s senior vice president, research.',
      ['Jane Roe | Southwind Inc. | officer current'],
    ],
    [
      'a title before the name',
      'Globex CEO Hans-Peter Müller commented.',
      ['Hans-Peter Müller | Globex | ceo current'],
    ],
    [
      'an appointment',
      'Northwind Minerals Corp. appointed Kevin O’Neill, 47, as Chief Financial Officer, effective May 1, 2010.',
      ['Kevin O’Neill | Northwind Minerals Corp. | cfo appointed'],
    ],
    [
      'a resignation',
      'Mr. Chan Tze Leung has tendered his resignation as an executive director of the Company.',
      ['Chan Tze Leung | NORTHWIND MINERALS CORP | director resigned'],
    ],
    [
      'a retirement from a board',
      'Mr. Willem Steen will retire from the Supervisory Board.',
      ['Willem Steen | NORTHWIND MINERALS CORP | director resigned'],
    ],
    [
      'a nomination',
      'Shareholders will be asked to appoint Mr. Arthur van der Meer as member of the Supervisory Board.',
      ['Arthur van der Meer | NORTHWIND MINERALS CORP | director nominated'],
    ],
    [
      'a death',
      'We regret the death of Mr. Alan Tern, a non-executive director.',
      ['Alan Tern | NORTHWIND MINERALS CORP | director resigned'],
    ],
    [
      'a successor',
      'Jan Mast will succeed Jos Keel as Chief Financial Officer.',
      ['Jan Mast | NORTHWIND MINERALS CORP | cfo appointed', 'Jos Keel | NORTHWIND MINERALS CORP | cfo resigned'],
    ],
  ];
  it.each(cases)('understand %s', (_, sentence, expected) => {
    expect(shown([sentence])).toEqual(expected);
  });

  it('follow "he" through a biography, with the employers of earlier posts', () => {
    const blocks = [
      'John Heron has served as our Chief Executive Officer since 2005. Prior to joining us, he was Vice President of Marketing at Globex Corporation from 1999 to 2005.',
      'Mr. Heron was also employed by Southwind Oil Inc. as a financial controller.',
    ];
    expect(shown(blocks)).toEqual([
      'John Heron | Globex Corporation | officer former',
      'John Heron | NORTHWIND MINERALS CORP | ceo current',
      'John Heron | Southwind Oil Inc. | officer former',
    ]);
  });

  it('give the date from which an appointment counts', () => {
    const [role] = rolesOf(['The Company named Ann Lee as Treasurer with effect from 1 April 2010.']);
    expect(role).toMatchObject({ person: 'Ann Lee', from: '2010-04-01' });
  });

  it('make no role of a person without a post, a firm or a generic board', () => {
    expect(
      shown([
        '“We agree,” said Ann Lee.',
        'The directors are pleased.',
        'Harbour & Quay LLP is the auditor of the Company.',
      ]),
    ).toEqual([]);
  });
});

describe('lists', () => {
  it('read a board told in one sentence', () => {
    const sentence =
      'As at the date of this announcement, the Board comprises Mr. Wang Jian and Mr. Li Yue as executive directors, and Dr. Lo Ka Shui as independent non-executive director.';
    expect(shown([sentence])).toEqual([
      'Li Yue | NORTHWIND MINERALS CORP | director current',
      'Lo Ka Shui | NORTHWIND MINERALS CORP | director current',
      'Wang Jian | NORTHWIND MINERALS CORP | director current',
    ]);
  });

  it('read a table of names, ages and positions', () => {
    const blocks = [
      ['Name', 'Age', 'Position'],
      ['Ann Lee', '54', 'Chief Executive Officer and Director'],
      ['Bo Park (1)', '61', 'Chairman of the Board'],
    ];
    expect(shown(blocks)).toEqual([
      'Ann Lee | NORTHWIND MINERALS CORP | ceo current',
      'Bo Park | NORTHWIND MINERALS CORP | chair current',
    ]);
  });
});

describe('every role', () => {
  it('carries a quote that is the text at its span, white space folded', () => {
    const text = textOf(['Northwind Minerals Corp.', 'By: /s/ Ann\n  Lee', 'Ann Lee', 'President and\nSecretary']);
    const { roles } = extractByRules(submissionOf(), text);
    expect(roles.length).toBeGreaterThan(0);
    for (const fact of roles) expect(text.text.slice(fact.start, fact.end).replace(/\s+/g, ' ')).toBe(fact.quote);
  });
});
