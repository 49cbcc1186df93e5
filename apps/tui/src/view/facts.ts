import type { FeedFactView } from '@filigree/protocol';
import type { Fed } from '../model/monitor.ts';
import type { State } from '../ui/state.ts';
import { factRows } from '../ui/lists.ts';
import { listBody } from './list.ts';
import type { Colour, Line } from './line.ts';
import type { Column } from './table.ts';

const KIND_COLOURS: Readonly<Record<string, Colour>> = {
  roles: 'cyan',
  events: 'yellow',
  ownership: 'magenta',
  ratings: 'green',
  debt: 'blue',
};

const COLUMNS: readonly Column<Fed<FeedFactView>>[] = [
  {
    title: 'kind',
    min: 9,
    flex: 0,
    drop: 1,
    cell: ({ value }) => value.fact.kind,
    style: ({ value }) => ({ colour: KIND_COLOURS[value.fact.kind] ?? 'gray' }),
  },
  { title: 'fact', min: 36, flex: 5, drop: 0, cell: ({ value }) => value.fact.text },
  { title: 'filed by', min: 16, flex: 2, drop: 2, cell: ({ value }) => value.company },
  {
    title: 'found by',
    min: 16,
    flex: 1,
    drop: 3,
    cell: ({ value }) => value.fact.source,
    style: () => ({ dim: true }),
  },
];

/** What is being found, newest first; `enter` shows where it stands. */
export function factsBody(state: State, cells: number, height: number): Line[] {
  const { monitor, ui } = state;
  const nothing = 'No fact has been found since the monitor began.';
  return listBody({
    rows: factRows(state),
    keyOf: (fed) => String(fed.serial),
    cursor: ui.cursors.facts,
    columns: COLUMNS,
    cells,
    height,
    empty: { text: monitor.facts.length === 0 ? nothing : 'No fact matches the filter; esc clears it.' },
  });
}
