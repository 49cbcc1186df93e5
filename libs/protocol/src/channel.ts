import { readFileSync } from 'node:fs';
import { ChannelCredentials, ServerCredentials, credentials as grpcCredentials, Metadata } from '@grpc/grpc-js';
import type { ChannelOptions, ServerOptions } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { MAX_MESSAGE_BYTES } from './limits.ts';

/** How the two sides know each other. All undefined: in the clear. */
export interface Security {
  readonly tlsCert: string | undefined;
  readonly tlsKey: string | undefined;
  readonly tlsCa: string | undefined;
  readonly tokenFile: string | undefined;
  /** In the clear beyond loopback was asked for. */
  readonly insecure: boolean;
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readPem(flag: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new FiligreeError(
      'USAGE',
      `${flag} ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
      {
        remedy: 'give a readable PEM file; coordinator certs DIR makes a first set',
        cause: error,
      },
    );
  }
}

function usesTls(security: Security): boolean {
  return security.tlsCert !== undefined || security.tlsKey !== undefined || security.tlsCa !== undefined;
}

function keyPair(security: Security): { cert: Buffer; key: Buffer } | null {
  const { tlsCert, tlsKey } = security;
  if (tlsCert === undefined && tlsKey === undefined) return null;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new FiligreeError('USAGE', `--tls-${tlsCert === undefined ? 'key' : 'cert'} stands alone`, {
      remedy: 'give --tls-cert and --tls-key together',
    });
  }
  return { cert: readPem('--tls-cert', tlsCert), key: readPem('--tls-key', tlsKey) };
}

/** Options of every channel. HTTP/2 pings never end a stream before the lease TTL of 30 s would. */
export const CHANNEL_OPTIONS: ChannelOptions = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 40_000,
  'grpc.keepalive_permit_without_calls': 0,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 2000,
  // Two clients in one process are two peers: a shared connection would fail for both.
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_retries': 0,
};

/** Options of every server: bounded messages, and patience with stopped workers. */
export const SERVER_OPTIONS: ServerOptions = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 40_000,
};

/** Credentials of a client that talks to `host`. Throws USAGE where they cannot do what is asked. */
export function clientCredentials(security: Security, host: string): ChannelCredentials {
  if (!usesTls(security)) {
    if (security.tokenFile !== undefined && !isLoopback(host) && !security.insecure) {
      throw new FiligreeError('USAGE', `--token-file would be sent to ${host} in the clear`, {
        remedy: 'give --tls-ca as well, or --insecure to allow it',
      });
    }
    return grpcCredentials.createInsecure();
  }
  const pair = keyPair(security);
  const ca = security.tlsCa === undefined ? null : readPem('--tls-ca', security.tlsCa);
  const channel = grpcCredentials.createSsl(ca, pair?.key ?? null, pair?.cert ?? null);
  const { tokenFile } = security;
  if (tokenFile === undefined) return channel;
  const call = grpcCredentials.createFromMetadataGenerator((_parameters, done) => {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${readPem('--token-file', tokenFile).toString().trim()}`);
    done(null, metadata);
  });
  return grpcCredentials.combineChannelCredentials(channel, call);
}

/** Credentials of a server that listens on `host`. Throws USAGE for an open address in the clear. */
export function serverCredentials(security: Security, host: string): ServerCredentials {
  if (!usesTls(security)) {
    if (!isLoopback(host) && !security.insecure) {
      throw new FiligreeError(
        'USAGE',
        `--listen ${host} is open to other machines, expected TLS or a loopback address`,
        {
          remedy: 'give --tls-cert, --tls-key and --tls-ca, or --insecure to allow it in the clear',
        },
      );
    }
    return ServerCredentials.createInsecure();
  }
  const pair = keyPair(security);
  if (pair === null) {
    throw new FiligreeError('USAGE', '--tls-ca stands alone', { remedy: 'give --tls-cert and --tls-key as well' });
  }
  const ca = security.tlsCa === undefined ? null : readPem('--tls-ca', security.tlsCa);
  return ServerCredentials.createSsl(ca, [{ private_key: pair.key, cert_chain: pair.cert }], ca !== null);
}
