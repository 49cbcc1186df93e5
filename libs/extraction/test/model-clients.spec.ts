import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FiligreeError, describeError } from '@filigree/base';
import { startScriptedOllama } from '@filigree/testing';
import type { ChatBehaviour, ScriptedOllama } from '@filigree/testing';
import { makeAnswerCache, makeModelPool, makeOllamaClient } from '@filigree/extraction';
import type { ModelPool, Question } from '@filigree/extraction';

const QUESTION: Question = {
  system: 'Read.',
  user: 'Passage: nothing here.',
  schema: { type: 'object' },
  maxOutputTokens: 64,
};
const EMPTY = '{"roles":[],"events":[],"ownership":[]}';

let service: ScriptedOllama | null = null;
let cacheDir: string | null = null;

async function poolFor(
  script: (number: number) => ChatBehaviour,
  options: { concurrency?: number; timeoutMs?: number; model?: string } = {},
): Promise<ModelPool> {
  service = await startScriptedOllama({ script });
  const client = makeOllamaClient({
    url: service.url,
    model: options.model ?? 'scripted',
    timeoutMs: options.timeoutMs ?? 5000,
  });
  return makeModelPool({ clients: [client], concurrency: options.concurrency ?? 4, cache: null });
}

async function errorOf(promise: Promise<unknown>): Promise<FiligreeError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FiligreeError)) throw new Error(`expected a FiligreeError, got ${String(error)}`);
  return error;
}

afterEach(async () => {
  await service?.close();
  if (cacheDir !== null) await rm(cacheDir, { recursive: true, force: true });
  service = null;
  cacheDir = null;
});

describe('a client of Ollama', () => {
  it('reads the context length and the digest of the model', async () => {
    const pool = await poolFor(() => ({ kind: 'answer', text: EMPTY }));
    await expect(pool.check()).resolves.toEqual({
      name: 'scripted',
      digest: 'digest-of-scripted',
      contextTokens: 8192,
    });
  });

  it('sets num_ctx from the question and gives the whole answer', async () => {
    const pool = await poolFor(() => ({ kind: 'answer', text: EMPTY }));
    const reply = await pool.ask(QUESTION);
    expect(reply).toMatchObject({ text: EMPTY, outcome: 'complete', cached: false, outputTokens: 20 });
    expect(service?.chats[0]?.numCtx).toBe(1024);
  });

  it('tells an answer that ran into its limit from a complete one', async () => {
    const pool = await poolFor(() => ({ kind: 'repeat' }));
    await expect(pool.ask(QUESTION)).resolves.toMatchObject({ outcome: 'cut' });
  });

  it('notices that the service looked at a part of the question only', async () => {
    const pool = await poolFor(() => ({ kind: 'prompt-cut', text: EMPTY }));
    const long = { ...QUESTION, user: 'word '.repeat(600) };
    await expect(pool.ask(long)).resolves.toMatchObject({ outcome: 'prompt-cut' });
  });

  it('gives up on an answer that takes too long', async () => {
    const pool = await poolFor(() => ({ kind: 'hang' }), { timeoutMs: 200 });
    await expect(pool.ask(QUESTION)).resolves.toMatchObject({ outcome: 'timeout' });
  });

  it('aborts the HTTP request when the lease is lost', async () => {
    const lost = new AbortController();
    const pool = await poolFor(() => {
      setImmediate(() => {
        lost.abort();
      });
      return { kind: 'hang' };
    });
    expect((await errorOf(pool.ask(QUESTION, lost.signal))).code).toBe('CANCELLED');
    while (service?.chats[0]?.aborted() !== true) await new Promise((next) => setImmediate(next));
  });

  it.each([
    ['a connection that it drops while it lives', { kind: 'drop' }, 'INTERNAL'],
    ['an error inside its answer', { kind: 'error', error: 'the runner died' }, 'INTERNAL'],
    ['an answer that is no JSON', { kind: 'babble', text: '<html>' }, 'INTERNAL'],
    ['503', { kind: 'status', status: 503, error: 'busy' }, 'OVERLOADED'],
    ['429', { kind: 'status', status: 429, error: 'busy' }, 'OVERLOADED'],
    ['500', { kind: 'status', status: 500, error: 'broken' }, 'INTERNAL'],
    ['a model that went away', { kind: 'status', status: 404, error: 'model not found' }, 'NOT_FOUND'],
  ] as const)('names %s for what it is', async (_what, behaviour, code) => {
    const pool = await poolFor(() => behaviour);
    expect((await errorOf(pool.ask(QUESTION))).code).toBe(code);
  });

  it.each([
    [{ kind: 'error', error: 'unexpected EOF' }, /answered the question with an error: unexpected EOF; see its log$/],
    [{ kind: 'drop' }, /broke off its answer to the question: .+; see its log$/],
    [{ kind: 'status', status: 500, error: 'llama runner ended' }, /answered 500: llama runner ended; see its log$/],
    [{ kind: 'babble', text: 'Oops\u001b[2J' }, /it is no JSON object: Oops/],
  ] as const)(
    'quotes what went wrong with one question (%j), and does not ask to start it',
    async (behaviour, said) => {
      const pool = await poolFor(() => behaviour);
      const told = describeError(await errorOf(pool.ask(QUESTION)));
      expect(told).toMatch(said);
      expect(told).not.toMatch(/cannot be reached|start it/);
    },
  );

  it('is away where it goes in the middle of an answer', async () => {
    const pool = await poolFor(() => {
      // Its door is shut before the connection drops.
      const gone = service!.close();
      service = null;
      void gone;
      return { kind: 'hang' };
    });
    const error = await errorOf(pool.ask(QUESTION));
    expect(error.code).toBe('UNREACHABLE');
    expect(describeError(error)).toMatch(/does not answer since then; start it, or set OLLAMA_BASE_URL/);
  });

  it.each([
    ['in a field of its own', { kind: 'thinking' }],
    ['between tags', { kind: 'answer', text: '<think>\nLet me see.\n</think>\n\n' }],
    ['to no end', { kind: 'answer', text: '<think>\nLet me see. And again', doneReason: 'length' }],
  ] as const)('tells an answer that is thinking only, %s', async (_where, behaviour) => {
    const pool = await poolFor(() => behaviour);
    await expect(pool.ask(QUESTION)).resolves.toMatchObject({ outcome: 'thinking', text: '' });
  });

  it.each([`<think>\nLet me see.\n</think>\n\n${EMPTY}`, `Let me see.</think>${EMPTY}`])(
    'takes the answer behind the thoughts (%j)',
    async (text) => {
      const pool = await poolFor(() => ({ kind: 'answer', text }));
      const reply = await pool.ask(QUESTION);
      expect([reply.outcome, reply.text.trim()]).toEqual(['complete', EMPTY]);
    },
  );

  it('writes nothing of its own to the console, whatever the service sends', async () => {
    const said: string[] = [];
    const methods = ['log', 'warn', 'error'] as const;
    const before = methods.map((method) => console[method]);
    for (const method of methods) console[method] = (text: string) => said.push(text);
    try {
      for (const behaviour of [
        { kind: 'babble', text: 'x\ny\n' },
        { kind: 'status', status: 502, error: 'bad' },
      ] as const) {
        await errorOf((await poolFor(() => behaviour)).ask(QUESTION));
        await service?.close();
      }
    } finally {
      methods.forEach((method, at) => (console[method] = before[at]!));
    }
    expect(said).toEqual([]);
  });

  it('says which command fetches a missing model', async () => {
    const pool = await poolFor(() => ({ kind: 'hang' }), { model: 'llama3.2' });
    const error = await errorOf(pool.check());
    expect(error.code).toBe('NOT_FOUND');
    expect(error.remedy).toContain('ollama pull llama3.2');
  });

  it('has the model after pulling it', async () => {
    const pool = await poolFor(() => ({ kind: 'answer', text: EMPTY }), { model: 'qwen2.5' });
    const seen: number[] = [];
    await pool.pull((done) => seen.push(done));
    expect(pool.info()?.name).toBe('qwen2.5');
    expect(seen).toContain(10);
  });

  it('pulls a model however long that takes: progress has no bound, an answer has one', async () => {
    // Nine million characters of either.
    service = await startScriptedOllama({
      models: [],
      pullLines: 180_000,
      script: () => ({ kind: 'answer', text: 'x'.repeat(9 << 20) }),
    });
    const client = makeOllamaClient({ url: service.url, model: 'scripted', timeoutMs: 60_000 });
    const pool = makeModelPool({ clients: [client], concurrency: 1, cache: null });
    let lines = 0;
    await pool.pull(() => lines++);
    expect(lines).toBeGreaterThan(180_000);
    const error = await errorOf(pool.ask(QUESTION));
    expect([error.code, error.message]).toEqual([
      'INTERNAL',
      expect.stringContaining('it is longer than 8388608 characters'),
    ]);
  });

  it('names the address and the remedy when nothing listens there', async () => {
    const pool = await poolFor(() => ({ kind: 'hang' }));
    const url = service!.url;
    await service!.close();
    service = null;
    const error = await errorOf(pool.check());
    expect(error.code).toBe('UNREACHABLE');
    expect(error.message).toContain(url);
    expect(error.remedy).toContain('OLLAMA_BASE_URL');
  });
});

describe('a pool of services', () => {
  it('never asks more at once than it may', async () => {
    const pool = await poolFor(() => ({ kind: 'answer', text: EMPTY, delayMs: 30 }), { concurrency: 2 });
    await Promise.all(Array.from({ length: 6 }, (_, number) => pool.ask({ ...QUESTION, user: String(number) })));
    expect(service?.chats).toHaveLength(6);
    expect(service?.mostAtOnce()).toBe(2);
  });

  it('spreads questions over services that are free', async () => {
    const one = await startScriptedOllama({ script: () => ({ kind: 'answer', text: EMPTY, delayMs: 30 }) });
    service = await startScriptedOllama({ script: () => ({ kind: 'answer', text: EMPTY, delayMs: 30 }) });
    const clients = [one.url, service.url].map((url) => makeOllamaClient({ url, model: 'scripted', timeoutMs: 5000 }));
    const pool = makeModelPool({ clients, concurrency: 2, cache: null });
    await Promise.all(Array.from({ length: 6 }, (_, number) => pool.ask({ ...QUESTION, user: String(number) })));
    const counts = [one.chats.length, service.chats.length];
    await one.close();
    expect(counts).toEqual([3, 3]);
  });

  it('asks nothing twice, over restarts', async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'filigree-answers-'));
    service = await startScriptedOllama({ script: () => ({ kind: 'answer', text: EMPTY }) });
    const fresh = (): ModelPool => {
      const client = makeOllamaClient({ url: service!.url, model: 'scripted', timeoutMs: 5000 });
      return makeModelPool({ clients: [client], concurrency: 1, cache: makeAnswerCache(cacheDir!) });
    };
    await fresh().ask(QUESTION);
    const again = await fresh().ask(QUESTION);
    expect(again).toMatchObject({ text: EMPTY, cached: true, promptTokens: 0 });
    await fresh().ask({ ...QUESTION, user: 'another' });
    expect(service.chats).toHaveLength(2);
  });

  it('keeps no answer that timed out', async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'filigree-answers-'));
    service = await startScriptedOllama({
      script: (number) => (number === 0 ? { kind: 'hang' } : { kind: 'answer', text: EMPTY }),
    });
    const client = makeOllamaClient({ url: service.url, model: 'scripted', timeoutMs: 200 });
    const pool = makeModelPool({ clients: [client], concurrency: 1, cache: makeAnswerCache(cacheDir) });
    await expect(pool.ask(QUESTION)).resolves.toMatchObject({ outcome: 'timeout' });
    await expect(pool.ask(QUESTION)).resolves.toMatchObject({ outcome: 'complete', cached: false });
  });
});
