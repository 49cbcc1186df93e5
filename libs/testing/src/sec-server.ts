import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ACCESS_DENIED, blockPage, filingPath } from './sec-server-pages.ts';
import type { ServedFiling } from './sec-server-pages.ts';

/** What goes wrong with one answer. `slow` sends the first half, and the rest after `ms`. */
export type SecFault =
  | { readonly kind: 'too-many'; readonly retryAfter?: string }
  | { readonly kind: 'block-page'; readonly status: 200 | 403 }
  | { readonly kind: 'truncated'; readonly how: 'closed early' | 'short but complete' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'error'; readonly status: number }
  | { readonly kind: 'reset' };

/** One request as the server saw it. */
export interface SeenRequest {
  /** Monotonic milliseconds of its arrival. */
  readonly atMs: number;
  /** With its leading slash. */
  readonly path: string;
  readonly userAgent: string;
  /** 0 until it is answered. */
  status: number;
  /** True once all of a good answer was handed to the socket. */
  complete: boolean;
}

export interface SecServerOptions {
  readonly filings: readonly ServedFiling[];
  /** Index files by their path below `/Archives/edgar/`, e.g. `full-index/2010/QTR2/master.idx`. */
  readonly indexes: Readonly<Record<string, string>>;
  /** The fault of the nth request (from 0) for a path, if any. */
  readonly fault?: (path: string, nth: number) => SecFault | undefined;
  /** More requests than this within a second block the client for `blockMs`; 10 as at the SEC. */
  readonly mostPerSecond?: number;
  readonly blockMs?: number;
}

/** A running stand-in for the SEC. */
export interface SecServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** The most requests that arrived within any second. */
  busiestSecond(): number;
  /** Resolves when so many requests have arrived in all. */
  waitForRequests(count: number): Promise<void>;
  close(): Promise<void>;
}

const DECLARED = /\S+\s+\S+@\S+\.\S+/;

class Site {
  readonly requests: SeenRequest[] = [];
  readonly #options: SecServerOptions;
  readonly #bodies = new Map<string, Buffer>();
  readonly #counts = new Map<string, number>();
  #blockedUntilMs = -Infinity;
  #waiting: { count: number; resolve: () => void }[] = [];

  constructor(options: SecServerOptions) {
    this.#options = options;
    for (const filing of options.filings) {
      for (const cik of filing.ciks) this.#bodies.set(`/Archives/${filingPath(filing, cik)}`, filing.body);
    }
    for (const [path, text] of Object.entries(options.indexes)) {
      this.#bodies.set(`/Archives/edgar/${path}`, Buffer.from(text, 'latin1'));
    }
  }

  waitForRequests(count: number): Promise<void> {
    if (this.requests.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    const userAgent = request.headers['user-agent'] ?? '';
    const seen: SeenRequest = { atMs: performance.now(), path, userAgent, status: 0, complete: false };
    this.requests.push(seen);
    this.#waiting = this.#waiting.filter(({ count, resolve }) => {
      if (this.requests.length < count) return true;
      resolve();
      return false;
    });
    const nth = this.#counts.get(path) ?? 0;
    this.#counts.set(path, nth + 1);
    const send = (status: number, body: string | Buffer, headers: Record<string, string> = {}): void => {
      seen.status = status;
      response.writeHead(status, { 'content-type': 'text/html', ...headers });
      response.end(body);
    };
    if (!DECLARED.test(userAgent)) send(403, blockPage('undeclared'));
    else if (this.#isBlocked(seen.atMs)) send(403, blockPage('rate'));
    else this.#serve(path, this.#options.fault?.(path, nth), request, response, seen, send);
  }

  // Over the limit: refusal, and longer while the client goes on.
  #isBlocked(nowMs: number): boolean {
    const { mostPerSecond = 10, blockMs = 600_000 } = this.#options;
    const recent = this.requests.filter((request) => request.atMs > nowMs - 1000).length;
    if (nowMs < this.#blockedUntilMs || recent > mostPerSecond) this.#blockedUntilMs = nowMs + blockMs;
    return nowMs < this.#blockedUntilMs;
  }

  #serve(
    path: string,
    fault: SecFault | undefined,
    request: IncomingMessage,
    response: ServerResponse,
    seen: SeenRequest,
    send: (status: number, body: string | Buffer, headers?: Record<string, string>) => void,
  ): void {
    const body = this.#bodies.get(path);
    if (fault?.kind === 'too-many') {
      send(429, 'Too Many Requests', fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter });
    } else if (fault?.kind === 'block-page') send(fault.status, blockPage('rate'));
    else if (fault?.kind === 'error') send(fault.status, 'Internal Server Error');
    else if (fault?.kind === 'reset') request.socket.destroy();
    else if (body === undefined) send(path.includes('-index/') ? 403 : 404, ACCESS_DENIED);
    else if (fault?.kind === 'truncated' && fault.how === 'short but complete')
      send(200, body.subarray(0, body.length >> 1));
    else this.#sendBody(body, fault, request, response, seen);
  }

  #sendBody(
    body: Buffer,
    fault: SecFault | undefined,
    request: IncomingMessage,
    response: ServerResponse,
    seen: SeenRequest,
  ): void {
    const zipped = request.headers['accept-encoding']?.includes('gzip') === true;
    const bytes = zipped ? gzipSync(body) : body;
    const encoding: Record<string, string> = zipped ? { 'content-encoding': 'gzip' } : {};
    seen.status = 200;
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(bytes.length), ...encoding });
    const half = bytes.length >> 1;
    if (fault?.kind === 'truncated') {
      response.write(bytes.subarray(0, half), () => request.socket.destroy());
    } else if (fault?.kind === 'slow') {
      response.write(bytes.subarray(0, half));
      const timer = setTimeout(() => {
        response.end(bytes.subarray(half), () => (seen.complete = true));
      }, fault.ms);
      response.on('close', () => {
        clearTimeout(timer);
      });
    } else response.end(bytes, () => (seen.complete = true));
  }
}

function mostWithin(times: readonly number[], spanMs: number): number {
  let most = 0;
  let from = 0;
  times.forEach((time, to) => {
    while (times[from]! <= time - spanMs) from++;
    most = Math.max(most, to - from + 1);
  });
  return most;
}

/**
 * Starts a server on the loopback that behaves like the SEC's: indexes and archives with gzip, 403 without a declared
 * User-Agent, a block page above the rate, and the faults that the test asks for. Close it when done.
 */
export async function startSecServer(options: SecServerOptions): Promise<SecServer> {
  const site = new Site(options);
  const server: Server = createServer((request, response) => {
    site.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: site.requests,
    busiestSecond: () =>
      mostWithin(
        site.requests.map((request) => request.atMs),
        1000,
      ),
    waitForRequests: (count) => site.waitForRequests(count),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
