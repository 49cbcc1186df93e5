import { SPACE, TAB } from './bytes.ts';

/** `KEY:<tab>value` of a cooked header. */
interface KeyLine {
  readonly kind: 'key';
  readonly key: string;
  readonly value: string;
  /** How far it is indented; a tab is deeper than a few spaces. */
  depth: number;
}

/** `<KEY>value`: a container if a closer belongs to it, else a value. */
interface OpenLine {
  readonly kind: 'open';
  readonly key: string;
  readonly value: string;
  /** True where `</KEY>` stands later for this very tag. */
  closes: boolean;
}

/** `</KEY>`, with the place of the tag that it closes, or -1. */
interface CloseLine {
  readonly kind: 'close';
  readonly key: string;
  closed: number;
}

export type HeaderLine = KeyLine | OpenLine | CloseLine;

const TAB_DEPTH = 8;
const TAG = /<(\/?)([A-Z0-9][A-Z0-9 &/_.-]*)>/g;

// What stands above or between the parties of a cooked header.
const TOP_KEY =
  /^(?:ACCESSION NUMBER|CONFORMED SUBMISSION TYPE|PUBLIC DOCUMENT COUNT|CONFORMED PERIOD OF REPORT|ITEM INFORMATION|FILED AS OF DATE|DATE AS OF CHANGE|EFFECTIVENESS DATE|GROUP MEMBERS)$/;
const DATA = /^(?:COMPANY|OWNER) DATA$/;
const PART = /^(?:.* DATA|FILING VALUES|(?:BUSINESS|MAIL) ADDRESS|FORMER (?:COMPANY|NAME))$/;

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

function keyAt(lines: readonly HeaderLine[], at: number): KeyLine | undefined {
  const line = lines[at];
  return line?.kind === 'key' ? line : undefined;
}

// The white space before the lines was lost on their way: no key is deeper than another.
function isFlat(lines: readonly HeaderLine[]): boolean {
  let depth = -1;
  for (const line of lines) {
    if (line.kind !== 'key') continue;
    if (depth !== -1 && line.depth !== depth) return false;
    depth = line.depth;
  }
  return depth !== -1;
}

// Then the keys tell: a role stands above the data of a company or an owner, a part of a party has a known name, and what
// has a value belongs to the part above it.
function depthOfKey(lines: readonly HeaderLine[], at: number): number {
  const line = keyAt(lines, at)!;
  const next = keyAt(lines, at + 1);
  if (line.value !== '') return TOP_KEY.test(line.key) ? 0 : 2 * TAB_DEPTH;
  if (PART.test(line.key)) return TAB_DEPTH;
  return next?.value === '' && DATA.test(next.key) ? 0 : 2 * TAB_DEPTH;
}

// Mostly one tag a line; some tools write the closer behind the value, or the whole header as one line. A tag with a
// space before it is part of a value.
function readTags(text: string, lines: HeaderLine[]): void {
  const tags = [...text.matchAll(TAG)].filter(({ index }) => index === 0 || !/\s/.test(text[index - 1]!));
  tags.forEach((tag, nth) => {
    const key = tag[2]!;
    const value = text.slice(tag.index + tag[0].length, tags[nth + 1]?.index).trim();
    lines.push(tag[1] === '/' ? { kind: 'close', key, closed: -1 } : { kind: 'open', key, value, closes: false });
  });
}

// The nearest tag before a closer that is not closed yet and has no value; one with a value where there is no other, or
// where the closer stands right behind it.
function matchClosers(lines: readonly HeaderLine[]): void {
  const waiting = new Map<string, { readonly empty: number[]; readonly valued: number[] }>();
  lines.forEach((line, at) => {
    if (line.kind === 'key') return;
    const open = waiting.get(line.key) ?? { empty: [], valued: [] };
    waiting.set(line.key, open);
    if (line.kind === 'open') {
      (line.value === '' ? open.empty : open.valued).push(at);
      return;
    }
    const near = open.valued.at(-1) === at - 1 ? open.valued.pop() : undefined;
    line.closed = near ?? open.empty.pop() ?? open.valued.pop() ?? -1;
    const closed = lines[line.closed];
    if (closed?.kind === 'open') closed.closes = true;
  });
}

/** The keys and tags of a header in order, each closer with the tag that it closes. Linear in the header's length. */
export function readHeaderLines(header: string): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (const line of header.split(/\r\n|\n|\r/)) {
    const text = line.trim();
    if (text === '') continue;
    const before = lines.length;
    if (text.startsWith('<')) readTags(text, lines);
    if (lines.length > before) continue;
    const colon = text.indexOf(':');
    if (colon === -1) continue;
    const [key, value] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
    lines.push({ kind: 'key', key, value, depth: depthOf(line) });
  }
  if (isFlat(lines))
    for (const [at, line] of lines.entries()) if (line.kind === 'key') line.depth = depthOfKey(lines, at);
  matchClosers(lines);
  return lines;
}
