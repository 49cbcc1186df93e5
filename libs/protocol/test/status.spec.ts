import { Metadata, status } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { fromWireError, isUnreachable, toWireError } from '@filigree/protocol';

const failed = (code: status, details = 'Call cancelled'): Error =>
  Object.assign(new Error('call failed'), { code, details, metadata: new Metadata() });

describe('what a client makes of a failed call', () => {
  it('is unreachable where the coordinator dropped the call or is not there: whoever waits goes on waiting', () => {
    for (const code of [status.CANCELLED, status.UNAVAILABLE]) {
      expect(isUnreachable(fromWireError(failed(code), '127.0.0.1:50051'))).toBe(true);
    }
    expect(isUnreachable(fromWireError(failed(status.INTERNAL), '127.0.0.1:50051'))).toBe(false);
  });

  it.each([
    ['tlsv13 alert certificate required', 'certificate required', /--tls-cert and --tls-key/],
    ['tlsv1 alert unknown ca', 'unknown ca', /its authority signed/],
    ['sslv3 alert certificate expired', 'certificate expired', /still valid/],
  ])('says in words why TLS was refused: %s', (said, alert, remedy) => {
    const details = `No connection established. Last error: 80EC:error:0A00045C:SSL routines:ssl3_read_bytes:${said}:../ssl/rec.c:1601:SSL alert number 116`;
    const error = fromWireError(failed(status.UNAVAILABLE, details), '10.0.0.5:50051');
    expect(error.code).toBe('UNREACHABLE');
    expect(error.message).toBe(`the coordinator at 10.0.0.5:50051 refused the TLS connection: ${alert}`);
    expect(error.remedy).toMatch(remedy);
  });

  it('is what the coordinator said where it said something', () => {
    const said = new FiligreeError('CANCELLED', 'nothing was changed', { remedy: 'ask again' });
    expect(fromWireError(toWireError(said), 'here')).toMatchObject({
      code: 'CANCELLED',
      message: 'nothing was changed',
      remedy: 'ask again',
    });
  });
});
