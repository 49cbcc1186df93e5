import { Metadata, ResponderBuilder, ServerInterceptingCall, ServerListenerBuilder } from '@grpc/grpc-js';
import type { ServerInterceptingCallInterface, ServerInterceptor } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { toWireError } from '../status.ts';
import { ROLES, mayCall, rolesFor, rolesForRequest } from './access.ts';
import type { Role } from './access.ts';
import type { TokenTable } from './tokens.ts';

export interface GuardOptions {
  /** Read at each call, so that a changed token file counts at once; null where no tokens are used. */
  readonly tokens: (() => TokenTable) | null;
  /** Certificates are asked for and checked by TLS. */
  readonly certificates: boolean;
}

const MAX_SHOWN_CHARS = 40;

/**
 * An interceptor that lets a call through only for a role that may make it. The role comes from the OU of the client's
 * certificate, else from its bearer token. Refusals: UNAUTHENTICATED without credentials, PERMISSION_DENIED with the wrong
 * ones. Without TLS client certificates and tokens nothing is refused: then the address is loopback, or --insecure was said.
 */
export function makeGuard(options: GuardOptions): ServerInterceptor | null {
  if (options.tokens === null && !options.certificates) return null;
  return (method, call) => {
    let refused = false;
    let role: Role | null = null;
    const refuse = (error: FiligreeError): void => {
      refused = true;
      const { code, details, metadata: trailer } = toWireError(error);
      call.sendStatus({ code, details, metadata: trailer });
    };
    return new ServerInterceptingCall(
      call,
      new ResponderBuilder()
        .withStart((next) => {
          next(
            new ServerListenerBuilder()
              .withOnReceiveMetadata((metadata, pass) => {
                role = roleOf(options, metadata, call);
                const refusal = judge(options, role, method.path);
                if (refusal === null) pass(metadata);
                else refuse(refusal);
              })
              .withOnReceiveMessage((message, pass) => {
                if (refused || role === null) return;
                const refusal = judgeRequest(role, method.path, message);
                if (refusal === null) pass(message);
                else refuse(refusal);
              })
              .withOnReceiveHalfClose((pass) => {
                if (!refused) pass();
              })
              .build(),
          );
        })
        .build(),
    );
  };
}

function judge(options: GuardOptions, role: Role | null, path: string): FiligreeError | null {
  if (role === null) {
    const kind =
      options.tokens === null ? 'a certificate (--tls-cert, --tls-key)' : 'a token (--token-file) or certificate';
    return new FiligreeError('UNAUTHENTICATED', `${path}: the caller is not known`, {
      remedy: `give ${kind} that this coordinator accepts`,
    });
  }
  return mayCall(role, path) ? null : notAllowed(path, role, rolesFor(path));
}

function judgeRequest(role: Role, path: string, request: unknown): FiligreeError | null {
  const allowed = rolesForRequest(path, request);
  if (allowed.includes(role)) return null;
  const { question } = request as { readonly question?: unknown };
  return notAllowed(`${path}: the question ${JSON.stringify(question).slice(0, MAX_SHOWN_CHARS)}`, role, allowed);
}

function notAllowed(what: string, role: Role, allowed: readonly Role[]): FiligreeError {
  const expected = allowed.join(' or ') || 'nobody';
  return new FiligreeError('PERMISSION_DENIED', `${what}: not allowed for the role ${role}, expected ${expected}`, {
    remedy: 'use the certificate or token of such a role',
  });
}

function roleOf(options: GuardOptions, metadata: Metadata, call: ServerInterceptingCallInterface): Role | null {
  const unit: unknown = options.certificates ? call.getAuthContext().sslPeerCertificate?.subject.OU : undefined;
  return roleOfCaller(options.tokens, unit, metadata.get('authorization')[0]);
}

/** The role of a caller whose verified certificate has this OU, else of its bearer token; null for one that is not known. */
export function roleOfCaller(tokens: GuardOptions['tokens'], unit: unknown, authorization: unknown): Role | null {
  const role = ROLES.find((name) => name === unit);
  if (role !== undefined) return role;
  if (tokens === null || typeof authorization !== 'string' || !authorization.startsWith('Bearer ')) return null;
  return tokens().roleOf(authorization.slice('Bearer '.length));
}
