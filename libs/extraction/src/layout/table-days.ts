import type { Reading, Span } from '../reading/index.ts';
import type { RoleDraft } from '../roles/draft.ts';

/** A day or a year of a row, and whether its heading says that it is a director's. */
export interface RowDay {
  readonly iso: string;
  readonly seat: boolean;
}

const HEADING =
  /\bsince\b|\beffective\b|\bdate (?:of )?(?:first )?(?:appoint|elect|resign|retire)|^(?:first |year |date )*(?:elected|appointed)\b/i;
const OTHER = /\b(?:expir|birth|until|term|grant|age)/i;
const SEAT = /\b(?:directors?|trustees?|board)\b/i;

/** Whether a heading says that its column tells when posts begin or end: "Director since", "Effective", "Date of appointment". */
export function headsDays(heading: string): boolean {
  return HEADING.test(heading) && !OTHER.test(heading);
}

/** The day or the year that a cell of such a column prints; null where it prints none. */
export function dayIn(reading: Reading, cell: Span, heading: string): RowDay | null {
  const [date] = reading.datesIn(cell);
  const shown = reading.text.slice(cell.start, cell.end).trim();
  const seat = SEAT.test(heading);
  if (date !== undefined && date.end <= cell.end) {
    const length = date.precision === 'day' ? 10 : date.precision === 'month' ? 7 : 4;
    return { iso: date.iso.slice(0, length), seat };
  }
  return /^(?:19|20)\d\d$/.test(shown) ? { iso: shown, seat } : null;
}

/** The post with the day of its row: a director's day dates a seat on the board alone. */
export function withDay(draft: RoleDraft, day: RowDay | null): RoleDraft {
  if (day === null || (day.seat && draft.role !== 'director')) return draft;
  if (draft.status === 'resigned') return { ...draft, to: day.iso };
  return draft.status === 'former' || draft.status === 'nominated' ? draft : { ...draft, from: draft.from ?? day.iso };
}
