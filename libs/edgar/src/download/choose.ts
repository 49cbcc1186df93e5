import { foldName } from '../discovery/filter.ts';
import type { DownloadOptions } from './download-options.ts';
import type { IndexEntry } from './index-file.ts';

/**
 * The filings that the options choose, each accession once however many co-registrants list it, by date and accession;
 * the same index and options give the same list, so that a download goes on where it stopped.
 */
export function chooseFilings(
  entries: readonly IndexEntry[],
  options: Pick<DownloadOptions, 'forms' | 'ciks' | 'company' | 'from' | 'to' | 'limit'>,
): IndexEntry[] {
  const forms = new Set(options.forms?.map((form) => form.trim().toUpperCase()));
  const ciks = new Set(options.ciks?.map((cik) => cik.trim().padStart(10, '0')));
  const company = foldName(options.company ?? '');
  const { from = '', to = '9999-12-31', limit = Infinity } = options;
  const chosen = new Map<string, IndexEntry>();
  for (const entry of entries) {
    if (forms.size > 0 && !forms.has(entry.form.toUpperCase())) continue;
    if (ciks.size > 0 && !ciks.has(entry.cik)) continue;
    if (company !== '' && !foldName(entry.company).includes(company)) continue;
    if (entry.filed < from || entry.filed > to) continue;
    if (!chosen.has(entry.accession)) chosen.set(entry.accession, entry);
  }
  const key = (entry: IndexEntry): string => `${entry.filed} ${entry.accession}`;
  const sorted = [...chosen.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return limit === Infinity ? sorted : sorted.slice(0, limit);
}
