import { encodeDelta } from '@filigree/graph';
import { delta, grounded, party, role } from './support/filings.ts';
import { TERMS, refusal, rich } from './support/rich-delta.ts';

describe('a delta of what its filing states', () => {
  it('is let in, whatever kinds of facts it has', () => {
    expect(refusal(encodeDelta(rich()))).toBeNull();
    expect(new Set(rich().relationships.map(({ type }) => type)).size).toBe(15);
  });

  it('is let in without a filing date, with a hash for an accession, and with names above every bound', () => {
    const long = 'Ж'.repeat(90_000);
    const bare = delta(
      1,
      { roles: [role(long, 'A Firm', { status: 'appointed', from: '2012-01-01', title: long, quote: long })] },
      {
        accession: `sha256:${'a'.repeat(64)}`,
        filed: null,
        parties: [],
      },
    );
    expect(refusal(encodeDelta(bare), { accession: bare.accession, filed: '', latest: '2010-06-30' })).toBeNull();
    for (const { properties } of bare.relationships)
      for (const value of Object.values(properties)) expect(String(value).length).toBeLessThanOrEqual(16_000);
    const named = delta(
      1,
      {},
      { parties: [party(long, { formerNames: [{ name: long, changed: '2009-01-01' }] })], filed: TERMS.filed },
    );
    expect(refusal(encodeDelta(named))).toBeNull();
    expect(named.nodes.find(({ label }) => label === 'Company')?.names[0]).toMatch(/^Ж+…$/);
  });

  it('speaks from no day that is a slip of the pen', () => {
    const slip = role('Ana Botelho', 'Acme Widgets plc', { status: 'appointed', from: '3010-01-01' });
    const holding = {
      holder: 'Fund LP',
      holderKind: 'company',
      company: 'Acme Widgets plc',
      class: null,
      shares: 5,
      percent: null,
      asOf: '2105-01-01',
      ...grounded('owns'),
    } as const;
    const made = delta(1, { roles: [slip], holdings: [holding] }, { filed: TERMS.filed });
    expect(refusal(encodeDelta(made))).toBeNull();
    const stated = made.relationships.filter(({ type }) => type === 'WORKS_AT' || type === 'HOLDS');
    expect(stated.map(({ properties }) => properties['as_of'])).toEqual([TERMS.filed, TERMS.filed]);
  });
});
