import type { ServerWritableStream } from '@grpc/grpc-js';

/** Writes to one server stream at the receiver's pace. */
export interface Emitter<T> {
  /** Resolves when the receiver is ready for more, or is gone. */
  readonly emit: (message: T) => Promise<void>;
  /** Aborts when the receiver is gone. */
  readonly signal: AbortSignal;
}

export function streamEmitter<Q, T>(call: ServerWritableStream<Q, T>): Emitter<T> {
  const controller = new AbortController();
  call.on('cancelled', () => {
    controller.abort();
  });
  call.on('error', () => {
    controller.abort();
  });
  const emit = async (message: T): Promise<void> => {
    if (controller.signal.aborted || call.write(message)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        call.off('drain', go);
        controller.signal.removeEventListener('abort', go);
        resolve();
      };
      call.on('drain', go);
      controller.signal.addEventListener('abort', go);
    });
  };
  return { emit, signal: controller.signal };
}
