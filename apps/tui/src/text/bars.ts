const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** One character a value, scaled to the highest; zero is a blank, anything above it shows. */
export function sparkline(values: readonly number[]): string {
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  return values
    .map((value) => {
      if (!(value > 0) || highest === 0) return ' ';
      return EIGHTHS[Math.min(7, Math.max(0, Math.ceil((value / highest) * 8) - 1))]!;
    })
    .join('');
}

/** Cells of a progress bar of `cells`: done, failed and the rest. Full only when nothing is left. */
export function barCells(
  counts: { readonly done: number; readonly failed: number; readonly total: number },
  cells: number,
): { readonly done: number; readonly failed: number; readonly rest: number } {
  const { done, failed, total } = counts;
  if (total <= 0 || cells <= 0) return { done: 0, failed: 0, rest: Math.max(0, cells) };
  const ended = Math.min(total, done + failed);
  let filled = Math.round((ended / total) * cells);
  if (ended < total && filled === cells) filled = cells - 1;
  // A failure is worth a cell, however few there are.
  const failedCells = failed === 0 ? 0 : Math.min(filled, Math.max(1, Math.round((failed / total) * cells)));
  return { done: filled - failedCells, failed: failedCells, rest: cells - filled };
}
