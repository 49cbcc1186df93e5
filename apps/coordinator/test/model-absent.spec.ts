import { join } from 'node:path';
import { Bench, startScriptedOllama } from '@filigree/testing';
import type { ScriptedOllama } from '@filigree/testing';
import { modelAccession, rightAnswer, writeModelFiling } from './support/model-filings.ts';

const PATIENCE_MS = 300_000;
const TOWN = 'Goodby';
const FILING = join('filings', `${modelAccession(1)}.txt`);

const times = (text: string, part: RegExp): number => [...text.matchAll(new RegExp(part, 'g'))].length;

describe('without a model service', () => {
  let bench: Bench;
  let url: string;
  let port: number;

  beforeEach(async () => {
    bench = await Bench.open();
    await writeModelFiling(join(bench.dir, 'filings'), 1, TOWN);
    // A port where nothing listens any more.
    const gone = await startScriptedOllama({ script: () => ({ kind: 'hang' }) });
    ({ url } = gone);
    port = Number(new URL(url).port);
    await gone.close();
  });
  afterEach(async () => {
    await bench.end();
  });

  it(
    'extract and load-graph with --ai on end with 3 and the remedy',
    async () => {
      const env = { OLLAMA_BASE_URL: url };
      const extract = await bench.run('worker', ['extract', '--ai', 'on', FILING], env);
      expect(extract).toMatchObject({ code: 3, stdout: '' });
      expect(extract.stderr).toMatch(/cannot be reached.*start it, or set OLLAMA_BASE_URL/);
      const load = await bench.run('coordinator', ['load-graph', '--ai', 'on', '--metrics', 'off'], env);
      expect(load.code).toBe(3);
      expect(load.stderr).toMatch(/cannot be reached.*start it, or set OLLAMA_BASE_URL/);
    },
    PATIENCE_MS,
  );

  it(
    'extract and load-graph with --ai auto go on with rules and say so once, in the summary too',
    async () => {
      const env = { OLLAMA_BASE_URL: url };
      const extract = await bench.run('worker', ['extract', FILING, FILING], env);
      expect(extract.code).toBe(0);
      expect(extract.stdout.trimEnd().split('\n')).toHaveLength(2);
      expect(times(extract.stderr, /going on with rules/)).toBe(1);
      const load = await bench.run('coordinator', ['load-graph', '--metrics', 'off', '--workers', '2'], env);
      expect(load.code).toBe(0);
      expect(times(load.stderr, /going on with rules/)).toBe(1);
      expect(load.stdout).toMatch(/rules alone: +1 filings: no model answered/);
    },
    PATIENCE_MS,
  );

  it(
    'worker connect --ai on says once that it waits, and works as soon as the service is there',
    async () => {
      const { address } = await bench.serve('filings');
      const worker = bench.start('worker', ['connect', '--coordinator', address, '--ai', 'on'], {
        OLLAMA_BASE_URL: url,
        OLLAMA_MODEL: 'scripted',
      });
      await worker.printed(/jobs with --ai on wait until it answers/);
      await worker.printed(/connected to/);
      const run = bench.start('coordinator', ['submit', '--ai', 'on', '--wait', '--json', '--coordinator', address]);
      await run.printed(/waiting: .*model/);
      const service = await startScriptedOllama({ port, script: () => ({ kind: 'answer', text: rightAnswer(TOWN) }) });
      try {
        expect((await run.ended).code).toBe(0);
        expect(JSON.parse(run.stdout())).toMatchObject({ processed: 1, model_calls: 1, auto_without_model: 0 });
        expect(times(worker.stderr(), /wait until it answers/)).toBe(1);
      } finally {
        await service.close();
      }
    },
    PATIENCE_MS,
  );
});

describe('a service that lacks the model', () => {
  let bench: Bench;
  let service: ScriptedOllama;
  let env: Record<string, string>;

  beforeEach(async () => {
    bench = await Bench.open();
    await writeModelFiling(join(bench.dir, 'filings'), 1, TOWN);
    service = await startScriptedOllama({ script: () => ({ kind: 'answer', text: rightAnswer(TOWN) }) });
    env = { OLLAMA_BASE_URL: service.url, OLLAMA_MODEL: 'qwen2.5' };
  });
  afterEach(async () => {
    await bench.end();
    await service.close();
  });

  it(
    'is told to fetch it by --ai on, with progress, and not with --no-pull',
    async () => {
      const refused = await bench.run('worker', ['extract', '--ai', 'on', '--no-pull', FILING], env);
      expect(refused.code).toBe(3);
      expect(refused.stderr).toContain('ollama pull qwen2.5');
      const load = ['load-graph', '--ai', 'on', '--workers', '1', '--metrics', 'off', '--json'];
      const loadRefused = await bench.run('coordinator', [...load, '--no-pull'], env);
      expect(loadRefused.code).toBe(3);
      expect(loadRefused.stderr).toContain('ollama pull qwen2.5');

      const loaded = await bench.run('coordinator', load, env);
      expect(loaded.stderr).toContain('fetching the model: 100%');
      expect(JSON.parse(loaded.stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({ processed: 1, model_calls: 1 });
      // The workers' cache answers what they have asked before.
      const extract = await bench.run('worker', ['extract', '--ai', 'on', FILING], env);
      expect(extract.code).toBe(0);
      expect(extract.stdout).toContain('"source":"model:qwen2.5#');
      expect(service.chats).toHaveLength(1);
    },
    PATIENCE_MS,
  );

  it(
    'is never told so by --ai auto, which prints the line that would and uses rules',
    async () => {
      const { code, stdout, stderr } = await bench.run('worker', ['extract', FILING], env);
      expect(code).toBe(0);
      expect(stderr).toMatch(/run `ollama pull qwen2.5`; going on with rules/);
      expect(stdout).not.toContain('model:');
      expect(service.chats).toHaveLength(0);
    },
    PATIENCE_MS,
  );
});
