/** True for a number as EDGAR gives them; a file without one is known by its hash. */
export function isAccession(text: string): boolean {
  return /^\d{10}-\d{2}-\d{6}$/.test(text);
}

/**
 * The filing's page for people at sec.gov, or null where it has none: without an accession number (a file known by its
 * hash) or a CIK. Form of the address: EDGAR's archive, `/Archives/edgar/data/CIK/ACCESSION-WITHOUT-DASHES/`.
 */
export function filingAddress(cik: string, accession: string): string | null {
  if (!isAccession(accession) || !/^\d{1,10}$/.test(cik)) return null;
  const directory = accession.replaceAll('-', '');
  return `https://www.sec.gov/Archives/edgar/data/${String(Number(cik))}/${directory}/${accession}-index.htm`;
}
