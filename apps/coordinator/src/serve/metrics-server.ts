import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { FiligreeError, describeError } from '@filigree/base';
import { DEFAULT_METRICS_PORT, formatHostPort } from '@filigree/cli';
import type { HostPort } from '@filigree/cli';
import { webSecurity } from '@filigree/protocol';
import type { DoorEvents, Security } from '@filigree/protocol';
import { MAX_METRICS_CONNECTIONS } from './limits.ts';

/** A server of /metrics. */
export interface MetricsServer {
  readonly address: HostPort;
  /** Where Prometheus finds it. */
  readonly url: string;
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
 * Serves /metrics: on loopback in the clear, elsewhere with the certificate of `security` for who may look. `asked`
 * undefined means the default address, and a free port (with a warning) where that is taken; null means off. Throws
 * LOCAL_STATE where an address that was asked for is taken, USAGE for an open one in the clear.
 */
export async function serveMetrics(
  registry: Registry,
  asked: HostPort | null | undefined,
  security: Security,
  events: DoorEvents,
): Promise<MetricsServer | null> {
  if (asked === null) return null;
  const wanted = asked ?? { host: '127.0.0.1', port: DEFAULT_METRICS_PORT };
  const { tls, watch, judge, answerRefused } = webSecurity(security, '--metrics', wanted.host, events.refused);
  const answer: RequestListener = (request, response) => {
    const say = (status: number, text: string, type = 'text/plain'): void => {
      response.writeHead(status, { 'content-type': type }).end(text);
    };
    const refusal = judge(request);
    if (refusal !== null) {
      answerRefused(request, () => {
        say(refusal.code === 'UNAUTHENTICATED' ? 401 : 403, `${describeError(refusal)}\n`);
      });
      return;
    }
    if (request.url?.split('?', 1)[0] !== '/metrics') {
      say(404, 'see /metrics\n');
      return;
    }
    registry.metrics().then(
      (text) => {
        say(200, text, registry.contentType);
      },
      (error: unknown) => {
        say(500, `${String(error)}\n`);
      },
    );
  };
  const secure = tls === null ? null : createSecureServer(tls, answer);
  const server: Server = secure ?? createServer(answer);
  try {
    await bind(server, wanted);
  } catch (error) {
    if (asked !== undefined || !(error instanceof FiligreeError) || error.detail['port_in_use'] !== true) throw error;
    await bind(server, { ...wanted, port: 0 });
    events.trouble(
      `the metrics port ${String(DEFAULT_METRICS_PORT)} is in use: metrics are on ${wanted.host}:${String((server.address() as AddressInfo).port)}`,
    );
  }
  server.maxConnections = MAX_METRICS_CONNECTIONS;
  const unwatch = watch((changed) => secure?.setSecureContext(changed));
  // A scrape must not keep a coordinator alive that wants to end.
  server.unref();
  const address = { host: wanted.host, port: (server.address() as AddressInfo).port };
  let stopping: Promise<void> | null = null;
  return {
    address,
    url: `${secure === null ? 'http' : 'https'}://${formatHostPort(address)}/metrics`,
    stop: () =>
      (stopping ??= new Promise((resolve) => {
        unwatch();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      })),
  };
}
