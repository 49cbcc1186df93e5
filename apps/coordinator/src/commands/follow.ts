import { systemClock } from '@filigree/base';
import type { ProgressView } from '@filigree/cli';
import type { ControlClient, WaitUpdateView } from '@filigree/protocol';
import { isUnreachable } from '@filigree/protocol';

/** How to follow a run to its end. */
export interface FollowOptions {
  readonly view: ProgressView;
  readonly signal: AbortSignal;
  /** False: the first failure to reach the coordinator ends the command; later ones are waited out. */
  readonly wasReached: boolean;
  /** Told once, how things stood when the waiting began. */
  readonly onFirst?: (update: WaitUpdateView) => void;
}

const AGAIN_MS = 1000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      timer.cancel();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = systemClock.after(ms, finish);
    signal.addEventListener('abort', finish);
  });
}

function show(update: WaitUpdateView, view: ProgressView): void {
  const { pending, processing, completed, failed, cancelled } = update.jobs;
  const done = completed + failed + cancelled;
  view.show({
    done,
    total: done + pending + processing,
    failed,
    ratePerSecond: update.ratePerSecond,
    hint: update.standstill.map((reason) => reason.text).join('; '),
  });
}

/**
 * Waits until the run (empty: everything) has ended, over restarts of the coordinator, and says once why it stands
 * still. Resolves to null when `signal` aborts first. Rejects with UNREACHABLE when the coordinator was never there.
 */
export async function follow(
  client: ControlClient,
  runId: string,
  options: FollowOptions,
): Promise<WaitUpdateView | null> {
  const { view, signal } = options;
  let reached = options.wasReached;
  let isFirst = true;
  let told = '';
  let away = false;
  for (;;) {
    try {
      const end = await client.wait(
        runId,
        (update) => {
          reached = true;
          if (isFirst) options.onFirst?.(update);
          isFirst = false;
          if (away) view.say(`the coordinator at ${client.place} is back`);
          away = false;
          const text = update.standstill.map((reason) => reason.text).join('; ');
          if (text !== told && text !== '') view.say(`waiting: ${text}`);
          told = text;
          show(update, view);
        },
        signal,
      );
      if (end.ended) return end;
    } catch (error) {
      if (!signal.aborted && (!reached || !isUnreachable(error))) throw error;
      if (!away && !signal.aborted)
        view.say(`the coordinator at ${client.place} is away; trying again until it is back`);
      away = true;
    }
    if (signal.aborted) return null;
    await pause(AGAIN_MS, signal);
  }
}
