import type { ServerInterceptingCallInterface } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { CALL_LIMITS, FIRST_MESSAGE_WITHIN_MS } from '../limits.ts';
import type { CallLimit } from '../limits.ts';
import { resetCall } from '../reset.ts';
import { toWireError } from '../status.ts';

/** A call that has been let in and has not ended. */
export interface OpenCall {
  readonly path: string;
  readonly call: ServerInterceptingCallInterface;
  /** What it showed at the door, else its address. */
  readonly caller: string;
  /** Its authorization header, where it has one. */
  readonly authorization: unknown;
  readonly openedMs: number;
  /** A first message has come. */
  heard: boolean;
}

/** All open calls of a server: how many there may be, and an end for those that should not be open any more. */
export interface OpenCalls {
  /** Throws OVERLOADED where the caller, or all together, have too many of the kind open. */
  enter(call: OpenCall): void;
  /** Nothing happens for one that is not there. */
  leave(call: OpenCall): void;
  /** Ends what has been open for long without a message. */
  endSilent(nowMs: number): void;
  /** Ends each call that `why` gives an error for. */
  endWhere(why: (call: OpenCall) => FiligreeError | null): void;
}

const RESET_AFTER_MS = 5_000;

/** Ends a call with the error; one that does not read even that is reset. */
export function endCall(call: ServerInterceptingCallInterface, error: FiligreeError, stillOpen: () => boolean): void {
  const { code, details, metadata } = toWireError(error);
  call.sendStatus({ code, details, metadata });
  setTimeout(() => {
    if (stillOpen()) resetCall(call);
  }, RESET_AFTER_MS).unref();
}

export function makeOpenCalls(limits: readonly CallLimit[] = CALL_LIMITS): OpenCalls {
  const open = new Set<OpenCall>();
  const counts = new Map<string, number>();
  const limitOf = (path: string): CallLimit =>
    limits.find(({ methods }) => methods.includes(path.slice(path.lastIndexOf('/') + 1))) ?? limits.at(-1)!;
  const count = (key: string, step: number): void => {
    const next = (counts.get(key) ?? 0) + step;
    if (next > 0) counts.set(key, next);
    else counts.delete(key);
  };
  const end = (call: OpenCall, error: FiligreeError): void => {
    endCall(call.call, error, () => open.has(call));
  };
  return {
    enter(call) {
      const { kind, total, perCaller } = limitOf(call.path);
      const own = counts.get(`${kind}\n${call.caller}`) ?? 0;
      const all = counts.get(kind) ?? 0;
      if (own >= perCaller || all >= total) {
        const many = own >= perCaller ? `${String(own)} of this caller` : String(all);
        throw new FiligreeError('OVERLOADED', `${call.path}: too many ${kind} are open: ${many}`, {
          remedy: 'end some, or try again later',
        });
      }
      open.add(call);
      count(kind, 1);
      count(`${kind}\n${call.caller}`, 1);
    },
    leave(call) {
      if (!open.delete(call)) return;
      const { kind } = limitOf(call.path);
      count(kind, -1);
      count(`${kind}\n${call.caller}`, -1);
    },
    endSilent(nowMs) {
      for (const call of open) {
        // Calls stand in the order in which they came.
        if (call.openedMs + FIRST_MESSAGE_WITHIN_MS > nowMs) return;
        if (call.heard) continue;
        call.heard = true;
        end(call, new FiligreeError('UNREACHABLE', `${call.path}: no message came`, { remedy: 'call again' }));
      }
    },
    endWhere(why) {
      for (const call of open) {
        const error = why(call);
        if (error !== null) end(call, error);
      }
    },
  };
}
