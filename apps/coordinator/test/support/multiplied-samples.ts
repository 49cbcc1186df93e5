import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '@filigree/testing';

/** Writes the samples of 2010 into a directory, each `copies` times under other accession numbers; gives how many. */
export async function multiplySamples(into: string, copies: number): Promise<number> {
  const from = join(REPOSITORY, 'samples/2010');
  await mkdir(into, { recursive: true });
  let written = 0;
  for (const name of await readdir(from)) {
    const text = await readFile(join(from, name), 'utf8');
    const accession = /\d{10}-\d\d-\d{6}/.exec(text)?.[0] ?? '';
    for (let copy = 0; copy < copies; copy++) {
      const other = `${accession.slice(0, 14)}${String(900_000 + written++)}`;
      await writeFile(join(into, `${other}.txt`), text.replaceAll(accession, other));
    }
  }
  return written;
}
