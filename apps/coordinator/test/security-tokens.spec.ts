import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { credentials } from '@grpc/grpc-js';
import { Bench, REPOSITORY } from '@filigree/testing';
import type { Authority } from '../src/certs/authority.ts';
import { issue, oldAuthority, writeTls } from './support/certificates.ts';
import { callEach, callRaw, eachIs, forbiddenTo, tls } from './support/raw-call.ts';

const SAMPLES = join(REPOSITORY, 'samples');
const PATIENCE_MS = 300_000;
const STATUS = '/filigree.v1.ControlService/GetStatus';
const HEALTH = '/grpc.health.v1.Health/Check';
const TOKENS: Readonly<Record<string, string>> = {
  operator: 'o'.repeat(32),
  worker: 'w'.repeat(32),
  viewer: 'v'.repeat(32),
};

let bench: Bench;
let authority: Authority;
let address: string;
let tokenFile: string;

const lines = (roles: readonly string[]): string => roles.map((role) => `${role} ${TOKENS[role]!}\n`).join('');

beforeAll(async () => {
  bench = await Bench.open();
  authority = await oldAuthority();
  const [, , ...own] = await writeTls(join(bench.dir, 'coordinator'), authority, await issue(authority, 'coordinator'));
  tokenFile = join(bench.dir, 'tokens');
  await writeFile(tokenFile, lines(Object.keys(TOKENS)), { mode: 0o600 });
  ({ address } = await bench.serve(SAMPLES, ['--token-file', tokenFile, ...own]));
}, PATIENCE_MS);

afterAll(() => bench.end());

describe('a coordinator with tokens', () => {
  it(
    'answers nobody in the clear',
    async () => {
      expect(await callEach(address, credentials.createInsecure(), TOKENS['operator'])).toEqual(eachIs('UNAVAILABLE'));
    },
    PATIENCE_MS,
  );

  it.each([
    ['no token', undefined],
    ['an unknown token', 'x'.repeat(32)],
    ['the beginning of a token', 'o'.repeat(31)],
    ['an empty token', ''],
  ])(
    'lets nobody in with %s',
    async (_name, token) => {
      expect(await callEach(address, tls(authority.pem), token)).toEqual(eachIs('UNAUTHENTICATED'));
    },
    PATIENCE_MS,
  );

  it(
    'takes no certificate for a token, not even one of its own authority',
    async () => {
      expect(await callRaw(address, tls(authority.pem, await issue(authority, 'operator')), STATUS)).toBe(
        'UNAUTHENTICATED',
      );
    },
    PATIENCE_MS,
  );

  it.each(Object.keys(TOKENS))(
    'lets a token of the role %s do what is its own, and nothing else',
    async (role) => {
      const outcomes = await callEach(address, tls(authority.pem), TOKENS[role]);
      const refused = Object.keys(outcomes).filter((path) => outcomes[path] === 'PERMISSION_DENIED');
      expect(refused.sort()).toEqual(forbiddenTo(role).sort());
      expect(Object.values(outcomes)).not.toContain('UNAUTHENTICATED');
    },
    PATIENCE_MS,
  );

  it(
    'answers the fixed questions of a viewer, and refuses its free queries and its resolve with the remedy',
    async () => {
      const own = join(bench.dir, 'viewer-token');
      await writeFile(own, lines(['viewer']), { mode: 0o600 });
      const door = ['--coordinator', address, '--token-file', own, '--tls-ca', join(bench.dir, 'coordinator/ca.crt')];
      expect((await bench.run('coordinator', ['graph', 'stats', ...door])).code).toBe(0);
      for (const asked of [['query', 'SELECT 1'], ['query', "SELECT readfile('tokens')"], ['query'], ['resolve']]) {
        const { code, stdout, stderr } = await bench.run('coordinator', ['graph', ...asked, ...door]);
        expect(stderr).toMatch(/not allowed for the role viewer, expected operator or coordinator/);
        expect(stderr).toMatch(/use the certificate or token of such a role/);
        expect([code, stdout]).toEqual([2, '']);
      }
    },
    PATIENCE_MS,
  );

  it(
    'forgets a token at once that is taken out of the file',
    async () => {
      const call = (): Promise<string> =>
        callRaw(address, tls(authority.pem), STATUS, { token: TOKENS['viewer'] ?? '' });
      expect(await call()).toBe('ANSWERED');
      await writeFile(tokenFile, lines(['operator', 'worker']));
      expect(await call()).toBe('UNAUTHENTICATED');
    },
    PATIENCE_MS,
  );

  it(
    'serves its own commands with --tls-ca and --token-file, and a token is never sent in the clear',
    async () => {
      const own = join(bench.dir, 'own-token');
      await writeFile(own, lines(['operator']), { mode: 0o600 });
      const ca = ['--tls-ca', join(bench.dir, 'coordinator/ca.crt')];
      const base = ['status', '--json', '--coordinator', address, '--token-file', own];
      expect((await bench.run('coordinator', [...base, ...ca])).code).toBe(0);
      const clear = await bench.run('coordinator', base);
      expect(clear.stderr).toMatch(/in the clear.*\n?.*--tls-ca/);
      expect(clear.code).toBe(2);
    },
    PATIENCE_MS,
  );
});

describe('what says how a coordinator is, beside its main port', () => {
  it(
    'is the bare status on --health and nothing else, in the clear',
    async () => {
      const { process } = await bench.serve(SAMPLES, [
        '--health',
        '127.0.0.1:0',
        '--queue-dir',
        'q2',
        '--graph',
        'sqlite:g2.db',
      ]);
      const [, health = ''] = await process.printed(/health on (127\.0\.0\.1:\d+)/);
      const outcomes = await callEach(health, credentials.createInsecure());
      expect(outcomes[HEALTH]).toBe('ANSWERED');
      const others = Object.entries(outcomes).filter(([path]) => !path.startsWith('/grpc.health.v1.'));
      expect(new Set(others.map(([, outcome]) => outcome))).toEqual(new Set(['UNIMPLEMENTED']));
      process.kill();
      expect((await process.ended).code).toBe(0);
    },
    PATIENCE_MS,
  );
});
