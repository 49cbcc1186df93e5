import { warningOfClear } from '@filigree/protocol';
import type { Security } from '@filigree/protocol';

const NOTHING: Security = {
  tlsCert: undefined,
  tlsKey: undefined,
  tlsCa: undefined,
  tokenFile: undefined,
  insecure: false,
};

describe('a connection in the clear', () => {
  it('is worth a warning when it goes to another machine and nobody said that this is meant', () => {
    expect(warningOfClear(NOTHING, '192.0.2.7')).toMatch(/192\.0\.2\.7 is in the clear.*--insecure/);
    for (const host of ['localhost', '127.0.0.9', '::1']) expect(warningOfClear(NOTHING, host)).toBeNull();
    expect(warningOfClear({ ...NOTHING, insecure: true }, '192.0.2.7')).toBeNull();
    expect(warningOfClear({ ...NOTHING, tlsCa: 'ca.pem' }, '192.0.2.7')).toBeNull();
  });
});
