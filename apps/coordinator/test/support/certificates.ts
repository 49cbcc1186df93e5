import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAuthority } from '../../src/certs/authority.ts';
import type { Authority, CertificateRole, KeyPairPem } from '../../src/certs/authority.ts';

const DAY_MS = 86_400_000;
export const CERTIFICATE_ROLES: readonly CertificateRole[] = ['operator', 'worker', 'viewer', 'coordinator'];

/** An authority that is ten days old, so that it can also have signed what has expired since. */
export function oldAuthority(): Promise<Authority> {
  return makeAuthority({ notBefore: new Date(Date.now() - 10 * DAY_MS), days: 30 });
}

export function issue(authority: Authority, role: CertificateRole, validDays?: number): Promise<KeyPairPem> {
  return authority.issue(role, `a ${role}`, role === 'coordinator' ? ['127.0.0.1', 'localhost'] : [], validDays);
}

/** Files as `--tls-ca`, `--tls-cert` and `--tls-key` take them. */
export async function writeTls(dir: string, authority: Authority, pair: KeyPairPem): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const file = (name: string): string => join(dir, name);
  // The key before its certificate, as a renewal does it: until both are there the old pair counts.
  await writeFile(file('own.key'), pair.privateKey);
  await writeFile(file('own.crt'), pair.certificate);
  await writeFile(file('ca.crt'), authority.pem.certificate);
  return ['--tls-ca', file('ca.crt'), '--tls-cert', file('own.crt'), '--tls-key', file('own.key')];
}
