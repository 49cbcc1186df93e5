/** An answer of a model: the lists of the schema, each item still to be grounded. */
export interface RawAnswer {
  readonly roles: readonly Readonly<Record<string, unknown>>[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly ownership: readonly Readonly<Record<string, unknown>>[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads an answer. A service that ignores the schema may send half of it, or other things; what has not the form of
 * the schema is left out here and counted by the caller. Null when it is no JSON object at all.
 */
export function parseAnswer(text: string): RawAnswer | null {
  let value: unknown;
  try {
    value = JSON.parse(unfenced(text));
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const items = (key: string): Record<string, unknown>[] => {
    const list = (value as Record<string, unknown>)[key];
    return Array.isArray(list) ? list.filter(isRecord) : [];
  };
  return { roles: items('roles'), events: items('events'), ownership: items('ownership') };
}

// Models that were not held to a schema like to wrap JSON in a Markdown fence.
function unfenced(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('```')) return trimmed;
  const begin = trimmed.indexOf('\n') + 1;
  const end = trimmed.lastIndexOf('```');
  return end > begin ? trimmed.slice(begin, end) : trimmed;
}

/** The string at `key`, trimmed; empty when it is none. */
export function textOf(item: Readonly<Record<string, unknown>>, key: string): string {
  const value = item[key];
  return typeof value === 'string' ? value.trim() : '';
}
