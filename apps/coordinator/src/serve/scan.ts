import { join, sep } from 'node:path';
import { EXTRACTOR_VERSION, FiligreeError, describeError } from '@filigree/base';
import type { Clock } from '@filigree/base';
import { RecentHeaders, discoverFilings } from '@filigree/edgar';
import type { Discovery, FilingFilter, FoundFiling } from '@filigree/edgar';
import type { Emit, SubmitAsk, SubmitProgressView } from '@filigree/protocol';
import type { BatchCounts, Filing, RunView } from '@filigree/queue';
import type { QueueShell } from './queue-shell.ts';
import { scanTargets } from './roots.ts';
import type { ScanTarget } from './roots.ts';

/** Scans for filings and queues them, one scan a run however often its Submit is sent. */
export interface Submitter {
  submit(ask: SubmitAsk, emit: Emit<SubmitProgressView>, signal: AbortSignal): Promise<void>;
  /** Ends the watch over runs that an earlier life left open. May be called twice. */
  stop(): void;
}

export interface SubmitterOptions {
  readonly queue: QueueShell;
  readonly roots: readonly string[];
  readonly clock: Clock;
  /** The model that jobs of this mode would run; null when `auto` would use rules. */
  readonly model: (mode: 'auto' | 'on') => string | null;
  readonly onNotice: (text: string) => void;
  /** File of the header index, so that a second scan reads no header again. */
  readonly headerIndex: string;
}

const BATCH = 512;
const TELL_EVERY_MS = 200;
const MAX_LINES = 20;
const MAX_LEFT_OPEN = 1000;
const ABANDONED_MS = 60_000;

type Progress = { -readonly [K in Exclude<keyof SubmitProgressView, 'runId' | 'closed'>]: SubmitProgressView[K] };

function noProgress(): Progress {
  return {
    scanned: 0,
    submitted: 0,
    alreadyDone: 0,
    skipped: 0,
    unreadable: [],
    unreadableFiles: 0,
    copies: 0,
    choices: [],
    chosen: 0,
    readAgain: 0,
  };
}

interface Scan {
  readonly progress: Progress;
  readonly done: Promise<void>;
}

function describe(ask: SubmitAsk): string {
  const parts = [
    ask.filings === '' ? 'all filings' : ask.filings,
    ask.year === 0 ? '' : String(ask.year),
    ask.forms.join(' '),
    ask.ciks.join(' '),
    ask.company,
    ask.from === '' ? '' : `from ${ask.from}`,
    ask.to === '' ? '' : `to ${ask.to}`,
    ask.limit === 0 ? '' : `at most ${String(ask.limit)}`,
    `--ai ${ask.mode}`,
    ask.force ? '--force' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function nothingMatches(ask: SubmitAsk, progress: Progress, roots: readonly string[]): FiligreeError {
  const where = ask.filings === '' ? roots.join(', ') : ask.filings;
  const { scanned, skipped, unreadable, unreadableFiles } = progress;
  const failed = unreadableFiles === 0 ? '' : `, ${String(unreadableFiles)} cannot be read: ${unreadable.join('; ')}`;
  const looked = `${String(scanned)} files looked at, ${String(skipped)} are no filings${failed}`;
  return new FiligreeError('NO_MATCH', `no filing in ${where} matches (${describe(ask)}; ${looked})`, {
    remedy:
      scanned === 0
        ? 'give --filings DIR with EDGAR filings, or fetch some with coordinator download'
        : 'widen --year, --form, --cik, --company, --from or --to',
    detail: { scanned, skipped, unreadable: unreadableFiles },
  });
}

function filterOf(ask: SubmitAsk): FilingFilter {
  return {
    ...(ask.year !== 0 && { year: ask.year }),
    ...(ask.forms.length > 0 && { forms: ask.forms }),
    ...(ask.ciks.length > 0 && { ciks: ask.ciks }),
    ...(ask.company !== '' && { company: ask.company }),
    ...(ask.from !== '' && { from: ask.from }),
    ...(ask.to !== '' && { to: ask.to }),
  };
}

/** A filing as the queue keeps it: its path is below a root of serve, whatever part of it was scanned. */
function queued(filing: FoundFiling, { root, below }: ScanTarget): Filing {
  return {
    accession: filing.accession,
    path: below === '' ? filing.path : `${below.split(sep).join('/')}/${filing.path}`,
    root,
    sizeBytes: filing.sizeBytes,
    form: filing.form ?? '',
    filed: filing.filed ?? '',
    company: filing.parties[0]?.name ?? '',
  };
}

// What a scan that was ended in the middle has queued stays; the client sends its Submit again.
function shuttingDown(): FiligreeError {
  return new FiligreeError('UNREACHABLE', 'the coordinator is shutting down', { remedy: 'start it again' });
}

export function makeSubmitter(options: SubmitterOptions): Submitter {
  const { queue, roots, clock } = options;
  const scans = new Map<string, Scan>();
  const recent = new RecentHeaders();
  const stopping = new AbortController();

  const openRun = (ask: SubmitAsk): Promise<RunView> =>
    queue.ask<RunView>((dispatcher, ack, nowMs) => {
      const run = {
        mode: ask.mode,
        priority: Math.max(-100, Math.min(100, ask.priority)),
        force: ask.force,
        graphId: queue.graphId,
        extractorVersion: EXTRACTOR_VERSION,
        model: ask.mode === 'off' ? null : options.model(ask.mode),
        description: describe(ask),
        submittedWallMs: Math.round(clock.wallMs()),
      };
      dispatcher.openRun(ask.runId, run, ack, nowMs);
    });

  const closeRun = (runId: string): Promise<RunView> =>
    queue.ask<RunView>((dispatcher, ack, nowMs) => {
      dispatcher.closeRun(runId, ack, nowMs);
    });

  const addBatch = async (runId: string, filings: readonly Filing[], progress: Progress): Promise<void> => {
    const counts = await queue.ask<BatchCounts>((dispatcher, ack, nowMs) => {
      dispatcher.submitBatch(runId, filings, ack, nowMs);
    });
    progress.submitted += counts.added + counts.requeued;
    progress.alreadyDone += counts.alreadyDone + counts.joined;
    progress.readAgain += counts.readAgain;
  };

  const discover = async (
    ask: SubmitAsk,
    progress: Progress,
  ): Promise<{ found: Discovery; targets: readonly ScanTarget[] }> => {
    const targets = await scanTargets(roots, ask.filings);
    const found = await discoverFilings({
      roots: targets.map(({ root, below }) => join(roots[root]!, below)),
      filter: filterOf(ask),
      cache: options.headerIndex,
      recent,
      signal: stopping.signal,
      onProgress: (looked) => {
        progress.scanned = looked;
      },
      ...(ask.limit > 0 && { limit: ask.limit }),
    });
    if (found.indexTrouble !== null) {
      const trouble = describeError(found.indexTrouble);
      options.onNotice(`the index of headers is not written (${trouble}): the next scan reads them again`);
    }
    progress.scanned = found.files;
    const unreadable = [...found.unreadable, ...found.refused.map((path) => `${path}: leads out of its directory`)];
    progress.skipped = found.stray;
    progress.unreadable = unreadable.slice(0, MAX_LINES);
    progress.unreadableFiles = unreadable.length;
    progress.copies = found.repeated;
    progress.choices = found.copies.slice(0, MAX_LINES);
    progress.chosen = found.copies.length;
    for (const choice of progress.choices) options.onNotice(`several copies of ${choice}`);
    return { found, targets };
  };

  const scan = async (ask: SubmitAsk, progress: Progress): Promise<void> => {
    const { found, targets } = await discover(ask, progress);
    if (found.filings.length === 0) throw nothingMatches(ask, progress, roots);
    const filings = found.filings.map((filing) => queued(filing, targets[filing.root]!));
    // What is done is done for one graph: it may have been cleared meanwhile.
    await queue.lookAtGraph();
    // What is asked for in one turn is on disk with one sync: a small run is opened, filled and closed at once.
    const begun = [openRun(ask)];
    let from = 0;
    for (; filings.length - from > BATCH; from += BATCH) {
      await Promise.all([...begun.splice(0), addBatch(ask.runId, filings.slice(from, from + BATCH), progress)]);
    }
    await Promise.all([...begun, addBatch(ask.runId, filings.slice(from), progress), closeRun(ask.runId)]);
  };

  const begin = (ask: SubmitAsk): Scan => {
    const progress = noProgress();
    const done = scan(ask, progress).catch((error: unknown) => {
      throw stopping.signal.aborted ? shuttingDown() : error;
    });
    const started: Scan = { progress, done };
    scans.set(ask.runId, started);
    const forget = (): void => {
      scans.delete(ask.runId);
    };
    started.done.then(forget, forget);
    return started;
  };

  // A coordinator that died in the middle of a scan leaves its run open. The client sends its Submit again; where no
  // client is left to do so, the run is closed with what it has, or whoever waits for it would wait for ever.
  const left = queue.look((dispatcher) => dispatcher.runs(MAX_LEFT_OPEN).filter((run) => !run.closed));
  const abandoned = clock.after(ABANDONED_MS, () => {
    for (const { runId } of left) {
      const isOpen = queue.look((dispatcher) => dispatcher.run(runId))?.closed === false;
      if (!isOpen || scans.has(runId)) continue;
      options.onNotice(
        `run ${runId} was left open by an interrupted scan: it is closed with what it has; submit again for the rest`,
      );
      queue.act((dispatcher, nowMs) => {
        dispatcher.closeRun(runId, () => undefined, nowMs);
      });
    }
  });

  return {
    async submit(ask, emit, signal) {
      // Sent again after its end, the run is what it was.
      const known = queue.look((dispatcher) => dispatcher.run(ask.runId));
      if (known?.closed === true) {
        const { added, requeued, joined, alreadyDone } = known;
        await emit({
          ...noProgress(),
          runId: ask.runId,
          submitted: added + requeued,
          alreadyDone: alreadyDone + joined,
          closed: true,
        });
        return;
      }
      const { progress, done } = scans.get(ask.runId) ?? begin(ask);
      const view = (closed: boolean): SubmitProgressView => ({ runId: ask.runId, ...progress, closed });
      let ended = false;
      const timer = setInterval(() => {
        if (!ended && !signal.aborted) void emit(view(false));
      }, TELL_EVERY_MS);
      try {
        await done;
      } finally {
        ended = true;
        clearInterval(timer);
      }
      await emit(view(true));
    },
    stop: () => {
      abandoned.cancel();
      stopping.abort();
    },
  };
}
