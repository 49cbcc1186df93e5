import type { Core } from './core.ts';
import { TELL_AGAIN_MS } from './limits.ts';
import type { GraphTrouble } from './ports.ts';

/** What was said last of the graph's trouble. */
export interface ToldTrouble {
  readonly kind: string;
  readonly atMs: number;
  /** False once it was said to be over. */
  isOpen: boolean;
}

/**
 * Takes in how the graph stands. Trouble is told once, however often it is met, and not again for a while where it comes and goes:
 * on a disk that is nearly full a small result finds room and the next one does not.
 */
export function graphStands(core: Core, trouble: GraphTrouble | null): void {
  const { graphTold: told, nowMs, effects } = core;
  core.graphTrouble = trouble;
  if (trouble === null) {
    if (told?.isOpen !== true) return;
    told.isOpen = false;
    effects.event({ kind: 'notice', level: 'info', text: 'the graph takes what it is given again' });
    return;
  }
  const kind = `${String(trouble.isFull)} ${String(trouble.stopsGranting)}`;
  if (told?.kind === kind && (told.isOpen || nowMs - told.atMs < TELL_AGAIN_MS)) return;
  core.graphTold = { kind, atMs: nowMs, isOpen: true };
  const text = `${trouble.message}; ${trouble.remedy}; trying again by itself`;
  effects.event({ kind: 'notice', level: trouble.isFull ? 'error' : 'warn', text });
}

/** Another graph: what was granted for the one before would be stale in it. */
export function graphIs(core: Core, id: string): void {
  if (id === core.graph.id) return;
  core.graph = { ...core.graph, id };
  const text =
    'the graph was cleared or restored meanwhile: what was done for the one before is read again when it is submitted';
  core.effects.event({ kind: 'notice', level: 'warn', text });
  if (core.awaitingEpoch) return;
  core.awaitingEpoch = true;
  core.effects.needEpoch();
}
