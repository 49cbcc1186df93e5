import { delta } from './support/filings.ts';
import { dumpOf, makeSqliteStores } from './support/stores.ts';

describe('a filing that the database refuses', () => {
  const stores = makeSqliteStores();
  afterAll(() => stores.done());

  it('fails alone, and the others of its transaction are written', async () => {
    const store = await stores.fresh();
    const [first, thief] = [delta(1), delta(2)];
    const stolen = first.relationships.find(({ type }) => type === 'FILED')!.id;
    const relationships = thief.relationships.map((one) => (one.type === 'FILED' ? { ...one, id: stolen } : one));
    const results = await store.write([
      { delta: first, token: 1 },
      { delta: { ...thief, relationships }, token: 2 },
      { delta: delta(3), token: 3 },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'failed', 'written']);
    const quiet = await stores.fresh();
    await quiet.write([
      { delta: first, token: 1 },
      { delta: delta(3), token: 2 },
    ]);
    expect(await dumpOf(store)).toEqual(await dumpOf(quiet));
  });
});
