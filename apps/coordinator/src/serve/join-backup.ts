import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphStore } from '@filigree/graph';

/** The file in the queue directory of a backup that says which backup it is. */
export const BACKUP_ID_FILE = 'backup-id';

/**
 * Before a coordinator serves: brings queue and graph together where one of them is the copy of a backup. Those of one backup belong
 * together as they are. A graph with another queue may lack what that queue has as done: it gets a new id, and `tell` is called.
 */
export async function joinBackup(store: GraphStore, queueDir: string, tell: (text: string) => void): Promise<void> {
  const file = join(queueDir, BACKUP_ID_FILE);
  const text = await readFile(file, 'utf8').catch(() => null);
  const renewed = await store.joinQueue(text === null ? null : text.trim());
  if (text !== null) await unlink(file);
  if (renewed)
    tell(
      'the graph is the copy of a backup, and the queue is not of that backup: filings that it has as done are read again when they are submitted',
    );
}
