import type { HoldingFact } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { foldSpace, wording } from '../wording/pattern.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { countOf, holderKind, shareOf } from './values.ts';

// Schedules 13D and 13G: a cover page a reporting person, its rows numbered and labelled (17 CFR 240.13d-101, 13d-102).

const HEAD = '^\\W{0,4}(?:\\(?\\d{1,2}\\W{1,4})?';
const NAME = wording(`${HEAD}names? of (?:the )?reporting persons?`);
const AMOUNT = wording(
  `${HEAD}aggregate amount (?:of )?(?:shares )?(?:beneficially )?owned(?: by (?:each )?(?:the )?(?:reporting )?persons?)?`,
);
const PERCENT = wording(
  `${HEAD}percent(?:age)? of (?:class|series)(?: represented)?(?: by)?(?: the)?(?: amount)?(?: in)?(?: row)?(?: \\(?\\d{1,2}\\)?)?`,
);
const LABEL = wording(
  `${HEAD}(?:names? of|i\\.? ?r\\.? ?s|s\\.? ?s\\.?(?: or|$)|check|sec use|source of|citizenship|sole|shared|aggregate|percent|type of|number of|beneficially|owned by|each|reporting|person with)`,
);
/** What may stand between the label of the name and the name. */
const IDENTIFICATION = wording(
  '^\\W{0,3}(?:(?:s\\.? ?s\\.?|i\\.? ?r\\.? ?s\\.?).{0,90}|(?:of )?above persons?.{0,30}|\\(?entities only\\)?|\\(?see instructions?\\)?)$',
);
const REACH = 5;

interface Cover {
  readonly name: Line;
  amount: Line | undefined;
  percent: Line | undefined;
}

/** What stands behind a label in its line, else the next line that is no label. */
function valueOf(lines: readonly Line[], at: number, label: RegExpExecArray): Line | undefined {
  const line = lines[at]!;
  const rest = line.text.slice(label.index + label[0].length);
  const inside = /^[\s:.()-]*(?:\(entities only\))?[\s:.-]*(\S.*)$/iu.exec(rest)?.[1];
  if (inside !== undefined && /[\p{L}\d]/u.test(inside) && !IDENTIFICATION.test(inside))
    return { ...line, text: inside };
  for (const other of lines.slice(at + 1, at + 1 + REACH)) {
    if (IDENTIFICATION.test(other.text)) continue;
    if (LABEL.test(other.text)) return undefined;
    if (/[\p{L}\d]/u.test(other.text) && !/^\W*\d{1,2}\W*$/u.test(other.text)) return other;
  }
  return undefined;
}

/** A value of the XML form (since December 2024) belongs to the person whose name came last. */
function addXml(covers: Cover[], line: Line, path: string): void {
  if (path.endsWith('reportingPersonName')) covers.push({ name: line, amount: undefined, percent: undefined });
  const cover = covers.at(-1);
  if (cover === undefined) return;
  if (/(?:aggregateAmountOwned|AggregateNumberOfShares)$/u.test(path)) cover.amount ??= line;
  else if (/(?:percentOfClass|classPercent)$/u.test(path)) cover.percent ??= line;
}

function coversOf(lines: readonly Line[]): readonly Cover[] {
  const covers: Cover[] = [];
  lines.forEach((line, at) => {
    if (line.path !== undefined) {
      addXml(covers, line, line.path);
      return;
    }
    const name = NAME.exec(line.text);
    const value = name === null ? undefined : valueOf(lines, at, name);
    if (value !== undefined) covers.push({ name: value, amount: undefined, percent: undefined });
    const cover = covers.at(-1);
    if (cover === undefined) return;
    const amount = AMOUNT.exec(line.text);
    if (amount !== null) cover.amount ??= valueOf(lines, at, amount);
    const percent = PERCENT.exec(line.text);
    if (percent !== null) cover.percent ??= valueOf(lines, at, percent);
  });
  return covers;
}

/** The line above a label such as "(Name of Issuer)", or the value of an XML element. */
function above(lines: readonly Line[], label: RegExp, path: RegExp): Line | undefined {
  const at = lines.findIndex((line) => label.test(line.text) || (line.path !== undefined && path.test(line.path)));
  const line = lines[at];
  if (line === undefined) return undefined;
  if (line.path !== undefined) return line;
  const before = foldSpace(line.text.slice(0, line.text.search(label)));
  if (/[\p{L}\d]/u.test(before)) return { ...line, text: before };
  return lines
    .slice(Math.max(0, at - 3), at)
    .reverse()
    .find((other) => /[\p{L}\d]/u.test(other.text));
}

const FRONT = 120;

/** The day of the event that the schedule reports. */
export function scheduleDate(reading: Reading): string | null {
  const line = above(
    linesOf(reading, FRONT),
    /\(?\s*date\s+of\s+event/iu,
    /(?:dateOfEvent|eventDateRequiresFilingThisStatement)$/u,
  );
  return line === undefined ? null : (reading.datesIn(line).find((date) => date.precision === 'day')?.iso ?? null);
}

/** "Issuer: Acme Corp.", with the name behind its label. */
const ISSUER = wording(
  '^\\W{0,3}(?:[Nn](?:ame|AME) (?:of|OF) (?:the )?)?(?:[Ii]ssuer|ISSUER|[Ss]ubject [Cc]ompany) ?: ?(\\p{Lu}.{1,90})$',
  'u',
);

/** The company whose shares the schedule reports. */
export function scheduleCompany(reading: Reading): string | undefined {
  return subject(reading, linesOf(reading, FRONT));
}

function subject(reading: Reading, lines: readonly Line[]): string | undefined {
  const labelled = lines.map(({ text }) => ISSUER.exec(text)?.[1]).find((name) => name !== undefined);
  if (labelled !== undefined) return reading.organizationName(labelled);
  const printed = above(lines, /\(?\s*name\s+of\s+(?:the\s+)?(?:subject\s+company|issuer)/iu, /issuerName$/u)?.text;
  const party = reading.submission.parties.find((p) => p.role === 'SUBJECT COMPANY')?.name;
  return printed === undefined ? party : reading.organizationName(printed);
}

function holdingOf(
  reading: Reading,
  cover: Cover,
  common: Pick<HoldingFact, 'company' | 'class' | 'asOf'>,
): HoldingFact[] {
  const shares = cover.amount === undefined ? null : countOf(cover.amount.text);
  const printed = cover.percent?.text.replace(/row\s*\(?\d+\)?/giu, '') ?? '';
  const percent = shareOf(/\d[\d.]*\s*%?/u.exec(printed)?.[0] ?? '');
  const holder = foldSpace(cover.name.text.split(/\s\(?(?:I\.?R\.?S|S\.?S\.?|EIN|Tax I\.?D)\b/u)[0] ?? '').replace(
    /[\s,;]+$/u,
    '',
  );
  if ((shares === null && percent === null) || holder === '' || holder.length > 160) return [];
  const ends = [cover.name, cover.amount, cover.percent].flatMap((line) => line?.end ?? []);
  const span: Span = { start: cover.name.start, end: Math.max(...ends) };
  return [
    {
      holder,
      holderKind: holderKind(reading, holder, cover.name),
      ...common,
      shares,
      percent,
      ...reading.quote(span.start, span.end),
      source: 'rule:schedule-13',
      confidence: 0.95,
    },
  ];
}

/** One holding a cover page of a Schedule 13D or 13G. */
export function scheduleHoldings(reading: Reading): readonly HoldingFact[] {
  const lines = linesOf(reading);
  const company = subject(reading, lines.slice(0, FRONT));
  if (company === undefined) return [];
  const title = above(lines.slice(0, FRONT), /\(?\s*title\s+of\s+class/iu, /securitiesClassTitle$/u)?.text;
  const common = {
    company,
    class:
      title === undefined ? null : (title.split(/,?\s*(?:\(|\$|no par|par value|without par)/iu)[0] ?? title).trim(),
    asOf: scheduleDate(reading),
  };
  return coversOf(lines).flatMap((cover) => holdingOf(reading, cover, common));
}
