// From what people type to nodes: CIK, id, name, or a name that is nearly one.

import { FiligreeError } from '@filigree/base';
import { compareUtf8 } from '../model/canonical.ts';
import type { GraphNode, NodeKey } from '../model/delta.ts';
import { companyId } from '../model/ids.ts';
import type { LINKED_LABELS } from '../model/labels.ts';
import { companyStem, normaliseCompany } from '../names/company-name.ts';
import { foldText, likeness } from '../names/fold-text.ts';
import { personWords } from '../names/person-name.ts';
import type { GraphReader } from '../store/store.ts';

/** Nodes that identity made one. The first stands for them all: the one with a CIK, else the smallest id. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly GraphNode[];
}

const MAX_NEAREST = 8;
/** An only candidate this much like what was typed, and this much more than the next, is taken. */
const TAKEN = 0.8;
const MARGIN = 0.1;

export function namesOf(node: GraphNode): string[] {
  const { name, other_names: others } = node.properties;
  return [...(typeof name === 'string' ? [name] : []), ...(Array.isArray(others) ? (others as string[]) : [])];
}

function rankNodes(a: GraphNode, b: GraphNode): number {
  const known = (node: GraphNode): number => (node.properties['cik'] === undefined ? 1 : 0);
  return known(a) - known(b) || compareUtf8(a.id, b.id);
}

/** The clusters of some nodes of one label, following links to their ends. */
export async function clustersOf(reader: GraphReader, keys: readonly NodeKey[]): Promise<Map<string, Cluster>> {
  const joined = new Map<string, Set<string>>();
  let asked = new Map(keys.map((key) => [key.id, key]));
  const all = new Map(asked);
  while (asked.size > 0) {
    const links = await reader.touching([...asked.values()], ['SAME_AS']);
    asked = new Map();
    for (const { from, to } of links) {
      for (const end of [from, to]) {
        if (!all.has(end.id)) asked.set(end.id, end);
        all.set(end.id, end);
      }
      const set = new Set([...(joined.get(from.id) ?? [from.id]), ...(joined.get(to.id) ?? [to.id])]);
      for (const id of set) joined.set(id, set);
    }
  }
  const nodes = new Map((await reader.nodes([...all.values()])).map((node) => [node.id, node]));
  const clusters = new Map<string, Cluster>();
  for (const id of all.keys()) {
    if (clusters.has(id)) continue;
    const ids = [...(joined.get(id) ?? [id])];
    const members = ids.flatMap((one) => nodes.get(one) ?? []).sort(rankNodes);
    const [first] = members;
    if (first === undefined) continue;
    const cluster = { id: first.id, name: namesOf(first)[0] ?? first.id, nodes: members };
    for (const one of ids) clusters.set(one, cluster);
  }
  return clusters;
}

function distinct(clusters: Iterable<Cluster>): Cluster[] {
  return [...new Set(clusters)].sort((a, b) => compareUtf8(a.id, b.id));
}

interface Ranked {
  readonly cluster: Cluster;
  readonly score: number;
}

/** How well a name fits what was typed: 1 is equal; all typed words beginning words of the name count for more than shared letters. */
function scoreOf(typed: string, name: string): number {
  const folded = foldText(name);
  const words = folded.split(' ');
  const covered = typed.split(' ').every((part) => words.some((word) => word.startsWith(part)));
  return Math.max(
    likeness(typed, folded),
    covered ? 0.8 + 0.15 * (typed.length / Math.max(typed.length, folded.length)) : 0,
  );
}

async function candidates(
  reader: GraphReader,
  label: (typeof LINKED_LABELS)[number],
  typed: string,
): Promise<Cluster[]> {
  const words = foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
  const beginnings = [...new Set(words.map((word) => word.slice(0, 3)))];
  if (beginnings.length === 0) return [];
  const found = await reader.named(label, beginnings);
  // Only the best go on: their links cost a read each.
  const folded = foldText(typed);
  const best = found
    .map((node) => ({ node, score: Math.max(...namesOf(node).map((name) => scoreOf(folded, name))) }))
    .sort((a, b) => b.score - a.score || compareUtf8(a.node.id, b.node.id))
    .slice(0, 200);
  return distinct(
    (
      await clustersOf(
        reader,
        best.map(({ node }) => node),
      )
    ).values(),
  );
}

function rank(clusters: readonly Cluster[], typed: string): Ranked[] {
  const folded = foldText(typed);
  return clusters
    .map((cluster) => ({
      cluster,
      score: Math.max(...cluster.nodes.flatMap(namesOf).map((name) => scoreOf(folded, name)), 0),
    }))
    .sort((a, b) => b.score - a.score || compareUtf8(a.cluster.id, b.cluster.id));
}

function notFound(kind: string, typed: string, ambiguous: boolean, nearest: readonly Cluster[]): FiligreeError {
  const shown = nearest.slice(0, MAX_NEAREST).map((cluster) => `${cluster.name} (${cluster.id})`);
  const what = ambiguous
    ? `${kind} ${JSON.stringify(typed)} is not one but several`
    : `no ${kind} ${JSON.stringify(typed)} in this graph`;
  const list = shown.length === 0 ? '' : `; the nearest: ${shown.join(', ')}`;
  const remedy =
    shown.length === 0
      ? 'look at `coordinator graph stats`: the graph may be empty'
      : 'ask again with one of these names, or the id in brackets';
  return new FiligreeError('NOT_FOUND', what + list, { remedy, detail: { nearest: shown.join('; ') } });
}

/** The companies whose name, former name, or name without legal form it is, in this order of preference. */
function equals(clusters: readonly Cluster[], typed: string): Cluster[] {
  const normalised = normaliseCompany(typed);
  const presentName = clusters.filter((cluster) => normaliseCompany(cluster.name) === normalised);
  if (presentName.length > 0) return presentName;
  const anyName = clusters.filter((cluster) =>
    cluster.nodes.some((node) => namesOf(node).some((name) => normaliseCompany(name) === normalised)),
  );
  if (anyName.length > 0) return anyName;
  const stem = companyStem(normalised);
  return clusters.filter((cluster) =>
    cluster.nodes.some((node) => namesOf(node).some((name) => companyStem(normaliseCompany(name)) === stem)),
  );
}

function taken(ranked: readonly Ranked[]): Cluster | null {
  const [first, second] = ranked;
  if (first === undefined || first.score < TAKEN) return null;
  return second === undefined || first.score - second.score >= MARGIN ? first.cluster : null;
}

/** The company of a CIK, an id or a name, also nearly a name. Throws NOT_FOUND listing the nearest. */
export async function findCompany(reader: GraphReader, typed: string): Promise<Cluster> {
  const id = /^\d{1,10}$/.test(typed) ? companyId(typed, '') : typed;
  const byId = (await clustersOf(reader, [{ label: 'Company', id }])).get(id);
  if (byId !== undefined) return byId;
  const clusters = await candidates(reader, 'Company', typed);
  const ranked = rank(clusters, typed);
  const equal = equals(clusters, typed);
  const [only] = equal;
  if (only !== undefined && equal.length === 1) return only;
  if (equal.length > 1) throw notFound('company', typed, true, equal);
  const near = taken(ranked);
  if (near !== null) return near;
  throw notFound(
    'company',
    typed,
    false,
    ranked.map(({ cluster }) => cluster),
  );
}

/** Everyone of that name (people of one name at different companies are different people), or the one of an id. Throws NOT_FOUND listing the nearest. */
export async function findPeople(reader: GraphReader, typed: string): Promise<Cluster[]> {
  const byId = (await clustersOf(reader, [{ label: 'Person', id: typed }])).get(typed);
  if (byId !== undefined) return [byId];
  const clusters = await candidates(reader, 'Person', typed);
  const words = personWords(typed);
  const equal = clusters.filter((cluster) =>
    cluster.nodes.some((node) => namesOf(node).some((name) => personWords(name) === words)),
  );
  if (equal.length > 0) return equal;
  const ranked = rank(clusters, typed);
  const near = taken(ranked);
  if (near !== null) return [near];
  throw notFound(
    'person',
    typed,
    false,
    ranked.map(({ cluster }) => cluster),
  );
}
