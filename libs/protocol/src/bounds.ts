import { FiligreeError } from '@filigree/base';

// What a peer says is believed within bounds. A bound that is broken ends the call with INVALID_ARGUMENT and the name of the
// field as the .proto file has it: its length is told, its content is not.

// Where one of these stands in a name, two names look like one line, or like two.
const CONTROL = /\p{Cc}/u;

function broken(field: string, found: string, expected: string): FiligreeError {
  return new FiligreeError('USAGE', `${field} ${found}, expected ${expected}`, {
    remedy: 'keep to the limits in docs/protocol.md',
    detail: { field },
  });
}

/** The text itself. Throws USAGE where it is longer. */
export function boundedText(value: string, field: string, maxChars: number): string {
  if (value.length <= maxChars) return value;
  throw broken(field, `has ${String(value.length)} characters`, `at most ${String(maxChars)}`);
}

/** The same for a name that is shown and stored: one line, without control characters. */
export function boundedName(value: string, field: string, maxChars: number): string {
  boundedText(value, field, maxChars);
  if (!CONTROL.test(value)) return value;
  throw broken(field, 'holds a control character', 'one line of text');
}

/** The list itself. Throws USAGE where it is longer. */
export function boundedList<T>(list: readonly T[], field: string, maxEntries: number): readonly T[] {
  if (list.length <= maxEntries) return list;
  throw broken(field, `has ${String(list.length)} entries`, `at most ${String(maxEntries)}`);
}

/** The number itself. Throws USAGE for what counts or measures nothing: below zero, not finite, above 2^53. */
export function boundedNumber(value: number, field: string): number {
  if (value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  throw broken(field, `is ${String(value)}`, 'a number from 0 to 2^53');
}

/** The map with each key and value checked. Throws USAGE where it has more entries. */
export function boundedMap<T>(
  map: Readonly<Record<string, T>>,
  field: string,
  maxEntries: number,
  maxKeyChars: number,
  check: (value: T, field: string) => unknown,
): Readonly<Record<string, T>> {
  const entries = Object.entries(map);
  boundedList(entries, field, maxEntries);
  for (const [key, value] of entries) {
    boundedName(key, `a key of ${field}`, maxKeyChars);
    check(value, `a value of ${field}`);
  }
  return map;
}
