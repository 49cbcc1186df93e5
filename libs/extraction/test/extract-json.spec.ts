import { extractByRules, factsJson, prettyFacts } from '@filigree/extraction';
import { submissionOf, textOf } from './support/text-filing.ts';

const text = textOf([
  'Northwind Minerals Corp.',
  'By: /s/ Ann Lee',
  'Name: Ann Lee',
  'Title: President',
  'Wholly\u001b[2Jowned.',
]);
const facts = extractByRules(submissionOf(), text, 'x');

describe('a line of facts', () => {
  it("has the guide's lists and, in each fact, where it stands", () => {
    const line = factsJson(facts, 'some/file.txt');
    expect(line).not.toContain('\n');
    const row = JSON.parse(line) as Record<string, unknown[]>;
    expect(Object.keys(row)).toEqual([
      'file',
      'accession',
      'roles',
      'events',
      'ownership',
      'ratings',
      'debt',
      'holdings',
      'trades',
    ]);
    expect(row['file']).toBe('some/file.txt');
    expect(Object.keys(row['roles']![0] as object).sort()).toEqual(
      [
        'confidence',
        'end',
        'from',
        'organization',
        'person',
        'quote',
        'role',
        'source',
        'start',
        'status',
        'title',
        'to',
      ].sort(),
    );
  });

  it('writes keys in snake case', () => {
    const deal = {
      parent: 'A',
      child: 'B',
      kind: 'acquisition' as const,
      percent: null,
      dealStatus: 'agreed' as const,
      quote: 'q',
      start: 0,
      end: 1,
      source: 's',
      confidence: 0.123456,
    };
    expect(factsJson({ ...facts, ownership: [deal] }, 'f')).toContain('"deal_status":"agreed"');
    expect(factsJson({ ...facts, ownership: [deal] }, 'f')).toContain('"confidence":0.12');
  });
});

describe('facts for a person to read', () => {
  it('show each quote in its passage, highlighted', () => {
    expect(prettyFacts(facts, text, { color: false })).toContain('«Ann Lee Title: President»');
    expect(prettyFacts(facts, text, { color: true })).toContain('\u001b[30;43mAnn Lee Title: President\u001b[0m');
  });

  it("let none of the filing's control characters through", () => {
    const shown = prettyFacts(facts, text, { color: false });
    expect(shown).toContain('[2Jowned');
    expect(shown).not.toContain('\u001b');
  });
});

describe('a filing whose header names nobody', () => {
  it.each(['', '***', ' '])('still gives its facts: %j', (filer) => {
    const found = extractByRules(submissionOf({ filer }), text, 'x');
    expect(found.roles.map(({ person, role }) => `${person} ${role}`)).toEqual(['Ann Lee officer']);
  });
});
