import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { accessionOfFileName } from '../container/header.ts';
import { isFilingName } from '../discovery/walk-disk.ts';
import { judgeFile } from '../files/wholeness-disk.ts';

const PART = /^\.(\d{10}-\d{2}-\d{6})\.(\d+)\.part$/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The name of the file that a download of this process writes before it is whole. */
export function temporaryName(accession: string): string {
  return `.${accession}.${process.pid}.part`;
}

/** The files of a directory whose names tell an accession, by accession. */
export type PresentFilings = ReadonlyMap<string, readonly string[]>;

/**
 * The files of a directory that are named for an accession, with or without dashes, plain or compressed; makes the directory
 * if need be and removes what downloads left that died.
 */
export async function presentFilings(directory: string): Promise<PresentFilings> {
  await mkdir(directory, { recursive: true });
  const present = new Map<string, string[]>();
  for (const name of await readdir(directory)) {
    const part = PART.exec(name);
    if (part !== null) {
      if (Number(part[2]) === process.pid || !isAlive(Number(part[2])))
        await rm(join(directory, name), { force: true });
      continue;
    }
    const accession = isFilingName(name) ? accessionOfFileName(name) : null;
    if (accession !== null) present.set(accession, [...(present.get(accession) ?? []), join(directory, name)]);
  }
  return present;
}

/** True if a file is there and holds a whole submission. */
export async function isWholeFile(path: string): Promise<boolean> {
  const judged = await judgeFile(path).catch(() => null);
  return judged?.wholeness === 'whole' || judged?.wholeness === 'header only';
}
