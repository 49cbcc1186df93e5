const MARKUP = /<\/?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|TEXT|PDF|XML)>/gi;
const ENTITY = /&(?:amp|lt|gt|quot|nbsp|#\d{1,5});/;
const UNPRINTED = /[\u00ad\u200b\ufeff]/g;
const TAB_STOP = 8;
const LARGEST_FOOT = 6;

/** Entities that occur in plain documents, which are SGML too; a bare `&` stays. */
export function decodePlain(source: string): string {
  if (!ENTITY.test(source)) return source;
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return source.replace(/&(amp|lt|gt|quot|nbsp|#\d{1,5});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole;
    const code = Number(name.slice(1));
    return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : whole;
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
  const raw = source.split(/\r\n|\n|\r|\f/);
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
