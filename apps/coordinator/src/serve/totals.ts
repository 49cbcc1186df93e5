import type { TotalsView } from '@filigree/protocol';
import type { JobSummary } from '@filigree/queue';
import { CountedNames } from './counted-names.ts';

type Counts = Readonly<Record<string, number>>;

/** What the workers counted, summed. */
export interface Totals {
  add(summary: JobSummary, autoWithoutModel: boolean): void;
  view(): TotalsView;
}

function makeCounts(): { readonly counts: Readonly<Record<string, number>>; add(more: Counts): void } {
  const names = new CountedNames();
  // Without a prototype: no name is there before a worker counts under it.
  const counts = Object.create(null) as Record<string, number>;
  return {
    counts,
    add(more) {
      for (const [key, count] of Object.entries(more)) {
        const name = names.bounded(key);
        counts[name] = (counts[name] ?? 0) + count;
      }
    },
  };
}

export function makeTotals(): Totals {
  const factsBySource = makeCounts();
  const drops = makeCounts();
  let bytes = 0;
  let modelCalls = 0;
  let modelCacheHits = 0;
  let promptTokens = 0;
  let outputTokens = 0;
  let modelMs = 0;
  let autoWithoutModel = 0;
  let textsCut = 0;
  return {
    add(summary, withoutModel) {
      bytes += summary.bytes;
      modelCalls += summary.modelCalls;
      modelCacheHits += summary.modelCacheHits;
      promptTokens += summary.promptTokens;
      outputTokens += summary.outputTokens;
      modelMs += summary.modelMs;
      if (withoutModel) autoWithoutModel++;
      textsCut += summary.textsCut;
      factsBySource.add(summary.factsBySource);
      drops.add(summary.drops);
    },
    view: () => ({
      bytes,
      modelCalls,
      modelCacheHits,
      promptTokens,
      outputTokens,
      modelSeconds: modelMs / 1000,
      factsBySource: factsBySource.counts,
      drops: drops.counts,
      autoWithoutModel,
      textsCut,
    }),
  };
}
