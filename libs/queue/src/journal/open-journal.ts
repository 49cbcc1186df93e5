import { FiligreeError } from '@filigree/base';
import type { Journal, JournalOptions } from './types.ts';

/**
 * Takes the queue directory for this process, replays it and opens it for appending.
 * Throws FiligreeError: LOCAL_STATE (held by another coordinator, not writable), CORRUPT (names file and offset), DISK_FULL.
 */
export function openJournal(options: JournalOptions): Promise<Journal> {
  return Promise.reject(new FiligreeError('INTERNAL', `${options.dir} cannot be opened yet`));
}
