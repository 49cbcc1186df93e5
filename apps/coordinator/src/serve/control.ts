import { FiligreeError } from '@filigree/base';
import type { GraphStore } from '@filigree/graph';
import { MAX_MESSAGE_BYTES } from '@filigree/protocol';
import type { ControlHandlers } from '@filigree/protocol';
import type { JobState } from '@filigree/queue';
import { jobDetail, listJobs, requireStates, selectionFilter } from './job-views.ts';
import type { Submitter } from './scan.ts';
import { statusView } from './status.ts';
import type { StatusSources } from './status.ts';
import { makeSubmitGate } from './submit-gate.ts';
import { waitFor } from './waiting.ts';
import { watchAll } from './watching.ts';

const RETRYABLE: readonly JobState[] = ['failed', 'cancelled'];
const CANCELLABLE: readonly JobState[] = ['pending', 'processing'];
// What is left of a message for one line of an answer.
const MAX_LINE_BYTES = MAX_MESSAGE_BYTES - 256 * 1024;
const ENDED: readonly JobState[] = ['completed', 'failed', 'cancelled'];

/** Answers a question about the graph as JSON lines; the graph's own commands know the questions. */
export type AnswerQuestion = (
  question: string,
  args: unknown,
  emit: (line: string) => Promise<void>,
  signal: AbortSignal,
) => Promise<void>;

export interface ControlOptions {
  readonly sources: StatusSources;
  readonly submitter: Submitter;
  readonly store: GraphStore;
  readonly answer: AnswerQuestion;
}

function endedState(state: string): JobState {
  const found = ENDED.find((known) => known === state);
  if (found !== undefined) return found;
  throw new FiligreeError('USAGE', `state is '${state}', expected ${ENDED.join(', ')}`, {
    remedy: 'only ended jobs can be forgotten',
  });
}

/** Throws TOO_LARGE for a line that does not fit into a message. */
function checkLine(line: string): void {
  if (line.length * 3 <= MAX_LINE_BYTES || Buffer.byteLength(line) <= MAX_LINE_BYTES) return;
  throw new FiligreeError('TOO_LARGE', `the answer has a line of more than ${String(MAX_LINE_BYTES)} bytes`, {
    remedy:
      'narrow the question (--from, --to, --type, --company, more of the name), or ask where the graph is, with --graph',
  });
}

/** What each control call does: parse, call, reply. */
export function makeControlHandlers({ sources, submitter, store, answer }: ControlOptions): ControlHandlers {
  const { queue, feed } = sources;
  const submits = makeSubmitGate(sources.clock);
  return {
    submit: async (ask, emit, signal) => {
      submits.enter();
      await submitter.submit(ask, emit, signal);
    },
    async status() {
      await sources.graph.settled();
      return statusView(sources);
    },
    watch: (ask, emit, signal) => watchAll(ask, sources, emit, signal),
    wait: (runId, emit, signal) => waitFor(runId, sources, emit, signal),
    listJobs: (ask) => listJobs(queue, ask),
    getJob: (ask) => Promise.resolve().then(() => jobDetail(queue, feed, ask)),
    async retry(selection) {
      const filter = selectionFilter(selection, RETRYABLE);
      requireStates(queue, selection.jobIds, RETRYABLE);
      return queue.ask((dispatcher, ack, nowMs) => {
        dispatcher.retry(filter, ack, nowMs);
      });
    },
    async cancel(selection) {
      const filter = selectionFilter(selection, CANCELLABLE);
      requireStates(queue, selection.jobIds, [...CANCELLABLE, 'cancelled']);
      return queue.ask((dispatcher, ack, nowMs) => {
        dispatcher.cancel(filter, ack, nowMs);
      });
    },
    async clear(states) {
      const filter = { states: states.length === 0 ? ENDED : states.map(endedState) };
      return queue.ask((dispatcher, ack, nowMs) => {
        dispatcher.clear(filter, ack, nowMs);
      });
    },
    async pause() {
      await queue.ask((dispatcher, ack, nowMs) => {
        dispatcher.pause(ack, nowMs);
      });
    },
    async resume() {
      await queue.ask((dispatcher, ack, nowMs) => {
        dispatcher.resume(ack, nowMs);
      });
    },
    drain(worker) {
      return Promise.resolve().then(() =>
        queue.act((dispatcher, nowMs) => {
          if (dispatcher.drain(worker, nowMs) === 0) {
            throw new FiligreeError('NOT_FOUND', `worker ${worker} is not connected`, {
              remedy: 'coordinator status lists the workers',
            });
          }
          const told = dispatcher.workers(nowMs).filter((view) => view.id === worker);
          return told.reduce((sum, view) => sum + view.busy, 0);
        }),
      );
    },
    async dumpGraph(emit, signal) {
      for await (const line of store.dump()) {
        if (signal.aborted) return;
        await emit(line);
      }
    },
    askGraph: (question, args, emit, signal) =>
      answer(
        question,
        args,
        (line) => {
          checkLine(line);
          return emit(line);
        },
        signal,
      ),
  };
}
