import type { OwnershipFact } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';
import { saysNothing } from './capitalized-runs.ts';
import { hasLegalForm } from './name-end.ts';
import { cellName } from './row-names.ts';

/** Exhibit 21 of Form 10-K, exhibit 8 of Form 20-F: subsidiaries of the registrant. */
const LIST_EXHIBIT = /^EX-(?:21|8)(?:\.\d+)?$/u;
const HEADER =
  /subsidiar|jurisdiction|name of|state or|country|incorporat(?:ed|ion)|exhibit|percentage|ownership|^name$|^\(?\d+\)?$|registrant|page|following|list of|significant|as of|note/iu;
/** A line that is only a place of incorporation, or says something else than a name. */
const STATE =
  /^(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york)|north (?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|rhode island|south (?:carolina|dakota)|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|british virgin islands|cayman islands|ontario|quebec|british columbia|alberta|england(?: and wales)?|new zealand|hong kong|the netherlands|puerto rico)$/iu;
const NO_NAME = /:|^(?:doing business|d\/b\/a|formerly|total|all |each |these |this |does not)/iu;
const MAJORITY = 50;
const PERCENT = /(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*(?:%|$)/u;

function nameIn(line: string): string | undefined {
  const cut = foldSpace(line)
    .replace(/^[\s•·*\u2022-]+|^\(?\d{1,3}[.)]\s+/gu, '')
    .replace(/(?:\s*\((?:\d+|[a-z]|\*)\))+$/gu, '')
    .replace(/[\s.…_*]+$/gu, (end) => (end.startsWith('.') && end.length === 1 ? end : ''));
  const placed = /^(.{3,}?)\s*\(\p{Lu}[\p{L}. ]{2,24}\)$/u.exec(cut)?.[1];
  if (placed !== undefined && hasLegalForm(placed)) return placed;
  if (STATE.test(cut) || NO_NAME.test(cut) || saysNothing(cut)) return undefined;
  if (cut.length < 3 || cut.length > 120 || HEADER.test(cut) || !/^[\p{Lu}\d"“]/u.test(cut)) return undefined;
  return cut;
}

/** "EXHIBIT 21" above the list, where the exhibit is no document of its own. */
const LIST_HEADING =
  /^exhibit\s+(?:no\.?\s*)?(?:21|8)(?:\.\d+)?(?:\W{1,3}(?:list of )?(?:significant )?subsidiaries.{0,60})?$/iu;
const OTHER_EXHIBIT = /^exhibit\s+(?:no\.?\s*)?\d/iu;
const LONGEST_LIST_HEADING = 100;

/** A block of a list; `whole` where nothing else stands in its document. */
interface Listed {
  readonly block: Reading['blocks'][number];
  readonly whole: boolean;
}

/** The cells of a row; of other blocks each printed line by itself. */
function rowsOf(reading: Reading, block: Reading['blocks'][number]): (readonly Span[])[] {
  if (block.cells.length > 0) return [block.cells];
  let { start } = block;
  return reading.text
    .slice(block.start, block.end)
    .split('\n')
    .map((line) => {
      const span = { start, end: start + line.length };
      start = span.end + 1;
      return [span];
    })
    .filter(([line]) => line!.end > line!.start);
}

/** The blocks of lists of subsidiaries: whole exhibits of that kind, and what stands under their heading in other documents. */
function listedBlocks(reading: Reading): Listed[] {
  let open = false;
  let document = -1;
  return reading.blocks.flatMap((block, at): Listed[] => {
    const whole = LIST_EXHIBIT.test(reading.submission.documents[block.document]?.type ?? '');
    if (block.document !== document) open = false;
    document = block.document;
    if (whole) return [{ block, whole }];
    const [line] = block.cells.length > 1 ? [] : rowsOf(reading, block);
    const heading =
      line === undefined || line[0]!.end - line[0]!.start > LONGEST_LIST_HEADING
        ? ''
        : foldSpace(reading.text.slice(line[0]!.start, line[0]!.end));
    if (OTHER_EXHIBIT.test(heading)) {
      const next = reading.blocks[at + 1];
      const said = reading.text.slice(block.start, (next?.start ?? block.start) + LONGEST_LIST_HEADING);
      open = LIST_HEADING.test(heading) && /subsidiar/iu.test(said);
    }
    return open ? [{ block, whole }] : [];
  });
}

/** The subsidiaries that an exhibit lists, one a row or line; the filer is the parent. */
export function subsidiaryLists(reading: Reading): readonly OwnershipFact[] {
  const found: OwnershipFact[] = [];
  const rows = listedBlocks(reading).flatMap(({ block, whole }) => {
    const cut = rowsOf(reading, block);
    return cut.map((all) => ({ all, sure: whole && cut.length === 1 }));
  });
  for (const { all, sure } of rows) {
    // A first cell that only counts the rows.
    const cells =
      all.length > 1 && /^\s*\(?\d{1,3}[.)]*\s*$/u.test(reading.text.slice(all[0]!.start, all[0]!.end))
        ? all.slice(1)
        : all;
    const first = cells[0]!;
    const printed = reading.text.slice(first.start, first.end);
    if (cells.length === 1 && printed.length > 120) continue;
    const name = nameIn(
      cells.length === 1 ? (printed.split(/\s{3,}|\t| \(?(?:an?|incorporated in) (?=\p{Lu})/u)[0] ?? printed) : printed,
    );
    if (name === undefined || (!sure && cells.length === 1 && !hasLegalForm(name))) continue;
    const share = cells
      .slice(1)
      .map((cell) => PERCENT.exec(reading.text.slice(cell.start, cell.end))?.[1])
      .find((value) => value !== undefined);
    const start = first.start + Math.max(0, reading.text.slice(first.start, first.end).indexOf(name.slice(0, 8)));
    const percent = share === undefined || Number(share) > 100 ? null : Number(share);
    found.push({
      parent: reading.filer,
      child: name,
      kind: percent !== null && percent <= MAJORITY ? 'stake' : 'subsidiary',
      percent,
      dealStatus: null,
      ...reading.quote(start, first.end),
      source: 'rule:exhibit-list',
      confidence: 0.85,
    });
  }
  return found;
}

const ANNOUNCED =
  /\b(?:our|its|the (?:company|group|registrant|bank|corporation)['\u2019]s|following) (?:[\p{L}-]+ ){0,4}subsidiaries\b[^.;]{0,80}:\s*$/iu;
const LONGEST_ANNOUNCEMENT = 260;
const ITEM = /^[\s\u2022\u00b7*\u25cf\u25aa\u2013-]*(?:\(?[\da-z]{1,3}[.)]\s+)?/u;
const MOST_ITEMS = 40;

/** The items below "Our principal subsidiaries are:", each of which begins with a name. */
export function announcedSubsidiaries(reading: Reading): readonly OwnershipFact[] {
  const found: OwnershipFact[] = [];
  reading.blocks.forEach((block, at) => {
    if (block.cells.length > 0) return;
    const tail = reading.text.slice(Math.max(block.start, block.end - LONGEST_ANNOUNCEMENT), block.end);
    if (!ANNOUNCED.test(tail)) return;
    for (const item of reading.blocks.slice(at + 1, at + 1 + MOST_ITEMS)) {
      const start = item.start + (ITEM.exec(reading.text.slice(item.start, item.end))?.[0].length ?? 0);
      const comma = /, |;| \(| \u2013 | - |$/u.exec(reading.text.slice(start, item.end))!.index;
      const name = item.cells.length > 1 ? undefined : cellName(reading, { start, end: start + comma });
      if (start === item.start || name === undefined || name.name === reading.filer) break;
      found.push({
        parent: reading.filer,
        child: name.name,
        kind: 'subsidiary',
        percent: null,
        dealStatus: null,
        ...reading.quote(name.start, name.end),
        source: 'rule:announced-list',
        confidence: 0.8,
      });
    }
  });
  return found;
}
