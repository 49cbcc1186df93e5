import { FiligreeError } from '@filigree/base';
import type { Emit, JobCounts, WaitUpdateView } from '@filigree/protocol';
import type { Dispatcher, RunView } from '@filigree/queue';
import { hasEnded, standstillOf } from './status.ts';
import type { StatusSources } from './status.ts';

/** Resolves after the next change, but not before `least` ms and not after `most` ms; at once when `signal` aborts. */
export function nextChange(
  sources: StatusSources,
  leastMs: number,
  mostMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { clock, feed } = sources;
  return new Promise((resolve) => {
    let changed = false;
    let ready = false;
    const finish = (): void => {
      unsubscribe();
      early.cancel();
      late.cancel();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const unsubscribe = feed.onChange(() => {
      changed = true;
      if (ready) finish();
    });
    const early = clock.after(leastMs, () => {
      ready = true;
      if (changed) finish();
    });
    const late = clock.after(mostMs, finish);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}

const RUNS_LOOKED_AT = 1000;

function unknownRun(runId: string): FiligreeError {
  return new FiligreeError('NOT_FOUND', `run ${runId} is not known`, {
    remedy: 'coordinator status shows the runs; leave --run out to wait for everything',
  });
}

interface Standing {
  readonly jobs: JobCounts;
  readonly alreadyDone: number;
  readonly ended: boolean;
  readonly elapsedMs: number;
}

function ofRun(run: RunView, sources: StatusSources): Standing {
  return {
    jobs: run.jobs,
    alreadyDone: run.alreadyDone,
    ended: hasEnded(run),
    elapsedMs: sources.runTimes.elapsedMs(run),
  };
}

/** Everything that has not ended, since the first of it was asked for: a restart of the coordinator does not begin anew. */
function makeEverything(sources: StatusSources): (dispatcher: Dispatcher) => Standing {
  const { clock } = sources;
  let beganWallMs = clock.wallMs();
  return (dispatcher) => {
    const jobs = dispatcher.counts();
    const open = dispatcher.runs(RUNS_LOOKED_AT).filter((run) => !hasEnded(run));
    for (const { options } of open) beganWallMs = Math.min(beganWallMs, options.submittedWallMs);
    const ended = jobs.pending + jobs.processing === 0 && open.length === 0;
    return { jobs, alreadyDone: 0, ended, elapsedMs: Math.max(0, clock.wallMs() - beganWallMs) };
  };
}

/** Tells how a run, or everything, stands until it has ended. Throws NOT_FOUND for an unknown run. */
export async function waitFor(
  runId: string,
  sources: StatusSources,
  emit: Emit<WaitUpdateView>,
  signal: AbortSignal,
): Promise<void> {
  const { queue, feed, graph } = sources;
  const everything = makeEverything(sources);
  for (;;) {
    const update = queue.look((dispatcher, nowMs) => {
      const run = runId === '' ? null : dispatcher.run(runId);
      if (runId !== '' && run === null) throw unknownRun(runId);
      const standing = run === null ? everything(dispatcher) : ofRun(run, sources);
      return {
        ...standing,
        elapsedMs: Math.round(standing.elapsedMs),
        ratePerSecond: feed.rate.perSecond(nowMs),
        standstill: standing.ended ? [] : standstillOf(dispatcher.status(nowMs), feed, nowMs),
        graph: graph.recent(),
        totals: feed.totals(),
      };
    });
    if (update.ended) {
      await emit({ ...update, graph: await graph.fresh() });
      return;
    }
    await emit(update);
    await nextChange(sources, 100, 1000, signal);
    if (signal.aborted) return;
  }
}
