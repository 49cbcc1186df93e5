import type { OwnershipFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';

/** Exhibit 21 of Form 10-K, exhibit 8 of Form 20-F: subsidiaries of the registrant. */
const LIST_EXHIBIT = /^EX-(?:21|8)(?:\.\d+)?$/u;
const HEADER =
  /subsidiar|jurisdiction|name of|state or|country|incorporat(?:ed|ion)|exhibit|percentage|ownership|^name$|^\(?\d+\)?$|registrant|page|following|list of|significant|as of|note/iu;
const PERCENT = /(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*(?:%|$)/u;

function nameIn(line: string): string | undefined {
  const cut = foldSpace(line)
    .replace(/^[\s•·*\u2022-]+|^\(?\d{1,3}[.)]\s+/gu, '')
    .replace(/\s*\((?:\d+|[a-z]|\*)\)$/gu, '')
    .replace(/[\s.…_*]+$/gu, (end) => (end.startsWith('.') && end.length === 1 ? end : ''));
  if (cut.length < 3 || cut.length > 120 || HEADER.test(cut) || !/^[\p{Lu}\d"“]/u.test(cut)) return undefined;
  return cut;
}

/** The subsidiaries that an exhibit lists, one a row or line; the filer is the parent. */
export function subsidiaryLists(reading: Reading): readonly OwnershipFact[] {
  const found: OwnershipFact[] = [];
  for (const block of reading.blocks) {
    if (!LIST_EXHIBIT.test(reading.submission.documents[block.document]?.type ?? '')) continue;
    const cells = block.cells.length > 0 ? block.cells : [block];
    const first = cells[0]!;
    const printed = reading.text.slice(first.start, first.end);
    if (cells.length === 1 && printed.length > 120) continue;
    const name = nameIn(
      cells.length === 1 ? (printed.split(/\s{3,}|\t| \(?(?:an?|incorporated in) (?=\p{Lu})/u)[0] ?? printed) : printed,
    );
    if (name === undefined) continue;
    const share = cells
      .slice(1)
      .map((cell) => PERCENT.exec(reading.text.slice(cell.start, cell.end))?.[1])
      .find((value) => value !== undefined);
    const start = first.start + Math.max(0, reading.text.slice(first.start, first.end).indexOf(name.slice(0, 8)));
    found.push({
      parent: reading.filer,
      child: name,
      kind: 'subsidiary',
      percent: share === undefined || Number(share) > 100 ? null : Number(share),
      dealStatus: null,
      ...reading.quote(start, first.end),
      source: 'rule:exhibit-list',
      confidence: 0.85,
    });
  }
  return found;
}
