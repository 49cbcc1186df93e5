import { extractByRules } from '@filigree/extraction';
import { submissionOf, textOf, type Told } from './text-filing.ts';

/** Blocks of a made-up filing: a string is a paragraph, a list of strings a row of a table. */
export type Blocks = readonly (string | readonly string[])[];

/** A case of a table of tests: what it shows, the blocks, the posts expected, and what the header says. */
export type Case = readonly [name: string, blocks: Blocks, expected: readonly string[], told?: Told];

/** The posts of the blocks as "person | organization | class status"; the filer is F. Every quote must be what the text has. */
export function postsIn(blocks: Blocks, told: Told = {}): string[] {
  const text = textOf(blocks);
  const { roles } = extractByRules(submissionOf(told), text);
  for (const { quote, start, end } of roles) {
    expect(quote).not.toBe('');
    expect(text.text.slice(start, end).replace(/\s+/g, ' ').trim()).toBe(quote);
  }
  const filer = told.filer ?? 'NORTHWIND MINERALS CORP';
  const same = (name: string) =>
    name.toLowerCase().replace(/[^a-z]/g, '') === filer.toLowerCase().replace(/[^a-z]/g, '');
  return roles
    .map(
      (fact) => `${fact.person} | ${same(fact.organization) ? 'F' : fact.organization} | ${fact.role} ${fact.status}`,
    )
    .sort();
}

/** Runs the cases, one test each. */
export function eachCase(cases: readonly Case[]): void {
  it.each(cases.map(([name, blocks, expected, told]) => ({ name, blocks, expected, told })))('$name', (one) => {
    expect(postsIn(one.blocks, one.told)).toEqual([...one.expected].sort());
  });
}
