import { promptLooksCut } from './budget.ts';
import { withoutThoughts } from './thinking.ts';
import type { Question, Reply } from './types.ts';

/** What a service gave for one question. */
export interface Given {
  /** The answer as it came, thoughts included where the model printed them with it. */
  readonly text: string;
  /** It gave thoughts apart from the answer. */
  readonly thoughtApart: boolean;
  /** It ran into the limit of output tokens. */
  readonly ranOut: boolean;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** The model's room for question and answer. */
  readonly contextTokens: number;
  readonly elapsedMs: number;
}

/** The reply to `question` as callers read it: what is there, and how it ended. */
export function replyOf(question: Question, given: Given): Reply {
  const { promptTokens, outputTokens, elapsedMs } = given;
  const { answer, thought } = withoutThoughts(given.text);
  const isThinkingOnly = answer.trim() === '' && (thought || given.thoughtApart);
  const isPromptCut = promptLooksCut(question, promptTokens, given.contextTokens);
  const outcome = isPromptCut ? 'prompt-cut' : isThinkingOnly ? 'thinking' : given.ranOut ? 'cut' : 'complete';
  return { text: isThinkingOnly ? '' : answer, outcome, promptTokens, outputTokens, elapsedMs, cached: false };
}

/** The reply of a service that took too long. */
export function timeoutReply(elapsedMs: number): Reply {
  return { text: '', outcome: 'timeout', promptTokens: 0, outputTokens: 0, elapsedMs, cached: false };
}
