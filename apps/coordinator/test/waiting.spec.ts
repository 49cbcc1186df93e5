import { NO_GRAPH, NO_TOTALS } from '@filigree/protocol';
import type { WaitUpdateView } from '@filigree/protocol';
import type { Dispatcher, RunView } from '@filigree/queue';
import type { StatusSources } from '../src/serve/status.ts';
import { waitFor } from '../src/serve/waiting.ts';

const NOW_MS = 1_000_000;
const NOTHING = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };

/** A coordinator that has just started, with the runs that it found, each with one job. */
function restarted(runs: readonly { readonly submittedWallMs: number; readonly ended: boolean }[]): StatusSources {
  const views = runs.map(({ submittedWallMs, ended }) => ({ ended, resolved: ended, options: { submittedWallMs } }));
  const dispatcher = {
    counts: () => ({ ...NOTHING, processing: runs.filter(({ ended }) => !ended).length }),
    runs: () => views as unknown as RunView[],
    status: () => ({ standstill: null }),
  } as unknown as Dispatcher;
  return {
    clock: { wallMs: () => NOW_MS, monotonicMs: () => 5, after: () => ({ cancel: () => undefined }) },
    queue: { look: <T>(look: (queue: Dispatcher, nowMs: number) => T) => look(dispatcher, 5) },
    feed: { rate: { perSecond: () => 0 }, totals: () => NO_TOTALS, onChange: () => () => undefined, lastMoveMs: 0 },
    graph: { recent: () => NO_GRAPH, fresh: () => Promise.resolve(NO_GRAPH) },
  } as unknown as StatusSources;
}

async function firstUpdate(sources: StatusSources): Promise<WaitUpdateView> {
  const stop = new AbortController();
  const updates: WaitUpdateView[] = [];
  const emit = (update: WaitUpdateView): Promise<void> => {
    updates.push(update);
    stop.abort();
    return Promise.resolve();
  };
  await waitFor('', sources, emit, stop.signal);
  return updates[0]!;
}

describe('a wait for everything', () => {
  it('counts its time from the first run that is under way, although the coordinator has just started', async () => {
    const ended = { submittedWallMs: NOW_MS - 900_000, ended: true };
    const [first, second] = [60_000, 20_000].map((ms) => ({ submittedWallMs: NOW_MS - ms, ended: false }));
    const update = await firstUpdate(restarted([ended, second!, first!]));
    expect(update).toMatchObject({ ended: false, elapsedMs: 60_000 });
  });

  it('has waited no time where nothing is under way', async () => {
    const update = await firstUpdate(restarted([{ submittedWallMs: NOW_MS - 900_000, ended: true }]));
    expect(update).toMatchObject({ ended: true, elapsedMs: 0 });
  });
});
