import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkClient } from '@filigree/protocol';
import type { Lease } from '@filigree/queue';
import { localPath, readRemote } from '../src/connect/fetch-filing.ts';

function lease(path: string, sizeBytes: number, root = 0): Lease {
  const job = { jobId: 1, runId: 'r', accession: 'a', path, root, sizeBytes, mode: 'off' } as const;
  return { token: 5, job, attempt: 1, msLeft: 1000 };
}

describe('a filing on this machine', () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'filigree-fetch-'));
    await mkdir(join(dir, 'root', '2010'), { recursive: true });
    await writeFile(join(dir, 'root', '2010', 'a.txt'), 'filing');
    await writeFile(join(dir, 'secret.txt'), 'secret');
    await symlink(join(dir, 'secret.txt'), join(dir, 'root', 'link.txt'));
    await symlink(join(dir, 'root', '2010', 'a.txt'), join(dir, 'root', 'inner.txt'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('is read from here when it is there with the size that the coordinator knows', async () => {
    expect(await localPath(lease('2010/a.txt', 6), [join(dir, 'root')])).toBe(join(dir, 'root', '2010', 'a.txt'));
    expect(await localPath(lease('inner.txt', 6), [join(dir, 'root')])).toBe(join(dir, 'root', '2010', 'a.txt'));
  });

  it.each([
    ['another size', lease('2010/a.txt', 7), 'root'],
    ['a missing file', lease('2010/b.txt', 6), 'root'],
    ['a missing directory', lease('2010/a.txt', 6), 'elsewhere'],
    ['a directory in its place', lease('2010', 6), 'root'],
    ['a path that leaves the directory', lease('../secret.txt', 6), 'root'],
    ['a link that leaves the directory', lease('link.txt', 6), 'root'],
    ['an unknown directory number', lease('2010/a.txt', 6, 3), 'root'],
  ])('is left to the coordinator for %s', async (_name, wanted, root) => {
    expect(await localPath(wanted, [join(dir, root)])).toBeNull();
  });
});

describe('a filing from the coordinator', () => {
  const bytes = randomBytes(300_000);
  const client = (send: Uint8Array[]): WorkClient => ({
    place: 'test',
    openStream: () => {
      throw new Error('not used');
    },
    async readFiling(_ask, onChunk) {
      for (const part of send) await onChunk(part);
      return { sizeBytes: bytes.length };
    },
    close: () => undefined,
  });
  const signal = new AbortController().signal;

  it('comes whole, in a buffer of its own that a thread may be given', async () => {
    let steps = 0;
    const parts = [bytes.subarray(0, 100_000), bytes.subarray(100_000)];
    const whole = await readRemote(client(parts), lease('a', bytes.length), signal, () => steps++);
    const digest = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
    expect(digest(whole)).toBe(digest(bytes));
    expect(whole.byteLength).toBe(whole.buffer.byteLength);
    expect(steps).toBe(2);
  });

  it('is not asked for when it is too large to be read', async () => {
    await expect(readRemote(client([]), lease('a', 2 ** 30), signal, () => undefined)).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
  });
});
