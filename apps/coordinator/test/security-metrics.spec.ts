import { writeFile } from 'node:fs/promises';
import { request as requestClear } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { RequestOptions } from 'node:https';
import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';
import type { Authority, KeyPairPem } from '../src/certs/authority.ts';
import { issue, oldAuthority, writeTls } from './support/certificates.ts';

const SAMPLES = join(REPOSITORY, 'samples');
const PATIENCE_MS = 300_000;
const TOKENS = { viewer: 'a-viewers-long-token', worker: 'a-workers-long-token' };

/** The status of the answer, or why there is none. */
function read(url: string, options: RequestOptions = {}): Promise<number | string> {
  return new Promise((resolve) => {
    const request = url.startsWith('https:') ? requestSecure : requestClear;
    request(url, { agent: false, ...options }, (response) => {
      response.resume();
      response.once('error', (error) => resolve(error.message));
      response.once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', (error) => resolve(error.message))
      .end();
  });
}

describe('metrics', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.end());

  /** Starts a coordinator whose metrics are open to other machines; gives their address on this one. */
  async function serve(args: readonly string[]): Promise<string> {
    const base = ['serve', '--filings', SAMPLES, '--listen', '127.0.0.1:0', '--metrics', '0.0.0.0:0'];
    const started = bench.start('coordinator', [...base, ...args]);
    const found = await started.printed(/metrics on (https?:\/\/)0\.0\.0\.0(:\d+\/metrics)/);
    return `${found[1]!}127.0.0.1${found[2]!}`;
  }
  const shown = (authority: Authority, pair: KeyPairPem): RequestOptions => ({
    ca: authority.pem.certificate,
    cert: pair.certificate,
    key: pair.privateKey,
  });

  it(
    'are not offered to other machines in the clear, unless that is asked for',
    async () => {
      const refused = await bench.run('coordinator', ['serve', '--filings', SAMPLES, '--metrics', '0.0.0.0:0']);
      expect(refused.stderr).toMatch(/^error: --metrics 0\.0\.0\.0 is open to other machines.*--insecure/);
      expect(refused.code).toBe(2);
      expect(await read(await serve(['--insecure']))).toBe(200);
    },
    PATIENCE_MS,
  );

  it(
    'are read over TLS, with the certificate of one who may look',
    async () => {
      const authority = await oldAuthority();
      const own = await writeTls(join(bench.dir, 'tls'), authority, await issue(authority, 'coordinator'));
      const url = await serve(own);
      expect(await read(url, shown(authority, await issue(authority, 'viewer')))).toBe(200);
      expect(await read(url, shown(authority, await issue(authority, 'worker')))).toBe(403);
      const stranger = await issue(await oldAuthority(), 'viewer');
      for (const options of [
        { ca: authority.pem.certificate },
        shown(authority, stranger),
        shown(authority, await issue(authority, 'viewer', 5)),
      ])
        expect(await read(url, options)).toMatch(/certificate|alert|ECONNRESET|socket hang up|EPIPE/i);
    },
    PATIENCE_MS,
  );

  it(
    'are read over TLS, with the token of one who may look',
    async () => {
      const authority = await oldAuthority();
      const own = await writeTls(join(bench.dir, 'tls'), authority, await issue(authority, 'coordinator'));
      const tokens = join(bench.dir, 'tokens');
      await writeFile(tokens, `viewer ${TOKENS.viewer}\nworker ${TOKENS.worker}\n`, { mode: 0o600 });
      const url = await serve([...own.slice(2), '--token-file', tokens]);
      const bearing = (token: string): RequestOptions => ({
        ca: authority.pem.certificate,
        headers: { authorization: `Bearer ${token}` },
      });
      expect(await read(url, bearing(TOKENS.viewer))).toBe(200);
      expect(await read(url, bearing(TOKENS.worker))).toBe(403);
      expect(await read(url, bearing('a-token-of-nobody'))).toBe(401);
      expect(await read(url, { ca: authority.pem.certificate })).toBe(401);
    },
    PATIENCE_MS,
  );

  it(
    'show a renewed certificate without a restart',
    async () => {
      const before = await oldAuthority();
      const dir = join(bench.dir, 'tls');
      const url = await serve(await writeTls(dir, before, await issue(before, 'coordinator')));
      const after = await oldAuthority();
      await writeTls(dir, after, await issue(after, 'coordinator'));
      const renewed = shown(after, await issue(after, 'viewer'));
      while ((await read(url, renewed)) !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await read(url, shown(before, await issue(before, 'viewer')))).not.toBe(200);
    },
    PATIENCE_MS,
  );
});
