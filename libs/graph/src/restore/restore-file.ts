import { rmSync } from 'node:fs';
import { openSqliteStore } from '../sqlite/client.ts';
import { adoptGraphFile } from '../sqlite/copy.ts';
import type { GraphStore } from '../store/store.ts';
import { checkRestored, fillGraph } from './restore.ts';
import type { Restored, RestoreSource } from './restore.ts';

export interface RestoreOptions {
  readonly source: RestoreSource;
  /** The file that the source was opened from. */
  readonly from: string;
  /** The time of day. */
  readonly wallMs: number;
  readonly onProgress?: (filings: number) => void;
}

/**
 * Restores into an embedded graph, whatever it holds: into a file beside it, which is compared with the source and then put in its
 * place in one step. Whatever fails or is killed, the graph is what it was or what was restored.
 */
export async function restoreFile(file: string, options: RestoreOptions): Promise<Restored> {
  const beside = `${file}.restoring`;
  const remove = (): void => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${beside}${suffix}`, { force: true });
  };
  remove();
  try {
    const target = await openSqliteStore(file);
    const known = await target.epoch().finally(() => target.close());
    const fresh = await openSqliteStore(beside);
    let restored: Restored;
    try {
      await fresh.raiseEpoch(known);
      restored = await restoreStore(fresh, options);
    } finally {
      await fresh.close();
    }
    return { ...restored, ...adoptGraphFile(file, beside) };
  } finally {
    remove();
  }
}

/** Restores into an empty graph. Interrupted, it leaves a part of it, and may be run again when that is cleared. */
export async function restoreStore(store: GraphStore, options: RestoreOptions): Promise<Restored> {
  const { source, from, wallMs, onProgress } = options;
  const restored = await fillGraph(store, source, wallMs, onProgress);
  if (source.kind === 'dump') await checkRestored(store, from);
  return restored;
}
