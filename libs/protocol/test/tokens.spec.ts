import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FiligreeError } from '@filigree/base';
import { clientToken, parseTokens } from '@filigree/protocol';
import { makeTokenReader, readTokenFile } from '../src/security/files.ts';

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

describe('a token file on disk', () => {
  let dir: string;
  let file: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'filigree-tokens-'));
    file = join(dir, 'tokens');
    await writeFile(file, `${WORKER}\n`, { mode: 0o600 });
  });
  afterEach(() => rm(dir, { recursive: true }));

  it.each([0o640, 0o604, 0o644, 0o660, 0o620, 0o610, 0o666])('of mode %o is refused with the remedy', async (mode) => {
    await chmod(file, mode);
    expect(() => readTokenFile(file)).toThrow(
      expect.objectContaining({ code: 'USAGE', remedy: `chmod 600 ${file}` }) as Error,
    );
  });

  it.each([0o600, 0o400])('of mode %o is read', async (mode) => {
    await chmod(file, mode);
    expect(readTokenFile(file)).toContain(WORKER);
  });

  it('that is opened to others later, or becomes nonsense, changes nothing, and that is told once', async () => {
    const told: string[] = [];
    const tokens = makeTokenReader(file, (text) => told.push(text));
    await writeFile(file, `worker ${'n'.repeat(32)}\n`);
    await chmod(file, 0o644);
    expect([tokens().roleOf(WORKER), tokens().roleOf(WORKER)]).toEqual(['coordinator', 'coordinator']);
    expect(told).toEqual([expect.stringContaining('0644')]);
    await chmod(file, 0o600);
    expect(tokens().roleOf(WORKER)).toBeNull();
    await writeFile(file, 'nonsense here and there\n');
    expect(tokens().roleOf('n'.repeat(32))).toBe('worker');
    expect(told).toHaveLength(2);
  });
});
