import type { Key } from 'ink';

// Ink tells keys as flags beside the typed text; the key table has names.

const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['backspace', 'backspace'],
  // Many terminals send DEL for the backspace key.
  ['delete', 'backspace'],
];

/** The names of what was pressed: one for a key, one for each character of what came at once. */
export function keyNames(input: string, key: Key): string[] {
  if (key.tab) return [key.shift ? 'shift-tab' : 'tab'];
  for (const [flag, name] of NAMED) if (key[flag] === true) return [name];
  if (key.ctrl) return [`ctrl-${input}`];
  if (key.meta) return [];
  return [...input].map((character) => {
    if (character === ' ') return 'space';
    if (character === '\r' || character === '\n') return 'enter';
    return character;
  });
}
