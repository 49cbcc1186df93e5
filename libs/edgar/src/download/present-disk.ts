import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { accessionOfFileName } from '../container/header.ts';

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

/**
 * The accessions that stand in a directory, whole, under a name with or without dashes; makes the directory if need be and
 * removes what downloads left that died.
 */
export async function presentAccessions(directory: string): Promise<Set<string>> {
  await mkdir(directory, { recursive: true });
  const present = new Set<string>();
  for (const name of await readdir(directory)) {
    const part = PART.exec(name);
    if (part !== null) {
      if (Number(part[2]) === process.pid || !isAlive(Number(part[2])))
        await rm(join(directory, name), { force: true });
      continue;
    }
    const accession = /\.(?:txt|nc)(?:\.gz)?$/i.test(name) ? accessionOfFileName(name) : null;
    if (accession !== null) present.add(accession);
  }
  return present;
}
