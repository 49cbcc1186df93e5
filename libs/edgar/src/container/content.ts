import type { SubmissionDocument } from '../types.ts';
import { Comments } from './comments.ts';
import { utf16Of } from './utf16.ts';

/** What the lines before a body say of it. */
export interface DocumentLabels {
  readonly type: string | null;
  readonly filename: string | null;
  readonly description: string | null;
}

// Enough to get past style sheets and comments at the head of a page.
const SNIFF_BYTES = 16384;
const END_BYTES = 512;
// White space and byte order marks, of UTF-8 and of UTF-16, as latin-1 has them.
const BLANK = String.raw`(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff)*`;
const WRAPPERS = new RegExp(`^(?:${BLANK}<(?:XBRL|XML|PDF|JSON|ZIP|EXCEL)>)*${BLANK}`, 'i');
const CLOSERS = /(?:\s*<\/(?:XBRL|XML)>)*\s*$/i;
const UUENCODED = /^begin [0-7]{3,4} \S/;
// PDF, ZIP, PNG, GIF, JPEG, OLE, gzip, TIFF.
const SIGNATURE = /^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\xd0\xcf\x11\xe0|\x1f\x8b|II\*\0|MM\0\*)/;
const CONTROL = /[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]/;
const NOT_CONTROL = /[^\x01-\x08\x0e-\x19\x1b-\x1f\x7f]+/g;
const MOST_CONTROL = 0.05;
const AT_ONCE = 512;
const HTML =
  /<(?:(?:html|head|body|div|p|font|td|tr|br|span|center|h[1-6]|hr|b|i|u)[\s/>]|!doctype\s+html|(?:table|a)\s)/i;
const HTML_NAMED = /<\/?[a-z][^<>]*>/i;
const DATA_ROOT = /^<(?:[\w.-]+:)?(?:xbrl|schema|linkbase|FilingSummary|InstanceReport|Rss|svrl)[\s>/]/i;
const DATA_NAME = /\.(?:xsd|js|css|json)$/i;
// The site's own renderings of a filing's XBRL data: R1.htm, Show.js, FilingSummary.xml, MetaLinks.json, ...
const RENDERED_TYPE = /^(?:XML|JSON|EXCEL|ZIP)$|^EX-101\b/;
const ROOT = /^<([a-z_][\w.-]*(?::[\w.-]+)?)[\s>]/i;
// Tags that begin pages and plain documents, which are SGML too.
const PAGE_TAGS = new Set(
  (
    'a b big blockquote body br caption center div dl em font form h1 h2 h3 h4 h5 h6 head hr html i img li link meta ol p page ' +
    'pre s script small span strong style table text title tr tt u ul'
  ).split(' '),
);

function withoutProlog(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<?') || rest.startsWith('<!--') || /^<!doctype/i.test(rest)) {
    const end = rest.startsWith('<!--') ? new Comments(rest).behind(0) : rest.indexOf('>') + 1;
    if (end <= 0) return '';
    rest = rest.slice(end).trimStart();
  }
  return rest;
}

// What stands in a comment says nothing of its page. One that goes on behind the end of `text` is left.
function withoutComments(text: string): string {
  const comments = new Comments(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', from)) {
    const end = comments.behind(at);
    if (end === -1) break;
    parts.push(text.slice(from, at));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

// What is no text shows it at once.
function isNoText(text: string): boolean {
  return CONTROL.test(text.slice(0, AT_ONCE)) && text.replace(NOT_CONTROL, '').length > text.length * MOST_CONTROL;
}

// A tag that stands in a comment says nothing.
function isHtml(text: string): boolean {
  return HTML.test(text) && (!text.includes('<!--') || HTML.test(withoutComments(text)));
}

// Its own root element, opened first and closed last: whatever its name, it is no page.
function isXml(root: string, body: Buffer): boolean {
  const name = ROOT.exec(root)?.[1];
  if (name === undefined || PAGE_TAGS.has(name.toLowerCase())) return false;
  const end = body.toString('latin1', Math.max(0, body.length - END_BYTES)).replaceAll('\0', '');
  return end.replace(CLOSERS, '').endsWith(`</${name}>`);
}

/** What a body is, by its content first; the labels settle only what content cannot (renderings that repeat a filing's data). */
export function contentOf(body: Buffer, labels: DocumentLabels): SubmissionDocument['content'] {
  const sniffed = body.toString('latin1', 0, Math.min(body.length, SNIFF_BYTES));
  const bytes = sniffed.replace(WRAPPERS, '');
  // Encoded lines after a wrapper: a PDF, a picture, an archive. `begin 644 name` tells them, never the name alone.
  if (UUENCODED.test(bytes) || SIGNATURE.test(bytes)) return 'binary';
  const name = labels.filename ?? '';
  const text = sniffed.includes('\0') ? sniffed.replaceAll('\0', '').replace(WRAPPERS, '') : bytes;
  if (isNoText(text) && utf16Of(body) === null) return 'unknown';
  if (RENDERED_TYPE.test(labels.type ?? '') || DATA_NAME.test(name)) return 'data';
  const root = withoutProlog(text);
  if (DATA_ROOT.test(root)) return 'data';
  if (isXml(root, body)) return 'xml';
  if (isHtml(text)) return 'html';
  const declared = text.startsWith('<?xml') || /^<!doctype/i.test(text) || /^\s*<XML>/i.test(sniffed);
  if (declared && root.startsWith('<')) return 'xml';
  return /\.html?$/i.test(name) && HTML_NAMED.test(text) ? 'html' : 'plain';
}
