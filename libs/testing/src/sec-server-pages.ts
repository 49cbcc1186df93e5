/** A filing that the stand-in for the SEC serves. */
export interface ServedFiling {
  /** With dashes. */
  readonly accession: string;
  /** CIKs of its registrants; each has its own line in the index. */
  readonly ciks: readonly string[];
  readonly company: string;
  readonly form: string;
  /** ISO date. */
  readonly filed: string;
  readonly body: Buffer;
}

/** Below `/Archives/`, as an index writes it; every co-registrant's path serves the same filing. */
export function filingPath(filing: ServedFiling, cik: string): string {
  return `edgar/data/${Number(cik)}/${filing.accession}.txt`;
}

/** A small cooked submission with some bytes of text. */
export function servedFiling(
  nth: number,
  options: { filed?: string; form?: string; textBytes?: number; ciks?: string[] } = {},
): ServedFiling {
  const { filed = '2010-05-03', form = '6-K', textBytes = 2000, ciks = [String(1000 + nth)] } = options;
  const accession = `0000999999-10-${String(nth).padStart(6, '0')}`;
  const company = `FICTION ${nth} PLC`;
  const date = filed.replaceAll('-', '');
  const body = [
    `<SEC-DOCUMENT>${accession}.txt : ${date}`,
    `<SEC-HEADER>${accession}.hdr.sgml : ${date}`,
    `ACCESSION NUMBER:\t\t${accession}`,
    `CONFORMED SUBMISSION TYPE:\t${form}`,
    `FILED AS OF DATE:\t\t${date}`,
    '',
    'FILER:',
    '',
    '\tCOMPANY DATA:',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${company}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${ciks[0]!.padStart(10, '0')}`,
    '</SEC-HEADER>',
    '<DOCUMENT>',
    `<TYPE>${form}`,
    '<SEQUENCE>1',
    '<TEXT>',
    'The company reports. '.repeat(Math.ceil(textBytes / 21)),
    '</TEXT>',
    '</DOCUMENT>',
    '</SEC-DOCUMENT>',
    '',
  ].join('\n');
  return { accession, ciks, company, form, filed, body: Buffer.from(body) };
}

const HEAD = [
  'Description:           Master Index of EDGAR Dissemination Feed',
  'Comments:              webmaster@sec.gov',
  '',
];

function rows(filings: readonly ServedFiling[]): { filing: ServedFiling; cik: string }[] {
  return filings.flatMap((filing) => filing.ciks.map((cik) => ({ filing, cik })));
}

/** A quarterly or daily `master` index. */
export function masterIndex(filings: readonly ServedFiling[]): string {
  const lines = rows(filings).map(
    ({ filing, cik }) => `${Number(cik)}|${filing.company}|${filing.form}|${filing.filed}|${filingPath(filing, cik)}`,
  );
  return [...HEAD, 'CIK|Company Name|Form Type|Date Filed|Filename', '-'.repeat(80), ...lines, ''].join('\n');
}

/** A `form` index with the column widths of before, or since, 20 December 2024. */
export function formIndex(filings: readonly ServedFiling[], layout: 'old' | 'new'): string {
  const [form, company] = layout === 'old' ? [12, 62] : [17, 80];
  const line = (a: string, b: string, c: string, d: string, e: string): string =>
    `${a.padEnd(form)}${b.padEnd(company)}${c.padEnd(12)}${d.padEnd(12)}${e}   `;
  const lines = rows(filings).map(({ filing, cik }) =>
    line(filing.form, filing.company, String(Number(cik)), filing.filed, filingPath(filing, cik)),
  );
  const title = line('Form Type', 'Company Name', 'CIK', 'Date Filed', 'File Name');
  return [...HEAD, title, '-'.repeat(form + company + 70), ...lines, ''].join('\n');
}

/** What the SEC shows to a client that asks too often or does not say who it is. */
export function blockPage(reason: 'rate' | 'undeclared'): string {
  const title = reason === 'rate' ? 'Request Rate Threshold Exceeded' : 'Undeclared Automated Tool';
  return `<!DOCTYPE html>\n<html><head><title>SEC.gov | ${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}

/** What its storage answers for an object that is not there. */
export const ACCESS_DENIED = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>\n';
