// Requests to a model service. What it answers is not trusted: sizes are bounded, and what is no JSON is an error of the
// answer, told with a piece of it.

/** The service answered with another status than 2xx. */
export class StatusError extends Error {
  constructor(
    readonly status: number,
    said: string,
  ) {
    super(said);
  }
}

/** The service answered, with an error in place of what was asked for, or with what cannot be read. */
export class AnswerError extends Error {}

/** Largest answer that is read, in characters: a thousand times what a question may cost. */
const MAX_ANSWER_CHARS = 8 << 20;
const MAX_ERROR_CHARS = 64 << 10;
const MAX_QUOTE_CHARS = 300;

/** Asks `url`: GET without a body, else POST of it as JSON. Errors: StatusError, and fetch's own where the connection fails. */
export async function request(url: string, body: object | null, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, {
    signal,
    ...(body === null
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const { status, statusText } = response;
  // An error page that breaks off still has its status.
  const text = await firstText(response, MAX_ERROR_CHARS).catch(() => '');
  throw new StatusError(status, quoted(errorIn(parsed(text)) ?? (text.trim() === '' ? statusText : text)));
}

/** Whether anything answers at `url` within five seconds, whatever it says. */
export async function answersAt(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

/** The whole answer as an object. Errors: AnswerError where it is none or speaks of an error. */
export async function readJson(response: Response): Promise<Record<string, unknown>> {
  const text = await firstText(response, MAX_ANSWER_CHARS + 1);
  if (text.length > MAX_ANSWER_CHARS) throw tooLong();
  return answerObject(text);
}

/**
 * The answer's lines as objects, as they come; `maxChars` in all, where they are kept. Errors: AnswerError for a line that is
 * none, is too long or speaks of an error.
 */
export async function* readJsonLines(
  response: Response,
  maxChars = MAX_ANSWER_CHARS,
): AsyncGenerator<Record<string, unknown>> {
  let rest = '';
  let chars = 0;
  for await (const text of textOf(response)) {
    chars += text.length;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (chars > maxChars || rest.length > MAX_ANSWER_CHARS) throw tooLong();
    for (const line of lines) if (line.trim() !== '') yield answerObject(line);
  }
  if (rest.trim() !== '') yield answerObject(rest);
}

function answerObject(text: string): Record<string, unknown> {
  const value = parsed(text);
  const error = errorIn(value);
  if (error !== null) throw new AnswerError(quoted(error));
  if (isRecord(value)) return value;
  throw new AnswerError(`it is no JSON object: ${quoted(text)}`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Ollama says {"error": "text"}, services like OpenAI's say {"error": {"message": "text"}}.
function errorIn(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const { error } = value;
  if (error === undefined || error === null) return null;
  if (typeof error === 'string') return error;
  return isRecord(error) && typeof error['message'] === 'string' ? error['message'] : JSON.stringify(error);
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_QUOTE_CHARS ? `${line.slice(0, MAX_QUOTE_CHARS)}…` : line;
}

function tooLong(): AnswerError {
  return new AnswerError(`it is longer than ${String(MAX_ANSWER_CHARS)} characters`);
}

async function* textOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  // Left early, the loop cancels the body and with it the request.
  const decoder = new TextDecoder();
  for await (const bytes of response.body) yield decoder.decode(bytes as Uint8Array, { stream: true });
  yield decoder.decode();
}

async function firstText(response: Response, chars: number): Promise<string> {
  let text = '';
  for await (const part of textOf(response)) {
    text += part;
    if (text.length >= chars) break;
  }
  return text.slice(0, chars);
}
