import type { HoldingFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { countOf, holderKind } from './values.ts';

// Notices of holdings in lines of label and value: the British TR-1, reports of interested parties, changes of major holders.

const NUMBERED = /^\W{0,3}(?:\d{1,2}[a-z]?[.)]?\s+)?/u;
const HOLDER =
  /^(?:full )?name of (?:the )?(?:persons?\S* subject to|holder|shareholder|notifier|notifying \w+|acquirer)/iu;
const ISSUER = /^(?:identity|name) of (?:the )?(?:issuer|reporting corporation|company|underlying issuer)/iu;
const RESULT =
  /^(?:resulting|total|balance|holding|situation|position) (?:\S+ ){0,6}?(?:after|situation|voting|rights|shares)/iu;
const VALUE = /^[^:\t]{0,90}:\s*(\S.*)$/u;
const PERCENT = /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,4})?)\s?%/u;
/** Lines below a holder's name in which the result stands. */
const REACH = 16;
const LONGEST_NAME = 120;

function labelled(lines: readonly Line[], at: number, label: RegExp): Line | undefined {
  const line = lines[at]!;
  if (!label.test(line.text.replace(NUMBERED, ''))) return undefined;
  const inside = VALUE.exec(line.text)?.[1];
  if (inside !== undefined) return { ...line, text: inside };
  return line.text.endsWith(':') ? lines[at + 1] : undefined;
}

/** The holdings that such notices tell: whose they are, and what is left after the change. */
export function noticeHoldings(reading: Reading): readonly HoldingFact[] {
  const lines = linesOf(reading);
  let company = reading.filer;
  const found: HoldingFact[] = [];
  lines.forEach((_, at) => {
    const issuer = labelled(lines, at, ISSUER);
    if (issuer !== undefined && issuer.text.length <= LONGEST_NAME) company = reading.organizationName(issuer.text);
    const holder = labelled(lines, at, HOLDER);
    if (holder === undefined || holder.text.length > LONGEST_NAME || !/^\p{Lu}/u.test(holder.text)) return;
    const end = Math.min(lines.length, at + REACH);
    for (let next = at + 1; next < end; next++) {
      const result = labelled(lines, next, RESULT);
      if (result === undefined) continue;
      const percent = PERCENT.exec(result.text)?.[1];
      const shares = countOf(result.text.replace(PERCENT, ''));
      if (percent === undefined && shares === null) continue;
      found.push({
        holder: holder.text,
        holderKind: holderKind(reading, holder.text, holder),
        company,
        class: null,
        shares,
        percent: percent === undefined ? null : Number(percent.replace(',', '.')),
        asOf: null,
        ...reading.quote(holder.start, result.end),
        source: 'rule:notice',
        confidence: 0.85,
      });
      return;
    }
  });
  return found;
}
