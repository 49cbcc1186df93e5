import { LAST_YEAR, MAX_YEARS_AHEAD } from '../model/limits.ts';

/**
 * The day that a text tells, where a statement of a filing of that day may speak from it; null for one so far ahead that it
 * is a slip of the pen: as the latest of all it would count for good.
 */
export function plausibleDay(day: string | null, filed: string): string | null {
  const last = filed === '' ? LAST_YEAR : Number(filed.slice(0, 4)) + MAX_YEARS_AHEAD;
  return day !== null && Number(day.slice(0, 4)) <= last ? day : null;
}
