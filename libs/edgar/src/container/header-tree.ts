import { SPACE, TAB } from './bytes.ts';

/** One key of a header with its value or what stands under it. Keys are spelled as in the file, without colon or brackets. */
export interface HeaderNode {
  readonly key: string;
  readonly value: string;
  readonly children: HeaderNode[];
}

interface Open {
  readonly node: HeaderNode;
  /** How far the key is indented; for a tag the depth at which its lines start again from 0. */
  readonly depth: number;
  /** Set for a tag container: the closing tag that ends it. */
  readonly closer: string | null;
}

const TAB_DEPTH = 8;
const TAG = /^<([A-Z0-9][A-Z0-9 &/_.-]*)>(.*)$/;

function node(key: string, value: string): HeaderNode {
  return { key, value, children: [] };
}

// How far a key is indented; a tab is deeper than a few spaces.
function depthOf(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === TAB) depth += TAB_DEPTH;
    else if (code === SPACE) depth++;
    else break;
  }
  return depth;
}

/** Names of the tags that the header closes somewhere: these are containers, all others carry a value. */
function closedTags(lines: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const line of lines) {
    const text = line.trim();
    if (text.startsWith('</') && text.endsWith('>')) names.add(text.slice(2, -1));
  }
  return names;
}

/**
 * The tree of a header, cooked (`KEY:` and tabs), fed (`<KEY>value`, containers closed) or both in one, as Forms 3 to 5
 * of 1998 to 2000 have it. A tag is a container if its closer exists; a fixed list breaks on new forms. A key that ends
 * in a colon holds the deeper lines below it; without any it is an empty value. One pass over the lines.
 */
export function parseHeaderTree(header: string): HeaderNode {
  const lines = header.split(/\r\n|\n|\r/);
  const closed = closedTags(lines);
  const root = node('', '');
  const stack: Open[] = [{ node: root, depth: -1, closer: null }];
  const top = (): Open => stack[stack.length - 1]!;
  const openCount = new Map<string, number>();

  const popTo = (length: number): void => {
    while (stack.length > length) {
      const closer = stack.pop()!.closer;
      if (closer !== null) openCount.set(closer, (openCount.get(closer) ?? 1) - 1);
    }
  };

  for (const line of lines) {
    const text = line.trim();
    if (text === '') continue;
    if (text.startsWith('</') && text.endsWith('>')) {
      const name = text.slice(2, -1);
      if ((openCount.get(name) ?? 0) > 0) {
        let at = stack.length - 1;
        while (stack[at]!.closer !== name) at--;
        popTo(at);
      }
      continue;
    }
    const tag = TAG.exec(text);
    if (tag !== null) {
      const name = tag[1]!;
      // A tag starts a level of its own: the keyed lines above it are over.
      while (top().closer === null && stack.length > 1) stack.pop();
      const opened = node(name, tag[2]!.trim());
      top().node.children.push(opened);
      if (closed.has(name)) {
        stack.push({ node: opened, depth: -1, closer: name });
        openCount.set(name, (openCount.get(name) ?? 0) + 1);
      }
      continue;
    }
    const colon = text.indexOf(':');
    if (colon === -1) continue;
    const depth = depthOf(line);
    while (top().closer === null && stack.length > 1 && top().depth >= depth) stack.pop();
    const opened = node(text.slice(0, colon).trim(), text.slice(colon + 1).trim());
    top().node.children.push(opened);
    if (opened.value === '') stack.push({ node: opened, depth, closer: null });
  }
  return root;
}
