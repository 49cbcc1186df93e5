import type { TotalsView } from '@filigree/protocol';
import type { JobSummary } from '@filigree/queue';

/** What the workers counted, summed. */
export interface Totals {
  add(summary: JobSummary, autoWithoutModel: boolean): void;
  view(): TotalsView;
}

function addAll(target: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(counts)) target[key] = (target[key] ?? 0) + count;
}

export function makeTotals(): Totals {
  const factsBySource: Record<string, number> = {};
  const drops: Record<string, number> = {};
  let bytes = 0;
  let modelCalls = 0;
  let modelCacheHits = 0;
  let promptTokens = 0;
  let outputTokens = 0;
  let modelMs = 0;
  let autoWithoutModel = 0;
  return {
    add(summary, withoutModel) {
      bytes += summary.bytes;
      modelCalls += summary.modelCalls;
      modelCacheHits += summary.modelCacheHits;
      promptTokens += summary.promptTokens;
      outputTokens += summary.outputTokens;
      modelMs += summary.modelMs;
      if (withoutModel) autoWithoutModel++;
      addAll(factsBySource, summary.factsBySource);
      addAll(drops, summary.drops);
    },
    view: () => ({
      bytes,
      modelCalls,
      modelCacheHits,
      promptTokens,
      outputTokens,
      modelSeconds: modelMs / 1000,
      factsBySource,
      drops,
      autoWithoutModel,
    }),
  };
}
