import { Server, ServerCredentials } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { controlServiceDefinition, makeControlService } from '@filigree/protocol';
import type { ControlHandlers, Emit, StatusView, WatchAsk, WatchUpdateView } from '@filigree/protocol';
import { status } from './builders.ts';

/** A coordinator that says what a test tells it to say. */
export interface FakeCoordinator {
  readonly port: number;
  /** Sends an update to everyone who watches, and to those who come later as their first. */
  tell(update: WatchUpdateView): Promise<void>;
  /** What GetStatus answers. */
  setStatus(next: StatusView): void;
  /** Resolves when somebody watches. */
  watched(): Promise<void>;
  readonly asks: readonly WatchAsk[];
  /** Ends as a process that is killed: every connection drops. May be called twice. */
  kill(): Promise<void>;
}

const notHere = (): Promise<never> => Promise.reject(new FiligreeError('NOT_FOUND', 'not in this test'));

export async function startFakeCoordinator(options: {
  readonly port?: number;
  readonly first: WatchUpdateView;
  readonly handlers?: Partial<ControlHandlers>;
}): Promise<FakeCoordinator> {
  let current = status();
  let last = options.first;
  const asks: WatchAsk[] = [];
  const watchers = new Set<Emit<WatchUpdateView>>();
  let arrived = (): void => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const handlers: ControlHandlers = {
    submit: notHere,
    status: () => Promise.resolve(current),
    watch: async (ask, emit, signal) => {
      asks.push(ask);
      await emit({ ...last, snapshot: true });
      watchers.add(emit);
      arrived();
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
      watchers.delete(emit);
    },
    wait: notHere,
    listJobs: () => Promise.resolve({ jobs: [], nextPage: 0, total: 0 }),
    getJob: notHere,
    retry: () => Promise.resolve(1),
    cancel: () => Promise.resolve(1),
    clear: () => Promise.resolve(0),
    pause: () => Promise.resolve(),
    resume: () => Promise.resolve(),
    drain: () => Promise.resolve(0),
    dumpGraph: notHere,
    askGraph: notHere,
    ...options.handlers,
  };
  const server = new Server();
  server.addService(
    controlServiceDefinition,
    makeControlService(handlers, () => undefined),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${String(options.port ?? 0)}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return {
    port,
    asks,
    async tell(update) {
      last = update;
      await Promise.all([...watchers].map((emit) => emit(update)));
    },
    setStatus(next) {
      current = next;
    },
    watched: () => arrival,
    kill() {
      server.forceShutdown();
      return Promise.resolve();
    },
  };
}
