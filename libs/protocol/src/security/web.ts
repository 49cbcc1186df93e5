import type { IncomingMessage } from 'node:http';
import type { SecureContextOptions, TLSSocket } from 'node:tls';
import { FiligreeError, isLoopback } from '@filigree/base';
import { mayReadMetrics } from './access.ts';
import { REREAD_MS, checkedFiles, makeTokenReader, readGiven, refuseOpen } from './files.ts';
import type { Files, Security } from './files.ts';
import { roleOfCaller } from './guard.ts';
import type { OnRefused } from './guard.ts';
import { makeRefusals } from './refusals.ts';
import type { TokenTable } from './tokens.ts';

/** What an HTTP server beside the gRPC one shows and demands. */
export interface WebSecurity {
  /** Null: in the clear. */
  readonly tls: (SecureContextOptions & { readonly requestCert: boolean }) | null;
  /** Calls `use` with what changed certificate files hold; the result ends that and may be called twice. */
  watch(use: (changed: SecureContextOptions) => void): () => void;
  /** Why the caller may not read, which is told as well; null where it may. */
  judge(request: IncomingMessage): FiligreeError | null;
  /** Calls `answer` when the turn of a caller that was refused has come. */
  answerRefused(request: IncomingMessage, answer: () => void): void;
}

const CLEAR: WebSecurity = {
  tls: null,
  watch: () => () => undefined,
  judge: () => null,
  answerRefused: (_request, answer) => {
    answer();
  },
};

function contentOf({ pair, ca }: Files): { cert: string; key: string; ca?: string } {
  const read = (flag: string, file: string): string => readGiven(flag, file).toString('utf8');
  return {
    cert: read('--tls-cert', pair!.cert),
    key: read('--tls-key', pair!.key),
    ...(ca === null ? {} : { ca: read('--tls-ca', ca) }),
  };
}

/**
 * As `serverSecurity`, for HTTP on `host`: TLS with a client certificate or bearer token of a role that may look. Loopback
 * is in the clear. Throws USAGE for an open address in the clear without --insecure; `flag` names the address.
 */
export function webSecurity(security: Security, flag: string, host: string, onRefused: OnRefused): WebSecurity {
  const files = checkedFiles(security);
  refuseOpen(flag, host, security, files);
  if (files.pair === null || isLoopback(host)) return CLEAR;
  const certificates = files.ca !== null;
  const tokens = security.tokenFile === undefined ? null : makeTokenReader(security.tokenFile, () => undefined);
  const refusals = makeRefusals();
  let content = contentOf(files);
  return {
    tls: { ...content, requestCert: certificates },
    watch(use) {
      const timer = setInterval(() => {
        try {
          checkedFiles(security);
          const now = contentOf(files);
          if (JSON.stringify(now) === JSON.stringify(content)) return;
          content = now;
          use(now);
        } catch (error) {
          // Half of a pair has been renewed, or a file is away for a moment: until all are there the old ones count.
          if (!(error instanceof FiligreeError)) throw error;
        }
      }, REREAD_MS);
      timer.unref();
      return () => {
        clearInterval(timer);
      };
    },
    judge(request) {
      const refusal = judge(request, tokens, certificates);
      if (refusal !== null) onRefused(refusal, addressOf(request));
      return refusal;
    },
    answerRefused(request, answer) {
      refusals.answer(addressOf(request), answer);
    },
  };
}

const addressOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? 'unknown';

function judge(
  request: IncomingMessage,
  tokens: (() => TokenTable) | null,
  certificates: boolean,
): FiligreeError | null {
  if (!certificates && tokens === null) return null;
  const unit: unknown = certificates ? (request.socket as TLSSocket).getPeerCertificate().subject.OU : undefined;
  const role = roleOfCaller(tokens, unit, request.headers.authorization);
  if (role === null) {
    return new FiligreeError('UNAUTHENTICATED', '/metrics: the caller is not known', {
      remedy: 'show a certificate or a bearer token that this coordinator accepts',
    });
  }
  if (mayReadMetrics(role)) return null;
  return new FiligreeError('PERMISSION_DENIED', `/metrics: not allowed for the role ${role}`, {
    remedy: 'use the certificate or token of a viewer',
  });
}
