import { EXIT } from '@filigree/base';
import { formatCount, note } from '@filigree/cli';
import type { Io, ProgressView, Values } from '@filigree/cli';
import type { ControlClient, SubmitProgressView } from '@filigree/protocol';
import { follow } from '../commands/follow.ts';
import { scanJson, tellScan } from '../commands/scan-told.ts';
import { printStatistics, statisticsOf } from '../commands/statistics.ts';
import { submitAsk, submitRun } from '../commands/submit-run.ts';
import type { SubmitValues } from '../commands/submit-run.ts';

const SHOWN_FAILURES = 10;

export type LoadValues = SubmitValues & Values<'filings' | 'json'>;

export interface LoadOptions {
  readonly client: ControlClient;
  readonly filings: string | undefined;
  readonly view: ProgressView;
  readonly signal: AbortSignal;
  /** Filings are queued: there is something to watch. */
  readonly onSubmitted: () => void;
  /** How to go on after an interruption. */
  readonly onInterrupted: (left: number) => void;
}

/** Why filings failed: the coordinator may be gone when somebody asks later. */
async function tellFailures(client: ControlClient, runId: string, io: Io): Promise<void> {
  const ask = { state: 'failed', form: '', company: '', text: '', runId, limit: SHOWN_FAILURES, page: 0 };
  const { jobs, total } = await client.listJobs(ask);
  for (const job of jobs) note(io, `failed: ${job.accession} (${job.path}): ${job.error}`);
  if (total > jobs.length) note(io, `and ${formatCount(total - jobs.length)} more: coordinator jobs --state failed`);
}

/** Submits, shows the progress, prints the statistics. Gives the exit code. */
export async function loadRun(values: LoadValues, io: Io, options: LoadOptions): Promise<number> {
  const { client, view, signal } = options;
  const interrupted = async (): Promise<number> => {
    view.end();
    const { jobs } = await client.status();
    options.onInterrupted(jobs.pending + jobs.processing);
    return EXIT.interrupted;
  };
  const scanning = (progress: SubmitProgressView): void => {
    if (!progress.closed && progress.scanned > 0 && progress.submitted === 0) {
      view.show({ done: progress.scanned, total: 0, failed: 0, ratePerSecond: 0, hint: 'looking for filings' });
    }
  };
  const closed = await submitRun(client, submitAsk(values, options.filings, io.cwd), scanning, signal);
  if (closed === null) return interrupted();
  options.onSubmitted();
  tellScan(closed, (line) => {
    view.say(line);
  });
  const end = await follow(client, closed.runId, { view, signal, wasReached: true });
  if (end === null) return interrupted();
  view.end();
  if (end.jobs.failed > 0) await tellFailures(client, closed.runId, io);
  return printStatistics(io, { ...statisticsOf(closed.runId, end), scan: scanJson(closed) }, values.json);
}
