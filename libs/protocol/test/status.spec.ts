import { Metadata, status } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { fromWireError, isUnreachable, toWireError } from '@filigree/protocol';

const failed = (code: status): Error =>
  Object.assign(new Error('call failed'), { code, details: 'Call cancelled', metadata: new Metadata() });

describe('what a client makes of a failed call', () => {
  it('is unreachable where the coordinator dropped the call or is not there: whoever waits goes on waiting', () => {
    for (const code of [status.CANCELLED, status.UNAVAILABLE]) {
      expect(isUnreachable(fromWireError(failed(code), '127.0.0.1:50051'))).toBe(true);
    }
    expect(isUnreachable(fromWireError(failed(status.INTERNAL), '127.0.0.1:50051'))).toBe(false);
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
