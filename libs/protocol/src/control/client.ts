import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import type { DrainResponse__Output } from '../generated/filigree/v1/DrainResponse.ts';
import type { JobCount__Output } from '../generated/filigree/v1/JobCount.ts';
import type { JobDetail__Output } from '../generated/filigree/v1/JobDetail.ts';
import type { JobSelection } from '../generated/filigree/v1/JobSelection.ts';
import type { ListJobsResponse__Output } from '../generated/filigree/v1/ListJobsResponse.ts';
import type { PauseResponse__Output } from '../generated/filigree/v1/PauseResponse.ts';
import type { ResumeResponse__Output } from '../generated/filigree/v1/ResumeResponse.ts';
import type { Status__Output } from '../generated/filigree/v1/Status.ts';
import { services } from '../load.ts';
import { routeTo } from '../route.ts';
import type { Endpoint, Route } from '../route.ts';
import { clientCredentials } from '../security/credentials.ts';
import type { Security } from '../security/files.ts';
import {
  jobDetailFromWire,
  jobListFromWire,
  statusFromWire,
  submitToWire,
  waitFromWire,
  watchFromWire,
} from './convert.ts';
import type {
  JobDetailView,
  JobListView,
  JobSelectionAsk,
  ListJobsAsk,
  StatusView,
  SubmitAsk,
  SubmitProgressView,
  WaitUpdateView,
  WatchAsk,
  WatchUpdateView,
} from './views.ts';

/** What commands and the monitor ask of a coordinator. Every method rejects with a FiligreeError that names the address. */
export interface ControlClient {
  /** HOST:PORT, for messages. */
  readonly place: string;
  /** Resolves to the closing message; `onProgress` sees each one before. */
  submit(
    ask: SubmitAsk,
    onProgress?: (progress: SubmitProgressView) => void,
    signal?: AbortSignal,
  ): Promise<SubmitProgressView>;
  status(): Promise<StatusView>;
  /** Updates until the stream ends or `signal` aborts; resolves then. Rejects when the connection fails. */
  watch(ask: WatchAsk, onUpdate: (update: WatchUpdateView) => void, signal: AbortSignal): Promise<void>;
  /** Resolves to the last message, in which `ended` holds. An empty run id means everything. */
  wait(runId: string, onUpdate: (update: WaitUpdateView) => void, signal?: AbortSignal): Promise<WaitUpdateView>;
  listJobs(ask: ListJobsAsk): Promise<JobListView>;
  getJob(ask: { readonly jobId: number; readonly accession: string }): Promise<JobDetailView>;
  /** Each resolves to the number of jobs it changed. */
  retry(selection: JobSelectionAsk): Promise<number>;
  cancel(selection: JobSelectionAsk): Promise<number>;
  clear(states: readonly string[]): Promise<number>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Resolves to the number of jobs that the worker still holds. */
  drain(worker: string): Promise<number>;
  dumpGraph(onLine: (line: string) => void | Promise<void>): Promise<void>;
  askGraph(question: string, args: unknown, onLine: (line: string) => void | Promise<void>): Promise<void>;
  close(): void;
}

// A one-shot call to an address that swallows packets must end too.
const UNARY_DEADLINE_MS = 20_000;

type Answer<A> = (error: ServiceError | null, answer?: A) => void;

function timed(): { readonly deadline: Date } {
  return { deadline: new Date(Date.now() + UNARY_DEADLINE_MS) };
}

/** Reads a server stream one message at a time, waiting for `each`; a call that `signal` aborts ends without error. */
async function readStream<T>(
  stream: ClientReadableStream<T>,
  each: (message: T) => void | Promise<void>,
  route: Route,
  signal?: AbortSignal,
): Promise<void> {
  const abort = (): void => {
    stream.cancel();
  };
  signal?.addEventListener('abort', abort);
  if (signal?.aborted === true) abort();
  try {
    for await (const message of stream) await each(message as T);
  } catch (error) {
    if (signal?.aborted !== true) throw route.failure(error);
  } finally {
    signal?.removeEventListener('abort', abort);
    stream.cancel();
  }
}

function selection(ask: JobSelectionAsk): JobSelection {
  return { ...ask, jobIds: [...ask.jobIds] };
}

/** A client of the coordinator at `endpoint`; connects at the first call. `close` ends it and may be called twice. */
export function openControlClient(endpoint: Endpoint, security: Security): ControlClient {
  const route = routeTo(endpoint);
  const { place } = route;
  const client = new services.ControlService(place, clientCredentials(security, endpoint.host), route.options);

  const unary = <A>(call: (done: Answer<A>) => unknown): Promise<A> =>
    new Promise((resolve, reject) => {
      call((error, answer) => {
        if (error === null && answer !== undefined) resolve(answer);
        else reject(route.failure(error ?? new Error('the answer is empty')));
      });
    });

  const lines = (
    stream: ClientReadableStream<{ lines: string[] }>,
    onLine: (line: string) => void | Promise<void>,
  ): Promise<void> =>
    readStream(
      stream,
      async (message) => {
        for (const line of message.lines) await onLine(line);
      },
      route,
    );

  /** The last message of a stream that must have one. */
  const lastOf = async <W, V>(
    stream: ClientReadableStream<W>,
    view: (wire: W) => V,
    onEach: (value: V) => void,
    signal?: AbortSignal,
  ): Promise<V> => {
    let last: V | undefined;
    await readStream(
      stream,
      (message) => {
        last = view(message);
        onEach(last);
      },
      route,
      signal,
    );
    if (last === undefined) throw route.failure(new Error('the answer ended before it began'));
    return last;
  };

  return {
    place,
    submit: (ask, onProgress = () => undefined, signal) =>
      lastOf(client.submit(submitToWire(ask)), (wire) => wire, onProgress, signal),
    status: async () => statusFromWire(await unary<Status__Output>((done) => client.getStatus({}, timed(), done))),
    watch: (ask, onUpdate, signal) =>
      readStream(
        client.watch({ ...ask }),
        (message) => {
          onUpdate(watchFromWire(message));
        },
        route,
        signal,
      ),
    wait: (runId, onUpdate, signal) => lastOf(client.wait({ runId }), waitFromWire, onUpdate, signal),
    listJobs: async (ask) =>
      jobListFromWire(await unary<ListJobsResponse__Output>((done) => client.listJobs({ ...ask }, timed(), done))),
    getJob: async (ask) =>
      jobDetailFromWire(await unary<JobDetail__Output>((done) => client.getJob({ ...ask }, timed(), done))),
    retry: async (ask) => (await unary<JobCount__Output>((done) => client.retry(selection(ask), timed(), done))).jobs,
    cancel: async (ask) => (await unary<JobCount__Output>((done) => client.cancel(selection(ask), timed(), done))).jobs,
    clear: async (states) =>
      (await unary<JobCount__Output>((done) => client.clear({ states: [...states] }, timed(), done))).jobs,
    pause: async () => {
      await unary<PauseResponse__Output>((done) => client.pause({}, timed(), done));
    },
    resume: async () => {
      await unary<ResumeResponse__Output>((done) => client.resume({}, timed(), done));
    },
    drain: async (worker) =>
      (await unary<DrainResponse__Output>((done) => client.drain({ worker }, timed(), done))).busy,
    dumpGraph: (onLine) => lines(client.dumpGraph({}), onLine),
    askGraph: (question, args, onLine) =>
      lines(client.askGraph({ question, argumentsJson: JSON.stringify(args) }), onLine),
    close: () => {
      client.close();
    },
  };
}
