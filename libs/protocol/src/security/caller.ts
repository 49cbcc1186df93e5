import { createHash } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';

const SHOWN_DIGITS = 16;

/**
 * One string for what a caller showed at the door: the subject of its verified certificate, which a renewed one keeps, else a
 * digest of its bearer token; empty where it showed nothing. It tells callers apart and cannot be used to be one.
 */
export function callerOf(certificate: PeerCertificate | undefined, authorization: unknown): string {
  if (certificate !== undefined) return `certificate ${JSON.stringify(certificate.subject)}`;
  if (typeof authorization !== 'string') return '';
  return `token ${createHash('sha256').update(authorization).digest('hex').slice(0, SHOWN_DIGITS)}`;
}
