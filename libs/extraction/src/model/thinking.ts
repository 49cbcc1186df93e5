// Some models think aloud before they answer. Services give the thoughts in a field of their own, or models print them
// between tags before the answer; a template may have the opening tag in the question, so that only the closing one comes.

const OPEN = /^\s*<(think|thinking)>/i;
const CLOSE = /<\/(?:think|thinking)>/gi;

/** The answer without the thoughts before it, and whether there were any. */
export function withoutThoughts(text: string): { readonly answer: string; readonly thought: boolean } {
  const opened = OPEN.test(text);
  // An answer of the schema is JSON: a tag inside it is a part of what it quotes.
  if (!opened && /^\s*(?:[{[]|```)/.test(text)) return { answer: text, thought: false };
  const last = [...text.matchAll(CLOSE)].at(-1);
  if (last !== undefined) return { answer: text.slice(last.index + last[0].length), thought: true };
  return opened ? { answer: '', thought: true } : { answer: text, thought: false };
}
