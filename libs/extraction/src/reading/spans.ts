import type { Span } from './types.ts';

/** Index of the first element whose end lies after the offset, in a list sorted by position without overlaps. */
export function firstEndingAfter(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The elements that lie wholly within the span. */
export function within<T extends Span>(sorted: readonly T[], span: Span): readonly T[] {
  const found: T[] = [];
  for (let at = firstEndingAfter(sorted, span.start); at < sorted.length; at++) {
    const item = sorted[at]!;
    if (item.start >= span.end) break;
    if (item.start >= span.start && item.end <= span.end) found.push(item);
  }
  return found;
}

/** Sorted by position; of two that overlap, the longer stays, of equals the first given. */
export function withoutOverlaps<T extends Span>(items: readonly T[]): T[] {
  // Sorting is stable: of equals the first given comes first.
  const order = [...items].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: T[] = [];
  for (const item of order) {
    const last = kept.at(-1);
    if (last === undefined || item.start >= last.end) kept.push(item);
    else if (item.end - item.start > last.end - last.start) kept[kept.length - 1] = item;
  }
  return kept;
}
