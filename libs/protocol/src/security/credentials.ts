import { isIP } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import { Metadata, ServerCredentials, credentials as grpcCredentials, experimental } from '@grpc/grpc-js';
import type { ChannelCredentials, ChannelOptions, ServerInterceptor } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { REREAD_MS, checkedFiles, makeTokenReader, readGiven, refuseOpen } from './files.ts';
import type { Files, Security } from './files.ts';
import { makeGuard } from './guard.ts';
import { clientToken } from './tokens.ts';

/** What a server shows and demands. */
export interface ServerSecurity {
  readonly credentials: ServerCredentials;
  /** Judges each call; empty where nobody has to be known. */
  readonly interceptors: ServerInterceptor[];
}

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
  const call = grpcCredentials.createFromMetadataGenerator((_parameters, done) => {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${clientToken(readGiven('--token-file', tokenFile).toString('utf8'))}`);
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
export function serverSecurity(security: Security, host: string): ServerSecurity {
  const files = checkedFiles(security);
  const { tokenFile } = security;
  refuseOpen('--listen', host, security, files);
  if (files.pair === null) return { credentials: ServerCredentials.createInsecure(), interceptors: [] };
  const provider = watchFiles(files);
  const credentials = experimental.createCertificateProviderServerCredentials(
    provider,
    files.ca === null ? null : provider,
    files.ca !== null,
  );
  const tokens = tokenFile === undefined ? null : makeTokenReader(tokenFile);
  const guard = makeGuard({ tokens, certificates: files.ca !== null });
  return { credentials, interceptors: guard === null ? [] : [guard] };
}
