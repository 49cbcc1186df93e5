import type { Colour } from './line.ts';

/** A mark and its colour; the mark alone must be enough. */
export interface Glyph {
  readonly mark: string;
  readonly colour: Colour;
}

/** A mark for each job state. */
export const STATE_GLYPHS: Readonly<Record<string, Glyph>> = {
  pending: { mark: '○', colour: 'cyan' },
  processing: { mark: '◐', colour: 'yellow' },
  completed: { mark: '●', colour: 'green' },
  failed: { mark: '✗', colour: 'red' },
  cancelled: { mark: '⊘', colour: 'gray' },
};

/** A mark for each kind of event. */
export const EVENT_GLYPHS: Readonly<Record<string, Glyph>> = {
  joined: { mark: '+', colour: 'green' },
  left: { mark: '-', colour: 'yellow' },
  expired: { mark: '!', colour: 'red' },
  reassigned: { mark: '→', colour: 'magenta' },
  failed: { mark: '✗', colour: 'red' },
  retried: { mark: '↑', colour: 'yellow' },
  completed: { mark: '●', colour: 'green' },
  paused: { mark: '=', colour: 'yellow' },
  resumed: { mark: '>', colour: 'green' },
  drained: { mark: '↓', colour: 'yellow' },
  run_started: { mark: '▸', colour: 'cyan' },
  run_ended: { mark: '■', colour: 'cyan' },
  log: { mark: '│', colour: 'gray' },
};

const OTHER: Glyph = { mark: '•', colour: 'gray' };

export function stateGlyph(state: string): Glyph {
  return STATE_GLYPHS[state] ?? OTHER;
}

export function eventGlyph(kind: string): Glyph {
  return EVENT_GLYPHS[kind] ?? OTHER;
}

/** What stands before the selected row and before the others. */
export const SELECTED_MARK = '▸ ';
export const UNSELECTED_MARK = '  ';
