import { keyOf } from '../model/delta.ts';
import type { GraphDelta } from '../model/delta.ts';
import { EMPTY_FOLD, addStatement, decodeFold, encodeFold, statementOf } from '../model/fold.ts';
import type { Fold } from '../model/fold.ts';

/**
 * The folds of nodes after what the filings say is added, of those that this changes. `held` are the encoded folds that
 * are stored; `anew` those of nodes that were folded again because a filing's former statements went.
 */
export function foldChanges(
  deltas: readonly GraphDelta[],
  held: ReadonlyMap<string, string>,
  anew: ReadonlyMap<string, Fold> = new Map<string, Fold>(),
): Map<string, Fold> {
  const changes = new Map(anew);
  for (const delta of deltas) {
    for (const node of delta.nodes) {
      const key = keyOf(node);
      const stored = held.get(key);
      const fold = changes.get(key) ?? (stored === undefined ? EMPTY_FOLD : decodeFold(stored));
      changes.set(key, addStatement(fold, statementOf(delta, node)));
    }
  }
  for (const [key, fold] of changes) if (encodeFold(fold) === held.get(key)) changes.delete(key);
  return changes;
}
