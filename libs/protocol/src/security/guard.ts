import { Metadata, ResponderBuilder, ServerInterceptingCall, ServerListenerBuilder } from '@grpc/grpc-js';
import type { ServerInterceptingCallInterface, ServerInterceptor } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { toWireError } from '../status.ts';
import { ROLES, mayCall, rolesFor, rolesForRequest } from './access.ts';
import type { Role } from './access.ts';
import { callerOf } from './caller.ts';
import type { OpenCall, OpenCalls } from './open-calls.ts';
import type { Refusals } from './refusals.ts';
import type { TokenTable } from './tokens.ts';

export interface GuardOptions {
  /** Read at each call, so that a changed token file counts at once; null where no tokens are used. */
  readonly tokens: (() => TokenTable) | null;
  /** Certificates are asked for and checked by TLS. */
  readonly certificates: boolean;
  readonly openCalls: OpenCalls;
  readonly refusals: Refusals;
  readonly onRefused: OnRefused;
}

/** Told of each call that is not let in, with the address that it came from (no port). */
export type OnRefused = (error: FiligreeError, peer: string) => void;

const MAX_SHOWN_CHARS = 40;

/**
 * An interceptor that lets a call through only for a role that may make it, and only so many calls at once. The role comes
 * from the OU of the client's certificate, else from its bearer token. Refusals: UNAUTHENTICATED without credentials, which
 * come slowly to who gets many, PERMISSION_DENIED with the wrong ones, RESOURCE_EXHAUSTED for too many calls. Without TLS
 * client certificates and tokens everybody may call: then the address is loopback, or --insecure was said.
 */
export function makeGuard(options: GuardOptions): ServerInterceptor {
  const { openCalls, refusals, onRefused } = options;
  const asksWho = options.tokens !== null || options.certificates;
  return (method, call) => {
    let refused = false;
    let role: Role | null = null;
    let open: OpenCall | null = null;
    const peer = call.getPeer().replace(/:\d+$/, '');
    const refuse = (error: FiligreeError): void => {
      refused = true;
      onRefused(error, peer);
      const { code, details, metadata: trailer } = toWireError(error);
      const answer = (): void => {
        call.sendStatus({ code, details, metadata: trailer });
      };
      if (error.code === 'UNAUTHENTICATED') refusals.answer(peer, answer);
      else answer();
    };
    const letIn = (metadata: Metadata): FiligreeError | null => {
      const [authorization] = metadata.get('authorization');
      if (asksWho) {
        role = roleOf(options, metadata, call);
        const refusal = judge(options, role, method.path);
        if (refusal !== null) return refusal;
      }
      const caller = asksWho ? callerOf(call.getAuthContext().sslPeerCertificate, authorization) : peer;
      const entering = { path: method.path, call, caller, authorization, openedMs: performance.now(), heard: false };
      try {
        openCalls.enter(entering);
      } catch (error) {
        if (error instanceof FiligreeError) return error;
        throw error;
      }
      open = entering;
      return null;
    };
    return new ServerInterceptingCall(
      call,
      new ResponderBuilder()
        .withStart((next) => {
          next(
            new ServerListenerBuilder()
              .withOnReceiveMetadata((metadata, pass) => {
                const refusal = letIn(metadata);
                if (refusal === null) pass(metadata);
                else refuse(refusal);
              })
              .withOnReceiveMessage((message, pass) => {
                if (refused) return;
                if (open !== null) open.heard = true;
                const refusal = role === null ? null : judgeRequest(role, method.path, message);
                if (refusal === null) pass(message);
                else refuse(refusal);
              })
              .withOnReceiveHalfClose((pass) => {
                if (!refused) pass();
              })
              .withOnCancel(() => {
                if (open !== null) openCalls.leave(open);
              })
              .build(),
          );
        })
        .build(),
    );
  };
}

/** Why a call that was let in with a token may not go on now that the tokens have changed; null where it may. */
export function judgeAgain(
  options: Pick<GuardOptions, 'tokens' | 'certificates'>,
  open: OpenCall,
): FiligreeError | null {
  if (options.tokens === null) return null;
  const unit: unknown = options.certificates ? open.call.getAuthContext().sslPeerCertificate?.subject.OU : undefined;
  return judge(options, roleOfCaller(options.tokens, unit, open.authorization), open.path);
}

function judge(options: Pick<GuardOptions, 'tokens'>, role: Role | null, path: string): FiligreeError | null {
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
