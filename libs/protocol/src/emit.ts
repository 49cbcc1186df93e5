import type { ServerWritableStream } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { UNREAD_LIMIT_MS, UNSENT_MESSAGES } from './limits.ts';
import { resetCall } from './reset.ts';

/** Writes to one server stream at the receiver's pace. */
export interface Emitter<T> {
  /** Resolves when the receiver is ready for more, or is gone. Rejects with UNREACHABLE when it does not read for too long. */
  readonly emit: (message: T) => Promise<void>;
  /** Aborts when the receiver is gone. */
  readonly signal: AbortSignal;
}

export function streamEmitter<Q, T>(
  call: ServerWritableStream<Q, T>,
  unreadLimitMs: number = UNREAD_LIMIT_MS,
): Emitter<T> {
  const controller = new AbortController();
  call.on('cancelled', () => {
    controller.abort();
  });
  call.on('error', () => {
    controller.abort();
  });
  // Counted here and not left to the stream, which would keep sixteen messages of any size.
  let unsent = 0;
  let goOn: () => void = () => undefined;
  const sent = (): void => {
    unsent -= 1;
    goOn();
  };
  const emit = async (message: T): Promise<void> => {
    if (controller.signal.aborted) return;
    unsent += 1;
    call.write(message, sent);
    if (unsent < UNSENT_MESSAGES) return;
    await new Promise<void>((resolve, reject) => {
      goOn = () => {
        clearTimeout(timer);
        controller.signal.removeEventListener('abort', goOn);
        goOn = () => undefined;
        resolve();
      };
      const timer = setTimeout(() => {
        reject(
          new FiligreeError('UNREACHABLE', `the receiver has not read for ${String(unreadLimitMs / 1000)} s`, {
            remedy: 'ask again',
          }),
        );
        goOn();
        controller.abort();
        resetCall(call);
      }, unreadLimitMs);
      controller.signal.addEventListener('abort', goOn);
    });
  };
  return { emit, signal: controller.signal };
}
