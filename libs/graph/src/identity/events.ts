// One event told by two filings: of one company, of one type, on one day, in much the same words or with the same people and sums.

import { compareUtf8 } from '../model/canonical.ts';
import type { GraphNode } from '../model/delta.ts';
import { foldText, likeness } from '../names/fold-text.ts';
import { addTo, pushTo } from './evidence.ts';
import type { Clusters, Evidence, Pair } from './evidence.ts';

// A company has one of these a day, so fewer shared words are enough.
const ONE_A_DAY: ReadonlySet<string> = new Set(['financial_results', 'shareholder_meeting']);
const ALIKE = 0.6;
const ALIKE_ONE_A_DAY = 0.4;
/** More events than this of one kind on one day are a list and no retelling. */
const MAX_A_DAY = 50;

function text(node: GraphNode, key: string): string {
  const value = node.properties[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Pairs of events that are one. */
export function sameEvents(
  nodes: readonly GraphNode[],
  evidence: readonly Evidence[],
  companies: Clusters,
  people: Clusters,
): Pair[] {
  const subjects = new Map<string, string>();
  const involved = new Map<string, Set<string>>();
  for (const { type, from, to } of evidence) {
    if (type === 'HAS_EVENT') subjects.set(to.id, companies.find(from.id));
    if (type === 'INVOLVES')
      addTo(involved, from.id, to.label === 'Person' ? people.find(to.id) : companies.find(to.id));
  }
  const groups = new Map<string, GraphNode[]>();
  for (const node of [...nodes].sort((a, b) => compareUtf8(a.id, b.id))) {
    const subject = subjects.get(node.id);
    if (subject !== undefined && text(node, 'date') !== '')
      pushTo(groups, `${subject}\n${text(node, 'type')}\n${text(node, 'date')}`, node);
  }
  const pairs: Pair[] = [];
  for (const group of groups.values()) {
    if (group.length > MAX_A_DAY) continue;
    group.forEach((a, at) => {
      for (const b of group.slice(at + 1)) {
        const reason = text(a, 'accession') === text(b, 'accession') ? null : reasonFor(a, b, involved);
        if (reason !== null) pairs.push({ a, b, reason });
      }
    });
  }
  return pairs;
}

function reasonFor(a: GraphNode, b: GraphNode, involved: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const [sumA, sumB] = [text(a, 'amount'), text(b, 'amount')];
  if (sumA !== '' && sumB !== '' && (sumA !== sumB || text(a, 'currency') !== text(b, 'currency'))) return null;
  const alike = likeness(foldText(text(a, 'quote')), foldText(text(b, 'quote')));
  if (alike >= (ONE_A_DAY.has(text(a, 'type')) ? ALIKE_ONE_A_DAY : ALIKE))
    return 'same company, type and day, told alike';
  if (sumA !== '' && sumA === sumB) return 'same company, type, day and amount';
  const others = involved.get(b.id);
  const shared = [...(involved.get(a.id) ?? [])].filter((id) => others?.has(id));
  return shared.length > 0 && shared.length === Math.min(involved.get(a.id)?.size ?? 0, others?.size ?? 0)
    ? 'same company, type, day and participants'
    : null;
}
