import { describeError } from '@filigree/base';
import type { ControlClient } from '@filigree/protocol';
import { PAGE_JOBS } from '../ui/job-pages.ts';
import type { Effect, Message } from '../ui/state.ts';

/** What of a coordinator the monitor uses beside its stream. */
export type Actions = Pick<
  ControlClient,
  'listJobs' | 'getJob' | 'askGraph' | 'pause' | 'resume' | 'drain' | 'retry' | 'cancel' | 'watch'
>;

function jobs(count: number): string {
  return `${String(count)} job${count === 1 ? '' : 's'}`;
}

type Change = Extract<Effect, { kind: 'pause' | 'resume' | 'drain' | 'retry' | 'cancel' }>;

/** Does what a key asked for; resolves to one line that says what came of it. */
async function change(client: Actions, effect: Change): Promise<string> {
  switch (effect.kind) {
    case 'pause':
      await client.pause();
      return 'paused: running filings go on, no new one is granted';
    case 'resume':
      await client.resume();
      return 'resumed';
    case 'drain':
      return `${effect.workerId} drains: it still holds ${jobs(await client.drain(effect.workerId))}`;
    case 'retry':
      return `${jobs(await client.retry(effect.selection))} put back`;
    case 'cancel':
      return `${jobs(await client.cancel(effect.selection))} cancelled`;
  }
}

const ADDRESS = /https:\/\/www\.sec\.gov\/Archives\/[\w./-]+/;

/** The filing's address as the graph has it, or null. A graph that cannot be asked has none. */
async function findAddress(client: Actions, accession: string): Promise<string | null> {
  let found: string | null = null;
  try {
    await client.askGraph('filing', { accession }, (text) => {
      found ??= ADDRESS.exec(text)?.[0] ?? null;
    });
  } catch {
    // The page says that there is no address; nothing else hangs on it.
    return null;
  }
  return found;
}

/** Performs effects against a coordinator; what comes of them goes to `send`. */
export interface Performer {
  perform(effect: Exclude<Effect, { kind: 'quit' }>): Promise<void>;
  /** Ends the log stream; may be called twice. */
  stop(): void;
}

export function makePerformer(client: Actions, send: (message: Message) => void): Performer {
  let log: AbortController | null = null;

  const watchLog = async (workerId: string): Promise<void> => {
    log?.abort();
    log = null;
    if (workerId === '') return;
    const controller = new AbortController();
    log = controller;
    await client.watch(
      { facts: false, workerLog: workerId },
      (update) => {
        const events = update.events.filter((event) => event.kind === 'log' && event.worker === workerId);
        if (events.length > 0 && !controller.signal.aborted) send({ type: 'log', workerId, events });
      },
      controller.signal,
    );
  };

  return {
    async perform(effect) {
      try {
        switch (effect.kind) {
          case 'list-jobs': {
            const { query, token } = effect;
            const answer = await client.listJobs({ ...query, limit: PAGE_JOBS, page: token });
            send({ type: 'jobs', query, token, answer });
            return;
          }
          case 'get-job': {
            const detail = await client.getJob({ jobId: effect.jobId, accession: '' });
            send({ type: 'job', jobId: effect.jobId, detail });
            return;
          }
          case 'find-address':
            send({
              type: 'address',
              accession: effect.accession,
              address: await findAddress(client, effect.accession),
            });
            return;
          case 'watch-log':
            await watchLog(effect.workerId);
            return;
          default:
            send({ type: 'notice', text: await change(client, effect), bad: false });
        }
      } catch (error) {
        const text = describeError(error);
        if (effect.kind === 'list-jobs') send({ type: 'jobs-failed', error: text });
        else if (effect.kind === 'get-job') send({ type: 'job-failed', jobId: effect.jobId, error: text });
        // That the connection is lost is said by the stream that carries everything else.
        else if (effect.kind !== 'watch-log') send({ type: 'notice', text, bad: true });
      }
    },
    stop() {
      log?.abort();
      log = null;
    },
  };
}
