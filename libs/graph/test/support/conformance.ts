// What every store must do: one suite, run on each.

import { encodeDelta } from '@filigree/graph';
import type { GraphDelta, GraphStore } from '@filigree/graph';
import { accession, delta, event, owns, party, role, world } from './filings.ts';
import { dumpOf, shuffled } from './stores.ts';
import type { StoreMaker } from './stores.ts';

async function writeAll(store: GraphStore, deltas: readonly GraphDelta[], firstToken = 1): Promise<void> {
  for (const [at, one] of deltas.entries()) await store.write([{ delta: one, token: firstToken + at }]);
}

export function conformance(makeStores: () => StoreMaker): void {
  let stores: StoreMaker;
  beforeAll(() => {
    stores = makeStores();
  });
  afterAll(() => stores.done());

  it('gives equal dumps whatever the order of the filings, alone or together in one batch', async () => {
    const store = await stores.fresh();
    await writeAll(store, world());
    const expected = await dumpOf(store);
    expect(expected.length).toBeGreaterThan(25);
    for (const seed of [1, 2, 3]) {
      const other = await stores.fresh();
      await writeAll(other, shuffled(world(), seed));
      expect(await dumpOf(other)).toEqual(expected);
    }
    const batched = await stores.fresh();
    await batched.write(shuffled(world(), 4).map((one, at) => ({ delta: encodeDelta(one), token: at + 1 })));
    expect(await dumpOf(batched)).toEqual(expected);
  });

  it('changes nothing when filings are written again under newer tokens', async () => {
    const store = await stores.fresh();
    await writeAll(store, world());
    const expected = await dumpOf(store);
    await writeAll(store, shuffled(world(), 5), 100);
    expect(await dumpOf(store)).toEqual(expected);
  });

  it('dumps nodes, then relationships, sorted by bytes, with sorted keys and nothing of its own', async () => {
    const store = await stores.fresh();
    await writeAll(store, world());
    const lines = await dumpOf(store);
    expect([...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(lines);
    const kinds = lines.map((line) => (JSON.parse(line) as { entity: string }).entity);
    expect(kinds.indexOf('relationship')).toBe(kinds.lastIndexOf('node') + 1);
    expect(lines.join('\n')).not.toMatch(/null|"(token|lock|fold|search|digest)"|"_/);
    expect(lines[0]).toMatch(/^\{"entity":"node","id":"[^"]+","label":"[A-Z][a-z]+","properties":\{/);
  });

  it('answers stale to an older token and changes nothing, written to the very token again', async () => {
    const store = await stores.fresh();
    const old = delta(1, { roles: [role('Old Name', 'Acme Widgets plc')] });
    const now = delta(1, { roles: [role('New Name', 'Acme Widgets plc')] });
    expect(await store.write([{ delta: now, token: 7 }])).toEqual([{ outcome: 'written' }]);
    const expected = await dumpOf(store);
    expect(await store.write([{ delta: old, token: 6 }])).toEqual([{ outcome: 'stale' }]);
    expect(await store.write([{ delta: now, token: 7 }])).toEqual([{ outcome: 'written' }]);
    expect(await dumpOf(store)).toEqual(expected);
  });

  it('keeps a token near 2^53 exact', async () => {
    const store = await stores.fresh();
    const token = 2 ** 53 - 2;
    await store.write([{ delta: delta(1), token }]);
    expect(await store.write([{ delta: delta(1), token: token - 1 }])).toEqual([{ outcome: 'stale' }]);
    expect(await store.write([{ delta: delta(1), token: token + 1 }])).toEqual([{ outcome: 'written' }]);
  });

  it('replaces what a filing said before and leaves what others said', async () => {
    const others = world().slice(1);
    const first = delta(1, {
      roles: [role('Only Here', 'Acme Widgets plc')],
      ownership: [owns('Acme Widgets plc', 'Gone Ltd')],
    });
    const second = delta(1, { roles: [role('Ana Botelho', 'Acme Widgets plc')] });
    const store = await stores.fresh();
    await writeAll(store, [first, ...others]);
    await store.write([{ delta: second, token: 50 }]);
    const replaced = await dumpOf(store);
    expect(replaced.join('\n')).not.toMatch(/Only Here|Gone Ltd/);
    const quiet = await stores.fresh();
    await writeAll(quiet, [second, ...others]);
    expect(replaced).toEqual(await dumpOf(quiet));
  });

  it('takes back a name when the filing that gave it no longer does', async () => {
    const store = await stores.fresh();
    const deltas = world();
    await writeAll(store, deltas);
    const silent = delta(4, {}, { filed: '2010-03-01', parties: [] });
    await store.write([{ delta: silent, token: 60 }]);
    const got = await dumpOf(store);
    const quiet = await stores.fresh();
    await writeAll(quiet, [...deltas.filter((one) => one.accession !== accession(4)), silent]);
    expect(got).toEqual(await dumpOf(quiet));
  });

  it('fails a filing that says what its lease does not allow alone, and writes the others of the batch', async () => {
    const store = await stores.fresh();
    const asLeased = (n: number, said = delta(n)) => {
      const { accession: leased, filed } = delta(n);
      return { delta: encodeDelta(said), token: n, terms: { accession: leased, filed, latest: '2010-12-31' } };
    };
    const results = await store.write([
      asLeased(1),
      asLeased(2, delta(3)),
      asLeased(4, delta(4, {}, { filed: '9999-12-31' })),
      asLeased(5),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'failed', 'failed', 'written']);
    const got = await dumpOf(store);
    const quiet = await stores.fresh();
    await writeAll(quiet, [delta(1), delta(5)]);
    expect(got).toEqual(await dumpOf(quiet));
  });

  it('fails a filing that is no delta alone and writes the others of the batch', async () => {
    const store = await stores.fresh();
    const [good, bad] = await store.write([
      { delta: encodeDelta(delta(1)), token: 1 },
      { delta: new TextEncoder().encode('[1,"x"'), token: 2 },
    ]);
    expect(good).toEqual({ outcome: 'written' });
    expect(bad).toMatchObject({ outcome: 'failed', error: { code: 'USAGE' } });
    expect((await store.stats()).nodes.Filing).toBe(1);
  });

  it('ends with the newest of two writers of the same filing, whoever comes first', async () => {
    const store = await stores.fresh();
    const other = await stores.again();
    const versions = Array.from({ length: 8 }, (_, at) =>
      delta(1, { roles: [role(`Person ${'ABCDEFGH'.charAt(at)}`, 'Acme Widgets plc')] }),
    );
    await Promise.all(
      versions.map((version, at) => (at % 2 === 0 ? store : other).write([{ delta: version, token: 8 - at }])),
    );
    const got = await dumpOf(store);
    const quiet = await stores.fresh();
    await quiet.write([{ delta: versions[0]!, token: 1 }]);
    expect(got).toEqual(await dumpOf(quiet));
  });

  it('lets two writers share companies and people without losing a statement', async () => {
    const store = await stores.fresh();
    const other = await stores.again();
    const deltas = Array.from({ length: 24 }, (_, at) =>
      delta(at + 1, {
        roles: [role('Ana Botelho', 'Acme Widgets plc')],
        events: [event(`Event number ${String(at)}`)],
      }),
    );
    await Promise.all(deltas.map((one, at) => (at % 2 === 0 ? store : other).write([{ delta: one, token: at + 1 }])));
    const got = await dumpOf(store);
    const quiet = await stores.fresh();
    await quiet.write(deltas.map((one, at) => ({ delta: one, token: at + 1 })));
    expect(got).toEqual(await dumpOf(quiet));
  });

  it('lets two writers take turns at one company: neither works from what it saw before the other wrote', async () => {
    const store = await stores.fresh();
    const other = await stores.again();
    const deltas = shuffled(world(), 11);
    for (const [at, one] of deltas.entries())
      await (at % 2 === 0 ? store : other).write([{ delta: one, token: at + 1 }]);
    // One says less than before, so that names go; then what the other saw of the company is no longer so.
    await other.write([{ delta: delta(2), token: 50 }]);
    await store.write([{ delta: delta(8, { roles: [role('Cyrus Dee', 'Acme Widgets plc')] }), token: 51 }]);
    const got = await dumpOf(store);
    const quiet = await stores.fresh();
    const last = delta(8, { roles: [role('Cyrus Dee', 'Acme Widgets plc')] });
    await writeAll(quiet, [...world().filter((one) => one.accession !== accession(2)), delta(2), last]);
    expect(got).toEqual(await dumpOf(quiet));
  });

  it('raises the epoch above what is stored and what is asked, and keeps id and epoch for the next to open it', async () => {
    const store = await stores.fresh();
    const start = await store.epoch();
    const raised = await store.raiseEpoch(start + 4);
    expect(raised).toBe(start + 4);
    expect(await store.raiseEpoch(2)).toBe(raised + 1);
    const other = await stores.again();
    expect(await other.epoch()).toBe(raised + 1);
    expect(await other.graphId()).toBe(await store.graphId());
  });

  it('is empty after clear, with another id and the same epoch', async () => {
    const store = await stores.fresh();
    await writeAll(store, world());
    const id = await store.graphId();
    const epoch = await store.raiseEpoch(1);
    await store.clear();
    expect(await dumpOf(store)).toEqual([]);
    expect(await store.graphId()).not.toBe(id);
    expect(await store.epoch()).toBe(epoch);
    expect(await store.write([{ delta: delta(1), token: 1 }])).toEqual([{ outcome: 'written' }]);
  });

  it('cuts a name that no index takes, with a mark, and holds the same graph as every store', async () => {
    const store = await stores.fresh();
    const long = `Société ${'é'.repeat(9000)}`;
    const named = delta(1, { roles: [role(`Ana ${'Ü'.repeat(9000)}`, long)] }, { parties: [party(long)] });
    expect(await store.write([{ delta: named, token: 1 }])).toEqual([{ outcome: 'written' }]);
    const names = (await dumpOf(store))
      .map((line) => JSON.parse(line) as { label?: string; properties: { name?: string } })
      .filter(({ label }) => label === 'Company' || label === 'Person')
      .map(({ properties }) => properties.name ?? '');
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name).toMatch(/^(Société é+|Ana Ü+)…$/);
      expect(Buffer.byteLength(name)).toBeGreaterThan(3990);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(4000);
    }
  });

  it('counts nodes by label and relationships by type', async () => {
    const store = await stores.fresh();
    await writeAll(store, world());
    const { nodes, relationships } = await store.stats();
    expect(nodes).toEqual({ Company: 4, Debenture: 0, Event: 2, Filing: 6, Person: 2, Rating: 0, Sector: 3 });
    expect(relationships.WORKS_AT).toBe(4);
    expect(relationships.REPORTS).toBe(2);
  });

  it('resolves the same whatever came first, writes only the difference, and drops links whose end goes', async () => {
    const store = await stores.fresh();
    await writeAll(store, [...world(), delta(7, { roles: [role('Ana M. Botelho', 'Acme Widgets plc')] })]);
    const first = await store.resolve();
    expect(first).toMatchObject({ added: first.links, removed: 0 });
    expect(first.links).toBeGreaterThan(0);
    expect(await store.resolve()).toEqual({ added: 0, removed: 0, links: first.links });
    const resolved = await dumpOf(store);
    await store.write([{ delta: delta(7), token: 70 }]);
    expect((await store.stats()).relationships.SAME_AS).toBeLessThan(first.links);
    const other = await stores.fresh();
    await writeAll(other, shuffled([...world(), delta(7, { roles: [role('Ana M. Botelho', 'Acme Widgets plc')] })], 9));
    await other.resolve();
    expect(await dumpOf(other)).toEqual(resolved);
  });
}
