import { resolve } from 'node:path';
import { EXIT, FiligreeError, systemClock } from '@filigree/base';
import {
  defineCommand,
  formatBytes,
  formatCount,
  formatElapsed,
  makeProgressView,
  note,
  printJson,
  printLine,
  watchSignals,
} from '@filigree/cli';
import type { Io, Values } from '@filigree/cli';
import type { DownloadSummary } from '@filigree/edgar';

export type DownloadValues = Values<
  'year' | 'quarter' | 'form' | 'cik' | 'company' | 'from' | 'to' | 'limit' | 'userAgent' | 'secUrl' | 'breakerSeconds'
>;

/** Downloads what is missing, with progress on stderr. Resolves to null when `signal` aborts. Throws USAGE without year or user agent. */
export async function download(
  values: DownloadValues,
  dir: string,
  io: Io,
  signal: AbortSignal,
): Promise<DownloadSummary | null> {
  const { year, userAgent } = values;
  if (year === undefined)
    throw new FiligreeError('USAGE', 'a download needs --year', { remedy: 'give one such as --year 2010' });
  if (userAgent === undefined) {
    throw new FiligreeError('USAGE', 'the SEC asks who downloads, and --user-agent is not given', {
      remedy: 'give --user-agent "Your Name you@example.com", or set SEC_USER_AGENT',
    });
  }
  // Loaded here: most commands that may download first have nothing to download.
  const { downloadFilings } = await import('@filigree/edgar');
  const view = makeProgressView(process.stderr, systemClock);
  try {
    return await downloadFilings({
      year,
      userAgent,
      dir: resolve(io.cwd, dir),
      secUrl: values.secUrl,
      env: io.env,
      breakerSeconds: values.breakerSeconds,
      forms: values.form,
      ciks: values.cik,
      signal,
      onMessage: (text) => {
        view.say(text);
      },
      onProgress: (progress) => {
        view.show({
          done: progress.downloaded + progress.alreadyThere + progress.failed,
          total: progress.listed,
          failed: progress.failed,
          ratePerSecond: progress.filingsPerSecond,
          hint: formatBytes(progress.bytes),
        });
      },
      ...(values.quarter !== undefined && { quarter: values.quarter }),
      ...(values.company !== undefined && { company: values.company }),
      ...(values.from !== undefined && { from: values.from }),
      ...(values.to !== undefined && { to: values.to }),
      ...(values.limit !== undefined && { limit: values.limit }),
    });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    view.end();
  }
}

const DOWNLOADS = './filings';

/** The directory whose filings a running coordinator is to process: the one given, else what was downloaded, else all of its own. */
export function submittedDirectory(values: Values<'filings' | 'download'>): string | undefined {
  return values.filings ?? (values.download ? DOWNLOADS : undefined);
}

/** What `--download` of other commands does first. False when it was interrupted. */
export async function downloadFirst(values: DownloadValues & Values<'filings'>, io: Io): Promise<boolean> {
  const signals = watchSignals(() => process.exit(EXIT.interrupted));
  try {
    const summary = await download(values, values.filings ?? DOWNLOADS, io, signals.signal);
    if (summary !== null)
      note(
        io,
        `${formatCount(summary.downloaded)} filings downloaded, ${formatCount(summary.alreadyThere)} already there`,
      );
    return summary !== null;
  } finally {
    signals.stop();
  }
}

/** `coordinator download`: fetches filings from the SEC, politely. */
export const downloadCommand = defineCommand({
  name: 'download',
  summary: 'fetch filings from the SEC into a filings directory',
  flags: [
    'year',
    'quarter',
    'form',
    'cik',
    'company',
    'from',
    'to',
    'limit',
    'filingsOrDefault',
    'userAgent',
    'secUrl',
    'breakerSeconds',
    'json',
  ],
  examples: [
    'coordinator download --year 2010 --quarter 4 --form 6-K --limit 100 --user-agent "Name mail@example.com"',
    'coordinator download --year 2010 --cik 1087711 --user-agent "Name mail@example.com"',
  ],
  async run(values, _args, io) {
    const signals = watchSignals(() => process.exit(EXIT.interrupted));
    try {
      const summary = await download(values, values.filingsOrDefault, io, signals.signal);
      if (summary === null) {
        note(io, 'interrupted; the same command goes on where it stopped');
        return EXIT.interrupted;
      }
      for (const { accession, reason } of summary.failures) note(io, `not downloaded: ${accession}: ${reason}`);
      const { downloaded, alreadyThere, failed, bytes, elapsedMs, listed } = summary;
      if (values.json) {
        await printJson(io, {
          listed,
          downloaded,
          already_there: alreadyThere,
          failed,
          bytes,
          elapsed_ms: Math.round(elapsedMs),
          filings: values.filingsOrDefault,
        });
      } else {
        await printLine(
          io,
          `${formatCount(downloaded)} filings downloaded (${formatBytes(bytes)} in ${formatElapsed(elapsedMs)}), ${formatCount(alreadyThere)} already there, ${formatCount(failed)} failed; they are in ${values.filingsOrDefault}`,
        );
      }
      if (listed === 0)
        throw new FiligreeError('NO_MATCH', 'no filing of the index matches', {
          remedy: 'widen --year, --quarter, --form, --cik, --company, --from or --to',
        });
      return failed > 0 ? EXIT.someFailed : EXIT.done;
    } finally {
      signals.stop();
    }
  },
});
