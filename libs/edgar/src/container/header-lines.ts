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

// What stands between the parties of a cooked header.
const TOP_KEY = /^GROUP MEMBERS$/;
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

// A role stands above the data of a company or an owner.
function isRole(lines: readonly HeaderLine[], at: number): boolean {
  const next = keyAt(lines, at + 1);
  return keyAt(lines, at)?.value === '' && next?.value === '' && DATA.test(next.key);
}

// Where the white space before the lines was lost on their way, no key of the parties is deeper than another. Then the keys
// themselves tell: roles, parts of a party with known names, and what has a value belongs to the part above it.
function indentByKeys(lines: readonly HeaderLine[]): void {
  const first = lines.findIndex((_, at) => isRole(lines, at));
  const base = keyAt(lines, first)?.depth;
  const flat = lines.every((line, at) => at < first || line.kind !== 'key' || line.depth === base);
  if (base === undefined || !flat) return;
  for (let at = first; at < lines.length; at++) {
    const line = keyAt(lines, at);
    if (line === undefined || isRole(lines, at) || TOP_KEY.test(line.key)) continue;
    line.depth += line.value === '' && PART.test(line.key) ? TAB_DEPTH : 2 * TAB_DEPTH;
  }
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
  indentByKeys(lines);
  matchClosers(lines);
  return lines;
}
