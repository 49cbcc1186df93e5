import type { Reading } from '../reading/index.ts';

const COVER = 6000;
const EARLIEST = /earliest\s+event/iu;
const BEFORE = 160;
const BEHIND = 160;

/** The day that the cover of a Form 8-K prints as its date of report; null where it prints none. */
export function coverDay(reading: Reading): string | null {
  const at = EARLIEST.exec(reading.text.slice(0, COVER))?.index;
  if (at === undefined) return null;
  const days = reading
    .datesIn({ start: Math.max(0, at - BEFORE), end: at + BEHIND })
    .filter((date) => date.precision === 'day');
  const behind = days.find((date) => date.start > at);
  return (behind ?? days.at(-1))?.iso ?? null;
}
