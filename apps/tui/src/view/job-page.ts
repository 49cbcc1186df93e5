import type { JobDetailView, JobSummaryView } from '@filigree/protocol';
import { formatBytes, formatCount } from '@filigree/cli';
import { fit, wrap } from '@filigree/base';
import type { Page, State } from '../ui/state.ts';
import { formatLatency, formatShort, formatTimeOfDay } from '../text/numbers.ts';
import { stateGlyph } from './glyphs.ts';
import { BLANK, line, span } from './line.ts';
import type { Line } from './line.ts';

const LABEL = 11;

function field(label: string, text: string, cells: number): Line[] {
  return wrap(text === '' ? '-' : text, Math.max(10, cells - LABEL)).map((part, index) => [
    span((index === 0 ? label : '').padEnd(LABEL), { dim: true }),
    span(part),
  ]);
}

/** One job: what it is, its attempts, its times, its error and what was found. */
export function jobPage(state: State, page: Extract<Page, { kind: 'job' }>, cells: number): Line[] {
  const job = state.ui.job?.jobId === page.jobId ? state.ui.job : null;
  if (job === null || job.detail === null) {
    if (job !== null && job.error !== '') return [line(`✗ ${job.error}`, { colour: 'red' })];
    return [line('… loading', { colour: 'yellow' })];
  }
  const { detail } = job;
  const stale = job.error === '' ? [] : [line(`✗ ${job.error}`, { colour: 'red' })];
  return [
    ...stale,
    ...aboutLines(detail, cells),
    ...attemptLines(detail),
    ...(detail.summary === null ? [] : summaryLines(detail.summary, cells)),
    ...errorLines(detail, cells),
    ...factLines(detail, cells),
  ];
}

function aboutLines({ job }: JobDetailView, cells: number): Line[] {
  const glyph = stateGlyph(job.state);
  const waits = job.notBeforeMs > 0 ? `, not before ${formatShort(job.notBeforeMs)} from now` : '';
  return [
    [
      span(`${glyph.mark} ${job.state}`, { colour: glyph.colour, bold: true }),
      span(`  ${job.form}  ${job.company}${waits}`),
    ],
    ...field('accession', job.accession, cells),
    ...field('file', `${job.path} (${formatBytes(job.sizeBytes)})`, cells),
    ...field('filed', job.filed, cells),
    ...field('model', job.mode, cells),
    ...field('run', `${job.runId}, priority ${String(job.priority)}`, cells),
    ...field(
      'tries',
      `${String(job.attempts)} granted, ${String(job.failures)} of 3 failures, ${String(job.losses)} of 5 losses`,
      cells,
    ),
    BLANK,
  ];
}

function attemptLines({ attempts }: JobDetailView): Line[] {
  if (attempts.length === 0) return [];
  return [
    line('Attempts', { bold: true }),
    ...attempts.map((attempt) => {
      const outcome = attempt.outcome === 'running' ? 'processing' : attempt.outcome;
      const glyph = stateGlyph(outcome);
      return [
        span(`${formatTimeOfDay(attempt.grantedAtMs)} `, { dim: true }),
        span(`${glyph.mark} ${fit(attempt.outcome, 10)}`, { colour: glyph.colour }),
        span(`${formatShort(attempt.elapsedMs).padStart(7)}  ${attempt.worker}`),
        span(attempt.error === '' ? '' : `  ${attempt.error}`, { colour: 'red' }),
      ];
    }),
    BLANK,
  ];
}

function summaryLines(summary: JobSummaryView, cells: number): Line[] {
  const stages: readonly (readonly [string, number])[] = [
    ['reading', summary.readMs],
    ['rules', summary.extractMs],
    ['model', summary.modelMs],
    ['graph', summary.graphMs],
  ];
  // A stage that did not happen took no time: there was no model, or the coordinator wrote the graph.
  const times = stages.filter(([, ms]) => ms > 0).map(([name, ms]) => `${name} ${formatLatency(ms)}`);
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${formatCount(count)}`)
      .join(', ');
  return [
    line('What came of it', { bold: true }),
    ...field('took', times.join(', '), cells),
    ...field(
      'graph',
      `${formatCount(summary.nodes)} nodes, ${formatCount(summary.relationships)} relationships`,
      cells,
    ),
    ...field(
      'model',
      summary.modelCalls + summary.modelCacheHits === 0
        ? `not asked (${summary.ran === '' ? 'rules' : summary.ran})`
        : `${formatCount(summary.modelCalls)} requests, ${formatCount(summary.modelCacheHits)} from cache, ${formatCount(summary.promptTokens)} tokens in, ${formatCount(summary.outputTokens)} out`,
      cells,
    ),
    ...field('facts', counts(summary.factsBySource), cells),
    ...(Object.keys(summary.drops).length === 0 ? [] : field('dropped', counts(summary.drops), cells)),
    BLANK,
  ];
}

function errorLines({ job, errorDetail }: JobDetailView, cells: number): Line[] {
  if (job.error === '' && errorDetail === '') return [];
  return [
    line('Last error', { bold: true }),
    ...wrap(job.error, cells - 2).map((text) => line(`  ${text}`, { colour: 'red' })),
    ...errorDetail
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => line(`  ${text}`, { dim: true })),
    BLANK,
  ];
}

function factLines({ facts, job }: JobDetailView, cells: number): Line[] {
  if (facts.length === 0) {
    return job.state === 'completed' ? [line('No fact is remembered for this job.', { dim: true })] : [];
  }
  return [
    line(`Facts (${String(facts.length)})`, { bold: true }),
    ...facts.flatMap((fact) => [
      [span(fit(fact.kind, 10), { colour: 'cyan' }), span(fact.text), span(`  ${fact.source}`, { dim: true })],
      ...wrap(fact.quote, cells - 12).map((text) => [span('          │ ', { dim: true }), span(text)]),
    ]),
  ];
}
