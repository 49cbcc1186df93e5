import { eachCase, type Case } from './support/posts.ts';

describe('signature blocks of many kinds', () => {
  const cases: readonly Case[] = [
    [
      'a firm signs for a partnership, a person for the firm',
      [
        'PINTO PIPELINE PARTNERS, L.P.',
        'By: PINTO GP, LLC,\nits general partner',
        'By: /s/ Carmela Deane\nName: Carmela Deane\nTitle: Chief Accounting Officer',
      ],
      ['Carmela Deane | PINTO GP, LLC | officer current'],
      { filer: 'PINTO PIPELINE PARTNERS, L.P.' },
    ],
    [
      'labels in other languages, two on a line',
      [
        'NORTHWIND MINERALS CORP.',
        'Por: /f/ Inés Etcheverry\nNombre: Inés Etcheverry\nCargo: Gerente de Finanzas Fecha: 30 de agosto de 2009',
      ],
      ['Inés Etcheverry | F | cfo current'],
    ],
    [
      'proxies of a German firm, side by side',
      [
        'Pfalz Chemie AG',
        ['ppa. /s/ Corinna Weiden', 'i.V. /s/ Dr. Holger Steinau'],
        ['Head of Group Treasury', 'General Counsel'],
      ],
      ['Corinna Weiden | F | officer current', 'Holger Steinau | F | officer current'],
      { filer: 'PFALZ CHEMIE AG' },
    ],
    [
      'an expert with the firm behind the title',
      [
        'I consent to the use of my name.',
        '/s/ Gaëtan Lachance, P.Eng.\nGaëtan Lachance, P.Eng.\nPrincipal Mining Engineer, Rocmin Conseil inc.',
      ],
      ['Gaëtan Lachance | Rocmin Conseil inc. | expert current'],
    ],
    [
      'what stands above goes before what stands below',
      [
        'HARBOR FINANCIAL CORP.',
        ['Date: March 18, 2008', 'By: /s/ Robert Deal\nROBERT DEAL'],
        'Its: Director',
        'HARBOR SAVINGS BANK',
        ['Date: March 18, 2008', 'By: /s/ Rich Jacoby\nRICH JACOBY'],
        'Its: Director',
      ],
      ['Rich Jacoby | HARBOR SAVINGS BANK | director current', 'Robert Deal | F | director current'],
      { filer: 'HARBOR FINANCIAL CORP' },
    ],
    [
      'the title on the line of the name, without a mark between',
      ['NORTHWIND MINERALS CORP.', '/s/ Gilbert Goldberg', 'Gilbert Goldberg Vice President, Finance'],
      ['Gilbert Goldberg | F | officer current'],
    ],
    [
      'a column of titles, one of them over lines',
      [
        ['Signature', 'Title', 'Date'],
        [
          '/s/ David Novik\nDavid Novik',
          'Chairman of the Board,\nChief Executive Officer and President',
          'February 23, 2009',
        ],
        ['/s/ Bonnie Hillock\nBonnie Hillock', 'Director', 'February 23, 2009'],
      ],
      ['Bonnie Hillock | F | director current', 'David Novik | F | ceo current'],
    ],
    [
      'an empty block to sign on',
      ['NORTHWIND MINERALS CORP.', 'By: ____________\nName: ____________\nTitle: Chief Executive Officer'],
      [],
    ],
    ['a firm that signs alone', ['Very truly yours,', '/s/ Hadley Crewe & Stamp LLP\nHADLEY CREWE & STAMP LLP'], []],
    [
      'principal officers as the rules of the Commission call them',
      [
        'NORTHWIND MINERALS CORP.',
        'By: /s/ Frank Waterman\nFrank Waterman\nPrincipal Financial Officer, Principal Accounting Officer and Treasurer',
      ],
      ['Frank Waterman | F | cfo current'],
    ],
  ];
  eachCase(cases);
});

describe('contacts and notices', () => {
  const cases: readonly Case[] = [
    [
      'the agency below its own label is whose the second person is',
      [
        'COMPANY CONTACT:',
        'Northwind Minerals Corp.',
        'Greta Olufsen',
        'Chief Financial Officer',
        '(503) 555-0144',
        'AGENCY CONTACT:',
        'Bramwell Stoddard Group',
        'Kenji Alvarado',
        'Account Director',
        '(212) 555-0190',
      ],
      ['Greta Olufsen | F | cfo current', 'Kenji Alvarado | Bramwell Stoddard Group | contact current'],
    ],
    [
      'a firm that bears the name of a contact is that person’s',
      [
        'CONTACT:\nStephen Axelsen, CFA',
        ['Mitchell Coen, CFO', 'Andria Pillow (Media)'],
        ['NORTHWIND MINERALS CORP.', 'WOLFE AXELSEN WEINER LLC'],
        ['(201) 555-0148', '(212) 555-0100'],
      ],
      [
        'Andria Pillow | WOLFE AXELSEN WEINER LLC | contact current',
        'Mitchell Coen | F | cfo current',
        'Stephen Axelsen | WOLFE AXELSEN WEINER LLC | contact current',
      ],
    ],
    [
      'whom a party names to be written to',
      [
        'Notices shall be sent as follows:',
        ['Vendor:', 'Pine Gould Corporation Limited'],
        ['', '233 Cambridge Terrace'],
        ['', 'Attention: Jeff Greenway'],
        ['Copy to:', 'Bell Gulliver'],
        ['', 'Attention: Anna Buckley'],
      ],
      [
        'Anna Buckley | Bell Gulliver | contact current',
        'Jeff Greenway | Pine Gould Corporation Limited | contact current',
      ],
    ],
  ];
  eachCase(cases);
});
