import type { FeedEventView } from '@filigree/protocol';
import { eventDetail } from '../model/event-text.ts';
import type { Fed } from '../model/monitor.ts';
import type { State } from '../ui/state.ts';
import { eventRows } from '../ui/lists.ts';
import { formatTimeOfDay } from '../text/numbers.ts';
import { eventGlyph } from './glyphs.ts';
import { listBody } from './list.ts';
import type { Line } from './line.ts';
import type { Column } from './table.ts';

const COLUMNS: readonly Column<Fed<FeedEventView>>[] = [
  { title: 'UTC', min: 8, flex: 0, drop: 1, cell: ({ value }) => formatTimeOfDay(value.atMs) },
  {
    title: 'event',
    min: 13,
    flex: 0,
    drop: 0,
    cell: ({ value }) => `${eventGlyph(value.kind).mark} ${value.kind.replace('_', ' ')}`,
    style: ({ value }) => ({ colour: eventGlyph(value.kind).colour }),
  },
  { title: 'worker', min: 12, flex: 1, drop: 3, cell: ({ value }) => value.worker },
  { title: 'filing', min: 20, flex: 0, drop: 4, cell: ({ value }) => value.accession },
  { title: 'what', min: 14, flex: 5, drop: 0, cell: ({ value }) => eventDetail(value) },
];

/** What happened, newest first. */
export function eventsBody(state: State, cells: number, height: number): Line[] {
  const { monitor, ui } = state;
  const nothing = 'Nothing has happened since the monitor began.';
  return listBody({
    rows: eventRows(state),
    keyOf: (fed) => String(fed.serial),
    cursor: ui.cursors.events,
    columns: COLUMNS,
    cells,
    height,
    empty: { text: monitor.events.length === 0 ? nothing : 'No event matches the filter; esc clears it.' },
  });
}
