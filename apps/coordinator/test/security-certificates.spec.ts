import { join } from 'node:path';
import { credentials } from '@grpc/grpc-js';
import { Bench, REPOSITORY } from '@filigree/testing';
import type { Authority } from '../src/certs/authority.ts';
import { CERTIFICATE_ROLES, issue, oldAuthority, writeTls } from './support/certificates.ts';
import { callEach, callRaw, eachIs, forbiddenTo, tls } from './support/raw-call.ts';

const SAMPLES = join(REPOSITORY, 'samples');
const STATUS = '/filigree.v1.ControlService/GetStatus';
const PATIENCE_MS = 300_000;

let bench: Bench;
let authority: Authority;
let address: string;
let operator: string[];

async function statusNow(): Promise<{ jobs: Record<string, number>; workers: unknown[]; paused?: boolean }> {
  const { code, stdout, stderr } = await bench.run('coordinator', [
    'status',
    '--json',
    '--coordinator',
    address,
    ...operator,
  ]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Awaited<ReturnType<typeof statusNow>>;
}

beforeAll(async () => {
  bench = await Bench.open();
  authority = await oldAuthority();
  const own = await writeTls(join(bench.dir, 'coordinator'), authority, await issue(authority, 'coordinator'));
  ({ address } = await bench.serve(SAMPLES, ['--health', '127.0.0.1:0', ...own]));
  operator = await writeTls(join(bench.dir, 'operator'), authority, await issue(authority, 'operator'));
}, PATIENCE_MS);

afterAll(() => bench.end());

const noWork = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };

describe('a coordinator with mutual TLS', () => {
  it(
    'answers nobody in the clear, whatever the RPC',
    async () => {
      expect(await callEach(address, credentials.createInsecure())).toEqual(eachIs('UNAVAILABLE'));
    },
    PATIENCE_MS,
  );

  it(
    'answers nobody without a certificate',
    async () => {
      expect(await callEach(address, tls(authority.pem))).toEqual(eachIs('UNAVAILABLE'));
    },
    PATIENCE_MS,
  );

  it(
    'answers nobody whose certificate another authority signed',
    async () => {
      const stranger = await issue(await oldAuthority(), 'coordinator');
      expect(await callEach(address, tls(authority.pem, stranger))).toEqual(eachIs('UNAVAILABLE'));
    },
    PATIENCE_MS,
  );

  it(
    'answers nobody whose certificate has expired',
    async () => {
      const expired = await issue(authority, 'coordinator', 5);
      expect(await callEach(address, tls(authority.pem, expired))).toEqual(eachIs('UNAVAILABLE'));
    },
    PATIENCE_MS,
  );

  it(
    'has queued nothing, leased nothing and paused nothing after all of that',
    async () => {
      const { jobs, workers } = await statusNow();
      expect({ jobs, workers }).toEqual({ jobs: noWork, workers: [] });
    },
    PATIENCE_MS,
  );

  it.each(CERTIFICATE_ROLES)(
    'lets a certificate of the role %s do what is its own, and nothing else',
    async (role) => {
      const outcomes = await callEach(address, tls(authority.pem, await issue(authority, role)));
      const refused = Object.keys(outcomes).filter((path) => outcomes[path] === 'PERMISSION_DENIED');
      expect(refused.sort()).toEqual(forbiddenTo(role).sort());
      expect(Object.values(outcomes)).not.toContain('UNAVAILABLE');
      expect(Object.values(outcomes)).not.toContain('UNAUTHENTICATED');
      expect(Object.values(outcomes)).not.toContain('UNIMPLEMENTED');
    },
    PATIENCE_MS,
  );

  it(
    'tells a wrong role by name who may, and what to do',
    async () => {
      const worker = await writeTls(join(bench.dir, 'worker'), authority, await issue(authority, 'worker'));
      const { code, stderr } = await bench.run('coordinator', ['clear', '--yes', '--coordinator', address, ...worker]);
      expect(stderr).toMatch(/not allowed for the role worker, expected operator or coordinator/);
      expect(stderr).toMatch(/use the certificate or token of such a role/);
      expect(code).toBe(2);
    },
    PATIENCE_MS,
  );

  it(
    'is believed by no client that trusts another authority',
    async () => {
      const other = await oldAuthority();
      expect(await callRaw(address, tls(other.pem, await issue(authority, 'operator')), STATUS)).toBe('UNAVAILABLE');
    },
    PATIENCE_MS,
  );
});
