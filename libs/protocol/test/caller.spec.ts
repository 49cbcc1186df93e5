import type { PeerCertificate } from 'node:tls';
import { callerOf } from '../src/security/caller.ts';

const certificate = (CN: string): PeerCertificate =>
  ({ subject: { CN, OU: 'worker' }, serialNumber: String(Math.random()) }) as unknown as PeerCertificate;

describe('what tells callers apart', () => {
  it('is the subject of the certificate, which a renewed one keeps', () => {
    expect(callerOf(certificate('a'), undefined)).toBe(callerOf(certificate('a'), 'Bearer anything'));
    expect(callerOf(certificate('a'), undefined)).not.toBe(callerOf(certificate('b'), undefined));
  });

  it('is else the token, which it does not give away', () => {
    const [one, other] = [
      callerOf(undefined, 'Bearer 0123456789abcdef'),
      callerOf(undefined, 'Bearer 0123456789abcdeg'),
    ];
    expect(one).not.toBe(other);
    expect(one).not.toContain('0123456789abcdef');
    expect(callerOf(undefined, undefined)).toBe('');
  });
});
