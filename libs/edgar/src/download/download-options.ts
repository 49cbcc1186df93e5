import type { Clock, Environment, Random } from '@filigree/base';
import { FiligreeError } from '@filigree/base';
import type { Quarter } from './download-index.ts';

/** What to download and how. */
export interface DownloadOptions {
  readonly year: number;
  /** 1 to 4; without it the whole year. */
  readonly quarter?: number;
  /** Form types as the index spells them; letter case does not matter. */
  readonly forms?: readonly string[];
  readonly ciks?: readonly string[];
  /** Part of the name of a registrant as the index spells it; letter case, accents and punctuation do not matter. */
  readonly company?: string;
  /** ISO dates, inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** The first N filings by date and accession. */
  readonly limit?: number;
  /** `Name mail@domain`: the SEC refuses requests without. */
  readonly userAgent: string;
  readonly secUrl?: string;
  /** The environment, for its proxy: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in small letters too. Without it, none. */
  readonly env?: Environment;
  readonly breakerSeconds?: number;
  /** Filings go to `<dir>/<filing year>/<accession>.txt`. */
  readonly dir: string;
  /** The largest filing that is fetched, in bytes; without it the largest that is read. */
  readonly limitBytes?: number;
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** One line for the user: a refusal, an index that is not there yet, a filing given up. */
  readonly onMessage?: (text: string) => void;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  readonly random?: Random;
}

export interface DownloadProgress {
  /** Filings that the filters choose. */
  readonly listed: number;
  readonly downloaded: number;
  readonly alreadyThere: number;
  readonly failed: number;
  readonly bytes: number;
  readonly filingsPerSecond: number;
  /** Estimate, or null before the first filing. */
  readonly secondsLeft: number | null;
}

export interface DownloadSummary extends DownloadProgress {
  /** The directory, as given. */
  readonly dir: string;
  readonly elapsedMs: number;
  readonly failures: readonly { readonly accession: string; readonly reason: string }[];
}

const FIRST_YEAR = 1993;

function usage(message: string, remedy: string): FiligreeError {
  return new FiligreeError('USAGE', message, { remedy });
}

/** Throws USAGE for a User-Agent that the SEC would refuse. */
export function checkUserAgent(userAgent: string): void {
  if (/^[\x20-\x7e]+$/.test(userAgent) && /\S\s+\S*@\S+\.\S+/.test(userAgent.trim())) return;
  throw usage(
    `User-Agent ${JSON.stringify(userAgent)}: the SEC wants "Name mail@domain"`,
    'give --user-agent "Your Name you@example.com" or set SEC_USER_AGENT',
  );
}

/** Throws USAGE for an address that is none. */
export function checkSecUrl(secUrl: string): URL {
  const url = URL.canParse(secUrl) ? new URL(secUrl) : null;
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw usage(`--sec-url ${JSON.stringify(secUrl)}: expected http:// or https://`, 'use https://www.sec.gov');
}

/** The quarters to read, first to last. Throws USAGE for a year or quarter that cannot be. */
export function quartersOf(
  options: Pick<DownloadOptions, 'year' | 'quarter' | 'from' | 'to'>,
  thisYear: number,
): Quarter[] {
  const { year, quarter, from = '', to = '9999' } = options;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > thisYear + 1) {
    throw usage(`--year ${year}: EDGAR has ${FIRST_YEAR} to ${thisYear}`, 'choose one of these years');
  }
  if (quarter !== undefined && ![1, 2, 3, 4].includes(quarter)) {
    throw usage(`--quarter ${quarter}: expected 1, 2, 3 or 4`, 'leave it out for the whole year');
  }
  const quarters = quarter === undefined ? [1, 2, 3, 4] : [quarter];
  return quarters
    .map((q) => ({
      year,
      quarter: q,
      first: `${year}-${String(q * 3 - 2).padStart(2, '0')}`,
      last: `${year}-${String(q * 3).padStart(2, '0')}-31`,
    }))
    .filter(({ first, last }) => last >= from && first <= to)
    .map(({ quarter: q }) => ({ year, quarter: q }));
}
