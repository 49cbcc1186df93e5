import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the scripted service does with a chat request. */
export type ChatBehaviour =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly delayMs?: number;
      readonly doneReason?: 'stop' | 'length';
    }
  /** Says nothing until the client gives up. */
  | { readonly kind: 'hang' }
  /** Sends a part of the answer, then drops the connection. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'status'; readonly status: number; readonly error: string }
  /** Status 200, a part of the answer, then an error in its place: what Ollama says when the model's runner dies. */
  | { readonly kind: 'error'; readonly error: string }
  /** Status 200 and text that is no JSON. */
  | { readonly kind: 'babble'; readonly text: string }
  /** Thinks in a field of its own and runs out of tokens before it answers. */
  | { readonly kind: 'thinking' }
  /** The same words until `num_predict` is reached. */
  | { readonly kind: 'repeat' }
  /** Reports that it looked at a fraction of the prompt. */
  | { readonly kind: 'prompt-cut'; readonly text: string };

/** One chat request as it arrived. */
export interface ChatRequestSeen {
  readonly user: string;
  readonly system: string;
  readonly numCtx: number;
  readonly aborted: () => boolean;
}

export interface ScriptedOllama {
  readonly url: string;
  /** Chat requests so far. */
  readonly chats: readonly ChatRequestSeen[];
  /** Most chats that were under way at once. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

export interface ScriptedOllamaOptions {
  readonly models?: readonly string[];
  readonly contextTokens?: number;
  /** Lines of progress of a pull; one when left out. */
  readonly pullLines?: number;
  /** Where it listens; a free port when left out. */
  readonly port?: number;
  /** Called for each chat with its number from 0, what the user says, and the schema that the answer must meet. */
  readonly script: (number: number, user: string, schema: unknown) => ChatBehaviour;
}

const TOKENS_PER_CHAR = 0.25;

/** A real HTTP server that speaks Ollama's API (show, tags, version, chat, pull) and does what a script says. */
export async function startScriptedOllama(options: ScriptedOllamaOptions): Promise<ScriptedOllama> {
  const models = [...(options.models ?? ['scripted'])];
  const chats: ChatRequestSeen[] = [];
  let underWay = 0;
  let most = 0;

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readJson(request);
    switch (request.url) {
      case '/api/tags':
        sendJson(response, 200, {
          models: models.map((name) => ({ name: tagged(name), digest: `digest-of-${name}` })),
        });
        return;
      case '/api/show':
        if (!models.some((name) => tagged(name) === tagged(String(body['model']))))
          sendJson(response, 404, { error: 'model not found' });
        else sendJson(response, 200, { model_info: { 'scripted.context_length': options.contextTokens ?? 8192 } });
        return;
      case '/api/version':
        sendJson(response, 200, { version: '0.13.5' });
        return;
      case '/api/pull':
        models.push(String(body['model'] ?? body['name']));
        sendLines(response, [
          ...Array.from({ length: options.pullLines ?? 1 }, () => ({ status: 'pulling', total: 10, completed: 10 })),
          { status: 'success' },
        ]);
        return;
      case '/api/chat':
        underWay += 1;
        most = Math.max(most, underWay);
        response.once('close', () => (underWay -= 1));
        await chat(body, response);
        return;
      default:
        sendJson(response, 404, { error: `no such path ${request.url ?? ''}` });
    }
  };

  const chat = async (body: Record<string, unknown>, response: ServerResponse): Promise<void> => {
    const messages = body['messages'] as { content: string }[];
    const settings = body['options'] as { num_ctx: number; num_predict: number };
    let aborted = false;
    response.once('close', () => (aborted = !response.writableFinished));
    const seen: ChatRequestSeen = {
      system: messages[0]?.content ?? '',
      user: messages[1]?.content ?? '',
      numCtx: settings.num_ctx,
      aborted: () => aborted,
    };
    const behaviour = options.script(chats.push(seen) - 1, seen.user, body['format']);
    const promptTokens = Math.ceil((seen.system.length + seen.user.length) * TOKENS_PER_CHAR);
    const part = (text: string): object => ({ message: { role: 'assistant', content: text }, done: false });
    const last = (reason: string, prompt: number, output: number): object => ({
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: reason,
      prompt_eval_count: prompt,
      eval_count: output,
    });
    switch (behaviour.kind) {
      case 'answer':
        if (behaviour.delayMs !== undefined) await sleep(behaviour.delayMs, response);
        sendLines(response, [part(behaviour.text), last(behaviour.doneReason ?? 'stop', promptTokens, 20)]);
        return;
      case 'prompt-cut':
        sendLines(response, [part(behaviour.text), last('stop', 12, 20)]);
        return;
      case 'repeat':
        sendLines(response, [
          part('{"roles":[' + '{"person":"A",'.repeat(settings.num_predict)),
          last('length', promptTokens, settings.num_predict),
        ]);
        return;
      case 'status':
        sendJson(response, behaviour.status, { error: behaviour.error });
        return;
      case 'error':
        sendLines(response, [part('{"roles":['), { error: behaviour.error }]);
        return;
      case 'babble':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(behaviour.text);
        return;
      case 'thinking':
        sendLines(response, [
          { message: { role: 'assistant', content: '', thinking: 'Let me look at it again. ' }, done: false },
          last('length', promptTokens, settings.num_predict),
        ]);
        return;
      case 'drop':
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        response.write(`${JSON.stringify(part('{"roles":['))}\n`, () => response.destroy());
        return;
      case 'hang':
        return;
    }
  };

  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    chats,
    mostAtOnce: () => most,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

const tagged = (name: string): string => (name.includes(':') ? name : `${name}:latest`);

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function sendLines(response: ServerResponse, lines: readonly object[]): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

function sleep(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    response.once('close', () => {
      clearTimeout(timer);
      done();
    });
  });
}
