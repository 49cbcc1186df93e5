import { extractWithModel } from '@filigree/extraction';
import type { FilingFacts, Reply, RoleFact, WithModelResult } from '@filigree/extraction';
import type { FictionalFiling } from '@filigree/testing';
import { readingOf } from './support/fictional-filing.ts';

// A fictional filing: one sentence that rules may not settle, one that a weak model could misread.
const FILING: FictionalFiling = {
  form: '6-K',
  filer: 'TARNWICK MINERALS PLC',
  filed: '2010-05-12',
  documents: [
    {
      type: 'EX-99.1',
      paragraphs: [
        'Tarnwick Minerals plc welcomes a new colleague in Leeds',
        'Tarnwick Minerals plc said that Orla Penhaligon becomes Chief Technology Officer of Tarnwick Minerals plc with immediate effect, after nine years with the company in which she built its laboratory in Leeds.',
        'The laboratory belongs to Penmarrow Assay Limited, in which Tarnwick Minerals plc holds 40% of the shares, together with other investors of the region.',
      ],
    },
  ],
};

const NO_FACTS: FilingFacts = {
  accession: '0009999777-10-000001',
  roles: [],
  events: [],
  ownership: [],
  ratings: [],
  debt: [],
  holdings: [],
  trades: [],
};
const QUOTE = 'Orla Penhaligon becomes Chief Technology Officer of Tarnwick Minerals plc';
const ROLE = {
  person: 'Orla Penhaligon',
  organization: 'Tarnwick Minerals plc',
  title: 'Chief Technology Officer',
  status: 'appointed',
  quote: QUOTE,
};

async function ask(
  answers: readonly string[],
  rules: FilingFacts = NO_FACTS,
  outcome: Reply['outcome'] = 'complete',
): Promise<WithModelResult & { asked: number }> {
  let asked = 0;
  const result = await extractWithModel(readingOf(FILING), rules, {
    model: 'scripted',
    classifyTitle: (title) => (title.startsWith('Chief') ? 'officer' : null),
    ask: () => {
      const text = answers[Math.min(asked, answers.length - 1)] ?? '';
      asked += 1;
      return Promise.resolve({ text, outcome, promptTokens: 10, outputTokens: 5, elapsedMs: 1, cached: false });
    },
  });
  return { ...result, asked };
}

const answer = (parts: { roles?: object[]; events?: object[]; ownership?: object[] }): string =>
  JSON.stringify({ roles: [], events: [], ownership: [], ...parts });

describe('a model’s fact', () => {
  it('is kept with its span, its source and the prompt’s hash when the filing bears it out', async () => {
    const { facts, use } = await ask([answer({ roles: [ROLE] })]);
    expect(facts.roles).toMatchObject([
      { person: 'Orla Penhaligon', organization: 'Tarnwick Minerals plc', role: 'officer', quote: QUOTE },
    ]);
    const [role] = facts.roles;
    expect(readingOf(FILING).text.slice(role!.start, role!.end)).toBe(QUOTE);
    expect(role!.source).toMatch(/^model:scripted#[0-9a-f]{16}$/);
    expect(use.drops).toEqual({});
  });

  it.each([
    [
      'a quote that the passage does not hold',
      { ...ROLE, quote: 'Orla Penhaligon was made Chief Technology Officer' },
      'quote not in passage',
    ],
    ['an invented person', { ...ROLE, person: 'Desmond Farquhar' }, 'person not in quote'],
    ['an invented title', { ...ROLE, title: 'Chief Executive Officer' }, 'title not in quote'],
    [
      'an organization that the filing does not name',
      { ...ROLE, organization: 'Acme Holdings Inc.' },
      'organization not in filing',
    ],
    ['a status that does not exist', { ...ROLE, status: 'promoted' }, 'value not allowed'],
    ['an empty item', {}, 'value not allowed'],
  ])('is dropped and counted for %s', async (_what, item, reason) => {
    const { facts, use } = await ask([answer({ roles: [item] })]);
    expect(facts.roles).toEqual([]);
    expect(use.drops[reason]).toBeGreaterThanOrEqual(1);
  });

  it('of ownership needs both names and words of its kind in the quote', async () => {
    const quote = 'Penmarrow Assay Limited, in which Tarnwick Minerals plc holds 40% of the shares';
    const stake = {
      parent: 'Tarnwick Minerals plc',
      child: 'Penmarrow Assay Limited',
      kind: 'stake',
      percent: 40,
      quote,
    };
    const sold = { ...stake, kind: 'divested' };
    const { facts, use } = await ask([answer({ ownership: [stake, sold] })]);
    expect(facts.ownership).toMatchObject([
      { parent: 'Tarnwick Minerals plc', child: 'Penmarrow Assay Limited', kind: 'stake', percent: 40 },
    ]);
    expect(use.drops['no words of its kind']).toBe(1);
  });

  it('loses against a rule of high confidence and raises the confidence of one that it repeats', async () => {
    const known: RoleFact = {
      person: 'Orla Penhaligon',
      organization: 'Tarnwick Minerals plc',
      title: 'Chief Technology Officer',
      role: 'officer',
      status: 'appointed',
      from: null,
      to: null,
      quote: 'x',
      start: 0,
      end: 1,
      source: 'rule',
      confidence: 0.8,
    };
    const repeated = await ask([answer({ roles: [ROLE] })], { ...NO_FACTS, roles: [known] });
    expect(repeated.facts.roles).toMatchObject([{ source: 'rule', confidence: 0.9 }]);
    const against = await ask([answer({ roles: [ROLE] })], { ...NO_FACTS, roles: [{ ...known, role: 'ceo' }] });
    expect(against.facts.roles).toMatchObject([{ source: 'rule', role: 'ceo', confidence: 0.8 }]);
    expect(against.use.drops['contradicts a rule']).toBe(1);
  });
});

describe('an answer that cannot be read', () => {
  it.each([
    ['half JSON', '{"roles":[{"person":"Orla'],
    ['prose', 'I am sorry, I cannot do that.'],
    ['a list', '[]'],
  ])('(%s) loses nothing that the rules found, and is counted', async (_what, text) => {
    const rules: FilingFacts = { ...NO_FACTS, ownership: [] };
    const { facts, use } = await ask([text], rules);
    expect(facts).toEqual(rules);
    expect(use.drops['answer is no JSON']).toBeGreaterThanOrEqual(1);
  });

  it('splits the passage when it was cut, and gives up at last', async () => {
    const { use, asked } = await ask([''], NO_FACTS, 'cut');
    expect(asked).toBeLessThanOrEqual(6);
    expect(use.drops['answer cut']).toBeGreaterThanOrEqual(1);
    expect(use.calls).toBe(asked);
  });

  it('with lists of a wrong form gives no fact', async () => {
    const { facts } = await ask(['{"roles":"none","events":[1,null,"x"],"ownership":{}}']);
    expect(facts).toEqual(NO_FACTS);
  });
});
