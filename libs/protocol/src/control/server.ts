import type { ServerUnaryCall, ServerWritableStream, UntypedServiceImplementation, sendUnaryData } from '@grpc/grpc-js';
import { status as Status } from '@grpc/grpc-js';
import type { ClearRequest__Output } from '../generated/filigree/v1/ClearRequest.ts';
import type { DrainRequest__Output } from '../generated/filigree/v1/DrainRequest.ts';
import type { AskGraphRequest__Output } from '../generated/filigree/v1/AskGraphRequest.ts';
import type { GetJobRequest__Output } from '../generated/filigree/v1/GetJobRequest.ts';
import type { JobSelection__Output } from '../generated/filigree/v1/JobSelection.ts';
import type { ListJobsRequest__Output } from '../generated/filigree/v1/ListJobsRequest.ts';
import type { SubmitRequest__Output } from '../generated/filigree/v1/SubmitRequest.ts';
import type { WaitRequest__Output } from '../generated/filigree/v1/WaitRequest.ts';
import type { WatchRequest__Output } from '../generated/filigree/v1/WatchRequest.ts';
import { streamEmitter } from '../emit.ts';
import { toWireError } from '../status.ts';
import { boundedList, boundedName } from '../bounds.ts';
import { MAX_FILTERS, MAX_FILTER_CHARS } from '../limits.ts';
import { jobToWire, listFromWire, questionFromWire, selectionFromWire, submitFromWire } from './convert.ts';
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

/** Sends one message of a stream; resolves when the receiver is ready for more. */
export type Emit<T> = (message: T) => Promise<void>;

/** What the coordinator does for each call. Every method may reject with a FiligreeError, which the client gets whole. */
export interface ControlHandlers {
  submit(ask: SubmitAsk, emit: Emit<SubmitProgressView>, signal: AbortSignal): Promise<void>;
  status(): Promise<StatusView>;
  watch(ask: WatchAsk, emit: Emit<WatchUpdateView>, signal: AbortSignal): Promise<void>;
  wait(runId: string, emit: Emit<WaitUpdateView>, signal: AbortSignal): Promise<void>;
  listJobs(ask: ListJobsAsk): Promise<JobListView>;
  getJob(ask: { readonly jobId: number; readonly accession: string }): Promise<JobDetailView>;
  retry(selection: JobSelectionAsk): Promise<number>;
  cancel(selection: JobSelectionAsk): Promise<number>;
  clear(states: readonly string[]): Promise<number>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  drain(worker: string): Promise<number>;
  dumpGraph(emit: Emit<string>, signal: AbortSignal): Promise<void>;
  askGraph(question: string, args: unknown, emit: Emit<string>, signal: AbortSignal): Promise<void>;
}

/** Called with each error that is no fault of the caller, for the log. */
export type OnInternalError = (method: string, error: unknown) => void;

const LINE_BATCH_BYTES = 128 * 1024;

export function makeControlService(
  handlers: ControlHandlers,
  onInternal: OnInternalError,
): UntypedServiceImplementation {
  const report = (method: string, error: unknown): ReturnType<typeof toWireError> => {
    const wire = toWireError(error);
    if (wire.code === Status.INTERNAL) onInternal(method, error);
    return wire;
  };

  const unary =
    <Q, A>(method: string, handle: (request: Q) => Promise<A>) =>
    (call: ServerUnaryCall<Q, A>, done: sendUnaryData<A>): void => {
      handle(call.request).then(
        (answer) => {
          done(null, answer);
        },
        (error: unknown) => {
          done(report(method, error));
        },
      );
    };

  const stream =
    <Q, A>(method: string, handle: (request: Q, emit: Emit<A>, signal: AbortSignal) => Promise<void>) =>
    (call: ServerWritableStream<Q, A>): void => {
      const { emit, signal } = streamEmitter(call);
      const run = async (): Promise<void> => {
        await handle(call.request, emit, signal);
      };
      run().then(
        () => call.end(),
        (error: unknown) => call.emit('error', report(method, error)),
      );
    };

  return {
    submit: stream<SubmitRequest__Output, SubmitProgressView>('Submit', (request, emit, signal) =>
      handlers.submit(submitFromWire(request), emit, signal),
    ),
    getStatus: unary('GetStatus', () => handlers.status()),
    watch: stream<WatchRequest__Output, WatchUpdateView>('Watch', (request, emit, signal) => {
      boundedName(request.workerLog, 'WatchRequest.worker_log', MAX_FILTER_CHARS);
      return handlers.watch(request, emit, signal);
    }),
    wait: stream<WaitRequest__Output, WaitUpdateView>('Wait', (request, emit, signal) =>
      handlers.wait(boundedName(request.runId, 'WaitRequest.run_id', MAX_FILTER_CHARS), emit, signal),
    ),
    listJobs: unary('ListJobs', async (request: ListJobsRequest__Output) => {
      const page = await handlers.listJobs(listFromWire(request));
      return { ...page, jobs: page.jobs.map(jobToWire) };
    }),
    getJob: unary('GetJob', async (request: GetJobRequest__Output) => {
      boundedName(request.accession, 'GetJobRequest.accession', MAX_FILTER_CHARS);
      const detail = await handlers.getJob(request);
      return { ...detail, job: jobToWire(detail.job) };
    }),
    retry: unary('Retry', async (request: JobSelection__Output) => ({
      jobs: await handlers.retry(selectionFromWire(request)),
    })),
    cancel: unary('Cancel', async (request: JobSelection__Output) => ({
      jobs: await handlers.cancel(selectionFromWire(request)),
    })),
    clear: unary('Clear', async (request: ClearRequest__Output) => ({ jobs: await handlers.clear(statesOf(request)) })),
    pause: unary('Pause', async () => {
      await handlers.pause();
      return {};
    }),
    resume: unary('Resume', async () => {
      await handlers.resume();
      return {};
    }),
    drain: unary('Drain', async (request: DrainRequest__Output) => ({
      busy: await handlers.drain(boundedName(request.worker, 'DrainRequest.worker', MAX_FILTER_CHARS)),
    })),
    dumpGraph: stream<object, { lines: string[] }>('DumpGraph', (_request, emit, signal) =>
      inBatches(emit, (each) => handlers.dumpGraph(each, signal)),
    ),
    askGraph: stream<AskGraphRequest__Output, { lines: string[] }>('AskGraph', (request, emit, signal) =>
      inBatches(emit, (each) => {
        const { question, args } = questionFromWire(request);
        return handlers.askGraph(question, args, each, signal);
      }),
    ),
  } as unknown as UntypedServiceImplementation;
}

function statesOf(request: ClearRequest__Output): readonly string[] {
  const states = boundedList(request.states, 'ClearRequest.states', MAX_FILTERS);
  return states.map((state) => boundedName(state, 'ClearRequest.states', MAX_FILTER_CHARS));
}

/** Lines travel many at a time; a message each would cost more than the lines. */
async function inBatches(
  emit: Emit<{ lines: string[] }>,
  produce: (each: Emit<string>) => Promise<void>,
): Promise<void> {
  let lines: string[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    const full = lines;
    lines = [];
    bytes = 0;
    await emit({ lines: full });
  };
  await produce(async (line) => {
    lines.push(line);
    bytes += line.length;
    if (bytes >= LINE_BATCH_BYTES) await flush();
  });
  await flush();
}
