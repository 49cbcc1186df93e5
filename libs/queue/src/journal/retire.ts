import type { Disk } from './disk.ts';

/** Where a salvage puts the files that it read, below the queue directory. */
export const ASIDE = 'damaged';

/** Removes files that are no longer needed; `isKept` moves them aside instead, because a salvage left something out of them. */
export async function retire(disk: Disk, dir: string, paths: readonly string[], isKept: boolean): Promise<void> {
  if (paths.length === 0) return;
  if (isKept) await disk.makeDirectory(`${dir}/${ASIDE}`);
  for (const path of paths) {
    if (isKept) await disk.rename(path, `${dir}/${ASIDE}/${path.slice(path.lastIndexOf('/') + 1)}`);
    else await disk.unlink(path);
  }
  await disk.syncDirectory(dir);
}
