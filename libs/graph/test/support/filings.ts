// Fictional filings for the tests.

import type { Party, Submission } from '@filigree/edgar';
import type { EventFact, FilingFacts, Grounded, OwnershipFact, RoleFact } from '@filigree/extraction';
import { buildDelta } from '@filigree/graph';
import type { GraphDelta } from '@filigree/graph';

export function party(name: string, over: Partial<Party> = {}): Party {
  return {
    role: 'FILER',
    cik: null,
    name,
    sic: null,
    sicName: null,
    stateOfIncorporation: null,
    fiscalYearEnd: null,
    formerNames: [],
    businessAddress: null,
    mailAddress: null,
    ...over,
  };
}

export const ACME = party('ACME WIDGETS PLC', {
  cik: '0000001001',
  sic: '3711',
  fiscalYearEnd: '1231',
  stateOfIncorporation: 'X0',
});
export const BOREAS = party('Boreas Shipping N.V.', { cik: '0000001002', sic: '4412', fiscalYearEnd: '1231' });

export function accession(n: number, year = 10): string {
  return `0009990001-${String(year).padStart(2, '0')}-${String(n).padStart(6, '0')}`;
}

export function submission(n: number, over: Partial<Submission> = {}): Submission {
  return {
    accession: accession(n),
    form: '6-K',
    filed: `2010-01-${String((n % 28) + 1).padStart(2, '0')}`,
    period: null,
    accepted: null,
    items: [],
    parties: [ACME],
    documents: [],
    ...over,
  };
}

export function grounded(quote: string, over: Partial<Grounded> = {}): Grounded {
  return { quote, start: 10, end: 10 + quote.length, source: 'test-rule', confidence: 0.9, ...over };
}

export function role(person: string, organization: string, over: Partial<RoleFact> = {}): RoleFact {
  const title = over.title ?? 'Chief Executive Officer';
  return {
    person,
    organization,
    title,
    role: 'ceo',
    status: 'current',
    from: null,
    to: null,
    ...grounded(`${person}, ${title} of ${organization}`),
    ...over,
  };
}

export function event(quote: string, over: Partial<EventFact> = {}): EventFact {
  return {
    type: 'dividend',
    date: '2010-02-01',
    company: null,
    parties: [],
    amount: null,
    currency: null,
    ...grounded(quote),
    ...over,
  };
}

export function owns(parent: string, child: string, over: Partial<OwnershipFact> = {}): OwnershipFact {
  return {
    parent,
    child,
    kind: 'subsidiary',
    percent: null,
    dealStatus: null,
    ...grounded(`${child}, a subsidiary of ${parent}`),
    ...over,
  };
}

export function facts(n: number, over: Partial<FilingFacts> = {}): FilingFacts {
  return {
    accession: accession(n),
    roles: [],
    events: [],
    ownership: [],
    ratings: [],
    debt: [],
    holdings: [],
    trades: [],
    ...over,
  };
}

export function delta(n: number, over: Partial<FilingFacts> = {}, head: Partial<Submission> = {}): GraphDelta {
  return buildDelta(submission(n, head), facts(n, over));
}

/** A small world of filings that share companies, people and sectors, some of which say different things of them. */
export function world(): GraphDelta[] {
  const renamed = party('ACME GROUP PLC', {
    cik: '1001',
    sic: '3714',
    formerNames: [{ name: 'ACME WIDGETS PLC', changed: '2010-01-15' }],
  });
  return [
    delta(1, {
      roles: [
        role('Ana Botelho', 'Acme Widgets plc'),
        role('Jon O’Neil', 'Acme Widgets plc', { role: 'cfo', title: 'CFO' }),
      ],
    }),
    delta(2, {
      roles: [role('ANA BOTELHO', 'ACME WIDGETS PLC', { source: 'signature-block' })],
      events: [event('Acme declares a dividend of $0.10')],
    }),
    delta(
      3,
      { ownership: [owns('Acme Widgets plc', 'Widget Works GmbH', { percent: 30.6, kind: 'stake' })] },
      { parties: [ACME, BOREAS] },
    ),
    delta(
      4,
      { roles: [role('Ana Botelho', 'Acme Group PLC', { status: 'resigned', to: '2010-03-31' })] },
      { parties: [renamed], filed: '2010-03-01' },
    ),
    delta(
      5,
      {
        events: [
          event('Boreas and Acme form a venture', {
            type: 'joint_venture',
            parties: [{ name: 'Acme Widgets plc', role: 'partner', kind: 'company' }],
          }),
        ],
      },
      { parties: [BOREAS] },
    ),
    delta(6, {}, { parties: [ACME], form: '6-K/A', items: ['2.02', '9.01'] }),
  ];
}
