import { extractWithModel, makeReading } from '@filigree/extraction';
import type { FilingFacts, OwnershipFact, Question, Reading, Reply, WithModelResult } from '@filigree/extraction';
import { submissionOf, textOf } from './support/text-filing.ts';

const FILER = 'Tarnwick Minerals plc';
const NO_FACTS: FilingFacts = {
  accession: 'x',
  roles: [],
  events: [],
  ownership: [],
  ratings: [],
  debt: [],
  holdings: [],
  trades: [],
};
const EVENT = {
  type: 'other',
  date: null,
  company: null,
  parties: [],
  amount: null,
  currency: null,
  quote: 'x',
  start: 0,
  end: 1,
  source: 'rule',
  confidence: 0.8,
} as const;
/** The event is settled, so that only what the text leaves open is asked. */
const SETTLED: FilingFacts = { ...NO_FACTS, events: [EVENT] };

function readingOf(text: string): Reading {
  return makeReading(submissionOf({ filer: FILER }), textOf(text.split('\n\n')));
}

interface Asked extends WithModelResult {
  readonly questions: readonly Question[];
}

async function ask(
  text: string,
  answer: object | string,
  rules: FilingFacts = SETTLED,
  outcome: Reply['outcome'] = 'complete',
): Promise<Asked> {
  const questions: Question[] = [];
  const result = await extractWithModel(readingOf(text), rules, {
    model: 'scripted',
    classifyTitle: (title) => (title.includes('Officer') ? 'officer' : null),
    ask: (question) => {
      questions.push(question);
      const said = typeof answer === 'string' ? answer : JSON.stringify(answer);
      return Promise.resolve({ text: said, outcome, promptTokens: 1, outputTokens: 1, elapsedMs: 1, cached: false });
    },
  });
  return { ...result, questions };
}

interface Listed {
  readonly items: { readonly properties: Record<string, { readonly enum?: readonly unknown[] }> };
}
const listOf = ({ schema }: Question, kind: string): Listed | undefined =>
  (schema as { properties: Record<string, Listed> }).properties[kind];
const choicesOf = (question: Question, kind: string, key: string): readonly unknown[] =>
  listOf(question, kind)?.items.properties[key]?.enum ?? [];

const DEAL = 'Tarnwick Minerals plc may consider the acquisition of Penmarrow Assay Limited in due course.';
const POST =
  'The guests were led through the new laboratory by Orla Penhaligon; the badge on her coat read Chief Technology Officer.';

describe('a question to the model', () => {
  it('leaves no choice but the sentences and names of the passage', async () => {
    const { questions } = await ask(POST, {});
    expect(questions).toHaveLength(1);
    expect(questions[0]!.user).toContain(`Passage:\n[1] ${POST}`);
    expect(choicesOf(questions[0]!, 'roles', 'sentence')).toEqual([1]);
    expect(choicesOf(questions[0]!, 'roles', 'person')).toEqual(['Orla Penhaligon']);
  });

  it('has the sentence for a quote where the answer gives its number, and none where there is no such sentence', async () => {
    const role = {
      person: 'Orla Penhaligon',
      title: 'Chief Technology Officer',
      organization: FILER,
      status: 'current',
    };
    const kept = await ask(POST, { roles: [{ ...role, sentence: 1 }] });
    expect(kept.facts.roles).toMatchObject([{ person: 'Orla Penhaligon', quote: POST, start: 0, end: POST.length }]);
    const dropped = await ask(POST, { roles: [{ ...role, sentence: 2 }, { ...role, sentence: 'all' }, role] });
    expect(dropped.facts.roles).toEqual([]);
    expect(dropped.use.drops).toEqual({ 'quote not in passage': 3 });
  });

  it('asks for no kind of fact that the passage cannot show or that rules settled', async () => {
    const { questions } = await ask(DEAL, {});
    expect(listOf(questions[0]!, 'ownership')).toBeDefined();
    expect(listOf(questions[0]!, 'roles')).toBeUndefined();
    expect(listOf(questions[0]!, 'events')).toBeUndefined();
    expect(questions[0]!.system).not.toContain('roles:');
  });

  it('is not put where nothing is left to find out', async () => {
    const reading = readingOf(DEAL);
    const at = reading.text.indexOf('Tarnwick');
    const known = ownership({ start: at, end: at + DEAL.length });
    expect((await ask(DEAL, {}, { ...SETTLED, ownership: [known] })).questions).toHaveLength(0);
  });

  it('is put about smaller pieces while answers do not fit, and not without end', async () => {
    const many = Array.from({ length: 26 }, (_, n) => POST.replace('Orla', `Orla${String.fromCharCode(97 + n)}`)).join(
      '\n\n',
    );
    const { questions, use } = await ask(many, '', SETTLED, 'cut');
    const lengths = questions.map(({ user }) => user.slice(user.indexOf('Passage:')).length);
    expect(Math.min(...lengths)).toBeLessThan(Math.max(...lengths) / 3);
    expect(questions.length).toBeLessThanOrEqual(12);
    expect(use.drops['answer cut']).toBeGreaterThan(0);
  });
});

function ownership(fact: Partial<OwnershipFact>): OwnershipFact {
  return {
    parent: 'Tarnwick Minerals plc',
    child: 'Penmarrow Assay Limited',
    kind: 'stake',
    percent: null,
    dealStatus: null,
    quote: 'x',
    start: 0,
    end: 1,
    source: 'rule:x',
    confidence: 0.8,
    ...fact,
  };
}

describe('what a sentence does not bear out', () => {
  const claim = (quote: string, parent: string, child: string, kind: string): object => ({
    ownership: [{ quote, parent, child, kind, percent: null }],
  });
  const [TARNWICK, PENMARROW] = ['Tarnwick Minerals plc', 'Penmarrow Assay Limited'];
  const SOLD = `${TARNWICK} sold its laboratories to ${PENMARROW} as part of a larger acquisition.`;
  const OWNED = `${TARNWICK}, owned by the state since its acquisition, and ${PENMARROW} each have a unit of their own.`;
  const BOUGHT = `${TARNWICK}, says the note on its acquisition of ${PENMARROW}, did so for the region.`;

  it.each([
    ['the owner and the owned the wrong way round', BOUGHT, PENMARROW, TARNWICK, 'acquisition'],
    ['what was sold to somebody as his sale', SOLD, TARNWICK, PENMARROW, 'divested'],
    ['what a third owns as owned by the first named', OWNED, TARNWICK, PENMARROW, 'subsidiary'],
    ['what may happen as having happened', DEAL, TARNWICK, PENMARROW, 'acquisition'],
  ])('is dropped: %s', async (_what, quote, parent, child, kind) => {
    const { facts, use } = await ask(quote, claim(quote, parent, child, kind));
    expect(facts.ownership).toEqual([]);
    expect(use.drops['words do not bear it out']).toBe(1);
  });

  it('is kept the right way round', async () => {
    const { facts } = await ask(BOUGHT, claim(BOUGHT, TARNWICK, PENMARROW, 'acquisition'));
    expect(facts.ownership).toMatchObject([{ parent: TARNWICK, child: PENMARROW, kind: 'acquisition' }]);
  });

  it('is cut off a title that runs on', async () => {
    const role = { sentence: 1, person: 'Orla Penhaligon', organization: FILER, status: 'current' };
    const { facts } = await ask(POST, {
      roles: [{ ...role, title: 'Chief Technology Officer of TarnwickMineralsplc' }],
    });
    expect(facts.roles).toMatchObject([{ title: 'Chief Technology Officer' }]);
  });

  it('is dropped: a title that stands beside somebody else', async () => {
    const quote =
      'Orla Penhaligon met Jorun Havelock, whose badge read Chief Financial Officer, in the new laboratory.';
    const role = { quote, person: 'Orla Penhaligon', title: 'Chief Financial Officer', organization: FILER };
    const { facts, use } = await ask(quote, { roles: [{ ...role, status: 'current' }] });
    expect(facts.roles).toEqual([]);
    expect(use.drops['title not beside the person']).toBe(1);
  });
});

describe('beside the rules', () => {
  it('no fact of a rule goes, however doubtful, and none is doubled under a name cut wrongly', async () => {
    const quote = 'Report of Tarnwick Minerals plc on its acquisition of Penmarrow Assay Limited.';
    const known = ownership({ kind: 'stake', confidence: 0.3 });
    const sure = ownership({ kind: 'subsidiary', child: 'The Penmarrow Assay Limited' });
    const claim = { parent: 'Tarnwick Minerals plc', child: 'Penmarrow Assay Limited', kind: 'acquisition' };
    const answer = { ownership: [{ ...claim, quote, percent: null }] };
    const beside = await ask(quote, answer, { ...SETTLED, ownership: [known] });
    expect(beside.facts.ownership[0]).toEqual(known);
    const against = await ask(quote, answer, { ...SETTLED, ownership: [sure] });
    expect(against.facts.ownership).toEqual([sure]);
  });

  it('a model that repeats itself gains no confidence', async () => {
    const role = {
      quote: POST,
      person: 'Orla Penhaligon',
      title: 'Chief Technology Officer',
      organization: 'Tarnwick Minerals plc',
      status: 'current',
    };
    const { facts } = await ask(POST, { roles: [role, role, role] });
    expect(facts.roles).toMatchObject([{ person: 'Orla Penhaligon', confidence: 0.6 }]);
  });
});
