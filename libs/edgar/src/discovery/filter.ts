import type { FilingEssentials } from './essentials.ts';

/** Which filings a scan returns. Everything that is given must hold; dates are ISO and inclusive. */
export interface FilingFilter {
  /** Filing year of the header; for filings without a header the year of the accession. */
  readonly year?: number;
  /** Form types as the header spells them; letter case does not matter. An amendment is a form of its own: `6-K/A`. */
  readonly forms?: readonly string[];
  /** CIKs of any party, with or without leading zeros. */
  readonly ciks?: readonly string[];
  /** Part of the name of any party; letter case, accents and punctuation do not matter. */
  readonly company?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A name as `--company` compares it: letter case, accents and punctuation do not matter. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// 95 is 1995, 10 is 2010: EDGAR began in 1993.
function yearOfAccession(accession: string): number | null {
  const digits = /^\d{10}-(\d{2})-\d{6}$/.exec(accession)?.[1];
  if (digits === undefined) return null;
  const year = Number(digits);
  return year >= 93 ? 1900 + year : 2000 + year;
}

/** The filing year: of the header, else of the accession number, else null. */
export function filingYear(filing: Pick<FilingEssentials, 'accession' | 'filed'>): number | null {
  return filing.filed === null ? yearOfAccession(filing.accession) : Number(filing.filed.slice(0, 4));
}

/** A test for one filing; what the filter says is prepared once. */
export function filingMatcher(filter: FilingFilter): (filing: FilingEssentials) => boolean {
  const forms = new Set(filter.forms?.map((form) => form.trim().toUpperCase()));
  const ciks = new Set(filter.ciks?.map((cik) => cik.trim().padStart(10, '0')));
  const company = filter.company === undefined ? '' : foldName(filter.company);
  const { year, from, to } = filter;
  return (filing) => {
    if (year !== undefined && filingYear(filing) !== year) return false;
    if (forms.size > 0 && !forms.has(filing.form?.toUpperCase() ?? '')) return false;
    if (from !== undefined && (filing.filed === null || filing.filed < from)) return false;
    if (to !== undefined && (filing.filed === null || filing.filed > to)) return false;
    if (ciks.size > 0 && !filing.parties.some((party) => party.cik !== null && ciks.has(party.cik))) return false;
    return company === '' || filing.parties.some((party) => foldName(party.name).includes(company));
  };
}
