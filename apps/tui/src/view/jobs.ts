import type { ControlJobView } from '@filigree/protocol';
import { formatBytes, formatCount } from '@filigree/cli';
import type { State } from '../ui/state.ts';
import { jobRows } from '../ui/lists.ts';
import { formatShort } from '../text/numbers.ts';
import { stateGlyph } from './glyphs.ts';
import { listBody } from './list.ts';
import { line } from './line.ts';
import type { Line, Style } from './line.ts';
import type { Column } from './table.ts';

/** What a list can say of a job in a few words: its error, or why it waits. */
function note(job: ControlJobView): string {
  if (job.error !== '' && job.state !== 'completed') return job.error;
  if (job.state === 'pending' && job.notBeforeMs > 0) return `waits ${formatShort(job.notBeforeMs)}`;
  return job.worker;
}

const COLUMNS: readonly Column<ControlJobView>[] = [
  {
    title: 'state',
    min: 12,
    flex: 0,
    drop: 0,
    cell: (job) => `${stateGlyph(job.state).mark} ${job.state}`,
    style: (job) => ({ colour: stateGlyph(job.state).colour }),
  },
  { title: 'job', min: 7, flex: 0, align: 'right', drop: 5, cell: (job) => String(job.jobId) },
  { title: 'accession', min: 20, flex: 0, drop: 0, cell: (job) => job.accession },
  { title: 'form', min: 7, flex: 0, drop: 2, cell: (job) => job.form },
  { title: 'filed', min: 10, flex: 0, drop: 4, cell: (job) => job.filed },
  { title: 'company', min: 16, flex: 2, drop: 1, cell: (job) => job.company },
  { title: 'size', min: 8, flex: 0, align: 'right', drop: 6, cell: (job) => formatBytes(job.sizeBytes) },
  { title: 'tries', min: 5, flex: 0, align: 'right', drop: 7, cell: (job) => String(job.attempts) },
  {
    title: 'worker or error',
    min: 15,
    flex: 3,
    drop: 3,
    cell: note,
    style: (job) => (job.error === '' || job.state === 'completed' ? { dim: true } : { colour: 'red' }),
  },
];

function emptyText({ monitor, ui }: State): { readonly text: string; readonly style?: Style } {
  const { jobs } = ui;
  if (jobs.error !== '') return { text: `✗ ${jobs.error}`, style: { colour: 'red' } };
  if (jobs.pages.length === 0) {
    const away = monitor.link.kind !== 'live';
    return { text: away ? '✗ not connected' : '… loading', style: { colour: 'yellow' } };
  }
  if (ui.filters.jobs !== '' || ui.jobState !== '') return { text: 'No job matches the filter; esc clears it.' };
  return { text: 'No job yet. Queue some with: coordinator submit --filings DIR' };
}

/** The jobs, newest first, one a line; fetched as far as they are looked at. */
export function jobsBody(state: State, cells: number, height: number): Line[] {
  const { ui } = state;
  const rows = jobRows(state);
  const shown = ui.jobState === '' ? '' : `  only ${ui.jobState}`;
  const body = listBody({
    rows,
    keyOf: (job) => String(job.jobId),
    cursor: ui.cursors.jobs,
    columns: COLUMNS,
    cells,
    height: height - 1,
    empty: emptyText(state),
  });
  const total = `${formatCount(ui.jobs.total)} job${ui.jobs.total === 1 ? '' : 's'}`;
  const stale = ui.jobs.error !== '' && rows.length > 0 ? `  ✗ ${ui.jobs.error}` : '';
  return [line(`  ${total}${shown}${stale}`, stale === '' ? { dim: true } : { colour: 'red' }), ...body];
}
