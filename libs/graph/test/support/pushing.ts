import { pushGraph } from '@filigree/graph';
import { delta, role, world } from './filings.ts';
import { dumpOf } from './stores.ts';
import type { StoreMaker } from './stores.ts';

/** Moving a graph from one kind of store into another. */
export function pushing(makeSources: () => StoreMaker, makeTargets: () => StoreMaker): void {
  const sources = makeSources();
  const targets = makeTargets();
  afterAll(async () => {
    await sources.done();
    await targets.done();
  });

  it('makes the target equal, again and again, and raises its epoch above the source', async () => {
    const source = await sources.fresh();
    await source.write(world().map((one, at) => ({ delta: one, token: at + 1 })));
    await source.resolve();
    await source.raiseEpoch(5);
    const target = await targets.fresh();
    expect(await pushGraph(source, target)).toEqual({ written: 6, stale: 0 });
    expect(await dumpOf(target)).toEqual(await dumpOf(source));
    expect(await target.epoch()).toBeGreaterThan(5);
    expect(await pushGraph(source, target)).toEqual({ written: 6, stale: 0 });
    expect(await dumpOf(target)).toEqual(await dumpOf(source));
  });

  it('leaves what the target holds from a newer token', async () => {
    const source = await sources.fresh();
    await source.write([{ delta: delta(1, { roles: [role('Old Name', 'Acme Widgets plc')] }), token: 1 }]);
    const target = await targets.fresh();
    await target.write([{ delta: delta(1, { roles: [role('New Name', 'Acme Widgets plc')] }), token: 9 }]);
    const expected = await dumpOf(target);
    expect(await pushGraph(source, target)).toEqual({ written: 0, stale: 1 });
    expect(await dumpOf(target)).toEqual(expected);
  });
}
