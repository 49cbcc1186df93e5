import { HOUSE_WORDS } from '../reading/lexicon.ts';
import type { Reading, Span } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';

/** A number printed with thousands separators; null if there is none. */
export function countOf(printed: string): number | null {
  const match = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d,])/u.exec(printed);
  return match === null ? null : Number(match[0].replace(/,/g, ''));
}

/** A percentage, with or without its sign; null if there is none or it is over 100. */
export function shareOf(printed: string): number | null {
  const match = /(?<![\d.,])(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent|percent|$)/iu.exec(printed.trim());
  const value = match === null ? NaN : Number(match[1]);
  return value >= 0 && value <= 100 ? value : null;
}

/** Words that no person's name has; "Gold" and "Waters" are surnames too, and are left out. */
const COMPANY_WORDS = new Set(
  (
    'inc llc lp ltd limited corp corporation company plc trust fund funds partners partnership capital management group bank foundation holding holdings ' +
    'associates sa nv bv ag gmbh advisors advisers investment investments plan esop ventures kibbutz nominees pension'
  ).split(' '),
);

/** Whether a word of the name says that it is a company's; forms of two letters only where they are printed as forms are. */
function saysCompany(name: string): boolean {
  return name.split(/[\s,]+/u).some((word) => {
    const plain = word.replaceAll('.', '');
    const lower = plain.toLowerCase();
    return (plain.length > 2 || plain === plain.toUpperCase()) && (COMPANY_WORDS.has(lower) || HOUSE_WORDS.has(lower));
  });
}

/** Whether a reporting owner is a person: a header party without SIC, state of incorporation and fiscal year, else by the name's look. */
export function holderKind(reading: Reading, name: string, span: Span): 'person' | 'company' {
  const folded = foldSpace(name).toLowerCase();
  const party = reading.submission.parties.find((p) => foldSpace(p.name).toLowerCase() === folded);
  if (party !== undefined && /REPORTING-OWNER/u.test(party.role)) {
    return party.sic === null && party.stateOfIncorporation === null && party.fiscalYearEnd === null
      ? 'person'
      : 'company';
  }
  if (saysCompany(name)) return 'company';
  if (
    reading
      .organizationsIn(span)
      .some((organization) => organization.by === 'legal-form' || organization.by === 'party')
  )
    return 'company';
  return 'person';
}
