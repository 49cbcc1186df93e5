import { FiligreeError } from '@filigree/base';
import { clientToken, parseTokens } from '@filigree/protocol';

const WORKER = '9f3c2a7b1d4e5f60718293a4b5c6d7e8';
const VIEWER = '00112233445566778899aabbccddeeff';

describe('a token file', () => {
  it('gives each token its role', () => {
    const table = parseTokens(`# tokens\nworker ${WORKER}\nviewer ${VIEWER}\n`, 'tokens');
    expect([table.roleOf(WORKER), table.roleOf(VIEWER), table.roleOf(`${VIEWER}x`), table.roleOf('')]).toEqual([
      'worker',
      'viewer',
      null,
      null,
    ]);
  });

  it('with a bare token lets its holder do everything', () => {
    expect(parseTokens(`${WORKER}\n`, 'tokens').roleOf(WORKER)).toBe('coordinator');
  });

  it.each([
    ['a role that does not exist', `boss ${WORKER}`, /tokens:1.*operator, worker, viewer/],
    ['a short token', 'worker abc', /3 characters, expected at least 16/],
    ['no token at all', '# nothing\n', /holds no token/],
  ])('with %s is refused by name and line', (_what, text, message) => {
    expect(() => parseTokens(text, 'tokens')).toThrow(message);
    expect(() => parseTokens(text, 'tokens')).toThrow(FiligreeError);
  });

  it('of a client may be a line of the coordinator’s', () => {
    expect(clientToken(`\n# mine\nworker ${WORKER}\n`)).toBe(WORKER);
  });
});
