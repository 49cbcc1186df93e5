import { clipped } from '@filigree/base';
import { amendedAccession, filingText, readSubmission } from '@filigree/edgar';
import type { FilingText, Submission } from '@filigree/edgar';
import { extractFiling } from '@filigree/extraction';
import type { Asking, FilingFacts, ModelUse } from '@filigree/extraction';
import { bounded, buildBounded, encodeDelta } from '@filigree/graph';
import type { FactLine, JobSummary } from '@filigree/queue';
import type { TellingLimits } from './messages.ts';
import { countBySource, factLines } from './fact-lines.ts';

/** A filing read and understood. */
export interface Processed {
  readonly submission: Submission;
  readonly text: FilingText;
  readonly facts: FilingFacts;
  readonly readMs: number;
  readonly extractMs: number;
  readonly ran: 'rules' | 'model';
  readonly use: ModelUse | null;
  /** How many of the rules' facts each named check refused. */
  readonly refused: Readonly<Record<string, number>>;
}

export interface ProcessedDelta {
  readonly accession: string;
  readonly summary: JobSummary;
  readonly facts: readonly FactLine[];
  readonly delta: Uint8Array;
}

/**
 * Reads an unpacked filing and extracts its facts, by rules alone where `asking` is null. `nowMs` is monotonic. Errors:
 * BAD_FILING with an offset, TOO_LARGE, and those of the model.
 */
export async function processFiling(
  bytes: Uint8Array,
  fileName: string,
  asking: Asking | null,
  nowMs: () => number,
  onStage: (stage: string) => void,
): Promise<Processed> {
  const started = nowMs();
  onStage('reading');
  const submission = readSubmission(bytes, fileName);
  const text = filingText(bytes, submission);
  const read = nowMs();
  onStage('extracting');
  const { facts, ran, use, refused } = await extractFiling(submission, text, '', asking);
  const extractMs = Math.max(0, nowMs() - read - (use?.elapsedMs ?? 0));
  return { submission, text, facts, ran, use, refused, readMs: read - started, extractMs };
}

/** The counts of several sources, added up by reason. */
function summed(...counted: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [reason, count] of counted.flatMap((counts) => Object.entries(counts)))
    sums[reason] = (sums[reason] ?? 0) + count;
  return sums;
}

/** What the coordinator is told of a processed filing: of its facts, no more than fits. */
export function toDelta(processed: Processed, sizeBytes: number, limits: TellingLimits): ProcessedDelta {
  const { submission, text, readMs, extractMs, ran, use, refused } = processed;
  const within = bounded(submission, processed.facts);
  const { facts } = within;
  const delta = buildBounded(within, amendedAccession(submission, text));
  const lines = factLines(facts);
  return {
    accession: delta.accession,
    summary: {
      bytes: sizeBytes,
      readMs,
      extractMs,
      graphMs: 0,
      modelMs: use?.elapsedMs ?? 0,
      modelCalls: use?.calls ?? 0,
      modelCacheHits: use?.cacheHits ?? 0,
      promptTokens: use?.promptTokens ?? 0,
      outputTokens: use?.outputTokens ?? 0,
      factsBySource: countBySource(facts),
      drops: summed(text.losses, refused, use?.drops ?? {}),
      nodes: delta.nodes.length,
      relationships: delta.relationships.length,
      ran,
      textsCut: within.cut,
    },
    facts: lines.slice(0, limits.facts).map((line) => ({
      ...line,
      text: clipped(line.text, limits.factChars),
      quote: clipped(line.quote, limits.factChars),
    })),
    delta: encodeDelta(delta),
  };
}
