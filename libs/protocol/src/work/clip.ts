import { clipped } from '@filigree/base';
import type { Completion, FactLine, Failure, JobSummary } from '@filigree/queue';
import {
  MAX_COUNTS,
  MAX_COUNT_KEY_CHARS,
  MAX_FACTS,
  MAX_FACT_CHARS,
  MAX_FACT_NAME_CHARS,
  MAX_FAILURE_DETAIL_CHARS,
  MAX_FAILURE_MESSAGE_CHARS,
} from '../limits.ts';

// What a worker says of a filing may hold anything that a filing holds. It is cut here to what the other side takes, with a
// mark where something is left out: a name of megabytes must not cost the stream.

/** The name of what is summed because its own did not fit. */
const OTHERS = '…';

// Nearly all fit: these are not copied.
function clippedFact(fact: FactLine): FactLine {
  const { kind, text, quote, source } = fact;
  const isFit = text.length <= MAX_FACT_CHARS && quote.length <= MAX_FACT_CHARS;
  if (isFit && kind.length <= MAX_FACT_NAME_CHARS && source.length <= MAX_FACT_NAME_CHARS) return fact;
  return {
    ...fact,
    kind: clipped(kind, MAX_FACT_NAME_CHARS),
    text: clipped(text, MAX_FACT_CHARS),
    quote: clipped(quote, MAX_FACT_CHARS),
    source: clipped(source, MAX_FACT_NAME_CHARS),
  };
}

/** The counts; those whose names do not fit, or are too many, are summed under one. */
function clippedCounts(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const keys = Object.keys(counts);
  if (keys.length <= MAX_COUNTS && keys.every((key) => key.length <= MAX_COUNT_KEY_CHARS)) return counts;
  const entries = Object.entries(counts);
  const fit = entries.filter(([key]) => key.length <= MAX_COUNT_KEY_CHARS).slice(0, MAX_COUNTS - 1);
  const all = (list: readonly (readonly [string, number])[]): number => list.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries([...fit, [OTHERS, all(entries) - all(fit)]]);
}

function clippedSummary(summary: JobSummary): JobSummary {
  const factsBySource = clippedCounts(summary.factsBySource);
  const drops = clippedCounts(summary.drops);
  return factsBySource === summary.factsBySource && drops === summary.drops
    ? summary
    : { ...summary, factsBySource, drops };
}

export function clippedCompletion(completion: Completion): Completion {
  const { token, summary, facts, delta } = completion;
  return { token, summary: clippedSummary(summary), facts: facts.slice(0, MAX_FACTS).map(clippedFact), delta };
}

export function clippedFailure(failure: Failure): Failure {
  return {
    ...failure,
    message: clipped(failure.message, MAX_FAILURE_MESSAGE_CHARS),
    detail: clipped(failure.detail, MAX_FAILURE_DETAIL_CHARS),
  };
}
