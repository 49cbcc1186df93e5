import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** Who a certificate speaks for; stands as organizational unit (OU) in its subject. */
export type CertificateRole = 'coordinator' | 'worker' | 'operator' | 'viewer';

/** A certificate and its private key, PEM. */
export interface KeyPairPem {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface AuthorityOptions {
  /** Validity of everything that is made, from `notBefore` on. */
  readonly notBefore: Date;
  readonly days: number;
}

// ECDSA on P-256 with SHA-256: small, fast, and understood by every TLS 1.2 and 1.3 stack.
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const DAY_MS = 86_400_000;

/** A private certificate authority in memory (X.509 v3, RFC 5280). */
export interface Authority {
  readonly pem: KeyPairPem;
  /**
   * Signs a certificate for a role. `hosts` are DNS names and IP addresses that a server answers to; `validDays`, where
   * it is given, is shorter than the authority's own.
   */
  issue(role: CertificateRole, name: string, hosts: readonly string[], validDays?: number): Promise<KeyPairPem>;
}

function toPem(der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
}

async function pemOf(certificate: x509.X509Certificate, key: webcrypto.CryptoKey): Promise<KeyPairPem> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return { certificate: `${certificate.toString('pem')}\n`, privateKey: toPem(der) };
}

// 16 random bytes, the first bit clear so that the number is positive.
function serialNumber(): string {
  const bytes = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)));
  bytes[0] = bytes[0]! & 0x7f;
  return bytes.toString('hex');
}

/** Makes a new authority; its key never leaves the returned object but as `pem`. */
export async function makeAuthority(options: AuthorityOptions): Promise<Authority> {
  const { notBefore, days } = options;
  const notAfter = new Date(notBefore.getTime() + days * DAY_MS);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'O=Filigree, CN=Filigree private CA',
    notBefore,
    notAfter,
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });

  return {
    pem: await pemOf(authority, keys.privateKey),
    async issue(role, name, hosts, validDays = days) {
      const own = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
      const server = role === 'coordinator';
      const certificate = await x509.X509CertificateGenerator.create({
        serialNumber: serialNumber(),
        subject: new x509.Name([{ O: ['Filigree'] }, { OU: [role] }, { CN: [name] }]).toString(),
        issuer: authority.subject,
        notBefore,
        notAfter: new Date(notBefore.getTime() + validDays * DAY_MS),
        signingAlgorithm: ALGORITHM,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new x509.BasicConstraintsExtension(false, undefined, true),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          // The coordinator's own commands may run beside it with the same certificate.
          new x509.ExtendedKeyUsageExtension(server ? [SERVER_AUTH, CLIENT_AUTH] : [CLIENT_AUTH]),
          await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
          ...(hosts.length === 0
            ? []
            : [
                new x509.SubjectAlternativeNameExtension(
                  hosts.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
                ),
              ]),
        ],
      });
      return pemOf(certificate, own.privateKey);
    },
  };
}
