import { createServer } from 'node:https';
import type { Server } from 'node:https';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Bench,
  masterIndex,
  servedFiling,
  startHttpProxy,
  startScriptedOllama,
  startSecServer,
} from '@filigree/testing';
import type { HttpProxy, SecServer } from '@filigree/testing';
import { makeAuthority } from '../src/certs/authority.ts';
import { rightAnswer, writeModelFiling } from './support/model-filings.ts';

const PATIENCE_MS = 300_000;
const NAMES = ['http_proxy', 'https_proxy', 'grpc_proxy', 'all_proxy'];

/** Every variable that may name a proxy, in small and capital letters. */
const everyVariable = (url: string): Record<string, string> =>
  Object.fromEntries(NAMES.flatMap((name) => [name, name.toUpperCase()]).map((name) => [name, url]));

describe('on a machine behind a proxy', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.end());

  it(
    'nothing on loopback is asked of the proxy: coordinator, worker, model, monitor and a run in one command',
    async () => {
      const proxy = await startHttpProxy({});
      const service = await startScriptedOllama({ script: () => ({ kind: 'answer', text: rightAnswer('Goodby') }) });
      try {
        const env = { ...everyVariable(proxy.url), OLLAMA_BASE_URL: service.url, OLLAMA_MODEL: 'scripted' };
        await writeModelFiling(join(bench.dir, 'filings'), 1, 'Goodby');
        const { address } = await bench.serve('filings');
        const at = ['--coordinator', address];
        const worker = bench.start('worker', ['connect', ...at, '--ai', 'on', '--no-pull'], env);
        await worker.printed(/connected to/);
        const run = await bench.run('coordinator', ['submit', '--ai', 'on', '--wait', '--json', ...at], env);
        expect(JSON.parse(run.stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({ processed: 1, model_calls: 1 });
        const [monitor, load] = await Promise.all([
          bench.run('tui', ['--once', ...at], env),
          bench.run(
            'coordinator',
            [
              'load-graph',
              '--no-ai',
              '--workers',
              '1',
              '--metrics',
              'off',
              '--queue-dir',
              'q',
              '--graph',
              'sqlite:g.db',
            ],
            env,
          ),
        ]);
        expect(monitor.stdout).toContain('100% 1 of 1');
        expect([load.code, load.stderr]).toEqual([0, expect.not.stringContaining('proxy')]);
        expect(proxy.asked).toEqual([]);
      } finally {
        await service.close();
        await proxy.close();
      }
    },
    PATIENCE_MS,
  );

  it(
    'a coordinator elsewhere is asked through it, unless NO_PROXY names it in either case; errors name the proxy',
    async () => {
      const { port } = await bench.serve('.');
      const name = `coordinator.test:${String(port)}`;
      const proxy = await startHttpProxy({ [name]: port });
      try {
        const ask = ['status', '--json', '--insecure', '--coordinator'];
        const through = await bench.run('coordinator', [...ask, name], { grpc_proxy: proxy.url });
        expect([through.code, through.stderr]).toEqual([0, '']);
        expect(proxy.asked).toEqual([`CONNECT ${name}`]);
        for (const variable of ['NO_PROXY', 'no_proxy']) {
          const env = { grpc_proxy: proxy.url, [variable]: 'elsewhere.test, coordinator.test' };
          const straight = await bench.run('coordinator', [...ask, name], env);
          expect(straight.code).toBe(3);
          expect(straight.stderr).not.toContain('proxy');
        }
        expect(proxy.asked).toHaveLength(1);
        const refused = await bench.run('coordinator', [...ask, 'other.test:50051'], { http_proxy: proxy.url });
        expect(refused.code).toBe(3);
        expect(refused.stderr).toContain(
          `no coordinator answers at other.test:50051 through the proxy ${proxy.url} (http_proxy)`,
        );
        expect(refused.stderr).toContain('set NO_PROXY=other.test');
      } finally {
        await proxy.close();
      }
    },
    PATIENCE_MS,
  );
});

describe('a download behind a proxy', () => {
  const HOST = 'www.sec.test';
  const FILINGS = [servedFiling(0), servedFiling(1)];
  let bench: Bench;
  let sec: SecServer;
  let secure: Server;
  let proxy: HttpProxy;
  let trust: string;

  beforeEach(async () => {
    bench = await Bench.open();
    sec = await startSecServer({
      filings: FILINGS,
      indexes: { 'full-index/2010/QTR2/master.idx': masterIndex(FILINGS) },
    });
    const authority = await makeAuthority({ notBefore: new Date(), days: 1 });
    const { certificate, privateKey } = await authority.issue('coordinator', 'the SEC', [HOST]);
    trust = join(bench.dir, 'ca.crt');
    await writeFile(trust, authority.pem.certificate);
    // TLS in front of the stand-in for the SEC.
    secure = createServer({ cert: certificate, key: privateKey }, (incoming, response) => {
      const { url, headers } = incoming;
      request(new URL(url ?? '/', sec.url), { headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }).end();
    });
    await new Promise<void>((listening) => secure.listen(0, '127.0.0.1', listening));
    proxy = await startHttpProxy({
      [`${HOST}:443`]: (secure.address() as AddressInfo).port,
      [`${HOST}:80`]: Number(new URL(sec.url).port),
    });
  });
  afterEach(async () => {
    await proxy.close();
    secure.closeAllConnections();
    secure.close();
    await sec.close();
    await bench.end();
  });

  const download = (secUrl: string, dir: string, env: Record<string, string>): ReturnType<Bench['run']> =>
    bench.run(
      'coordinator',
      ['download', '--year', '2010', '--quarter', '2', '--sec-url', secUrl, '--filings', dir, '--json'],
      { SEC_USER_AGENT: 'Test test@example.com', NODE_EXTRA_CA_CERTS: trust, ...env },
    );

  it(
    'goes through a tunnel to https and by whole addresses to http, whatever the case of the variable',
    async () => {
      const proxyUrl = proxy.url.replace('//', '//me:secret@');
      const tunnel = await download(`https://${HOST}`, 'a', { HTTPS_PROXY: proxyUrl });
      expect([tunnel.code, tunnel.stderr]).toEqual([0, expect.any(String)]);
      expect(JSON.parse(tunnel.stdout)).toMatchObject({ downloaded: 2, failed: 0 });
      expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${HOST}:443`]));
      const plain = await download(`http://${HOST}`, 'b', { http_proxy: proxyUrl });
      expect(JSON.parse(plain.stdout)).toMatchObject({ downloaded: 2, failed: 0 });
      expect(proxy.asked.at(-1)).toMatch(/^GET http:\/\/www\.sec\.test\/Archives\//);
      expect(sec.requests.every(({ userAgent }) => userAgent === 'Test test@example.com')).toBe(true);
    },
    PATIENCE_MS,
  );

  it(
    'asks loopback straight, and names the proxy and its variable where it does not help',
    async () => {
      const local = await download(sec.url, 'a', everyVariable(proxy.url));
      expect(JSON.parse(local.stdout)).toMatchObject({ downloaded: 2 });
      expect(proxy.asked).toEqual([]);
      const refused = await download('https://else.test', 'b', {
        https_proxy: proxy.url.replace('//', '//me:secret@'),
      });
      expect(refused.code).toBe(3);
      expect(refused.stderr).toContain(
        `the proxy ${proxy.url} (https_proxy) does not connect to else.test:443: it answered 502`,
      );
      expect(refused.stderr).toContain('check the proxy in https_proxy, or set NO_PROXY');
      expect(refused.stderr).not.toContain('secret');
    },
    PATIENCE_MS,
  );
});
