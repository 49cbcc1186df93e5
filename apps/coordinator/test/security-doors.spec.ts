// What a running coordinator does at its doors: tokens that change, callers that are refused, files that others could read.
import { readdirSync, statSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Metadata, status } from '@grpc/grpc-js';
import type { ChannelCredentials } from '@grpc/grpc-js';
import { Bench, REPOSITORY } from '@filigree/testing';
import type { TestProcess } from '@filigree/testing';
import type { Authority } from '../src/certs/authority.ts';
import { issue, oldAuthority, writeTls } from './support/certificates.ts';
import { callRaw, tls } from './support/raw-call.ts';

const SAMPLES = join(REPOSITORY, 'samples');
const PATIENCE_MS = 300_000;
const TOKENS: Readonly<Record<string, string>> = {
  operator: 'o'.repeat(32),
  worker: 'w'.repeat(32),
  viewer: 'v'.repeat(32),
};
const lines = (roles: readonly string[]): string => roles.map((role) => `${role} ${TOKENS[role]!}\n`).join('');
const raw = (bytes: Buffer): Buffer => bytes;

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.open();
});
afterEach(() => bench.end());

/** A stream that stays open; `over` names the status with which the other side ended it. */
async function openStream(
  address: string,
  channel: ChannelCredentials,
  path: string,
  token: string,
): Promise<{ readonly over: Promise<string>; close(): void }> {
  const client = new Client(address, channel, { 'grpc.use_local_subchannel_pool': 1 });
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  const call = client.makeBidiStreamRequest(path, raw, raw, metadata);
  call.on('error', () => undefined);
  const over = new Promise<string>((resolve) => {
    call.on('status', ({ code }) => {
      resolve(status[code]);
    });
  });
  const opened = new Promise<void>((resolve) => {
    call.on('data', () => {
      resolve();
    });
  });
  // Watch{} is empty; Hello{worker_id, boot_id, capabilities{ai: off}} in a WorkerFrame.
  call.write(path.endsWith('/Work') ? Buffer.from('0a0c0a0177120162280132021003', 'hex') : Buffer.alloc(0));
  if (!path.endsWith('/Work')) call.end();
  await Promise.race([opened, over]);
  return {
    over,
    close: () => {
      call.cancel();
      client.close();
    },
  };
}

describe('a coordinator with tokens', () => {
  let authority: Authority;
  let address: string;
  let coordinator: TestProcess;
  let tokenFile: string;
  let ca: string[];
  beforeEach(async () => {
    authority = await oldAuthority();
    const files = await writeTls(join(bench.dir, 'tls'), authority, await issue(authority, 'coordinator'));
    const [, , ...own] = files;
    ca = ['--tls-ca', join(bench.dir, 'tls/ca.crt')];
    tokenFile = join(bench.dir, 'tokens');
    await writeFile(tokenFile, lines(Object.keys(TOKENS)), { mode: 0o600 });
    const base = ['serve', '--filings', SAMPLES, '--listen', '127.0.0.1:0', '--metrics', '127.0.0.1:0'];
    coordinator = bench.start('coordinator', [...base, '--token-file', tokenFile, ...own]);
    [, address = ''] = await coordinator.printed(/serving on (127\.0\.0\.1:\d+)/);
  }, PATIENCE_MS);

  it(
    'ends the streams of a token that is taken out of the file, and no other',
    async () => {
      const channel = tls(authority.pem);
      const watching = await openStream(address, channel, '/filigree.v1.ControlService/Watch', TOKENS['viewer']!);
      const working = await openStream(address, channel, '/filigree.v1.WorkerService/Work', TOKENS['worker']!);
      const staying = await openStream(address, channel, '/filigree.v1.ControlService/Watch', TOKENS['operator']!);
      await writeFile(tokenFile, lines(['operator']));
      expect([await watching.over, await working.over]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
      const stayed = await Promise.race([staying.over, new Promise((resolve) => setImmediate(resolve, 'open'))]);
      expect(stayed).toBe('open');
      for (const stream of [watching, working, staying]) stream.close();
    },
    PATIENCE_MS,
  );

  it(
    'counts who is not let in, logs a few of them and how many it left out, and keeps its tokens when the file opens',
    async () => {
      const path = '/filigree.v1.ControlService/GetStatus';
      for (let nth = 0; nth < 30; nth++) {
        expect(await callRaw(address, tls(authority.pem), path, { token: 'x'.repeat(32) })).toBe('UNAUTHENTICATED');
      }
      expect(await callRaw(address, tls(authority.pem), path, { token: TOKENS['worker']! })).toBe('PERMISSION_DENIED');
      const [, url = ''] = await coordinator.printed(/metrics on (http:\S+\/metrics)/);
      const text = await (await fetch(url)).text();
      expect(text).toContain('filigree_calls_refused_total{reason="unauthenticated"} 30');
      expect(text).toContain('filigree_calls_refused_total{reason="permission_denied"} 1');
      await coordinator.printed(/refused a call from 127\.0\.0\.1: .*GetStatus: the caller is not known/);
      await chmod(tokenFile, 0o644);
      expect(await callRaw(address, tls(authority.pem), path, { token: TOKENS['viewer']! })).toBe('ANSWERED');
      await coordinator.printed(/the tokens stay as they were: .*0644.*chmod 600/);
    },
    PATIENCE_MS,
  );

  it(
    'is not reached with a token file that others may read: the command says what to do',
    async () => {
      const own = join(bench.dir, 'own');
      await writeFile(own, lines(['viewer']), { mode: 0o644 });
      await chmod(own, 0o644);
      for (const args of [
        ['status', '--coordinator', address],
        ['serve', '--listen', '127.0.0.1:0', '--queue-dir', 'q2', '--filings', SAMPLES],
      ]) {
        const pair =
          args[0] === 'serve'
            ? ['--tls-cert', join(bench.dir, 'tls/own.crt'), '--tls-key', join(bench.dir, 'tls/own.key')]
            : ca;
        const { code, stderr } = await bench.run('coordinator', [...args, '--token-file', own, ...pair]);
        expect(stderr).toMatch(/mode 0644: others may read it/);
        expect(stderr).toContain(`chmod 600 ${own}`);
        expect(code).toBe(2);
      }
    },
    PATIENCE_MS,
  );
});

it(
  'a queue and a graph are files of their user alone, and so are the directories that were made for them',
  async () => {
    const { address, process: coordinator } = await bench.serve(SAMPLES, [
      '--queue-dir',
      'made/here/queue',
      '--graph',
      'sqlite:made/graph.db',
    ]);
    await bench.connect(address);
    const { code } = await bench.run('coordinator', ['submit', '--wait', '--no-ai', '--coordinator', address]);
    expect(code).toBe(0);
    const made = join(bench.dir, 'made');
    const all = ['', ...(readdirSync(made, { recursive: true }) as string[])];
    expect(all).toEqual(expect.arrayContaining(['graph.db', 'graph.db-wal', 'graph.db-shm', 'here/queue/lock']));
    const open = all.filter((path) => (statSync(join(made, path)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    coordinator.kill();
    expect((await coordinator.ended).code).toBe(0);
  },
  PATIENCE_MS,
);

it(
  'two workers that were started with one id are told apart and warned of',
  async () => {
    const { address, process: coordinator } = await bench.serve(SAMPLES);
    await bench.connect(address, ['--id', 'twin']);
    await bench.connect(address, ['--id', 'twin']);
    await coordinator.printed(/another live worker is called twin.*twin \(2\).*--id/);
    const shown = await bench.run('coordinator', ['status', '--json', '--coordinator', address]);
    const { workers } = JSON.parse(shown.stdout) as { workers: { id: string }[] };
    expect(workers.map(({ id }) => id)).toEqual(['twin', 'twin (2)']);
    const drained = await bench.run('coordinator', ['drain', 'twin (2)', '--coordinator', address]);
    expect(drained.stdout).toMatch(/twin \(2\) finishes 0 and leaves/);
  },
  PATIENCE_MS,
);
