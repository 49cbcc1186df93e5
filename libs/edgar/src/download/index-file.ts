import { isoDate } from '../container/dates.ts';
import { asAccession } from '../container/header.ts';

/** One line of an EDGAR index. */
export interface IndexEntry {
  /** Ten digits. */
  readonly cik: string;
  readonly company: string;
  readonly form: string;
  /** ISO date. */
  readonly filed: string;
  /** Below `Archives/`, e.g. `edgar/data/1001085/0001193125-10-000123.txt`. */
  readonly path: string;
  readonly accession: string;
}

type Kind = 'master' | 'form' | 'company';

const PATH = /^edgar\/data\/\d{1,10}\/(\d{10}-\d{2}-\d{6})\.txt$/;
const LONGEST_LINE = 1000;
// Widths of the first column before 20 December 2024, for the rare line whose first column is full.
const FORM_WIDTH = 12;
const COMPANY_WIDTH = 62;

function entry(cik: string, company: string, form: string, date: string, path: string): IndexEntry | null {
  const accession = asAccession(PATH.exec(path)?.[1] ?? null);
  const filed = isoDate(date);
  if (accession === null || filed === null || form === '' || !/^\d{1,10}$/.test(cik)) return null;
  return { cik: cik.padStart(10, '0'), company, form, filed, path, accession };
}

function masterLine(line: string): IndexEntry | null {
  const fields = line.split('|').map((field) => field.trim());
  if (fields.length < 5) return null;
  const [form, date, path] = fields.slice(-3);
  return entry(fields[0]!, fields.slice(1, -3).join('|'), form!, date!, path!);
}

// Split on runs of two or more spaces: the widths of the columns changed on 20 December 2024.
function fixedLine(line: string, kind: Kind): IndexEntry | null {
  const fields = line.trim().split(/ {2,}/);
  // A full column leaves one space: the last fields hold no spaces, so that they can be told from behind.
  const tail: string[] = [];
  while (tail.length < 3 && fields.length > 0) tail.unshift(...fields.pop()!.split(' '));
  while (tail.length > 3) fields.push(tail.shift()!);
  const [cik, date, path] = tail;
  if (path === undefined || fields.length === 0) return null;
  if (fields.length === 1) {
    const width = kind === 'form' ? FORM_WIDTH : COMPANY_WIDTH;
    const rest = line.slice(0, line.length - line.trimStart().length + fields[0]!.length);
    fields.splice(0, 1, rest.slice(0, width).trim(), rest.slice(width).trim());
  }
  const form = kind === 'form' ? fields[0]! : fields[fields.length - 1]!;
  const company = (kind === 'form' ? fields.slice(1) : fields.slice(0, -1)).join(' ');
  return entry(cik!, company, form, date!, path);
}

function kindOf(head: string): Kind | null {
  if (/\|\s*Form Type\s*\|/i.test(head)) return 'master';
  const form = head.search(/Form Type/);
  const company = head.search(/Company Name/);
  if (form === -1 || company === -1) return null;
  return form < company ? 'form' : 'company';
}

/**
 * The entries of a `master`, `form` or `company` index, quarterly or daily, old or new layout, in the order of the file.
 * Data follow the dashed line; lines that are no entry are left out. Null where the text is no index.
 */
export function parseIndex(text: string): IndexEntry[] | null {
  const dashes = /^-{20,}[ -]*$/m.exec(text);
  if (dashes === null) return null;
  const kind = kindOf(text.slice(0, dashes.index));
  if (kind === null) return null;
  const entries: IndexEntry[] = [];
  for (const line of text.slice(dashes.index + dashes[0].length).split(/\r?\n/)) {
    if (line === '' || line.length > LONGEST_LINE) continue;
    const read = kind === 'master' ? masterLine(line) : fixedLine(line, kind);
    if (read !== null) entries.push(read);
  }
  return entries;
}

/** The inverse of `parseIndex` for a `master` index: how a fetched index is kept on disk. */
export function formatMasterIndex(entries: readonly IndexEntry[]): string {
  const lines = entries.map((e) => `${Number(e.cik)}|${e.company}|${e.form}|${e.filed}|${e.path}`);
  return ['CIK|Company Name|Form Type|Date Filed|Filename', '-'.repeat(80), ...lines, ''].join('\n');
}
