// Questions, asked of every store: what they must say, and that every store says the same.

import { answerJson, answerText, answersCsv, askCompany, askEvents, askFiling, askPerson } from '@filigree/graph';
import type { Answer, GraphStore } from '@filigree/graph';
import { BOREAS, delta, event, grounded, owns, party, role, world } from './filings.ts';
import { makeSqliteStores } from './stores.ts';
import type { StoreMaker } from './stores.ts';

const RENAMED = party('ACME GROUP PLC', {
  cik: '1001',
  sic: '3714',
  formerNames: [{ name: 'ACME WIDGETS PLC', changed: '2010-01-15' }],
});

/** The world, and filings that tell of people coming and going, of holders, ratings and debt. */
export async function fill(store: GraphStore): Promise<void> {
  const appointed = role('Bea Carlsson', 'Acme Group plc', { status: 'appointed', from: '2010-04-01' });
  const more = [
    delta(
      10,
      { roles: [appointed, role('Ana M. Botelho', 'Acme Group plc', { role: 'director', title: 'Director' })] },
      { parties: [RENAMED], filed: '2010-03-05' },
    ),
    delta(
      11,
      {
        holdings: [
          {
            holder: 'Cora Dahl',
            holderKind: 'person',
            company: 'Boreas Shipping N.V.',
            class: 'common',
            shares: 1000,
            percent: 5.5,
            asOf: '2010-05-01',
            ...grounded('Cora Dahl 1,000 5.5%'),
          },
        ],
        trades: [
          {
            person: 'Cora Dahl',
            company: 'Boreas Shipping N.V.',
            code: 'P',
            date: '2010-05-02',
            shares: 10,
            price: 3.25,
            ...grounded('P 10 3.25'),
          },
        ],
        ratings: [
          {
            agency: 'Example Ratings',
            subject: 'Boreas Shipping N.V.',
            value: 'BBB',
            outlook: 'stable',
            ...grounded('rated BBB, stable'),
          },
        ],
        debt: [
          {
            issuer: 'Boreas Shipping N.V.',
            instrument: 'senior notes',
            amount: 5e8,
            currency: 'EUR',
            coupon: 4.125,
            maturity: '2014-12-08',
            ...grounded('senior notes'),
          },
        ],
        ownership: [owns('Boreas Shipping N.V.', 'Pirate Ltd', { kind: 'divested', dealStatus: 'completed' })],
        events: [
          event('=Boreas sells "Pirate", at last', {
            type: 'divestiture',
            date: '2010-05-03',
            amount: 12.5,
            currency: 'EUR',
          }),
        ],
      },
      { parties: [BOREAS], filed: '2010-05-05' },
    ),
  ];
  const chain = [
    owns('Holding One Ltd', 'Holding Two Ltd', { percent: 75 }),
    owns('Holding Two Ltd', 'Holding Three Ltd'),
  ];
  const boards = ['Holding One Ltd', 'Holding Two Ltd'].map((board) =>
    role('Dan Ek', board, { role: 'director', title: 'Director' }),
  );
  more.push(delta(12, { ownership: chain, roles: boards }, { parties: [BOREAS], filed: '2010-05-06' }));
  await store.write([...world(), ...more].map((one, at) => ({ delta: one, token: at + 1 })));
  await store.resolve();
}

function names(answer: Answer, section: string, key: string): unknown[] {
  return (answer.sections[section] ?? []).map((row) => row[key]);
}

export function questions(makeStores: () => StoreMaker): void {
  let stores: StoreMaker;
  let references: StoreMaker;
  let store: GraphStore;
  let reference: GraphStore;
  beforeAll(async () => {
    stores = makeStores();
    references = makeSqliteStores();
    store = await stores.fresh();
    reference = await references.fresh();
    await fill(store);
    await fill(reference);
  });
  afterAll(async () => {
    await stores.done();
    await references.done();
  });

  it('says who ran a company on a day, quoting the filing', async () => {
    const ceo = async (at: string): Promise<unknown[]> => {
      const { sections } = await askCompany(store, 'Acme Group', { at });
      return (sections['posts'] ?? []).filter((row) => row['role'] === 'ceo').map((row) => row['person']);
    };
    expect(await ceo('2010-01-02')).toEqual(['Ana Botelho']);
    expect(await ceo('2010-03-30')).toEqual(['Ana Botelho']);
    expect(await ceo('2010-03-31')).toEqual([]);
    expect(await ceo('2010-04-01')).toEqual(['Bea Carlsson']);
    const { sections } = await askCompany(store, '1001', { at: '2010-02-01' });
    const [post] = sections['posts'] ?? [];
    expect(post).toMatchObject({ filed: '2010-01-03', quote: expect.stringContaining('BOTELHO') as string });
    expect(post?.['url']).toBe(
      'https://www.sec.gov/Archives/edgar/data/1001/000999000110000002/0009990001-10-000002-index.htm',
    );
  });

  it('finds a company by CIK, id, former name, name without legal form, and a name nearly right', async () => {
    for (const typed of [
      '1001',
      '0000001001',
      'cik:0000001001',
      'acme widgets PLC',
      'Acme Group',
      'Acme Grop plc',
      'boreas',
    ]) {
      const { subject } = await askCompany(store, typed);
      expect([typed, subject['id']]).toEqual([typed, typed === 'boreas' ? 'cik:0000001002' : 'cik:0000001001']);
    }
  });

  it('lists the nearest where a name is unknown', async () => {
    await expect(askCompany(store, 'Acm')).resolves.toMatchObject({ subject: { id: 'cik:0000001001' } });
    await expect(askCompany(store, 'Widgit Wrks')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Widget Works GmbH') as string,
    });
    await expect(askPerson(store, 'Zzyzx Qwerty')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(askFiling(store, '0009990001-10-000099')).rejects.toMatchObject({
      message: expect.stringContaining('0009990001-10-000001') as string,
    });
    await expect(askCompany(store, '1001', { at: '2010-02-30' })).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('tells what is known of a person under every name', async () => {
    const [answer, ...more] = await askPerson(store, 'BOTELHO, Ana');
    expect(more).toEqual([]);
    expect(answer?.subject).toMatchObject({ person: 'Ana Botelho', other_names: ['ANA BOTELHO', 'Ana M. Botelho'] });
    expect(names(answer!, 'posts', 'status').sort()).toEqual(['current', 'current', 'resigned']);
    const [cora] = await askPerson(store, 'Cora Dahl');
    expect(names(cora!, 'holdings', 'percent')).toEqual([5.5]);
    expect(names(cora!, 'trades', 'code')).toEqual(['P']);
  });

  it('keeps owners, owned and deals apart, and tells ratings and debt', async () => {
    const acme = await askCompany(store, 'Acme Group');
    expect(names(acme, 'owned', 'company')).toEqual(['Widget Works GmbH']);
    const boreas = await askCompany(store, 'Boreas Shipping');
    expect(names(boreas, 'deals', 'object')).toEqual(['Pirate Ltd']);
    expect(names(boreas, 'ratings', 'value')).toEqual(['BBB']);
    expect(names(boreas, 'debt', 'maturity')).toEqual(['2014-12-08']);
    expect(names(await askCompany(store, 'Widget Works'), 'owners', 'owner')).toEqual(['ACME GROUP PLC']);
  });

  it('gives events by type, days and company, oldest first', async () => {
    expect(names(await askEvents(store, {}), 'events', 'type')).toEqual(['dividend', 'joint_venture', 'divestiture']);
    expect(names(await askEvents(store, { type: 'dividend' }), 'events', 'company')).toEqual(['ACME GROUP PLC']);
    expect(names(await askEvents(store, { from: '2010-02-02', to: '2010-05-03' }), 'events', 'type')).toEqual([
      'divestiture',
    ]);
    expect(names(await askEvents(store, { company: 'Boreas Shipping N.V.' }), 'events', 'type')).toEqual([
      'joint_venture',
      'divestiture',
    ]);
  });

  it('tells everything that one filing says', async () => {
    const answer = await askFiling(store, '000999000110000011');
    expect(answer.subject).toMatchObject({ accession: '0009990001-10-000011', filed: '2010-05-05' });
    expect(Object.entries(answer.sections).map(([section, rows]) => [section, rows.length])).toEqual([
      ['parties', 1],
      ['posts', 0],
      ['events', 1],
      ['owned', 0],
      ['deals', 1],
      ['holdings', 1],
      ['trades', 1],
      ['ratings', 1],
      ['debt', 1],
    ]);
  });

  it('makes CSV that a spreadsheet opens as UTF-8 and does not run', async () => {
    const lines = answersCsv([await askEvents(store, { type: 'divestiture' })]);
    expect(lines[0]).toMatch(/^\ufeffsection,event_id,type,date,/);
    expect(lines[1]).toContain(`"'=Boreas sells ""Pirate"", at last"`);
  });

  it('answers in the same words as the other store', async () => {
    const ask = async (from: GraphStore): Promise<Answer[]> => [
      await askCompany(from, '1001'),
      await askCompany(from, '1001', { at: '2010-03-01' }),
      await askCompany(from, '1002'),
      ...(await askPerson(from, 'Ana Botelho')),
      await askFiling(from, '0009990001-10-000011'),
      await askEvents(from, {}),
    ];
    const shown = (answers: readonly Answer[]): string[] =>
      answers.flatMap((answer) => [answerJson(answer), ...answerText(answer)]);
    const here = shown(await ask(store));
    expect(here).toEqual(shown(await ask(reference)));
    expect(here.length).toBeGreaterThan(60);
  });
}
