import { FiligreeError } from '@filigree/base';
import { formatBytes, formatElapsed } from '@filigree/cli';
import type { ControlClient, ControlJobView, JobDetailView } from '@filigree/protocol';

/** A job as scripts read it. */
export function jobJson(job: ControlJobView): Record<string, unknown> {
  return {
    job: job.jobId,
    accession: job.accession,
    path: job.path,
    state: job.state,
    form: job.form,
    filed: job.filed === '' ? null : job.filed,
    company: job.company,
    size_bytes: job.sizeBytes,
    ai: job.mode,
    attempts: job.attempts,
    failures: job.failures,
    losses: job.losses,
    worker: job.worker === '' ? null : job.worker,
    error: job.error === '' ? null : job.error,
    not_before_ms: job.notBeforeMs,
    priority: job.priority,
    run: job.runId,
  };
}

/** A job with all that is known of it, as scripts read it. */
export function jobDetailJson({ job, attempts, summary, facts, errorDetail }: JobDetailView): Record<string, unknown> {
  return {
    ...jobJson(job),
    error_detail: errorDetail === '' ? null : errorDetail,
    attempt_list: attempts.map((attempt) => ({
      worker: attempt.worker,
      granted_at_ms: attempt.grantedAtMs,
      elapsed_ms: attempt.elapsedMs,
      outcome: attempt.outcome,
      error: attempt.error === '' ? null : attempt.error,
    })),
    summary:
      summary === null
        ? null
        : {
            bytes: summary.bytes,
            read_ms: summary.readMs,
            extract_ms: summary.extractMs,
            graph_ms: summary.graphMs,
            model_ms: summary.modelMs,
            model_calls: summary.modelCalls,
            nodes: summary.nodes,
            relationships: summary.relationships,
            facts_by_source: summary.factsBySource,
            drops: summary.drops,
            ran: summary.ran,
          },
    facts: facts.map(({ kind, text, quote, start, end, source }) => ({ kind, text, quote, start, end, source })),
  };
}

/** A job for a person. */
export function jobLines({ job, attempts, summary, facts, errorDetail }: JobDetailView): string[] {
  const lines = [
    `job ${String(job.jobId)}: ${job.state}`,
    `filing: ${job.accession} ${job.form} ${job.filed} ${job.company}`,
    `file: ${job.path} (${formatBytes(job.sizeBytes)})`,
    `attempts: ${String(job.attempts)}, failures ${String(job.failures)} of 3, lost leases ${String(job.losses)} of 5`,
  ];
  if (job.worker !== '') lines.push(`worker: ${job.worker}`);
  if (job.error !== '') lines.push(`error: ${job.error}`);
  if (job.notBeforeMs > 0) lines.push(`tried again in ${formatElapsed(job.notBeforeMs)}`);
  for (const { worker, outcome, elapsedMs, error } of attempts) {
    lines.push(
      `  ${outcome} on ${worker}${elapsedMs > 0 ? ` after ${formatElapsed(elapsedMs)}` : ''}${error === '' ? '' : `: ${error}`}`,
    );
  }
  if (summary !== null) {
    lines.push(
      `graph: ${String(summary.nodes)} nodes, ${String(summary.relationships)} relationships, by ${summary.ran}`,
    );
  } else if (job.state === 'completed')
    lines.push(`its facts are no longer at hand here; what it says: coordinator graph filing ${job.accession}`);
  for (const fact of facts) lines.push(`  ${fact.kind}: ${fact.text}`, `      «${fact.quote}»`);
  if (errorDetail !== '') lines.push('', ...errorDetail.split('\n'));
  return lines;
}

/** A job by its number or by its filing's accession. */
export function jobName(text: string): { readonly jobId: number; readonly accession: string } {
  return /^\d{1,15}$/.test(text) && text.length < 18
    ? { jobId: Number(text), accession: '' }
    : { jobId: 0, accession: text };
}

/** The numbers of jobs that are named by number or accession. Throws NOT_FOUND. */
export async function jobIdsOf(client: ControlClient, names: readonly string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const name of names) {
    const { jobId, accession } = jobName(name);
    if (jobId === 0 && accession === '')
      throw new FiligreeError('USAGE', 'a job is named by nothing', { remedy: 'give its number' });
    ids.push(jobId === 0 ? (await client.getJob({ jobId, accession })).job.jobId : jobId);
  }
  return ids;
}
