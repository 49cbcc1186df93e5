import { isIP } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import { Metadata, ServerCredentials, credentials as grpcCredentials, experimental } from '@grpc/grpc-js';
import type { ChannelCredentials, ChannelOptions, ServerInterceptor } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { REREAD_MS, checkedFiles, makeTokenReader, readGiven, readTokenFile, refuseOpen } from './files.ts';
import type { Files, Security } from './files.ts';
import { judgeAgain, makeGuard } from './guard.ts';
import type { OnRefused } from './guard.ts';
import { makeOpenCalls } from './open-calls.ts';
import { makeRefusals } from './refusals.ts';
import { clientToken } from './tokens.ts';

/** What a server shows and demands. */
export interface ServerSecurity {
  readonly credentials: ServerCredentials;
  /** Judges each call. */
  readonly interceptors: ServerInterceptor[];
  /** Resolves when callers are answered: the certificates of a server that listens are read a moment later. */
  ready(): Promise<void>;
  /** Stops looking after open calls. May be called twice. */
  stop(): void;
}

/** What a server tells of its door. */
export interface DoorEvents {
  readonly refused: OnRefused;
  /** Something that an operator should mend, as one line. */
  readonly trouble: (text: string) => void;
}

/** Open calls are looked at so often, ms. */
const LOOK_MS = 1_000;

function watchFiles({ pair, ca }: Files): experimental.FileWatcherCertificateProvider {
  return new experimental.FileWatcherCertificateProvider({
    refreshIntervalMs: REREAD_MS,
    ...(pair === null ? {} : { certificateFile: pair.cert, privateKeyFile: pair.key }),
    ...(ca === null ? {} : { caCertificateFile: ca }),
  });
}

/**
 * Credentials of a client that talks to `host`. Certificate and token files are read again when they change. Throws USAGE
 * where they cannot do what is asked.
 */
export function clientCredentials(security: Security, host: string): ChannelCredentials {
  const files = checkedFiles(security);
  const { tokenFile } = security;
  if (files.pair === null && files.ca === null) {
    if (tokenFile !== undefined) {
      throw new FiligreeError('USAGE', `--token-file would be sent to ${host} in the clear`, {
        remedy: 'give --tls-ca as well: a token travels over TLS only',
      });
    }
    return grpcCredentials.createInsecure();
  }
  // Without --tls-ca the system's authorities count; the provider of grpc-js needs a file, so these are read once.
  const channel =
    files.ca === null
      ? grpcCredentials.createSsl(
          null,
          readGiven('--tls-key', files.pair!.key),
          readGiven('--tls-cert', files.pair!.cert),
        )
      : secureChannel(files, host);
  if (tokenFile === undefined) return channel;
  readTokenFile(tokenFile);
  const call = grpcCredentials.createFromMetadataGenerator((_parameters, done) => {
    const metadata = new Metadata();
    try {
      metadata.set('authorization', `Bearer ${clientToken(readTokenFile(tokenFile))}`);
    } catch (error) {
      done(error as FiligreeError);
      return;
    }
    done(null, metadata);
  });
  return grpcCredentials.combineChannelCredentials(channel, call);
}

function secureChannel(files: Files, host: string): ChannelCredentials {
  const provider = watchFiles(files);
  return experimental.createCertificateProviderChannelCredentials(provider, files.pair === null ? null : provider, {
    checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
  });
}

/** Options of a channel to `host`: TLS may not name an address (RFC 6066), so a name stands in; the address is what is verified. */
export function targetNameOptions(host: string): ChannelOptions {
  return isIP(host) === 0 ? {} : { 'grpc.ssl_target_name_override': 'coordinator' };
}

/**
 * What a server that listens on `host` shows and demands: with --tls-ca a client certificate of that authority, with
 * --token-file a known token. Both files are read again when they change. Throws USAGE for an open address in the clear.
 */
export function serverSecurity(security: Security, host: string, events: DoorEvents): ServerSecurity {
  const files = checkedFiles(security);
  const { tokenFile } = security;
  refuseOpen('--listen', host, security, files);
  const tokens = tokenFile === undefined ? null : makeTokenReader(tokenFile, events.trouble);
  const openCalls = makeOpenCalls();
  const refusals = makeRefusals();
  const door = { tokens, certificates: files.ca !== null, openCalls, refusals, onRefused: events.refused };
  let known = tokens?.();
  const look = setInterval(() => {
    openCalls.endSilent(performance.now());
    const now = tokens?.();
    if (now === known) return;
    known = now;
    openCalls.endWhere((open) => judgeAgain(door, open));
  }, LOOK_MS);
  look.unref();
  const stop = (): void => {
    clearInterval(look);
  };
  return { ...serverCredentials(files), interceptors: [makeGuard(door)], stop };
}

function serverCredentials(files: Files): Pick<ServerSecurity, 'credentials' | 'ready'> {
  if (files.pair === null) {
    return { credentials: ServerCredentials.createInsecure(), ready: () => Promise.resolve() };
  }
  const provider = watchFiles(files);
  const credentials = experimental.createCertificateProviderServerCredentials(
    provider,
    files.ca === null ? null : provider,
    files.ca !== null,
  );
  return { credentials, ready: () => whenRead(provider, files.ca !== null) };
}

/** Resolves when the provider has told its certificates to whoever listened before. */
async function whenRead(provider: experimental.FileWatcherCertificateProvider, withCa: boolean): Promise<void> {
  type Listen = (listener: (update: object | null) => void) => void;
  const once = (add: Listen, remove: Listen): Promise<void> =>
    new Promise((resolve) => {
      const listener = (update: object | null): void => {
        if (update === null) return;
        remove(listener);
        resolve();
      };
      add(listener);
    });
  await once(
    (listener) => {
      provider.addIdentityCertificateListener(listener);
    },
    (listener) => {
      provider.removeIdentityCertificateListener(listener);
    },
  );
  if (!withCa) return;
  await once(
    (listener) => {
      provider.addCaCertificateListener(listener);
    },
    (listener) => {
      provider.removeCaCertificateListener(listener);
    },
  );
}
