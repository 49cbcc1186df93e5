import { readFileSync } from 'node:fs';
import { resolveIdentities } from '@filigree/graph';
import type { Evidence, GraphDelta, GraphNode } from '@filigree/graph';
import { ACME, accession, delta, event, owns, party, role } from './support/filings.ts';
import { shuffled } from './support/stores.ts';

interface PairCase {
  readonly kind: 'person' | 'company';
  readonly filer: string;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly roleA?: 'ceo';
  readonly roleB?: 'ceo';
  readonly at?: string;
}

const { filers, pairs } = JSON.parse(
  readFileSync(new URL('./fixtures/identity-pairs.json', import.meta.url), 'utf8'),
) as {
  filers: Record<string, { cik: string; name: string; former: string[] }>;
  pairs: PairCase[];
};

/** What a store would hand over: nodes, and who is related to whom. Each node is stated once in these tests or folds alike. */
function graphOf(deltas: readonly GraphDelta[]): { nodes: GraphNode[]; evidence: Evidence[] } {
  const nodes = new Map<string, { node: GraphNode; names: Set<string> }>();
  const evidence: Evidence[] = [];
  for (const one of deltas) {
    for (const { label, id, names, properties } of one.nodes) {
      const held = nodes.get(`${label} ${id}`) ?? { node: { label, id, properties: {} }, names: new Set<string>() };
      for (const name of names) held.names.add(name);
      const [name = '', ...others] = held.names;
      const named: GraphNode['properties'] = name === '' ? {} : { name, other_names: others };
      nodes.set(`${label} ${id}`, {
        names: held.names,
        node: { label, id, properties: { ...held.node.properties, ...properties, ...named } },
      });
    }
    for (const { type, from, to, properties } of one.relationships) {
      const [start, end] = [one.nodes[from]!, one.nodes[to]!];
      evidence.push({ type, from: start, to: end, accession: one.accession, role: String(properties['role'] ?? '') });
    }
  }
  return { nodes: [...nodes.values()].map(({ node }) => node), evidence };
}

function linksOf(deltas: readonly GraphDelta[]): string[] {
  const { nodes, evidence } = graphOf(deltas);
  return resolveIdentities(nodes, evidence).map((link) => [link.from.id, link.to.id].join(' = '));
}

const parties = Object.fromEntries(
  Object.entries(filers).map(([key, { cik, name, former }]) => [
    key,
    party(name, { cik, formerNames: former.map((one) => ({ name: one, changed: null })) }),
  ]),
);

/** Every name of every pair in filings of its own, all in one graph. */
function pairWorld(): GraphDelta[] {
  const headers = Object.values(parties).map((one, at) => delta(900 + at, {}, { parties: [one] }));
  const told = pairs.flatMap((pair, at) =>
    [pair.a, pair.b].map((name, side) => {
      const n = 10 + at * 2 + side;
      const facts =
        pair.kind === 'person'
          ? { roles: [role(name, pair.at ?? '', { role: (side === 0 ? pair.roleA : pair.roleB) ?? 'ceo' })] }
          : { ownership: [owns(name, 'Some Subsidiary Ltd')] };
      return delta(n, facts, { parties: [parties[pair.filer] ?? ACME] });
    }),
  );
  return [...headers, ...told];
}

/** The node that stands for a name of a pair in its own filing. */
function nodeOf(deltas: readonly GraphDelta[], pair: PairCase, name: string): string {
  const label = pair.kind === 'person' ? 'Person' : 'Company';
  const at = pairs.indexOf(pair) * 2 + 10 + (name === pair.a ? 0 : 1);
  const own = deltas.find((one) => one.accession === accession(at));
  return own?.nodes.find((node) => node.label === label && node.names.includes(name))?.id ?? '';
}

describe('identity across filings', () => {
  const deltas = pairWorld();
  const links = linksOf(deltas).map((link) => link.split(' = '));

  /** Everything that links lead to, however many: both names of a pair may lead to a third node. */
  const reached = (id: string): Set<string> => {
    const ids = new Set([id]);
    for (let size = 0; size !== ids.size;) {
      size = ids.size;
      for (const ends of links) if (ends.some((end) => ids.has(end))) for (const end of ends) ids.add(end);
    }
    return ids;
  };
  const joined = (pair: PairCase): boolean => reached(nodeOf(deltas, pair, pair.a)).has(nodeOf(deltas, pair, pair.b));

  it('makes no false link on forty pairs judged by hand, and finds most true ones', () => {
    const falseLinks = pairs.filter((pair) => !pair.same && joined(pair)).map((pair) => `${pair.a} = ${pair.b}`);
    const missed = pairs.filter((pair) => pair.same && !joined(pair)).map((pair) => `${pair.a} = ${pair.b}`);
    const same = pairs.filter((pair) => pair.same).length;
    process.stderr.write(
      `identity: ${String(same - missed.length)} of ${String(same)} true pairs found, missed: ${missed.join('; ')}\n`,
    );
    expect(pairs).toHaveLength(40);
    expect(falseLinks).toEqual([]);
    expect(missed.length / same).toBeLessThanOrEqual(0.2);
  });

  it('gives the same links whatever the order of nodes and statements', () => {
    const { nodes, evidence } = graphOf(deltas);
    const expected = resolveIdentities(nodes, evidence);
    for (const seed of [1, 2, 3])
      expect(resolveIdentities(shuffled(nodes, seed), shuffled(evidence, seed))).toEqual(expected);
  });

  it('never links people by name alone across companies', () => {
    const other = party('Other Works plc', { cik: '0000009009' });
    const links = linksOf([
      delta(1, { roles: [role('Ana Botelho', 'Acme Widgets plc')] }),
      delta(2, { roles: [role('Ana M. Botelho', 'Other Works plc')] }, { parties: [other] }),
    ]);
    expect(links).toEqual([]);
  });

  it('links a person whom filings of two companies show at the same third company', () => {
    const other = party('Other Works plc', { cik: '0000009009' });
    const links = linksOf([
      delta(1, { roles: [role('Ana Botelho', 'Third S.A.')] }),
      delta(2, { roles: [role('Ana Botelho', 'Third S.A.')] }, { parties: [other] }),
    ]);
    expect(links).toEqual(['cik:0000001001/ana botelho = cik:0000009009/ana botelho']);
  });

  it('takes neither reading where a short name fits two people', () => {
    const at = (n: number, name: string): GraphDelta => delta(n, { roles: [role(name, 'Acme Widgets plc')] });
    expect(linksOf([at(1, 'Ana Botelho'), at(2, 'Ana M. Botelho'), at(3, 'Ana L. Botelho')])).toEqual([]);
  });

  it('keeps father and son apart', () => {
    const at = (n: number, name: string): GraphDelta => delta(n, { roles: [role(name, 'Acme Widgets plc')] });
    expect(linksOf([at(1, 'John Doe, Jr.'), at(2, 'John Doe, Sr.')])).toEqual([]);
  });

  it('never makes two CIKs one company, whatever names they share', () => {
    const one = party('Twin Corp', { cik: '0000000111' });
    const two = party('TWIN CORPORATION', { cik: '0000000222' });
    expect(
      linksOf([
        delta(1, {}, { parties: [one] }),
        delta(2, {}, { parties: [two] }),
        delta(3, { ownership: [owns('Twin Corp.', 'Some Ltd')] }),
      ]),
    ).toEqual([]);
  });

  it('keeps apart companies of one name with different legal forms', () => {
    expect(
      linksOf([
        delta(1, {
          ownership: [
            owns('Zeta Lines plc', 'Some Ltd'),
            owns('Zeta Lines Ltd', 'Some Ltd'),
            owns('Zeta Lines', 'Some Ltd'),
          ],
        }),
      ]),
    ).toEqual([]);
  });

  it('links an event told by two filings and not two events of one day', () => {
    const told = [
      delta(1, { events: [event('Acme declares a final dividend of ten cents a share')] }),
      delta(2, { events: [event('Acme declared a final dividend of ten cents a share')] }),
      delta(3, { events: [event('A special distribution in specie was approved', { amount: 7, currency: 'USD' })] }),
    ];
    expect(linksOf(told)).toHaveLength(1);
  });
});
