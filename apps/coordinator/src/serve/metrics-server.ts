import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { FiligreeError } from '@filigree/base';
import { DEFAULT_METRICS_PORT, formatHostPort } from '@filigree/cli';
import type { HostPort } from '@filigree/cli';

/** A server of /metrics. */
export interface MetricsServer {
  readonly address: HostPort;
  /** May be called twice. */
  stop(): Promise<void>;
}

function bind(server: Server, address: HostPort): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException): void => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        new FiligreeError(
          'LOCAL_STATE',
          `--metrics ${formatHostPort(address)}: ${taken ? 'the port is in use' : cause.message}`,
          {
            remedy: 'give --metrics with another port, or --metrics off',
            detail: { port_in_use: taken },
            cause,
          },
        ),
      );
    };
    server.once('error', fail);
    server.listen(address.port, address.host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/**
 * Serves /metrics. `asked` undefined means the default address, and a free port (with a warning) where that is taken;
 * null means off. Throws LOCAL_STATE where an address that was asked for is taken.
 */
export async function serveMetrics(
  registry: Registry,
  asked: HostPort | null | undefined,
  warn: (text: string) => void,
): Promise<MetricsServer | null> {
  if (asked === null) return null;
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('see /metrics\n');
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(`${String(error)}\n`),
    );
  });
  const wanted = asked ?? { host: '127.0.0.1', port: DEFAULT_METRICS_PORT };
  try {
    await bind(server, wanted);
  } catch (error) {
    if (asked !== undefined || !(error instanceof FiligreeError) || error.detail['port_in_use'] !== true) throw error;
    await bind(server, { ...wanted, port: 0 });
    warn(
      `the metrics port ${String(DEFAULT_METRICS_PORT)} is in use: metrics are on ${wanted.host}:${String((server.address() as AddressInfo).port)}`,
    );
  }
  // A scrape must not keep a coordinator alive that wants to end.
  server.unref();
  const { port } = server.address() as AddressInfo;
  let stopping: Promise<void> | null = null;
  return {
    address: { host: wanted.host, port },
    stop: () =>
      (stopping ??= new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      })),
  };
}
