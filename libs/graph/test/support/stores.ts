import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@filigree/graph';
import type { GraphStore } from '@filigree/graph';

export async function dumpOf(store: GraphStore): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  return lines;
}

/** A way to get an empty store, and to get rid of all that were given. */
export interface StoreMaker {
  readonly name: string;
  /** An empty graph. */
  fresh(): Promise<GraphStore>;
  /** One more connection to the graph that `fresh` gave last, as another process would have. */
  again(): Promise<GraphStore>;
  done(): Promise<void>;
}

let lastFile = '';

/** The file of the store that was opened last. */
export function lastSqliteFile(): string {
  return lastFile;
}

export function makeSqliteStores(): StoreMaker {
  const directory = mkdtempSync(join(tmpdir(), 'filigree-graph-'));
  const opened: GraphStore[] = [];
  let count = 0;
  const open = async (): Promise<GraphStore> => {
    lastFile = join(directory, `graph-${String(count)}.db`);
    const store = await openSqliteStore(lastFile);
    opened.push(store);
    return store;
  };
  return {
    name: 'SQLite',
    fresh: () => {
      count++;
      return open();
    },
    again: open,
    done: async () => {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Everything in some other order, the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed * 2654435761 + 1;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
