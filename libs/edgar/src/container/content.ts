import type { SubmissionDocument } from '../types.ts';

/** What the lines before a body say of it. */
export interface DocumentLabels {
  readonly type: string | null;
  readonly filename: string | null;
  readonly description: string | null;
}

// Enough to get past style sheets and comments at the head of a page.
const SNIFF_BYTES = 16384;
const WRAPPERS = /^(?:\s*<(?:XBRL|XML|PDF|JSON|ZIP|EXCEL)>)+/i;
const UUENCODED = /^\s*begin [0-7]{3,4} \S/;
const HTML =
  /<(?:(?:html|head|body|div|p|font|td|tr|br|span|center|h[1-6]|hr|b|i|u)[\s/>]|!doctype\s+html|(?:table|a)\s)/i;
const HTML_NAMED = /<\/?[a-z][^<>]*>/i;
const DATA_ROOT = /^<(?:[\w.-]+:)?(?:xbrl|schema|linkbase|FilingSummary|InstanceReport|Rss|svrl)[\s>/]/i;
const DATA_NAME = /\.(?:xsd|js|css|json)$/i;
// The site's own renderings of a filing's XBRL data: R1.htm, Show.js, FilingSummary.xml, MetaLinks.json, ...
const RENDERED_TYPE = /^(?:XML|JSON|EXCEL|ZIP)$|^EX-101\b/;

function withoutProlog(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<?') || rest.startsWith('<!--') || /^<!doctype/i.test(rest)) {
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') : rest.indexOf('>');
    if (end === -1) return '';
    rest = rest
      .slice(end + 1)
      .replace(/^->?/, '')
      .trimStart();
  }
  return rest;
}

// Encoded lines after a wrapper: a PDF, a picture, an archive. `begin 644 name` tells them, never the name alone.
function isBinary(text: string): boolean {
  return UUENCODED.test(text) || text.startsWith('%PDF-') || text.includes('\0');
}

/** What a body is, by its content first; the labels settle only what content cannot (renderings that repeat a filing's data). */
export function contentOf(body: Buffer, labels: DocumentLabels): SubmissionDocument['content'] {
  const sniffed = body.toString('latin1', 0, Math.min(body.length, SNIFF_BYTES));
  const text = sniffed.replace(WRAPPERS, '').trimStart();
  if (isBinary(text)) return 'binary';
  const name = labels.filename ?? '';
  if (RENDERED_TYPE.test(labels.type ?? '') || DATA_NAME.test(name)) return 'data';
  const prolog = text.startsWith('<?xml') || /^<!doctype/i.test(text);
  const root = prolog ? withoutProlog(text) : text;
  if (DATA_ROOT.test(root)) return 'data';
  if (HTML.test(text)) return 'html';
  if (prolog && root.startsWith('<')) return 'xml';
  if (/^<XML>/i.test(sniffed.trimStart()) && root.startsWith('<')) return 'xml';
  return /\.html?$/i.test(name) && HTML_NAMED.test(text) ? 'html' : 'plain';
}
