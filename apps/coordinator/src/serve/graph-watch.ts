import type { Clock, Timer } from '@filigree/base';
import type { GraphStore } from '@filigree/graph';

/** Knows which graph it is that the store holds: somebody else may clear it or restore another in its place. */
export interface GraphWatch {
  /** As it was seen last. */
  readonly graphId: string;
  /** Looks now; where the graph does not answer soon, what was seen last stands. */
  look(): Promise<void>;
  /** May be called twice. */
  stop(): void;
}

const LOOK_EVERY_MS = 5000;
const PATIENCE_MS = 2000;

/** `onChange` is called when the graph is no longer the one that it was. */
export function makeGraphWatch(
  store: GraphStore,
  first: string,
  clock: Clock,
  onChange: (graphId: string) => void,
): GraphWatch {
  let graphId = first;
  let stopped = false;
  let timer: Timer | null = null;

  const ask = async (): Promise<void> => {
    const found = await store.graphId().catch(() => graphId);
    if (stopped || found === graphId || found === '') return;
    graphId = found;
    onChange(found);
  };
  const again = (): void => {
    timer = clock.after(LOOK_EVERY_MS, () => {
      void ask().then(() => {
        if (!stopped) again();
      });
    });
  };
  again();

  return {
    get graphId() {
      return graphId;
    },
    look: () =>
      new Promise((resolve) => {
        const late = clock.after(PATIENCE_MS, resolve);
        void ask().then(() => {
          late.cancel();
          resolve();
        });
      }),
    stop() {
      stopped = true;
      timer?.cancel();
    },
  };
}
