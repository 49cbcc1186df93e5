import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { FiligreeError, describeError, isLoopback } from '@filigree/base';
import { parseTokens } from './tokens.ts';
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

/** Changed certificate files count after this long. */
export const REREAD_MS = 10_000;

/** Reads a file that a flag names. Throws USAGE where it cannot be read. */
export function readGiven(flag: string, file: string): Buffer {
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

/** The certificate files that were given. */
export interface Files {
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

/**
 * The files of `security`. Read once now, so that a wrong path is an error of the command line and not of a connection
 * later. Throws USAGE.
 */
export function checkedFiles(security: Security): Files {
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

const OTHERS = 0o077;

/**
 * The text of a token file. Throws USAGE where it cannot be read, and where others than its owner may read it: who reads a
 * token may use it. Windows keeps its permissions elsewhere.
 */
export function readTokenFile(file: string): string {
  const text = readGiven('--token-file', file).toString('utf8');
  const { mode, isFile } = modeOf(file);
  if (!isFile || (mode & OTHERS) === 0 || process.platform === 'win32') return text;
  const shown = (mode & 0o777).toString(8).padStart(4, '0');
  throw new FiligreeError(
    'USAGE',
    `--token-file ${file} has mode ${shown}: others may read it or write it, expected 0600`,
    {
      remedy: `chmod 600 ${file}`,
      detail: { path: file, mode: shown },
    },
  );
}

function modeOf(file: string): { readonly mode: number; readonly isFile: boolean } {
  const stats = statSync(file);
  return { mode: stats.mode, isFile: stats.isFile() };
}

/**
 * The tokens of `file`, read again when they change. A file that cannot be read any more, that is no token file or that is
 * open to others changes nothing: what was known stays known, and `onTrouble` is told once.
 */
export function makeTokenReader(file: string, onTrouble: (text: string) => void): () => TokenTable {
  let text = readTokenFile(file);
  let table = parseTokens(text, file);
  let told = '';
  return () => {
    try {
      const now = readTokenFile(file);
      if (now !== text) {
        table = parseTokens(now, file);
        text = now;
      }
      told = '';
    } catch (error) {
      const trouble = describeError(error);
      if (trouble !== told) onTrouble(`the tokens stay as they were: ${trouble}`);
      told = trouble;
    }
    return table;
  };
}

/**
 * Refuses what would leave a server open: credentials without a certificate to show, and, on an address that other
 * machines reach, the clear or a server that asks nobody, unless --insecure was said. `flag` names the address. Throws USAGE.
 */
export function refuseOpen(flag: string, host: string, security: Security, files: Files): void {
  const { tokenFile } = security;
  const knows = files.ca !== null || tokenFile !== undefined;
  if (files.pair === null && knows) {
    throw new FiligreeError('USAGE', `${files.ca === null ? '--token-file' : '--tls-ca'} needs a certificate to show`, {
      remedy: 'give --tls-cert and --tls-key as well',
    });
  }
  if (isLoopback(host) || security.insecure) return;
  if (files.pair === null) {
    throw new FiligreeError('USAGE', `${flag} ${host} is open to other machines, expected TLS or a loopback address`, {
      remedy: 'give --tls-cert, --tls-key and --tls-ca, or --insecure to allow it in the clear',
    });
  }
  if (!knows) {
    throw new FiligreeError('USAGE', `${flag} ${host} would let anybody in, expected client certificates or tokens`, {
      remedy: 'give --tls-ca or --token-file, or --insecure to allow it',
    });
  }
}

/** What a client should say before it talks to `host`: null unless that is another machine, in the clear, and nobody said --insecure. */
export function warningOfClear(security: Security, host: string): string | null {
  const isKept = security.tlsCert !== undefined || security.tlsCa !== undefined;
  if (isKept || security.insecure || isLoopback(host)) return null;
  return `the connection to ${host} is in the clear; give --tls-ca (and --tls-cert, --tls-key), or --insecure to say that this is meant`;
}
