import { FiligreeError } from '@filigree/base';
import type { GraphStore, StoredDelta } from './store.ts';

export interface PushResult {
  /** Filings that the target now holds as the source does. */
  readonly written: number;
  /** Filings that the target holds from a newer token already. */
  readonly stale: number;
}

const FILINGS_A_BATCH = 32;

/**
 * Moves every filing of `source` into `target`, fenced as any other write, then resolves identities there. May be run again: what is there stays.
 * The target's epoch is raised above the source's, so that tokens granted for the target are newer than all that were pushed.
 */
export async function pushGraph(
  source: GraphStore,
  target: GraphStore,
  onProgress: (done: number) => void = () => undefined,
): Promise<PushResult> {
  let written = 0;
  let stale = 0;
  let batch: StoredDelta[] = [];
  const flush = async (): Promise<void> => {
    for (const result of await target.write(batch)) {
      if (result.outcome === 'failed') throw result.error;
      if (result.outcome === 'written') written++;
      else stale++;
    }
    batch = [];
    onProgress(written + stale);
  };
  const epoch = await source.epoch();
  if ((await target.epoch()) <= epoch) await target.raiseEpoch(epoch + 1);
  for await (const stored of source.deltas()) {
    batch.push(stored);
    if (batch.length === FILINGS_A_BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  await target.resolve();
  return { written, stale };
}

/** Throws USAGE where source and target are of one kind: a file is copied, a database dumped and loaded. */
export function checkPush(source: GraphStore, target: GraphStore): void {
  if (source.kind === target.kind) {
    throw new FiligreeError('USAGE', `push moves an embedded graph into Neo4j; both graphs are ${source.kind}`, {
      remedy: 'give --graph sqlite:FILE',
    });
  }
}
