import { extractByRules } from '@filigree/extraction';
import { submissionOf, textOf, type Told } from './support/text-filing.ts';

type Blocks = readonly (string | readonly string[])[];

/** Roles as short lines: person | organization | class status. */
function shown(blocks: Blocks, told: Told = {}): string[] {
  return extractByRules(submissionOf(told), textOf(blocks))
    .roles.map((fact) => `${fact.person} | ${fact.organization} | ${fact.role} ${fact.status}`)
    .sort();
}

describe('names as they are set in other countries', () => {
  const cases: readonly (readonly [string, Blocks, Told, readonly string[]])[] = [
    [
      'a legal form that leads the name of the filer',
      ['PT Samudera Kabel announced the following.', 'Mr. Bonar Siregar was appointed Treasurer of PT Samudera Kabel.'],
      { filer: 'SAMUDERA KABEL PT' },
      ['Bonar Siregar | PT Samudera Kabel | officer appointed'],
    ],
    [
      'a legal form that leads another name, right behind a post',
      ['Konstantin Belozerov, Deputy General Director of OJSC Svyazholding, spoke at Northwind Minerals Corp.'],
      {},
      ['Konstantin Belozerov | OJSC Svyazholding | officer current'],
    ],
    [
      'a place in parentheses within the name of the filer',
      [
        'Lion Peak Telecom (Hong Kong) Limited announced the following.',
        'By: /s/ Ann Lee',
        'Name: Ann Lee',
        'Title: Company Secretary',
        'Lion Peak Telecom (Hong Kong) Limited',
      ],
      { filer: 'LION PEAK TELECOM (HONG KONG) LTD' },
      ['Ann Lee | Lion Peak Telecom (Hong Kong) Limited | officer current'],
    ],
    [
      'a name that is half of a place',
      ['Mr. Lam Siu Hong, Treasurer of Northwind Minerals Corp., lives in Hong Kong.'],
      {},
      ['Lam Siu Hong | Northwind Minerals Corp. | officer current'],
    ],
    [
      'a general director, who heads the company',
      ['Anatoly Ufimtsev, General Director of Northwind Minerals Corp., spoke.'],
      {},
      ['Anatoly Ufimtsev | Northwind Minerals Corp. | ceo current'],
    ],
  ];

  it.each(cases)('%s', (_name, blocks, told, expected) => {
    expect(shown(blocks, told)).toEqual(expected);
  });
});
