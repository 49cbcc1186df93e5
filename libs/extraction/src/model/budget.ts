import type { Question } from './types.ts';

// A token of English is about four characters; names, numbers and other languages take more. Two and a half is safe.
const SAFE_CHARS_PER_TOKEN = 2.5;
// No tokenizer in use makes fewer tokens than one for ten characters of running text.
const MOST_CHARS_PER_TOKEN = 10;
const STEP_TOKENS = 1024;

/** Tokens of context to ask for: question and answer with room to spare, in steps (each new size makes Ollama load the model again), at most the model's own. */
export function contextFor(question: Question, modelContextTokens: number): number {
  const chars = question.system.length + question.user.length;
  const wanted = Math.ceil(chars / SAFE_CHARS_PER_TOKEN) + question.maxOutputTokens;
  return Math.min(Math.ceil(wanted / STEP_TOKENS) * STEP_TOKENS, modelContextTokens);
}

/**
 * Whether the service left out a part of the question: Ollama cuts without a word what does not fit into `num_ctx`,
 * and the only trace is `prompt_eval_count`. 0 means that the service did not say.
 */
export function promptLooksCut(question: Question, promptTokens: number, contextTokens: number): boolean {
  if (promptTokens === 0) return false;
  const chars = question.system.length + question.user.length;
  return promptTokens >= contextTokens - 1 || promptTokens < chars / MOST_CHARS_PER_TOKEN;
}
