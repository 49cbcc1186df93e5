import type { Clock, ErrorCode } from '@filigree/base';
import { FiligreeError, proxyFor, systemClock } from '@filigree/base';
import { join } from 'node:path';
import { LARGEST_FILING_BYTES } from '../files/unpack.ts';
import { chooseFilings } from './choose.ts';
import { isOpenQuarter, quarterEntries } from './download-index.ts';
import type { DownloadOptions, DownloadProgress, DownloadSummary } from './download-options.ts';
import { checkSecUrl, checkUserAgent, quartersOf } from './download-options.ts';
import { RequestGate } from './gate.ts';
import type { IndexEntry } from './index-file.ts';
import { isWholeFile, presentFilings, temporaryName } from './present-disk.ts';
import type { PresentFilings } from './present-disk.ts';
import { saveFiling } from './save-disk.ts';
import { SecClient } from './sec-client.ts';

const SEC_URL = 'https://www.sec.gov';
const BREAKER_SECONDS = 600;
// Eight starts in any second at the other end, though answers and timers are late by up to 200 ms.
const SPACING_MS = 150;
// A process that was killed may have used up this second: the limit is a user's, over all processes.
const FIRST_AFTER_MS = 1000;
const IDLE_MS = 60_000;
const CONNECTIONS = 8;
// What one filing may end with while the others go on.
const OF_ONE_FILING: readonly ErrorCode[] = ['UNREACHABLE', 'NOT_FOUND', 'TOO_LARGE'];
// So many filings in a row that cannot be had mean that the network is down, not that they are broken.
const MOST_FAILURES_IN_A_ROW = 8;

// One rate and one breaker a host, however many downloads this process runs, one after another or side by side.
const gates = new Map<string, RequestGate>();

function gateOf(host: string, clock: Clock): RequestGate {
  if (clock !== systemClock) return new RequestGate({ clock, spacingMs: SPACING_MS });
  const gate = gates.get(host) ?? new RequestGate({ clock, spacingMs: SPACING_MS, firstAfterMs: FIRST_AFTER_MS });
  gates.set(host, gate);
  return gate;
}

/** One download run: what it has done so far, and the filings that are still to get. */
class Run {
  readonly failures: { accession: string; reason: string }[] = [];
  readonly #options: DownloadOptions;
  readonly #client: SecClient;
  readonly #entries: readonly IndexEntry[];
  readonly #present = new Map<string, PresentFilings>();
  readonly #clock;
  readonly #startedMs: number;
  #next = 0;
  #downloaded = 0;
  #alreadyThere = 0;
  #bytes = 0;
  #failuresInARow = 0;

  constructor(options: DownloadOptions, client: SecClient, entries: readonly IndexEntry[]) {
    this.#options = options;
    this.#client = client;
    this.#entries = entries;
    this.#clock = options.clock ?? systemClock;
    this.#startedMs = this.#clock.monotonicMs();
  }

  /** Finds out what is there already. */
  async prepare(): Promise<void> {
    for (const entry of this.#entries) {
      const directory = this.#directory(entry);
      if (!this.#present.has(directory)) this.#present.set(directory, await presentFilings(directory));
    }
  }

  /** Gets one filing after another until none is left; several of these run side by side. */
  async work(signal: AbortSignal): Promise<void> {
    for (let entry = this.#entries[this.#next++]; entry !== undefined; entry = this.#entries[this.#next++]) {
      signal.throwIfAborted();
      if (await this.#isThere(entry)) this.#alreadyThere++;
      else await this.#download(entry, signal);
      this.#options.onProgress?.(this.progress());
    }
  }

  progress(): DownloadProgress {
    const seconds = (this.#clock.monotonicMs() - this.#startedMs) / 1000;
    const filingsPerSecond = seconds > 0 ? this.#downloaded / seconds : 0;
    const left = this.#entries.length - this.#downloaded - this.#alreadyThere - this.failures.length;
    return {
      listed: this.#entries.length,
      downloaded: this.#downloaded,
      alreadyThere: this.#alreadyThere,
      failed: this.failures.length,
      bytes: this.#bytes,
      filingsPerSecond,
      secondsLeft: left === 0 ? 0 : filingsPerSecond > 0 ? left / filingsPerSecond : null,
    };
  }

  // Whole under one of its names. What was cut on its way here by other means is fetched.
  async #isThere(entry: IndexEntry): Promise<boolean> {
    const paths = this.#present.get(this.#directory(entry))?.get(entry.accession) ?? [];
    for (const path of paths) if (await isWholeFile(path)) return true;
    if (paths.length > 0) this.#options.onMessage?.(`${paths.join(', ')}: not a whole filing, it is fetched again`);
    return false;
  }

  #directory(entry: IndexEntry): string {
    return join(this.#options.dir, entry.filed.slice(0, 4));
  }

  async #download(entry: IndexEntry, signal: AbortSignal): Promise<void> {
    const directory = this.#directory(entry);
    const path = join(directory, `${entry.accession}.txt`);
    const temporary = join(directory, temporaryName(entry.accession));
    try {
      const save = { path, temporary, limitBytes: this.#options.limitBytes ?? LARGEST_FILING_BYTES };
      const get = this.#client.get(`Archives/${entry.path}`, (body) => saveFiling(body, save), { signal });
      const sizeBytes = await get;
      if (sizeBytes === null) throw new FiligreeError('NOT_FOUND', `${entry.path} is in the index but not there`);
      this.#downloaded++;
      this.#bytes += sizeBytes;
      this.#failuresInARow = 0;
    } catch (error) {
      signal.throwIfAborted();
      this.#fail(entry, error);
    }
  }

  #fail(entry: IndexEntry, error: unknown): void {
    if (!(error instanceof FiligreeError) || !OF_ONE_FILING.includes(error.code)) throw error;
    if (error.code === 'UNREACHABLE' && ++this.#failuresInARow >= MOST_FAILURES_IN_A_ROW) throw error;
    this.failures.push({ accession: entry.accession, reason: error.message });
    this.#options.onMessage?.(`${entry.accession} was not downloaded: ${error.message}`);
  }
}

async function listFilings(options: DownloadOptions, client: SecClient, host: string): Promise<IndexEntry[]> {
  const { dir, signal } = options;
  const nowMs = (options.clock ?? systemClock).wallMs();
  const entries: IndexEntry[] = [];
  const absent: string[] = [];
  for (const quarter of quartersOf(options, new Date(nowMs).getUTCFullYear())) {
    const found = await quarterEntries({ client, dir, host, nowMs, signal }, quarter);
    for (const entry of found ?? []) entries.push(entry);
    if (found !== null) continue;
    const yet = isOpenQuarter(quarter, nowMs) ? ' yet: the SEC makes it when the quarter has begun' : '';
    absent.push(`no index of ${quarter.year} QTR${quarter.quarter}${yet}`);
    options.onMessage?.(absent[absent.length - 1]!);
  }
  const chosen = chooseFilings(entries, options);
  if (chosen.length > 0) return chosen;
  const why = entries.length > 0 ? `none of ${entries.length} filings matches` : absent.join('; ');
  throw new FiligreeError('NO_MATCH', `nothing to download: ${why}`, {
    remedy: 'choose another --year or --quarter, and check --form, --cik, --company, --from and --to',
  });
}

/**
 * Downloads full submissions that the options choose into `<dir>/<year>/`, at most eight requests a second in all. What is
 * there is not fetched again; a process that dies leaves only whole files. Refusals are waited out, with a message.
 * Throws USAGE, NO_MATCH, OVERLOADED or UNREACHABLE; a filing that cannot be had is told in the summary.
 */
export async function downloadFilings(options: DownloadOptions): Promise<DownloadSummary> {
  checkUserAgent(options.userAgent);
  const secUrl = options.secUrl ?? SEC_URL;
  const url = checkSecUrl(secUrl);
  const { host } = url;
  const kind = url.protocol === 'https:' ? 'https' : 'http';
  const port = Number(url.port === '' ? (kind === 'https' ? 443 : 80) : url.port);
  const clock = options.clock ?? systemClock;
  const startedMs = clock.monotonicMs();
  const client = new SecClient({
    secUrl,
    userAgent: options.userAgent.trim(),
    proxy: proxyFor(kind, { host: url.hostname, port }, options.env ?? {}),
    breakerMs: (options.breakerSeconds ?? BREAKER_SECONDS) * 1000,
    gate: gateOf(host, clock),
    idleMs: IDLE_MS,
    connections: CONNECTIONS,
    clock,
    random: options.random ?? Math.random,
    onMessage: (text) => options.onMessage?.(text),
  });
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  try {
    const run = new Run(options, client, await listFilings({ ...options, signal }, client, host));
    await run.prepare();
    const workers = Array.from({ length: CONNECTIONS }, () => run.work(signal));
    const ended = await Promise.allSettled(
      workers.map((worker) =>
        worker.catch((error: unknown) => {
          stop.abort(error);
          throw error;
        }),
      ),
    );
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw stop.signal.reason ?? failed.reason;
    return { ...run.progress(), dir: options.dir, elapsedMs: clock.monotonicMs() - startedMs, failures: run.failures };
  } catch (error) {
    if (options.signal?.aborted !== true) throw error;
    throw new FiligreeError('CANCELLED', 'the download was stopped', {
      remedy: 'start it again: what is downloaded stays',
      cause: error,
    });
  } finally {
    client.close();
  }
}
