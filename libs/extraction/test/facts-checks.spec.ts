import { checkedFacts, extractByRules, extractWithModel, makeReading, Refusals } from '@filigree/extraction';
import type { FilingFacts } from '@filigree/extraction';
import type { Blocks } from './support/posts.ts';
import { submissionOf, textOf, type Told } from './support/text-filing.ts';

const OPENING = 'Northwind Minerals Corp. (the "Company") reports.';

interface Checked {
  readonly facts: FilingFacts;
  readonly refusals: Refusals;
}

function checked(blocks: Blocks, told: Told = {}): Checked {
  const refusals = new Refusals();
  return { facts: extractByRules(submissionOf(told), textOf([OPENING, ...blocks]), 'x', refusals), refusals };
}

const links = ({ facts }: Checked): string[] =>
  facts.ownership.map(({ parent, kind, child }) => `${parent} ${kind} ${child}`).sort();

const posts = ({ facts }: Checked): string[] =>
  facts.roles.map(({ person, organization, role, status }) => `${person} | ${organization} | ${role} ${status}`).sort();

describe('a named check', () => {
  it.each<[string, Blocks]>([
    ['owner and owned are one', ['Northwind Minerals Corp. owns 40% of the Company.']],
    ['owner is no company', ['The State of Nevada owns Lindby Optik AB.']],
    ['title is founder', ['Jane Rivers is the founder of Osterby AB.']],
    ['holder and company are one', ['The Company, collectively with its plans, owns 4,000 shares of the Company.']],
  ])('counts what it refuses: %s', (check, blocks) => {
    const { facts, refusals } = checked(blocks);
    expect(refusals.counts()[check]).toBe(1);
    const [refused] = refusals.all.filter((one) => one.check === check);
    expect(refused!.end).toBeGreaterThan(refused!.start);
    expect([...facts.ownership, ...facts.roles, ...facts.holdings]).toEqual([]);
  });

  it('that refuses nothing is not counted', () => {
    const found = checked(['The Company owns 40% of Lindby Optik AB.']);
    expect(found.refusals.counts()).toEqual({});
    expect(links(found)).toEqual([expect.stringMatching(/stake Lindby Optik AB$/)]);
  });
});

describe('two that are said to own each other', () => {
  it.each<[string, Blocks, string]>([
    [
      'the one with a percentage stays',
      ['Osterby AB owns Lindby Optik AB.', 'Lindby Optik AB holds 75% of Osterby AB.'],
      'Lindby Optik AB subsidiary Osterby AB',
    ],
    [
      'a state stays before a deal',
      ['Osterby AB acquired Lindby Optik AB.', 'Osterby AB is a subsidiary of Lindby Optik AB.'],
      'Lindby Optik AB subsidiary Osterby AB',
    ],
    [
      'the filer stays as the owner',
      ['Lindby Optik AB owns the Company.', 'The Company owns Lindby Optik AB.'],
      'Northwind Minerals Corp. subsidiary Lindby Optik AB',
    ],
    [
      'of equals the first stays',
      ['Osterby AB owns Lindby Optik AB.', 'Lindby Optik AB owns Osterby AB.'],
      'Osterby AB subsidiary Lindby Optik AB',
    ],
  ])('%s', (_name, blocks, expected) => {
    const found = checked(blocks);
    expect(links(found)).toEqual([expected]);
    expect(found.refusals.counts()).toEqual({ 'owns its owner': 1 });
  });
});

describe('a holding company and its namesake', () => {
  it.each<[string, Blocks, string[]]>([
    [
      'are two where both are printed with their legal forms',
      ['Merrow Optik, Inc. is a wholly owned subsidiary of Merrow Optik Holdings, Inc.'],
      ['Merrow Optik Holdings, Inc. subsidiary Merrow Optik, Inc.'],
    ],
    [
      'do not own each other through what stands between them',
      [
        'Merrow Optik Group, Inc. is the parent company of Lindby Holdings, Inc.',
        'Lindby Holdings, Inc. owns Merrow Optik, Inc.',
      ],
      [
        'Lindby Holdings, Inc. subsidiary Merrow Optik, Inc.',
        'Merrow Optik Group, Inc. subsidiary Lindby Holdings, Inc.',
      ],
    ],
    [
      'are one where the short form has no legal form',
      ['Merrow Optik Holdings, Inc. reported today.', 'Merrow Optik is a subsidiary of Merrow Optik Holdings, Inc.'],
      [],
    ],
  ])('%s', (_name, blocks, expected) => {
    expect(links(checked(blocks))).toEqual(expected);
  });

  it('is one with its subsidiaries', () => {
    const found = checked(['The Company owns 58% of Northwind Minerals Corp. and Subsidiaries.']);
    expect(links(found)).toEqual([]);
    expect(found.refusals.counts()).toMatchObject({ 'owner and owned are one': 1 });
  });
});

describe('who can be no side', () => {
  it.each([
    'The State of Nevada owns 30% of Lindby Optik AB.',
    'The Commonwealth of Massachusetts owns 30% of Lindby Optik AB.',
    'Provisions of the Delaware General Corporation Law could make it more difficult to acquire Lindby Optik AB.',
  ])('a state in which companies are formed, a law: %s', (sentence) => {
    expect(links(checked([sentence]))).toEqual([]);
  });

  it.each([
    ['The State of Israel owns 30% of Lindby Optik AB.', 'State of Israel stake Lindby Optik AB'],
    ['The State of the Netherlands owns 30% of Lindby Optik AB.', 'State of the Netherlands stake Lindby Optik AB'],
  ])('a country can: %s', (sentence, expected) => {
    expect(links(checked([sentence]))).toEqual([expected]);
  });
});

/** A post as a rule finds it, its days aside. */
const HELD = {
  person: 'Jane Rivers',
  organization: 'Osterby AB',
  title: 'Treasurer',
  role: 'officer',
  status: 'current',
  quote: 'Jane Rivers, Treasurer',
  start: 0,
  end: 22,
  source: 'table',
  confidence: 0.9,
} as const;

describe('a post', () => {
  it.each([
    ['2010-06-01', 'appointed'],
    ['2010-04', 'appointed'],
    ['2010-03', 'current'],
    ['2010', 'current'],
    ['2010-03-15', 'current'],
    [null, 'current'],
  ])('that begins %s in a filing of 2010-03-15 is %s', (from, status) => {
    const refusals = new Refusals();
    const { roles } = checkedFacts(
      { roles: [{ ...HELD, from, to: null }], ownership: [] },
      { filer: 'Osterby AB', filed: '2010-03-15' },
      refusals,
    );
    expect(roles).toEqual([{ ...HELD, from, to: null, status }]);
    expect(refusals.counts()).toEqual({});
  });
});

describe('a current post that ended before the filing', () => {
  it.each<[string | null, string | null, object]>([
    ['2004', '2009-11', { status: 'former', from: '2004', to: '2009-11' }],
    [null, '2009', { status: 'current', from: null, to: null }],
    [null, '2010', { status: 'current', from: null, to: '2010' }],
    ['2004', '2010-03-15', { status: 'current', from: '2004', to: '2010-03-15' }],
  ])('from %s to %s', (from, to, expected) => {
    const filing = { filer: 'Osterby AB', filed: '2010-03-15' };
    const { roles } = checkedFacts({ roles: [{ ...HELD, from, to }], ownership: [] }, filing, new Refusals());
    expect(roles).toEqual([{ ...HELD, ...expected }]);
  });
});

describe('an employer', () => {
  it.each<[string, Blocks, string]>([
    ['is no committee', ['Jane Rivers is the Chairman of Governance.'], 'director current'],
    [
      'is not the person',
      [
        ['Signature', 'Title'],
        ['/s/ LaVerne Council', 'Director'],
        ['LaVerne Council', ''],
      ],
      'director current',
    ],
  ])('%s', (_name, blocks, expected) => {
    const found = posts(checked(blocks));
    expect(found).toEqual([expect.stringMatching(new RegExp(`Northwind Minerals Corp. . ${expected}$`))]);
  });

  it('has nobody who is elected by a state', () => {
    expect(posts(checked(['The election of President-elect Donald Roe as President is uncertain.']))).toEqual([]);
  });

  it('had who was "then" in office', () => {
    expect(posts(checked(['He reported to Jane Rivers, then President of Osterby AB.']))).toEqual([
      'Jane Rivers | Osterby AB | officer former',
    ]);
  });
});

describe('of two current chief executives of one organization', () => {
  it('the one who leads nothing else stays', () => {
    const found = checked([
      'Jane Rivers, CEO of Osterby AB, will retire.',
      'Mr. Ott works closely with CEO Jane Rivers.',
      '"We thank her", said CEO Karl Ott.',
    ]);
    expect(posts(found).filter((post) => post.includes('Northwind'))).toEqual([
      'Karl Ott | Northwind Minerals Corp. | ceo current',
    ]);
    expect(found.refusals.counts()).toEqual({ 'second ceo of an organization': 1 });
  });

  it('both stay where the titles say co-', () => {
    const found = checked([
      'Jane Rivers, Co-Chief Executive Officer, and Karl Ott, Co-Chief Executive Officer, signed.',
    ]);
    expect(posts(found)).toHaveLength(2);
    expect(found.refusals.counts()).toEqual({});
  });
});

describe('a fact of a model', () => {
  it('passes the checks of the facts of rules; one that is refused is counted as dropped', async () => {
    const sentence = 'Orla Penhaligon, Chief Financial Officer of Northwind Minerals Corp., opened the laboratory.';
    const filing = [submissionOf(), textOf([OPENING, sentence])] as const;
    const rules = checkedRules();
    const role = { person: 'Orla Penhaligon', organization: 'Northwind Minerals Corp.', status: 'current' };
    const text = JSON.stringify({
      roles: [{ ...role, title: 'Chief Financial Officer', quote: sentence }],
      events: [],
      ownership: [],
    });
    const { facts, use } = await extractWithModel(makeReading(...filing), rules, {
      model: 'scripted',
      classifyTitle: () => 'cfo',
      ask: () =>
        Promise.resolve({ text, outcome: 'complete', promptTokens: 1, outputTokens: 1, elapsedMs: 1, cached: false }),
    });
    expect(facts).toEqual(rules);
    expect(use.drops).toEqual({ 'second cfo of an organization': 1 });
  });

  /** What rules found elsewhere in the filing: another finance chief. */
  const checkedRules = (): FilingFacts =>
    checked(['Jane Rivers is the Chief Financial Officer of Northwind Minerals Corp.']).facts;
});
