import type { FilingFacts } from '../facts.ts';
import { checkedFacts } from '../facts/check-facts.ts';
import { Refusals } from '../facts/refusals.ts';
import type { Reading, Span } from '../reading/index.ts';
import { agree } from './agreement.ts';
import { parseAnswer } from './answer.ts';
import { choicesOf } from './choices.ts';
import { groundAnswer } from './grounding.ts';
import type { ClassifyTitle, GroundedFacts } from './grounding.ts';
import { choosePassages, splitPassage } from './passages.ts';
import { PROMPT_HASH, makeQuestion } from './prompt.ts';
import type { AskModel, ModelUse, Reply } from './types.ts';

export interface WithModelOptions {
  readonly ask: AskModel;
  /** Name of the model, for the facts' source. */
  readonly model: string;
  readonly classifyTitle: ClassifyTitle;
  readonly signal?: AbortSignal;
}

export interface WithModelResult {
  readonly facts: FilingFacts;
  readonly use: ModelUse;
}

/** Confidence of a grounded fact that only a model found. */
const MODEL_CONFIDENCE = 0.6;
/** Why nothing was taken from an answer, by how it ended. */
const DROPPED: Readonly<Record<Reply['outcome'], string>> = {
  complete: 'answer is no JSON',
  cut: 'answer cut',
  'prompt-cut': 'answer prompt-cut',
  timeout: 'answer timeout',
  thinking: 'answer is thinking only',
};
/** Questions about one filing, however often answers are cut. */
const MAX_QUESTIONS = 12;

/**
 * Adds to the rules' facts what a model finds in the passages that rules could not settle and the checks let pass. The rules' facts
 * always survive; errors of `ask` are passed on (they say whether to wait or to go on without a model).
 */
export async function extractWithModel(
  reading: Reading,
  rules: FilingFacts,
  options: WithModelOptions,
): Promise<WithModelResult> {
  const use: ModelUse = {
    calls: 0,
    cacheHits: 0,
    promptTokens: 0,
    outputTokens: 0,
    elapsedMs: 0,
    passages: 0,
    drops: {},
  };
  const passages = choosePassages(reading, rules);
  use.passages = passages.length;
  let facts = rules;
  const refusals = new Refusals();
  const checked = <Some extends Pick<FilingFacts, 'roles' | 'ownership'>>(some: Some): Some =>
    checkedFacts(some, { filer: reading.filer, filed: reading.submission.filed }, refusals);
  for (const passage of passages) {
    for (const grounded of await askAbout(passage, reading, facts, options, use)) {
      for (const reason of grounded.drops) drop(use, reason);
      const agreement = agree(facts, checked(grounded));
      facts = checked(agreement.facts);
      if (agreement.contradicted > 0) drop(use, 'contradicts a rule', agreement.contradicted);
    }
  }
  for (const [check, count] of Object.entries(refusals.counts())) drop(use, check, count);
  return { facts, use };
}

// A passage whose answer does not fit is halved until its pieces are small or the filing has cost enough.
async function askAbout(
  passage: Span,
  reading: Reading,
  facts: FilingFacts,
  options: WithModelOptions,
  use: ModelUse,
): Promise<GroundedFacts[]> {
  const choices = choicesOf(reading, passage, facts);
  if (choices === null) return [];
  if (use.calls + use.cacheHits >= MAX_QUESTIONS) {
    drop(use, 'too many questions');
    return [];
  }
  const question = makeQuestion(reading, choices);
  const reply = await options.ask(question, options.signal);
  tally(use, reply);
  const answer = reply.outcome === 'complete' ? parseAnswer(reply.text) : null;
  if (answer !== null) {
    const source = `model:${options.model}#${PROMPT_HASH}`;
    return [
      groundAnswer(answer, passage, reading, {
        source,
        confidence: MODEL_CONFIDENCE,
        classifyTitle: options.classifyTitle,
      }),
    ];
  }
  // What took too long or was thought through to no end is no shorter for half a passage.
  const isHopeless = reply.outcome === 'timeout' || reply.outcome === 'thinking';
  const halves = isHopeless ? null : splitPassage(reading, passage);
  if (halves === null) {
    drop(use, DROPPED[reply.outcome]);
    return [];
  }
  const found: GroundedFacts[] = [];
  for (const half of halves) {
    found.push(...(await askAbout(half, reading, facts, options, use)));
  }
  return found;
}

function tally(use: ModelUse, reply: Reply): void {
  if (reply.cached) use.cacheHits += 1;
  else use.calls += 1;
  use.promptTokens += reply.promptTokens;
  use.outputTokens += reply.outputTokens;
  use.elapsedMs += reply.elapsedMs;
}

function drop(use: ModelUse, reason: string, count = 1): void {
  use.drops[reason] = (use.drops[reason] ?? 0) + count;
}
