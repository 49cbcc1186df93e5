import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FiligreeError } from '@filigree/base';
import { makeAuthority } from './authority.ts';
import type { CertificateRole } from './authority.ts';

export interface CertificateSet {
  readonly directory: string;
  /** Names and addresses by which clients reach the coordinator. */
  readonly hosts: readonly string[];
  readonly notBefore: Date;
  readonly days: number;
}

const ROLES: readonly CertificateRole[] = ['coordinator', 'worker', 'operator', 'viewer'];
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/**
 * Makes a private authority and one certificate a role in an empty or new directory: ca.crt, ca.key, ROLE.crt, ROLE.key.
 * Keys are readable by their owner alone. Returns the paths. Errors: USAGE for a directory that holds something already,
 * LOCAL_STATE for one that cannot be written.
 */
export async function writeCertificates(set: CertificateSet): Promise<string[]> {
  await prepareDirectory(set.directory);
  const authority = await makeAuthority(set);
  const hosts = [...new Set([...LOOPBACK, ...set.hosts])];
  const written: string[] = [];
  const save = async (name: string, pem: { certificate: string; privateKey: string }): Promise<void> => {
    written.push(
      await writeNew(join(set.directory, `${name}.crt`), pem.certificate, 0o644),
      await writeNew(join(set.directory, `${name}.key`), pem.privateKey, 0o600),
    );
  };
  await save('ca', authority.pem);
  for (const role of ROLES) {
    await save(role, await authority.issue(role, `filigree ${role}`, role === 'coordinator' ? hosts : []));
  }
  return written;
}

async function prepareDirectory(directory: string): Promise<void> {
  let present: string[];
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    present = await readdir(directory);
  } catch (cause) {
    throw new FiligreeError('LOCAL_STATE', `certificates cannot be written to ${directory} (${codeOf(cause)})`, {
      remedy: 'name a directory that you may write',
      cause,
    });
  }
  if (present.length > 0) {
    throw new FiligreeError('USAGE', `${directory} is not empty (${present[0]!}), expected a new or empty directory`, {
      remedy: 'name another directory; nothing is overwritten',
    });
  }
}

async function writeNew(path: string, text: string, mode: number): Promise<string> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return path;
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : 'error');
