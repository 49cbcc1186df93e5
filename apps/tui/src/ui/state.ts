import type { FeedEventView, FeedFactView, JobDetailView, JobListView, JobSelectionAsk } from '@filigree/protocol';
import { NO_MONITOR } from '../model/monitor.ts';
import type { Monitor, MonitorEvent } from '../model/monitor.ts';
import type { WorkerSort } from '../model/workers.ts';
import { AT_TOP } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { NO_PAGES } from './job-pages.ts';
import type { JobPages } from './job-pages.ts';
import type { JobQuery } from './query.ts';

export const VIEWS = ['overview', 'workers', 'jobs', 'events', 'facts'] as const;
export type ViewId = (typeof VIEWS)[number];
export type ListId = Exclude<ViewId, 'overview'>;

/** Rows and columns of the terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A page opened on top of a view. `scroll` is its first visible row. */
export type Page =
  | { readonly kind: 'help'; readonly scroll: number }
  | { readonly kind: 'worker'; readonly life: string; readonly workerId: string; readonly scroll: number }
  | { readonly kind: 'job'; readonly jobId: number; readonly scroll: number }
  | { readonly kind: 'fact'; readonly fact: FeedFactView; readonly scroll: number };

/** What the shell is to do; the answer comes back as a message. */
export type Effect =
  | { readonly kind: 'quit' }
  | { readonly kind: 'list-jobs'; readonly query: JobQuery; readonly token: number }
  | { readonly kind: 'get-job'; readonly jobId: number }
  | { readonly kind: 'find-address'; readonly accession: string }
  | { readonly kind: 'watch-log'; readonly workerId: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'drain'; readonly workerId: string }
  | { readonly kind: 'retry'; readonly selection: JobSelectionAsk }
  | { readonly kind: 'cancel'; readonly selection: JobSelectionAsk };

/** A question that waits for y or n. */
export interface Ask {
  readonly text: string;
  readonly effect: Effect;
}

/** The job that a page shows. */
export interface JobOnPage {
  readonly jobId: number;
  readonly detail: JobDetailView | null;
  readonly error: string;
  readonly asked: boolean;
  readonly loadedAtMs: number;
}

/** Everything that is of the monitor and not of the coordinator. */
export interface Ui {
  readonly size: Size;
  readonly place: string;
  readonly readOnly: boolean;
  readonly view: ViewId;
  /** The last one is on show. */
  readonly pages: readonly Page[];
  readonly cursors: Readonly<Record<ListId, Cursor>>;
  readonly filters: Readonly<Record<ListId, string>>;
  /** The filter of the view is being typed. */
  readonly typing: boolean;
  readonly ask: Ask | null;
  readonly notice: { readonly text: string; readonly bad: boolean; readonly atMs: number } | null;
  readonly workerSort: WorkerSort;
  readonly workersReversed: boolean;
  readonly jobState: string;
  readonly jobs: JobPages;
  readonly job: JobOnPage | null;
  /** Where the filing of the fact on show is at sec.gov, as the graph knows it; null while it is being asked for. */
  readonly address: { readonly accession: string; readonly address: string | null; readonly asked: boolean } | null;
  /** The log of the worker whose page is open, oldest first; `isOpen` while it is being watched. */
  readonly log: {
    readonly workerId: string;
    readonly lines: readonly FeedEventView[];
    readonly isOpen: boolean;
  } | null;
}

export interface State {
  readonly monitor: Monitor;
  readonly ui: Ui;
}

/** What happens. */
export type Message =
  | { readonly type: 'monitor'; readonly event: MonitorEvent }
  | { readonly type: 'key'; readonly name: string }
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'tick' }
  | { readonly type: 'jobs'; readonly query: JobQuery; readonly token: number; readonly answer: JobListView }
  | { readonly type: 'jobs-failed'; readonly error: string }
  | { readonly type: 'job'; readonly jobId: number; readonly detail: JobDetailView }
  | { readonly type: 'job-failed'; readonly jobId: number; readonly error: string }
  | { readonly type: 'address'; readonly accession: string; readonly address: string | null }
  | { readonly type: 'log'; readonly workerId: string; readonly events: readonly FeedEventView[] }
  | { readonly type: 'notice'; readonly text: string; readonly bad: boolean };

/** The state before anything happened. `place` is the coordinator's address, for people. */
export function initialState(options: {
  readonly size: Size;
  readonly place: string;
  readonly readOnly: boolean;
}): State {
  return {
    monitor: NO_MONITOR,
    ui: {
      ...options,
      view: 'overview',
      pages: [],
      cursors: { workers: AT_TOP, jobs: AT_TOP, events: AT_TOP, facts: AT_TOP },
      filters: { workers: '', jobs: '', events: '', facts: '' },
      typing: false,
      ask: null,
      notice: null,
      workerSort: 'id',
      workersReversed: false,
      jobState: '',
      jobs: NO_PAGES,
      job: null,
      address: null,
      log: null,
    },
  };
}

/** The list that has the keys; null on the overview and on pages. */
export function listOnShow(ui: Ui): ListId | null {
  return ui.pages.length > 0 || ui.view === 'overview' ? null : ui.view;
}

/** Rows that a list or a page has for itself: all but head, tabs, rule, heading and foot; one row stays free. */
export function bodyRows(size: Size): number {
  return Math.max(1, size.rows - 1 - 5);
}
