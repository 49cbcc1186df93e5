import type { GraphRelationship, NodeKey } from '../model/delta.ts';
import { linkId } from '../model/ids.ts';
import { compareUtf8 } from '../model/canonical.ts';
import type { RelationshipType } from '../model/labels.ts';

/** The relationship types that identity looks at. */
export const EVIDENCE: readonly RelationshipType[] = [
  'ACQUIRES',
  'DIVESTS',
  'HAS_EVENT',
  'HOLDS',
  'INVOLVES',
  'ISSUED',
  'OWNS',
  'PARTY_TO',
  'RATED_BY',
  'TRADED',
  'WORKS_AT',
];

/** What identity needs of a relationship: who, whom, in which filing, and as what. */
export interface Evidence {
  readonly type: RelationshipType;
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly accession: string;
  /** Role class of WORKS_AT, role of PARTY_TO and INVOLVES; empty for others. */
  readonly role: string;
}

/** Two nodes of one label that are the same, and why. */
export interface Pair {
  readonly a: NodeKey;
  readonly b: NodeKey;
  readonly reason: string;
}

/** The link of a pair: smaller id → larger. */
export function linkOf({ a, b, reason }: Pair): GraphRelationship {
  const [from, to] = compareUtf8(a.id, b.id) < 0 ? [a, b] : [b, a];
  return { id: linkId(from, to), type: 'SAME_AS', from, to, properties: { reason } };
}

/** Sets of ids that are one; the name of a set is its smallest id. */
export class Clusters {
  private readonly parents = new Map<string, string>();

  find(id: string): string {
    let root = id;
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) root = parent;
    // Shorter ways for the next to ask.
    for (let at = id; at !== root;) {
      const next = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return;
    if (compareUtf8(x, y) < 0) this.parents.set(y, x);
    else this.parents.set(x, y);
  }
}

/** A map of lists. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A map of sets. */
export function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
