import { filingText, readSubmission } from '@filigree/edgar';
import type { FilingText, Submission } from '@filigree/edgar';
import { extractByRules } from '@filigree/extraction';
import type { FilingFacts } from '@filigree/extraction';
import { buildDelta, encodeDelta } from '@filigree/graph';
import type { FactLine, JobSummary } from '@filigree/queue';
import { MAX_FACTS } from '@filigree/protocol';
import { countBySource, factLines } from './fact-lines.ts';

/** A filing read and understood. */
export interface Processed {
  readonly submission: Submission;
  readonly text: FilingText;
  readonly facts: FilingFacts;
  readonly readMs: number;
  readonly extractMs: number;
}

export interface ProcessedDelta {
  readonly accession: string;
  readonly summary: JobSummary;
  readonly facts: readonly FactLine[];
  readonly delta: Uint8Array;
}

/** Reads a filing and extracts its facts by rules. Throws BAD_FILING with an offset. `nowMs` is monotonic. */
export function processByRules(
  bytes: Uint8Array,
  fileName: string,
  nowMs: () => number,
  onStage: (stage: string) => void,
): Processed {
  const started = nowMs();
  onStage('reading');
  const submission = readSubmission(bytes, fileName);
  const text = filingText(bytes, submission);
  const read = nowMs();
  onStage('extracting');
  const facts = extractByRules(submission, text);
  return { submission, text, facts, readMs: read - started, extractMs: nowMs() - read };
}

/** What the coordinator is told of a processed filing. */
export function toDelta(processed: Processed, sizeBytes: number): ProcessedDelta {
  const { submission, facts, readMs, extractMs } = processed;
  const delta = buildDelta(submission, facts);
  const lines = factLines(facts);
  return {
    accession: delta.accession,
    summary: {
      bytes: sizeBytes,
      readMs,
      extractMs,
      graphMs: 0,
      modelMs: 0,
      modelCalls: 0,
      modelCacheHits: 0,
      promptTokens: 0,
      outputTokens: 0,
      factsBySource: countBySource(facts),
      drops: {},
      nodes: delta.nodes.length,
      relationships: delta.relationships.length,
      ran: 'rules',
    },
    facts: lines.slice(0, MAX_FACTS),
    delta: encodeDelta(delta),
  };
}
