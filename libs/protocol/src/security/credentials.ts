import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import { Metadata, ServerCredentials, credentials as grpcCredentials, experimental } from '@grpc/grpc-js';
import type { ChannelCredentials, ChannelOptions, ServerInterceptor } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { makeGuard } from './guard.ts';
import { clientToken, parseTokens } from './tokens.ts';
import type { TokenTable } from './tokens.ts';

/** How the two sides know each other. All undefined: in the clear. */
export interface Security {
  readonly tlsCert: string | undefined;
  readonly tlsKey: string | undefined;
  readonly tlsCa: string | undefined;
  readonly tokenFile: string | undefined;
  /** In the clear beyond loopback was asked for. */
  readonly insecure: boolean;
}

/** What a server shows and demands. */
export interface ServerSecurity {
  readonly credentials: ServerCredentials;
  /** Judges each call; empty where nobody has to be known. */
  readonly interceptors: ServerInterceptor[];
}

/** Changed certificate files count after this long. */
const REREAD_MS = 10_000;

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readGiven(flag: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    throw new FiligreeError('USAGE', `${flag} ${file} cannot be read (${code})`, {
      remedy: 'give a readable file; coordinator certs DIR makes a first set of certificates',
      cause: error,
    });
  }
}

interface Files {
  readonly pair: { readonly cert: string; readonly key: string } | null;
  readonly ca: string | null;
}

// A pair that does not belong together would be a server that drops every connection without a word.
function checkPair(certFile: string, keyFile: string): void {
  const cert = readGiven('--tls-cert', certFile);
  const key = readGiven('--tls-key', keyFile);
  let isPair: boolean;
  try {
    isPair = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch (cause) {
    throw new FiligreeError('USAGE', `--tls-cert ${certFile} and --tls-key ${keyFile} cannot be used`, {
      remedy: 'give a certificate and its private key, both PEM',
      cause,
    });
  }
  if (isPair) return;
  throw new FiligreeError('USAGE', `--tls-key ${keyFile} is not the private key of --tls-cert ${certFile}`, {
    remedy: 'give the two files of one pair',
  });
}

// Read once now, so that a wrong path is an error of the command line and not of a connection later.
function checkedFiles(security: Security): Files {
  const { tlsCert, tlsKey, tlsCa } = security;
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new FiligreeError('USAGE', `--tls-${tlsCert === undefined ? 'key' : 'cert'} stands alone`, {
      remedy: 'give --tls-cert and --tls-key together',
    });
  }
  if (tlsCa !== undefined) readGiven('--tls-ca', tlsCa);
  if (tlsCert !== undefined && tlsKey !== undefined) checkPair(tlsCert, tlsKey);
  const pair = tlsCert === undefined || tlsKey === undefined ? null : { cert: tlsCert, key: tlsKey };
  return { pair, ca: tlsCa ?? null };
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
  if (files.pair === null) {
    if (files.ca !== null || tokenFile !== undefined) {
      throw new FiligreeError(
        'USAGE',
        `${files.ca === null ? '--token-file' : '--tls-ca'} needs a certificate to show`,
        {
          remedy: 'give --tls-cert and --tls-key as well',
        },
      );
    }
    if (!isLoopback(host) && !security.insecure) {
      throw new FiligreeError(
        'USAGE',
        `--listen ${host} is open to other machines, expected TLS or a loopback address`,
        {
          remedy: 'give --tls-cert, --tls-key and --tls-ca, or --insecure to allow it in the clear',
        },
      );
    }
    return { credentials: ServerCredentials.createInsecure(), interceptors: [] };
  }
  if (files.ca === null && tokenFile === undefined && !isLoopback(host) && !security.insecure) {
    throw new FiligreeError('USAGE', `--listen ${host} would let anybody in, expected client certificates or tokens`, {
      remedy: 'give --tls-ca or --token-file, or --insecure to allow it',
    });
  }
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

// A token file that cannot be read any more changes nothing: what was known stays known.
function makeTokenReader(file: string): () => TokenTable {
  let text = readGiven('--token-file', file).toString('utf8');
  let table = parseTokens(text, file);
  return () => {
    try {
      const now = readFileSync(file, 'utf8');
      if (now !== text) {
        table = parseTokens(now, file);
        text = now;
      }
    } catch {
      return table;
    }
    return table;
  };
}
