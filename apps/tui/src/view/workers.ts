import { formatCount } from '@filigree/cli';
import type { WorkerStatusView } from '@filigree/protocol';
import type { Heard } from '../model/monitor.ts';
import type { WorkerSort } from '../model/workers.ts';
import { beatAgeMs } from '../model/workers.ts';
import type { State } from '../ui/state.ts';
import { workerRows } from '../ui/lists.ts';
import { formatShort } from '../text/numbers.ts';
import type { Glyph } from './glyphs.ts';
import type { Line } from './line.ts';
import { listBody } from './list.ts';
import type { Column } from './table.ts';

/** A worker not heard for this long has missed a beat or two. */
const LATE_BEAT_MS = 12_000;
/** An event loop this late delays everything that the worker says. */
const LATE_LOOP_MS = 200;

/** How a worker is, as a mark and a word. */
export function workerState(worker: WorkerStatusView): Glyph & { readonly word: string } {
  if (!worker.connected) return { mark: '✗', colour: 'red', word: 'gone' };
  if (worker.draining) return { mark: '↓', colour: 'yellow', word: 'draining' };
  if (worker.busy > 0) return { mark: '●', colour: 'green', word: 'busy' };
  return { mark: '○', colour: 'cyan', word: 'idle' };
}

/** A stage comes with the next beat; until then the filing is just in hand. */
export function stageText(stage: string): string {
  return stage === '' ? 'running' : stage;
}

function currentText({ worker, atMs }: Heard, nowMs: number): string {
  const [job] = worker.current;
  if (job === undefined) return worker.model === '' ? '' : `(${worker.model})`;
  const elapsed = formatShort(job.elapsedMs + Math.max(0, nowMs - atMs));
  const more = worker.current.length > 1 ? `+${String(worker.current.length - 1)} ` : '';
  return `${more}${stageText(job.stage)} ${elapsed} ${job.form} ${job.company === '' ? job.accession : job.company}`;
}

const SORT_TITLES: Readonly<Record<WorkerSort, string>> = {
  id: 'worker',
  busy: 'slots',
  done: 'done',
  failed: 'fail',
  beat: 'beat',
  lag: 'lag',
};

function columns(nowMs: number): Column<Heard>[] {
  const stateStyle = (heard: Heard) => ({ colour: workerState(heard.worker).colour });
  return [
    {
      title: 'state',
      min: 10,
      flex: 0,
      drop: 4,
      cell: ({ worker }) => `${workerState(worker).mark} ${workerState(worker).word}`,
      style: stateStyle,
    },
    { title: 'worker', min: 14, flex: 2, drop: 0, cell: ({ worker }) => worker.id },
    { title: 'host', min: 10, flex: 1, drop: 7, cell: ({ worker }) => worker.host },
    { title: 'version', min: 8, flex: 0, drop: 8, cell: ({ worker }) => worker.version },
    {
      title: 'slots',
      min: 6,
      flex: 0,
      align: 'right',
      drop: 0,
      cell: ({ worker }) => `${String(worker.busy)}/${String(worker.slots)}`,
    },
    { title: 'current filing', min: 24, flex: 6, drop: 3, cell: (heard) => currentText(heard, nowMs) },
    { title: 'done', min: 7, flex: 0, align: 'right', drop: 0, cell: ({ worker }) => formatCount(worker.completed) },
    {
      title: 'fail',
      min: 5,
      flex: 0,
      align: 'right',
      drop: 2,
      cell: ({ worker }) => formatCount(worker.failed),
      style: ({ worker }) => (worker.failed > 0 ? { colour: 'red' } : {}),
    },
    {
      title: 'beat',
      min: 6,
      flex: 0,
      align: 'right',
      drop: 5,
      cell: (heard) => formatShort(beatAgeMs(heard, nowMs)),
      style: (heard) => (beatAgeMs(heard, nowMs) > LATE_BEAT_MS ? { colour: 'yellow' } : {}),
    },
    {
      title: 'lag',
      min: 6,
      flex: 0,
      align: 'right',
      drop: 6,
      cell: ({ worker }) => formatShort(worker.loopLagMs),
      style: ({ worker }) => (worker.loopLagMs > LATE_LOOP_MS ? { colour: 'yellow' } : {}),
    },
  ];
}

/** The workers, one a line. */
export function workersBody(state: State, cells: number, height: number, nowMs: number): Line[] {
  const { monitor, ui } = state;
  const none = 'No worker is connected. Start one with: worker connect --coordinator ' + ui.place;
  return listBody({
    rows: workerRows(state),
    keyOf: (heard) => heard.worker.life,
    cursor: ui.cursors.workers,
    columns: columns(nowMs),
    sorted: SORT_TITLES[ui.workerSort],
    cells,
    height,
    empty: { text: monitor.workers.size === 0 ? none : 'No worker matches the filter; esc clears it.' },
  });
}
