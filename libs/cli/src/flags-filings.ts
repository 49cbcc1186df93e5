import { optional, repeated, switched, withDefault } from './flag.ts';
import type { Flag } from './flag.ts';
import { readCik, readDate, readInteger, readSwitch, readText, readUrl } from './values.ts';

const year = readInteger(1993, 2100, 'a year such as 2010', '2010');

/** Which filings, and where they come from. */
export const FILINGS_FLAGS = {
  filings: optional({
    name: 'filings',
    value: 'DIR',
    env: 'FILINGS_DIR',
    read: readText,
    help: 'directory of filings, searched with what lies below it',
  }),
  filingsOrDefault: withDefault({
    name: 'filings',
    value: 'DIR',
    env: 'FILINGS_DIR',
    read: readText,
    fallback: './filings',
    help: 'directory of filings, searched with what lies below it',
  }),
  filingsRoots: repeated({
    name: 'filings',
    value: 'DIR',
    env: 'FILINGS_DIR',
    read: readText,
    fallback: './filings',
    help: 'a directory of filings to offer; may be given again',
  }),
  year: optional({ name: 'year', value: 'Y', read: year, help: 'only filings of this filing year' }),
  quarter: optional({
    name: 'quarter',
    value: 'Q',
    read: readInteger(1, 4, 'a quarter from 1 to 4', '2'),
    help: 'only this quarter',
  }),
  form: repeated({ name: 'form', value: 'F', read: readText, help: 'only this form, e.g. 6-K; may be given again' }),
  formOnly: optional({ name: 'form', value: 'F', read: readText, help: 'only this form, e.g. 6-K' }),
  cik: repeated({ name: 'cik', value: 'CIK', read: readCik, help: 'only filings of this party; may be given again' }),
  company: optional({
    name: 'company',
    value: 'NAME',
    read: readText,
    help: 'only filings with a party whose name contains this',
  }),
  from: optional({ name: 'from', value: 'DATE', read: readDate, help: 'only filed on or after this day (YYYY-MM-DD)' }),
  to: optional({ name: 'to', value: 'DATE', read: readDate, help: 'only filed on or before this day (YYYY-MM-DD)' }),
  limit: optional({
    name: 'limit',
    value: 'N',
    read: readInteger(1, 1_000_000_000, 'a whole number above zero', '10'),
    help: 'at most this many',
  }),
  download: switched({
    name: 'download',
    read: readSwitch,
    help: 'first download what is missing (needs --year and --user-agent)',
  }),
  userAgent: optional({
    name: 'user-agent',
    value: '"NAME MAIL"',
    env: 'SEC_USER_AGENT',
    read: readText,
    help: 'who you are, as the SEC asks: "Name mail@domain"',
  }),
  secUrl: withDefault({
    name: 'sec-url',
    value: 'URL',
    env: 'SEC_URL',
    read: readUrl,
    fallback: 'https://www.sec.gov',
    help: 'a mirror of the SEC',
  }),
  breakerSeconds: withDefault({
    name: 'breaker-seconds',
    value: 'N',
    read: readInteger(0, 86_400, 'seconds', '600'),
    fallback: '600',
    help: 'how long to stay away when the SEC refuses',
  }),
  at: optional({ name: 'at', value: 'DATE', read: readDate, help: 'as it was on this day (YYYY-MM-DD)' }),
  eventType: optional({ name: 'type', value: 'T', read: readText, help: 'only events of this type' }),
} as const satisfies Readonly<Record<string, Flag<unknown>>>;
