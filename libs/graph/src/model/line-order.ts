// Stores give nodes in the order of their ids; lines of a dump are in the order of their bytes, in which an id is followed by a
// quotation mark. The two differ only where one id begins another: `a b` stands before `a` in the dump.

import { compareUtf8 } from './canonical.ts';
import type { NodeKey } from './delta.ts';

/** What decides the order of lines. */
export function compareLines(a: NodeKey, b: NodeKey): number {
  return compareUtf8(`${a.id}"`, `${b.id}"`) || compareUtf8(a.label, b.label);
}

/** Nodes in the order of ids put in the order of lines, holding back only ids that begin the one that comes. */
export async function* lineOrder<T extends NodeKey>(nodes: AsyncIterable<T>): AsyncIterable<T> {
  const held: T[] = [];
  for await (const node of nodes) {
    for (
      let last = held.at(-1);
      last !== undefined && compareUtf8(`${last.id}"`, `${node.id}"`) < 0;
      last = held.at(-1)
    )
      yield held.pop() ?? last;
    held.push(node);
  }
  while (held.length > 0) yield held.pop() as T;
}

/** Merges sequences that are each in the order of lines. */
export async function* mergeLines<T extends NodeKey>(sequences: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  const heads: { node: T; rest: AsyncIterator<T> }[] = [];
  for (const sequence of sequences) {
    const rest = sequence[Symbol.asyncIterator]();
    const next = await rest.next();
    if (next.done !== true) heads.push({ node: next.value, rest });
  }
  while (heads.length > 0) {
    let least = 0;
    for (let at = 1; at < heads.length; at++) if (compareLines(heads[at]!.node, heads[least]!.node) < 0) least = at;
    const head = heads[least]!;
    yield head.node;
    const next = await head.rest.next();
    if (next.done === true) heads.splice(least, 1);
    else head.node = next.value;
  }
}
