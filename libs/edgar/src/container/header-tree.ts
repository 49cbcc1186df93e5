import { clipped } from '@filigree/base';
import type { HeaderLine } from './header-lines.ts';
import { readHeaderLines } from './header-lines.ts';

/** One key of a header with its value or what stands under it. Keys are spelled as in the file, without colon or brackets. */
export interface HeaderNode {
  readonly key: string;
  readonly value: string;
  readonly children: HeaderNode[];
}

/** A header, and how many of its values were cut. */
export interface HeaderTree {
  readonly root: HeaderNode;
  readonly cutValues: number;
}

/** Longer values are cut, with an ellipsis at the end: whatever reads names afterwards may rely on it. */
const MAX_VALUE_CHARS = 1000;

interface Open {
  readonly node: HeaderNode;
  /** How far the key is indented; for a tag the depth at which its lines start again from 0. */
  readonly depth: number;
  /** A key ends where a line is not deeper, a closed tag at its closer, an unclosed party where the next one begins. */
  readonly kind: 'root' | 'key' | 'tag' | 'party';
  /** Place among the lines. */
  readonly line: number;
}

const PARTY_DATA = /^(?:COMPANY|OWNER)-DATA$/;

// A tag without a value whose next line is the data of a company or an owner names a party, closed or not.
function isParty(lines: readonly HeaderLine[], at: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  return line.kind === 'open' && line.value === '' && next?.kind === 'open' && PARTY_DATA.test(next.key);
}

/**
 * The tree of a header, cooked (`KEY:` and tabs), fed (`<KEY>value`, containers closed) or both in one, as Forms 3 to 5
 * of 1998 to 2000 have it. A tag is a container if its closer exists; a fixed list breaks on new forms. A key that ends
 * in a colon holds the deeper lines below it; without any it is an empty value. One pass over the lines.
 */
export function parseHeaderTree(header: string): HeaderTree {
  const lines = readHeaderLines(header);
  const root: HeaderNode = { key: '', value: '', children: [] };
  const stack: Open[] = [{ node: root, depth: -1, kind: 'root', line: -1 }];
  const top = (): Open => stack[stack.length - 1]!;
  const open = new Set<number>();
  const parties: number[] = [];

  const popTo = (length: number): void => {
    while (stack.length > length) {
      const popped = stack.pop()!;
      open.delete(popped.line);
      if (popped.kind === 'party') parties.pop();
    }
  };
  let cutValues = 0;
  const add = (key: string, value: string): HeaderNode => {
    if (value.length > MAX_VALUE_CHARS) cutValues++;
    const node: HeaderNode = { key, value: clipped(value, MAX_VALUE_CHARS), children: [] };
    top().node.children.push(node);
    return node;
  };

  lines.forEach((line, at) => {
    if (line.kind === 'close') {
      if (!open.has(line.closed)) return;
      while (top().line !== line.closed) popTo(stack.length - 1);
      popTo(stack.length - 1);
      return;
    }
    if (line.kind === 'key') {
      while (top().kind === 'key' && top().depth >= line.depth) popTo(stack.length - 1);
      const node = add(line.key, line.value);
      if (line.value === '') stack.push({ node, depth: line.depth, kind: 'key', line: at });
      return;
    }
    // A tag starts a level of its own: the keyed lines above it are over.
    while (top().kind === 'key') popTo(stack.length - 1);
    const party = isParty(lines, at);
    if (party && parties.length > 0) popTo(parties[parties.length - 1]!);
    const node = add(line.key, line.value);
    if (!line.closes && !party) return;
    if (line.closes) open.add(at);
    else parties.push(stack.length);
    stack.push({ node, depth: -1, kind: line.closes ? 'tag' : 'party', line: at });
  });
  return { root, cutValues };
}
