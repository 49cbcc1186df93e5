import type { ChannelOptions } from '@grpc/grpc-js';
import { proxyFor } from '@filigree/base';
import type { Environment, FiligreeError } from '@filigree/base';
import { CHANNEL_OPTIONS } from './channel.ts';
import { targetNameOptions } from './security/credentials.ts';
import { fromWireError } from './status.ts';

/** Where a coordinator is. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** How a client gets to a coordinator. */
export interface Route {
  /** HOST:PORT, for the channel and for messages. */
  readonly place: string;
  readonly options: ChannelOptions;
  /** What a failed call means, with the words of the other side, and with the proxy where one stands between. */
  failure(error: unknown): FiligreeError;
}

/**
 * The way to `endpoint`. grpc-js sends everything through the proxy of the environment, loopback too, and knows NO_PROXY in
 * small letters only: so it is told each time whether to look for a proxy at all.
 */
export function routeTo({ host, port }: Endpoint, env: Environment = process.env): Route {
  const place = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
  const proxy = proxyFor('grpc', { host, port }, env);
  return {
    place,
    options: {
      ...CHANNEL_OPTIONS,
      ...targetNameOptions(host),
      'grpc.enable_http_proxy': proxy === null ? 0 : 1,
    },
    failure: (error) => fromWireError(error, place, proxy),
  };
}
