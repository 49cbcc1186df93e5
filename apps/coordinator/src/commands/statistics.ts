import { formatCount, formatElapsed, printJson, printLines } from '@filigree/cli';
import type { Io } from '@filigree/cli';
import type { WaitUpdateView } from '@filigree/protocol';
import { EXIT } from '@filigree/base';
import type { ScanJson } from './scan-told.ts';

/** What a run came to, as scripts read it. The counts of nodes are those of the graph. */
export interface Statistics {
  readonly run: string;
  readonly processed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly already_done: number;
  readonly companies: number;
  readonly people: number;
  readonly events: number;
  readonly relationships: number;
  readonly elapsed_ms: number;
  readonly filings_per_second: number;
  readonly graph: string;
  /** Requests to models, and answers from workers' caches, since the coordinator started; likewise what follows. */
  readonly model_calls: number;
  readonly model_cache_hits: number;
  readonly model_seconds: number;
  readonly prompt_tokens: number;
  readonly output_tokens: number;
  /**
   * By reason: facts that checks refused, facts and passages of models that were dropped, and parts of filings that give
   * no facts.
   */
  readonly drops: Readonly<Record<string, number>>;
  /** Filings that `auto` ran with rules alone because no model answered. */
  readonly auto_without_model: number;
  /** Texts of filings that were above a bound, and cut. */
  readonly texts_cut: number;
  /** What the scan left out; where the command scanned. */
  readonly scan?: ScanJson;
}

/** `endedBefore`: jobs that count as processed but had ended when the measured time began. */
export function statisticsOf(run: string, end: WaitUpdateView, endedBefore = 0): Statistics {
  const { completed, failed, cancelled } = end.jobs;
  const seconds = end.elapsedMs / 1000;
  return {
    run,
    processed: completed,
    failed,
    cancelled,
    already_done: end.alreadyDone,
    companies: end.graph.companies,
    people: end.graph.people,
    events: end.graph.events,
    relationships: end.graph.relationships,
    elapsed_ms: end.elapsedMs,
    filings_per_second: seconds > 0 ? Math.round(((completed + failed - endedBefore) / seconds) * 100) / 100 : 0,
    graph: end.graph.graph,
    model_calls: end.totals.modelCalls,
    model_cache_hits: end.totals.modelCacheHits,
    model_seconds: Math.round(end.totals.modelSeconds * 10) / 10,
    prompt_tokens: end.totals.promptTokens,
    output_tokens: end.totals.outputTokens,
    drops: end.totals.drops,
    auto_without_model: end.totals.autoWithoutModel,
    texts_cut: end.totals.textsCut,
  };
}

/** The statistics for a person. */
export function statisticsLines(statistics: Statistics): string[] {
  const rows: [string, string][] = [
    ['filings processed', formatCount(statistics.processed)],
    ['filings failed', formatCount(statistics.failed)],
    ...(statistics.cancelled > 0 ? [['filings cancelled', formatCount(statistics.cancelled)] as [string, string]] : []),
    ['already done', formatCount(statistics.already_done)],
    ['companies', formatCount(statistics.companies)],
    ['people', formatCount(statistics.people)],
    ['events', formatCount(statistics.events)],
    ['relationships', formatCount(statistics.relationships)],
    ...timeRows(statistics),
    ...modelRows(statistics),
    ...(statistics.texts_cut > 0 ? [['texts cut', formatCount(statistics.texts_cut)] as [string, string]] : []),
    ['graph', statistics.graph],
  ];
  return rows.map(([label, value]) => `${`${label}:`.padEnd(21)}${value}`);
}

// A run that ended before this coordinator began, and a wait for everything, have no time of their own.
function timeRows(statistics: Statistics): [string, string][] {
  if (statistics.elapsed_ms === 0) return [];
  return [
    ['elapsed', formatElapsed(statistics.elapsed_ms)],
    ['filings a second', statistics.filings_per_second.toFixed(1)],
  ];
}

function modelRows(statistics: Statistics): [string, string][] {
  const { model_calls: calls, model_cache_hits: hits, auto_without_model: without } = statistics;
  const rows: [string, string][] = [];
  if (calls > 0 || hits > 0) {
    const tokens = formatCount(statistics.prompt_tokens + statistics.output_tokens);
    rows.push([
      'model',
      `${formatCount(calls)} calls, ${formatCount(hits)} from the cache, ${tokens} tokens, ${statistics.model_seconds.toFixed(1)} s`,
    ]);
  }
  const dropped = Object.entries(statistics.drops).map(([reason, count]) => `${formatCount(count)} ${reason}`);
  if (dropped.length > 0) rows.push(['dropped', dropped.join(', ')]);
  if (without > 0) rows.push(['rules alone', `${formatCount(without)} filings: no model answered`]);
  return rows;
}

/** Prints the statistics and gives the exit code: 1 when jobs of the run failed. */
export async function printStatistics(io: Io, statistics: Statistics, json: boolean): Promise<number> {
  if (json) await printJson(io, statistics);
  else await printLines(io, statisticsLines(statistics));
  return statistics.failed > 0 ? EXIT.someFailed : EXIT.done;
}
