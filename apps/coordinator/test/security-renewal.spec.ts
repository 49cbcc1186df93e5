import { join } from 'node:path';
import { Bench, REPOSITORY } from '@filigree/testing';
import { issue, oldAuthority, writeTls } from './support/certificates.ts';
import { callRaw, tls } from './support/raw-call.ts';
import type { Outcome } from './support/raw-call.ts';

const SAMPLES = join(REPOSITORY, 'samples');
const STATUS = '/filigree.v1.ControlService/GetStatus';
const PATIENCE_MS = 300_000;

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.open();
});
afterEach(() => bench.end());

describe('certificates', () => {
  it(
    'are read again when they change: the new authority is let in, the old one no more, and a worker stays',
    async () => {
      const before = await oldAuthority();
      const dir = join(bench.dir, 'tls');
      const own = await writeTls(dir, before, await issue(before, 'coordinator'));
      const { address } = await bench.serve(SAMPLES, own);
      const worker = await bench.connect(
        address,
        await writeTls(join(bench.dir, 'worker'), before, await issue(before, 'worker')),
      );

      const after = await oldAuthority();
      const outsider = tls(before.pem, await issue(before, 'operator'));
      expect(await callRaw(address, outsider, STATUS)).toBe('ANSWERED');
      await writeTls(dir, after, await issue(after, 'coordinator'));
      const renewed = tls(after.pem, await issue(after, 'operator'));
      const until = Date.now() + PATIENCE_MS / 2;
      let outcome: Outcome;
      do outcome = await callRaw(address, renewed, STATUS);
      while (outcome !== 'ANSWERED' && Date.now() < until);
      expect(outcome).toBe('ANSWERED');
      expect(await callRaw(address, outsider, STATUS)).toBe('UNAVAILABLE');
      expect(worker.stderr()).not.toMatch(/trying again/);
    },
    PATIENCE_MS,
  );

  it(
    'of another host are not believed by a command',
    async () => {
      const authority = await oldAuthority();
      const pair = await authority.issue('coordinator', 'another', ['other.example']);
      const { address } = await bench.serve(SAMPLES, await writeTls(join(bench.dir, 'tls'), authority, pair));
      const operator = await writeTls(join(bench.dir, 'operator'), authority, await issue(authority, 'operator'));
      const { code, stderr } = await bench.run('coordinator', ['status', '--coordinator', address, ...operator]);
      expect(stderr).toMatch(/altnames|does not match/i);
      expect(code).toBe(3);
    },
    PATIENCE_MS,
  );

  it(
    'that do not belong to their key are an error of the command line',
    async () => {
      const authority = await oldAuthority();
      const own = await writeTls(join(bench.dir, 'one'), authority, await issue(authority, 'coordinator'));
      const other = await writeTls(join(bench.dir, 'two'), authority, await issue(authority, 'coordinator'));
      const run = await bench.run('coordinator', [
        'serve',
        '--filings',
        SAMPLES,
        ...own.slice(0, 4),
        ...other.slice(4),
      ]);
      expect(run.stderr).toMatch(/two\/own\.key is not the private key of --tls-cert .*one\/own\.crt/);
      expect(run.code).toBe(2);
    },
    PATIENCE_MS,
  );

  it.each([
    ['an open address in the clear', ['--listen', '0.0.0.0:0'], /open to other machines.*\n?.*--insecure/],
    ['TLS that lets anybody in', ['--listen', '0.0.0.0:0', 'PAIR'], /would let anybody in.*\n?.*--tls-ca/],
    ['a token file without TLS', ['--token-file', '/dev/null'], /needs a certificate/],
  ])(
    'or tokens are demanded: %s is refused at start',
    async (_name, args, message) => {
      const authority = await oldAuthority();
      const [, , ...pair] = await writeTls(join(bench.dir, 'one'), authority, await issue(authority, 'coordinator'));
      const given = args.flatMap((word) => (word === 'PAIR' ? pair : [word]));
      const run = await bench.run('coordinator', ['serve', '--filings', SAMPLES, '--metrics', 'off', ...given]);
      expect(run.stderr).toMatch(message);
      expect(run.code).toBe(2);
    },
    PATIENCE_MS,
  );
});
