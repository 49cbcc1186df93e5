import fc from 'fast-check';
import { NOT_WATCHING, watchRuns } from '../src/plain/run-end.ts';
import { counts, run, status } from './builders.ts';

/** What a coordinator shows when these runs have this many jobs left each. */
function shown(left: readonly number[]) {
  const runs = left.map((pending, index) =>
    run(`run-${String(index)}`, { jobs: counts({ pending, completed: 5 }), ended: pending === 0 }),
  );
  const pending = left.reduce((sum, each) => sum + each, 0);
  return status({ runs: [...runs].reverse(), jobs: counts({ pending }) });
}

describe('the end of a run', () => {
  it('comes exactly when something has run since we came and nothing runs any more', () => {
    const left = fc.array(fc.array(fc.nat(2), { maxLength: 3 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(left, (history) => {
        let watch = NOT_WATCHING;
        let longest: number[] = [];
        let hasRun = false;
        history.forEach((state, index) => {
          // Runs never vanish: a later status has at least those of the one before; what has ended stays ended.
          longest = Array.from({ length: Math.max(longest.length, state.length) }, (_, place) =>
            longest[place] === 0 ? 0 : (state[place] ?? longest[place] ?? 0),
          );
          const before = index === 0 ? 0 : watch.old?.size;
          const now = shown(longest);
          const step = watchRuns(watch, now);
          watch = step.watch;
          if (index === 0) hasRun = longest.some((pending) => pending > 0);
          else hasRun ||= longest.length > (before ?? 0) && now.runs.some((one) => !watch.old?.has(one.runId));
          expect(step.ended).toBe(hasRun && longest.every((pending) => pending === 0));
          expect(step.idle).toBe(!hasRun);
        });
      }),
    );
  });

  it('comes for jobs that were put back without a run', () => {
    const old = run('old', { ended: true });
    let step = watchRuns(NOT_WATCHING, status({ runs: [old], jobs: counts({ processing: 1 }) }));
    expect([step.idle, step.ended]).toEqual([false, false]);
    step = watchRuns(step.watch, status({ runs: [old], jobs: counts({ completed: 1 }) }));
    expect(step.ended).toBe(true);
  });
});
