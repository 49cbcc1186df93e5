import type { WatchUpdateView } from '@filigree/protocol';

// Maps whose keys are data (names of rules and models, reasons) and no field names.
const MAPS: ReadonlySet<string> = new Set(['factsBySource', 'drops']);

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `value` with every field name in snake_case; keys that are data stay as they are. */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [snakeCase(name), MAPS.has(name) ? field : snakeKeys(field)]),
  );
}

/** An update as one JSON object: the fields of a status, and what changed. A worker is known by `id`, as in `status`. */
export function updateJson(update: WatchUpdateView): unknown {
  const { status, ...changes } = update;
  return snakeKeys({ ...status, ...changes });
}
