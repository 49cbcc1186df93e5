import {
  buildDelta,
  companyId,
  decodeDelta,
  encodeDelta,
  filingUrl,
  normaliseCompany,
  normalisePerson,
  personId,
  sectorName,
  MAX_ID_BYTES,
} from '@filigree/graph';
import type { GraphDelta } from '@filigree/graph';
import { ACME, BOREAS, accession, delta, event, facts, owns, party, role, submission } from './support/filings.ts';

function ids(made: GraphDelta, label: string): string[] {
  return made.nodes.filter((node) => node.label === label).map((node) => node.id);
}

function types(made: GraphDelta): string[] {
  return [...new Set(made.relationships.map((relationship) => relationship.type))].sort();
}

describe('names and ids', () => {
  it.each([
    ['RBS Holdings N.V.', 'rbs holdings nv'],
    ['ROYAL BANK OF SCOTLAND GROUP PLC', 'royal bank of scotland group plc'],
    ['The Royal Bank of Scotland Group Public Limited Company', 'royal bank of scotland group plc'],
    ['América Móvil, S.A.B. de C.V.', 'america movil sab de cv'],
    ['AMERICA MOVIL SAB DE CV/', 'america movil sab de cv'],
    ['BANK OF AMERICA CORP /DE/', 'bank of america corp'],
    ['Daimler Aktiengesellschaft', 'daimler ag'],
    ['Sony Kabushiki Kaisha', 'sony kk'],
    ['Wells Fargo & Company', 'wells fargo and co'],
    ['Limited Brands, Inc.', 'limited brands inc'],
  ])('normalises company %s to %s', (name, expected) => {
    expect(normaliseCompany(name)).toBe(expected);
  });

  it.each([
    ['Horta-Osório, António', 'antonio horta osorio'],
    ['António Horta-Osório', 'antonio horta osorio'],
    ['Mr. John O’Neil, Jr.', 'john oneil jr'],
    ['JOHN ONEIL JR', 'john oneil jr'],
    ['Henry Ford II', 'henry ford ii'],
    ['P.A. van der Harst', 'p a van der harst'],
    ['Łukasz Ørsted', 'lukasz orsted'],
  ])('normalises person %s to %s', (name, expected) => {
    expect(normalisePerson(name)).toBe(expected);
  });

  it('makes ids from CIKs, else names, and keeps long ones within the limit and apart', () => {
    expect(companyId('1087711', 'Any')).toBe('cik:0001087711');
    expect(companyId(null, 'Any Name S.A.')).toBe('name:any name sa');
    expect(personId('cik:0001087711', 'Ana Botín')).toBe('cik:0001087711/ana botin');
    const long = [companyId(null, `${'ж'.repeat(300)}a`), companyId(null, `${'ж'.repeat(300)}b`)];
    expect(new Set(long).size).toBe(2);
    for (const id of long) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(MAX_ID_BYTES);
    expect(long[0]).toMatch(/^name:ж+~[0-9a-f]{32}$/);
  });

  it('gives the address of a filing at sec.gov', () => {
    expect(filingUrl('0000950103-10-000270', '0000886982')).toBe(
      'https://www.sec.gov/Archives/edgar/data/886982/000095010310000270/0000950103-10-000270-index.htm',
    );
    expect(filingUrl('sha256:abc', '0000886982')).toBeNull();
  });

  it('names sectors from the fixed table, others by their division', () => {
    expect(sectorName('3711')).toBe('Motor vehicles and passenger car bodies');
    expect(sectorName('6799')).toBe('Investors');
    expect(sectorName('3999')).toBe('Manufacturing');
  });
});

describe('the delta of a filing', () => {
  it('states header parties, filers and sectors without a quote', () => {
    const subject = party('Zeta Lines Ltd', { role: 'SUBJECT COMPANY', cik: '0000001003' });
    const made = delta(1, {}, { parties: [subject, party('Boreas Shipping N.V.', { ...BOREAS, role: 'FILED BY' })] });
    const filed = made.relationships.filter((one) => one.type === 'FILED').map((one) => made.nodes[one.from]?.id);
    expect(filed).toEqual(['cik:0000001002']);
    expect(types(made)).toEqual(['BELONGS_TO_SECTOR', 'FILED', 'PARTY_TO']);
    for (const { properties } of made.relationships)
      expect(properties).toMatchObject({ source: 'header', confidence: 1 });
    expect(made.relationships.some(({ properties }) => 'quote' in properties)).toBe(false);
  });

  it('takes a name equal to a present or former name of a party for that party', () => {
    const renamed = party('ACME GROUP PLC', {
      cik: '1001',
      formerNames: [{ name: 'ACME WIDGETS PLC', changed: null }],
    });
    const made = delta(
      1,
      { roles: [role('A Bee', 'Acme Widgets plc'), role('C Dee', 'Acme Group plc'), role('E Eff', 'Acme Group Ltd')] },
      { parties: [renamed] },
    );
    expect(ids(made, 'Company')).toEqual(['cik:0000001001', 'name:acme group ltd']);
  });

  it('makes a reporting owner without marks of a company a person under its own CIK, known again in the text', () => {
    const issuer = party('Acme Widgets plc', { ...ACME, role: 'ISSUER' });
    const owner = party('DOE JANE M', { role: 'REPORTING-OWNER', cik: '0000007007' });
    const made = delta(
      1,
      { roles: [role('Jane M. Doe', 'Acme Widgets plc')] },
      { form: '4', parties: [owner, issuer] },
    );
    expect(ids(made, 'Person')).toEqual(['cik:0000007007/doe jane m']);
    const trust = party('DOE FAMILY TRUST', { role: 'REPORTING-OWNER', cik: '0000007008', stateOfIncorporation: 'DE' });
    expect(ids(delta(2, {}, { form: '4', parties: [trust, issuer] }), 'Person')).toEqual([]);
  });

  it('anchors people of the text at the issuer or subject before the filer', () => {
    const subject = party('Zeta Lines Ltd', { role: 'SUBJECT COMPANY', cik: '0000001003' });
    const made = delta(1, { roles: [role('Ana Botelho', 'Acme Widgets plc')] }, { parties: [ACME, subject] });
    expect(ids(made, 'Person')).toEqual(['cik:0000001003/ana botelho']);
  });

  it('keeps what a company owns apart from offers and what was sold', () => {
    const made = delta(1, {
      ownership: [
        owns('Acme Widgets plc', 'One Ltd', { percent: 51 }),
        owns('Acme Widgets plc', 'Two Ltd', { kind: 'acquisition', dealStatus: 'proposed' }),
        owns('Acme Widgets plc', 'Three Ltd', { kind: 'divested', dealStatus: 'completed' }),
        owns('Acme Widgets plc', 'ACME WIDGETS PLC'),
      ],
    });
    const found = made.relationships.filter((one) => ['OWNS', 'ACQUIRES', 'DIVESTS'].includes(one.type));
    expect(found.map((one) => [one.type, made.nodes[one.to]?.id]).sort()).toEqual([
      ['ACQUIRES', 'name:two ltd'],
      ['DIVESTS', 'name:three ltd'],
      ['OWNS', 'name:one ltd'],
    ]);
  });

  it('is the same whatever the order of the facts, and settles what is stated twice by confidence', () => {
    const roles = [
      role('Ana Botelho', 'Acme Widgets plc', { confidence: 0.6, start: 5 }),
      role('Ana Botelho', 'Acme Widgets plc', { confidence: 0.94, start: 500 }),
      role('B Cee', 'Acme Widgets plc'),
    ];
    const events = [event('One thing happened'), event('One thing happened', { amount: 5 })];
    const made = delta(1, { roles, events });
    expect(delta(1, { roles: [...roles].reverse(), events: [...events].reverse() })).toEqual(made);
    expect(made.relationships.filter((one) => one.type === 'WORKS_AT').map((one) => one.properties['start'])).toContain(
      500,
    );
  });

  it('says from which day a statement on a post speaks', () => {
    const made = delta(1, {
      roles: [
        role('A Bee', 'Acme Widgets plc', { status: 'appointed', from: '2010-12-01' }),
        role('C Dee', 'Acme Widgets plc', { status: 'resigned', to: '2010-11-30' }),
        role('E Eff', 'Acme Widgets plc', { from: '1999-01-01' }),
      ],
    });
    const days = made.relationships
      .filter((one) => one.type === 'WORKS_AT')
      .map((one) => [made.nodes[one.from]?.names[0], one.properties['as_of']]);
    expect(days.sort()).toEqual([
      ['A Bee', '2010-12-01'],
      ['C Dee', '2010-11-30'],
      ['E Eff', '2010-01-02'],
    ]);
  });

  it('keeps on the filing which one it says it amends, and nothing where it does not say', () => {
    const filingOf = (made: GraphDelta): unknown => made.nodes.find((node) => node.label === 'Filing')?.properties;
    const head = submission(1, { form: 'D/A' });
    expect(filingOf(buildDelta(head, facts(1), accession(7)))).toMatchObject({ form: 'D/A', amends: accession(7) });
    expect(filingOf(buildDelta(head, facts(1)))).not.toHaveProperty('amends');
  });

  it('stands for a filing without accession or parties by what its facts were found under', () => {
    const made = buildDelta(submission(1, { accession: null, parties: [], filed: null }), {
      ...facts(1, { roles: [role('Ana Botelho', 'Acme')] }),
      accession: 'sha256:00ff',
    });
    expect(made.accession).toBe('sha256:00ff');
    expect(ids(made, 'Person')).toEqual(['filing:sha256:00ff/ana botelho']);
  });
});

describe('an encoded delta', () => {
  const made = delta(1, { roles: [role('Ana Botelho', 'Acme Widgets plc')], events: [event('x')] });

  it('comes back as it was', () => {
    expect(decodeDelta(encodeDelta(made))).toEqual(made);
  });

  const spoil = (change: (wire: unknown[]) => void): Uint8Array => {
    const wire = JSON.parse(new TextDecoder().decode(encodeDelta(made))) as unknown[];
    change(wire);
    return new TextEncoder().encode(JSON.stringify(wire));
  };

  const row = (wire: unknown[], type: string): unknown[] =>
    (wire[4] as unknown[][]).find((one) => one[1] === type) ?? [];

  it.each<[string, (wire: unknown[]) => void]>([
    ['another version', (wire) => (wire[0] = 9)],
    ['an unknown label', (wire) => ((wire[3] as unknown[][])[0]![0] = 'Pirate')],
    ['an id that is too long', (wire) => ((wire[3] as unknown[][])[0]![1] = 'x'.repeat(201))],
    ['the same node twice', (wire) => (wire[3] as unknown[]).push((wire[3] as unknown[])[0])],
    ['no node for its filing', (wire) => (wire[1] = accession(2))],
    ['a type that joins other labels', (wire) => (row(wire, 'FILED')[1] = 'TRADED')],
    ['an end that is not there', (wire) => ((wire[4] as unknown[][])[0]![2] = 99)],
    ['a property that is an object', (wire) => ((wire[3] as unknown[][])[0]![3] = { a: {} })],
    ['a property of the store', (wire) => ((wire[3] as unknown[][])[0]![3] = { _token: 1 })],
  ])('is refused with %s', (_, change) => {
    expect(() => decodeDelta(spoil(change))).toThrow(/graph delta: .* expected /);
  });
});
