import type { FilingEssentials } from './essentials.ts';
import type { WalkedFile } from './walk-disk.ts';

/** What is known of files from before: null for a stray one, undefined where it is unknown or the file has changed. */
export interface KnownHeaders {
  get(file: WalkedFile): FilingEssentials | null | undefined;
  set(file: WalkedFile, entry: FilingEssentials | null): void;
}

const KEPT = 10_000;

interface Kept {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly entry: FilingEssentials | null;
}

/**
 * The headers that small scans of one process read last, in memory. To look a few files up here, or even to read their
 * headers, costs less than to open and write an index of everything that was ever scanned.
 */
export class RecentHeaders implements KnownHeaders {
  readonly #kept = new Map<string, Kept>();

  get({ file, sizeBytes, mtimeMs }: WalkedFile): FilingEssentials | null | undefined {
    const kept = this.#kept.get(file);
    return kept?.sizeBytes === sizeBytes && kept.mtimeMs === mtimeMs ? kept.entry : undefined;
  }

  set({ file, sizeBytes, mtimeMs }: WalkedFile, entry: FilingEssentials | null): void {
    // Set again, it is the newest.
    this.#kept.delete(file);
    this.#kept.set(file, { sizeBytes, mtimeMs, entry });
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }
}
