import { describeError } from '@filigree/base';
import type { Clock, Random } from '@filigree/base';
import type { ControlClient, WatchAsk, WatchUpdateView } from '@filigree/protocol';
import { retryDelayMs } from '../model/link.ts';
import type { MonitorEvent } from '../model/monitor.ts';

/** Resolves after `delayMs`, or when `signal` aborts. */
export async function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      timer.cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = clock.after(delayMs, done);
    signal.addEventListener('abort', done);
  });
}

/**
 * Watches a coordinator until `signal` aborts, and tells what happens: each attempt, each update, each loss. A stream
 * that ends is opened again after a while that grows with each attempt in vain.
 */
export async function followCoordinator(options: {
  readonly client: Pick<ControlClient, 'watch' | 'place'>;
  readonly ask: WatchAsk;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
  readonly tell: (event: MonitorEvent) => void;
}): Promise<void> {
  const { client, ask, clock, random, signal, tell } = options;
  let attempt = 1;
  while (!signal.aborted) {
    tell({ type: 'connecting', attempt });
    let reason = `the coordinator at ${client.place} ended the stream`;
    // An update that we cannot take is a bug of ours, and trying again would only hide it.
    const bugs: unknown[] = [];
    try {
      await client.watch(
        ask,
        (update: WatchUpdateView) => {
          attempt = 1;
          try {
            tell({ type: 'update', update });
          } catch (error) {
            bugs.push(error);
            throw error;
          }
        },
        signal,
      );
    } catch (error) {
      if (bugs.length > 0) throw bugs[0];
      reason = describeError(error);
    }
    if (signal.aborted) return;
    attempt++;
    const delayMs = retryDelayMs(attempt, random);
    tell({ type: 'lost', attempt, retryAtMs: clock.monotonicMs() + delayMs, reason });
    await pause(clock, delayMs, signal);
  }
}
