/** Watches for SIGINT and SIGTERM. `stop` ends the watch and may be called twice. */
export interface SignalWatch {
  /** Aborts at the first signal. */
  readonly signal: AbortSignal;
  /** The name of the first signal, or null. */
  received(): 'SIGINT' | 'SIGTERM' | null;
  stop(): void;
}

/**
 * The first SIGINT or SIGTERM aborts `signal`, so that the command can end in order; `onSecond` is called at the second
 * one, which means at once.
 */
export function watchSignals(onSecond: (name: 'SIGINT' | 'SIGTERM') => void): SignalWatch {
  const controller = new AbortController();
  let first: 'SIGINT' | 'SIGTERM' | null = null;
  const handle = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (first === null) {
      first = name;
      controller.abort(name);
    } else onSecond(name);
  };
  const onInterrupt = (): void => {
    handle('SIGINT');
  };
  const onTerminate = (): void => {
    handle('SIGTERM');
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  return {
    signal: controller.signal,
    received: () => first,
    stop() {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
    },
  };
}
