// Requests through an HTTP proxy: those to https: go through a tunnel (CONNECT, RFC 9110, 9.3.6), in which TLS is as without the
// proxy; those to http: are sent to the proxy with the whole address (RFC 9112, 3.2.2).
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { AgentOptions, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { RequestOptions } from 'node:https';
import { connect as tlsConnect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import type { Duplex } from 'node:stream';
import type { Proxy } from '@filigree/base';

/** What was asked of a proxy and not given: told with the proxy and its variable. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
}

function authorization({ username, password }: URL): OutgoingHttpHeaders {
  if (username === '') return {};
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(text).toString('base64')}` };
}

function placeOf({ url }: Proxy): { readonly host: string; readonly port: number } {
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port),
  };
}

const senderFor = (proxy: Proxy): typeof httpsRequest => (proxy.url.protocol === 'https:' ? httpsRequest : httpRequest);

/** Asks the proxy for a connection to `target` (HOST:PORT); `done` is called once. */
function openTunnel(
  proxy: Proxy,
  target: string,
  timeoutMs: number,
  done: (error: Error | null, socket?: Duplex) => void,
): void {
  const fail = (reason: string): void => {
    done(new ProxyError(`the proxy ${proxy.shown} does not connect to ${target}: ${reason}`));
  };
  const request = senderFor(proxy)({
    ...placeOf(proxy),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...authorization(proxy.url) },
    timeout: timeoutMs,
    agent: false,
  });
  request.once('connect', (answer: IncomingMessage, socket: Duplex) => {
    if (answer.statusCode === 200) done(null, socket);
    else {
      socket.destroy();
      fail(`it answered ${String(answer.statusCode)} ${answer.statusMessage ?? ''}`.trim());
    }
  });
  request.once('response', (answer) => {
    answer.destroy();
    fail(`it answered ${String(answer.statusCode)} ${answer.statusMessage ?? ''}`.trim());
  });
  request.once('timeout', () => request.destroy(new Error(`no answer for ${String(timeoutMs)} ms`)));
  request.once('error', (error: NodeJS.ErrnoException) => {
    fail(error.message === '' ? (error.code ?? 'no answer') : error.message);
  });
  request.end();
}

/** Connections to https: servers, each in a tunnel of its own through the proxy. */
class TunnelAgent extends HttpsAgent {
  readonly #proxy: Proxy;
  readonly #timeoutMs: number;

  constructor(proxy: Proxy, timeoutMs: number, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
    this.#timeoutMs = timeoutMs;
  }

  override createConnection(
    options: ConnectionOptions,
    created: (error: Error | null, socket?: Duplex) => void,
  ): undefined {
    const host = options.host ?? '';
    const target = `${host.includes(':') ? `[${host}]` : host}:${String(options.port ?? 443)}`;
    openTunnel(this.#proxy, target, this.#timeoutMs, (error, socket) => {
      if (socket === undefined) created(error);
      else created(null, tlsConnect({ ...options, socket }));
    });
  }
}

/** How requests to `base` are sent, straight or through `proxy`: the connections, and what each request needs beside its headers. */
export interface Sender {
  readonly agent: HttpAgent | HttpsAgent;
  send(url: URL, options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ReturnType<typeof httpRequest>;
}

export function makeSender(base: URL, proxy: Proxy | null, connections: number, timeoutMs: number): Sender {
  const kept = { keepAlive: true, maxSockets: connections };
  if (base.protocol === 'https:') {
    const agent = proxy === null ? new HttpsAgent(kept) : new TunnelAgent(proxy, timeoutMs, kept);
    return { agent, send: (url, options, onAnswer) => httpsRequest(url, { ...options, agent }, onAnswer) };
  }
  if (proxy === null) {
    const agent = new HttpAgent(kept);
    return { agent, send: (url, options, onAnswer) => httpRequest(url, { ...options, agent }, onAnswer) };
  }
  const agent = proxy.url.protocol === 'https:' ? new HttpsAgent(kept) : new HttpAgent(kept);
  return {
    agent,
    send: (url, options, onAnswer) =>
      senderFor(proxy)(
        {
          ...options,
          ...placeOf(proxy),
          path: url.href,
          headers: { ...options.headers, host: url.host, ...authorization(proxy.url) },
          agent,
        },
        onAnswer,
      ),
  };
}
