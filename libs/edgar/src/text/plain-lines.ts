import { decodeEntities } from './inline.ts';

const MARKUP = /<\/?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|TEXT|PDF|XML)>/gi;
const ENTITY = /&(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/gi;
const CONTROL = /[\0-\x1f\x7f-\x9f\ufffd]/;
const UNPRINTED = /[\u00ad\u200b\ufeff]/g;
const TAB_STOP = 8;
const LARGEST_FOOT = 6;

/**
 * Entities of plain documents, which are SGML too, as a page decodes them (128 to 159 are windows-1252), but only where a
 * semicolon ends them: a bare `&` stays, and so does what stands for a control character.
 */
export function decodePlain(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(ENTITY, (whole) => {
    const text = decodeEntities(whole);
    // A space of its own width sets off no column.
    return CONTROL.test(text) ? whole : text.replaceAll('\u00a0', ' ');
  });
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let out = '';
  for (const part of line.split('\t')) {
    if (out !== '' || part === '') out = out.padEnd(Math.floor(out.length / TAB_STOP) * TAB_STOP + TAB_STOP);
    out += part;
  }
  return out;
}

// An encoded body in the middle of a text: from `begin 644 name` to `end`.
function endOfEncoded(lines: readonly string[], at: number): number {
  if (!/^begin [0-7]{3,4} \S/.test(lines[at]!) || !/^M.{60}/.test(lines[at + 1] ?? '')) return at;
  let end = at + 1;
  while (end < lines.length && lines[end]!.trim() !== 'end') end++;
  return end + 1;
}

function isPageNumber(line: string): boolean {
  return /^\s*(?:-\s*)?(?:page\s+)?\d{1,4}(?:\s*-|\s+of\s+\d{1,4})?\s*$/i.test(line);
}

// The right end of a line without spaces and without the bar of a frame around it.
function trimFrame(line: string): string {
  let end = line.length;
  while (end > 0 && (line.charCodeAt(end - 1) <= 32 || line.charCodeAt(end - 1) === 124)) end--;
  return line.slice(0, end);
}

// The number at the foot of a page, which may stand above blank lines.
function dropPageNumber(lines: string[]): void {
  const last = lines.findLastIndex((line) => line !== '');
  if (last >= lines.length - LARGEST_FOOT && isPageNumber(lines[last] ?? '')) lines.length = last;
}

function isRule(line: string): boolean {
  return /^[\s\-_=*.|+]+$/.test(line);
}

/**
 * The lines of a fixed-width document, without tags, encoded bodies, rules and the numbers of pages; tabs are spaces,
 * the end of each line is trimmed, an empty string is a blank line.
 */
export function plainLines(source: string, pem: boolean): string[] {
  const raw = source.split(/\r\n|\n|\r|\f|\v/);
  const lines: string[] = [];
  for (let at = 0; at < raw.length; at++) {
    const behind = endOfEncoded(raw, at);
    if (behind > at) {
      at = behind - 1;
      continue;
    }
    let line = raw[at]!;
    if (line === '') {
      lines.push('');
      continue;
    }
    if (pem && line.startsWith('- -')) line = line.slice(2);
    const page = /<PAGE>/i.test(line);
    if (line.includes('<')) line = line.replace(MARKUP, (tag) => (/^<[SC]>$/i.test(tag) ? '   ' : ''));
    if (page) {
      dropPageNumber(lines);
      if (isPageNumber(line)) line = '';
      lines.push('');
    }
    lines.push(isRule(line) ? '' : trimFrame(expandTabs(line.replace(UNPRINTED, ''))));
  }
  return lines;
}
