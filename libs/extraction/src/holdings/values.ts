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

/** Whether a reporting owner is a person: a header party without SIC, state of incorporation and fiscal year, else by the name's look. */
export function holderKind(reading: Reading, name: string, span: Span): 'person' | 'company' {
  const folded = foldSpace(name).toLowerCase();
  const party = reading.submission.parties.find((p) => foldSpace(p.name).toLowerCase() === folded);
  if (party !== undefined && /REPORTING-OWNER/u.test(party.role)) {
    return party.sic === null && party.stateOfIncorporation === null && party.fiscalYearEnd === null
      ? 'person'
      : 'company';
  }
  if (
    /\b(?:inc|llc|l\.?p|ltd|limited|corp|corporation|company|plc|trust|fund|funds|partners|partnership|capital|management|group|bank|foundation|holdings?|associates|s\.a|n\.v|b\.v|ag|gmbh|advisors|advisers|investments?|plan|esop)\b\.?/iu.test(
      name,
    )
  )
    return 'company';
  if (
    reading
      .organizationsIn(span)
      .some((organization) => organization.by === 'legal-form' || organization.by === 'party')
  )
    return 'company';
  return 'person';
}
