import { FiligreeError } from '@filigree/base';
import type { JobState } from '@filigree/queue';
import { boundedList, boundedName, boundedNumber, boundedText } from '../bounds.ts';
import { MAX_ARGUMENTS_CHARS, MAX_FILTERS, MAX_FILTER_CHARS, MAX_JOB_IDS, MAX_PATH_CHARS } from '../limits.ts';
import type { AskGraphRequest__Output } from '../generated/filigree/v1/AskGraphRequest.ts';
import type { JobSelection__Output } from '../generated/filigree/v1/JobSelection.ts';
import type { ListJobsRequest__Output } from '../generated/filigree/v1/ListJobsRequest.ts';
import type { Job__Output } from '../generated/filigree/v1/Job.ts';
import type { JobDetail__Output } from '../generated/filigree/v1/JobDetail.ts';
import type { ListJobsResponse__Output } from '../generated/filigree/v1/ListJobsResponse.ts';
import type { Status__Output } from '../generated/filigree/v1/Status.ts';
import type { SubmitRequest__Output } from '../generated/filigree/v1/SubmitRequest.ts';
import type { WaitUpdate__Output } from '../generated/filigree/v1/WaitUpdate.ts';
import type { WatchUpdate__Output } from '../generated/filigree/v1/WatchUpdate.ts';
import { modeFromWire, modeToWire } from '../work/enums.ts';
import type {
  ControlJobView,
  GraphTotalsView,
  JobCounts,
  JobDetailView,
  JobListView,
  JobSelectionAsk,
  ListJobsAsk,
  QueueHealthView,
  StatusView,
  SubmitAsk,
  TotalsView,
  WaitUpdateView,
  WatchUpdateView,
} from './views.ts';

// Messages with every part there, whatever an older or newer peer leaves out.

const NO_JOBS: JobCounts = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };
const NO_FACT = { kind: '', text: '', quote: '', start: 0, end: 0, source: '' };

export const NO_TOTALS: TotalsView = {
  bytes: 0,
  modelCalls: 0,
  modelCacheHits: 0,
  promptTokens: 0,
  outputTokens: 0,
  modelSeconds: 0,
  factsBySource: {},
  drops: {},
  autoWithoutModel: 0,
  textsCut: 0,
};

export const NO_GRAPH: GraphTotalsView = {
  graph: '',
  companies: 0,
  people: 0,
  events: 0,
  filings: 0,
  relationships: 0,
  nodes: 0,
};

const NO_QUEUE: QueueHealthView = {
  paused: false,
  diskFull: false,
  draining: false,
  fsyncP50Ms: 0,
  fsyncP99Ms: 0,
  settleP50Ms: 0,
  settleP99Ms: 0,
  expired: 0,
  ratePerSecond: 0,
  modelP50Ms: 0,
};

const NO_STATUS: StatusView = {
  jobs: NO_JOBS,
  workers: [],
  moreWorkers: 0,
  runs: [],
  epoch: 0,
  uptimeMs: 0,
  totals: NO_TOTALS,
  graph: NO_GRAPH,
  queue: NO_QUEUE,
  standstill: [],
  overloaded: [],
  version: '',
};

export function statusFromWire(wire: Status__Output | null): StatusView {
  if (wire === null) return NO_STATUS;
  return {
    ...wire,
    jobs: wire.jobs ?? NO_JOBS,
    runs: wire.runs.map((run) => ({ ...run, jobs: run.jobs ?? NO_JOBS })),
    totals: wire.totals ?? NO_TOTALS,
    graph: wire.graph ?? NO_GRAPH,
    queue: wire.queue ?? NO_QUEUE,
  };
}

export function watchFromWire(wire: WatchUpdate__Output): WatchUpdateView {
  const facts = wire.facts.map((fact) => ({ ...fact, fact: fact.fact ?? NO_FACT }));
  return { ...wire, status: statusFromWire(wire.status), facts };
}

export function waitFromWire(wire: WaitUpdate__Output): WaitUpdateView {
  return {
    ...wire,
    jobs: wire.jobs ?? NO_JOBS,
    graph: wire.graph ?? NO_GRAPH,
    totals: wire.totals ?? NO_TOTALS,
  };
}

function jobFromWire(wire: Job__Output): ControlJobView {
  return { ...wire, mode: modeFromWire(wire.mode, 'Job.mode'), state: wire.state as JobState };
}

export function jobToWire(job: ControlJobView): Job__Output {
  return { ...job, mode: modeToWire(job.mode) };
}

export function jobListFromWire(wire: ListJobsResponse__Output): JobListView {
  return { ...wire, jobs: wire.jobs.map(jobFromWire) };
}

export function jobDetailFromWire(wire: JobDetail__Output): JobDetailView {
  if (wire.job === null) throw new FiligreeError('INTERNAL', 'the coordinator described a job without its job');
  return { ...wire, job: jobFromWire(wire.job) };
}

export function submitToWire(ask: SubmitAsk): SubmitRequest__Output {
  return { ...ask, forms: [...ask.forms], ciks: [...ask.ciks], mode: modeToWire(ask.mode) };
}

/** Throws USAGE for a request without run id or mode. */
export function submitFromWire(wire: SubmitRequest__Output): SubmitAsk {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(wire.runId)) {
    throw new FiligreeError(
      'USAGE',
      `run_id is '${wire.runId.slice(0, 80)}', expected 1 to 64 letters, digits, '.', '_' or '-'`,
      {
        remedy: 'choose one, such as a UUID, and send it again when a submit is repeated',
      },
    );
  }
  boundedName(wire.filings, 'SubmitRequest.filings', MAX_PATH_CHARS);
  for (const form of boundedList(wire.forms, 'SubmitRequest.forms', MAX_FILTERS)) {
    boundedName(form, 'SubmitRequest.forms', MAX_FILTER_CHARS);
  }
  for (const cik of boundedList(wire.ciks, 'SubmitRequest.ciks', MAX_FILTERS)) {
    boundedName(cik, 'SubmitRequest.ciks', MAX_FILTER_CHARS);
  }
  boundedName(wire.company, 'SubmitRequest.company', MAX_FILTER_CHARS);
  boundedName(wire.from, 'SubmitRequest.from', MAX_FILTER_CHARS);
  boundedName(wire.to, 'SubmitRequest.to', MAX_FILTER_CHARS);
  return { ...wire, mode: modeFromWire(wire.mode, 'SubmitRequest.mode') };
}

/** Throws USAGE for a filter that no job could match. */
export function listFromWire(wire: ListJobsRequest__Output): ListJobsAsk {
  boundedName(wire.state, 'ListJobsRequest.state', MAX_FILTER_CHARS);
  boundedName(wire.form, 'ListJobsRequest.form', MAX_FILTER_CHARS);
  boundedName(wire.company, 'ListJobsRequest.company', MAX_FILTER_CHARS);
  boundedName(wire.text, 'ListJobsRequest.text', MAX_FILTER_CHARS);
  boundedName(wire.runId, 'ListJobsRequest.run_id', MAX_FILTER_CHARS);
  boundedNumber(wire.page, 'ListJobsRequest.page');
  return wire;
}

/** Throws USAGE for one that names too much. */
export function selectionFromWire(wire: JobSelection__Output): JobSelectionAsk {
  boundedList(wire.jobIds, 'JobSelection.job_ids', MAX_JOB_IDS);
  boundedName(wire.state, 'JobSelection.state', MAX_FILTER_CHARS);
  boundedName(wire.runId, 'JobSelection.run_id', MAX_FILTER_CHARS);
  return wire;
}

/** The question with its arguments as they were meant. Throws USAGE where these are no JSON. */
export function questionFromWire(wire: AskGraphRequest__Output): { question: string; args: unknown } {
  const question = boundedName(wire.question, 'AskGraphRequest.question', MAX_FILTER_CHARS);
  const text = boundedText(wire.argumentsJson, 'AskGraphRequest.arguments_json', MAX_ARGUMENTS_CHARS);
  if (text === '') return { question, args: {} };
  try {
    return { question, args: JSON.parse(text) as unknown };
  } catch (cause) {
    throw new FiligreeError('USAGE', `arguments_json is '${text.slice(0, 80)}', expected a JSON object`, {
      remedy: 'send {} for none',
      cause,
    });
  }
}
