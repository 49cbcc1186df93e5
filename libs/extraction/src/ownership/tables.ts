import type { OwnershipFact, OwnershipKind } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { cellName, cellPercent } from './row-names.ts';

const SUBSIDIARIES =
  /\bsubsidiar|\bgroup(?:'s|’s)? compan|\bconsolidated (?:compan|entit)|scope of consolidation|companies of the group|list of (?:principal )?companies|fully consolidated/iu;
const ASSOCIATES =
  /\bassociate[sd]?\b|equity[- ](?:accounted|method)|\binvestees?\b|\baffiliates\b|\baffiliated compan/iu;
const VENTURES = /\bjoint ventures?\b|jointly controlled|proportionate/iu;
const HOLDERS =
  /(?:major|principal|substantial|largest|significant|main|controlling|top (?:\d+|ten|twenty)|\d+ largest) (?:share|stock|unit)?holders|shareholding structure|shareholder structure|(?:share|stock)holders? (?:name|of record)|name of (?:the )?(?:share|stock)holder|changes? in (?:the )?shareholdings?|beneficial (?:owner|interest)|ownership structure/iu;
const OTHER =
  /remuneration|compensation|auditor|guarantee|endorsement|lent|loans?\b|segment|customers|revenue|options?/iu;
/** A column that says through which company of the group a share is held. */
const HELD_BY =
  /\b(?:held|owned) by\b|\b(?:direct|immediate) (?:parent|owner|shareholder)\b|\bparent company\b|\bholding company\b/iu;
const SHARE_HEAD = /%|per ?cent|percent|interest|holding|ownership|stake|owned|shares/iu;
const ABOVE = 2;
const LONGEST_HEADING = 260;
const MAJORITY = 50;

type Reads = OwnershipKind | 'holders' | undefined;

function readsAs(text: string): Reads {
  if (HOLDERS.test(text)) return 'holders';
  if (VENTURES.test(text)) return 'joint_venture';
  if (SUBSIDIARIES.test(text)) return 'subsidiary';
  return ASSOCIATES.test(text) ? 'stake' : undefined;
}

/** What the lines right above a table say it lists. */
function headed(reading: Reading, first: number): Reads {
  for (let at = first - 1; at >= Math.max(0, first - ABOVE); at--) {
    const block = reading.blocks[at]!;
    if (block.kind === 'row' && block.cells.length > 1) return undefined;
    const text = reading.text.slice(Math.max(block.start, block.end - LONGEST_HEADING), block.end);
    if (OTHER.test(text)) return undefined;
    const reads = readsAs(text);
    if (reads !== undefined) return reads;
  }
  return undefined;
}

function kindOf(reads: OwnershipKind | 'holders', percent: number | null): OwnershipKind {
  if (percent === null || reads === 'joint_venture') return reads === 'holders' ? 'stake' : reads;
  return percent > MAJORITY ? 'subsidiary' : 'stake';
}

function rowFact(
  reading: Reading,
  at: number,
  reads: OwnershipKind | 'holders',
  head: string,
): OwnershipFact | undefined {
  const cells = reading.blocks[at]!.cells;
  const names = cells.slice(0, 3).map((cell) => cellName(reading, cell));
  const index = names.findIndex((name) => name !== undefined);
  const named = names[index];
  if (named === undefined || named.name === reading.filer) return undefined;
  const text = (cell: Span) => reading.text.slice(cell.start, cell.end);
  const rest = cells.slice(index + 1);
  // Without a sign a number is a percentage only where the head says so.
  const share = rest.find((cell) => cellPercent(text(cell), !/%|per ?cent/iu.test(head)) !== undefined);
  const count = rest.find((cell) => /^\s*\d{1,3}(?:[,. ]\d{3})+\s*$/u.test(text(cell)));
  if (share === undefined && (reads !== 'holders' || count === undefined)) return undefined;
  const percent = share === undefined ? null : (cellPercent(text(share), false) ?? null);
  const holder =
    reads !== 'holders' && HELD_BY.test(head)
      ? rest.map((cell) => cellName(reading, cell)).find((name) => name !== undefined)
      : undefined;
  const end = share?.end ?? count?.end ?? named.end;
  return {
    ...(reads === 'holders'
      ? { parent: named.name, child: reading.filer }
      : { parent: holder?.name ?? reading.filer, child: named.name }),
    kind: kindOf(reads, percent),
    percent,
    dealStatus: null,
    // Columns between a name and its share belong to the row.
    ...reading.quote(named.start, rest[0] !== undefined && end === rest[0].end ? end : named.end),
    source: reads === 'holders' ? 'rule:holders-table' : 'rule:companies-table',
    confidence: 0.75,
  };
}

/** Companies of the group, and owners of the filer, in tables whose heading or head says that they list such. */
export function tableOwnership(reading: Reading): readonly OwnershipFact[] {
  const found: OwnershipFact[] = [];
  const { blocks } = reading;
  for (let first = 0; first < blocks.length;) {
    const { table } = blocks[first]!;
    let last = first + 1;
    while (last < blocks.length && table !== -1 && blocks[last]!.table === table) last++;
    if (table !== -1) {
      const head = reading.text.slice(
        blocks[first]!.start,
        Math.min(blocks[first]!.start + 400, blocks[Math.min(first + 2, last) - 1]!.end),
      );
      let reads = headed(reading, first) ?? (SHARE_HEAD.test(head) ? readsAs(head) : undefined);
      for (let at = first; at < last; at++) {
        const block = blocks[at]!;
        if (block.cells.length === 1)
          reads = readsAs(reading.text.slice(block.start, Math.min(block.end, block.start + LONGEST_HEADING))) ?? reads;
        else if (reads !== undefined) {
          const fact = rowFact(reading, at, reads, head);
          if (fact !== undefined) found.push(fact);
        }
      }
    }
    first = last;
  }
  return found;
}
