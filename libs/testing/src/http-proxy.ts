import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A running HTTP proxy. */
export interface HttpProxy {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What it was asked for: `CONNECT host:port` or `GET http://host/path`, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A real proxy with tunnels (CONNECT) and whole addresses. `routes` says which port of loopback a host:port leads to; others get 502. */
export async function startHttpProxy(routes: Readonly<Record<string, number>>): Promise<HttpProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();

  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : null;
    const port = url === null ? undefined : routes[`${url.hostname}:${url.port === '' ? '80' : url.port}`];
    if (url === null || port === undefined) {
      response.writeHead(502).end();
      return;
    }
    const { headers, method } = request;
    const onward = httpRequest(
      { host: '127.0.0.1', port, path: url.pathname + url.search, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };

  const server = createServer(forward);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    asked.push(`CONNECT ${request.url ?? ''}`);
    const port = routes[request.url ?? ''];
    if (port === undefined) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client).pipe(onward);
    });
    for (const [one, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
