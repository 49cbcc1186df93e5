import type { Reading, Span } from '../reading/index.ts';
import { organizationOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';

const MOST_LINES = 16;
const RECEIVER = /^(?:securities and exchange commission|new york stock exchange)/i;
const CAPACITY = /,?\s+(?:its|as|in its|acting|solely|a|an)\s/i;
const CAUSED = /,?\s+has\s+duly\s+caused\b/i;

/** "By: Acme G.P. Inc., its general partner" without "By:" and the capacity. */
function withoutCapacity(reading: Reading, line: Line): Span {
  const shown = reading.text.slice(line.start, line.end);
  const by = /^by\s*:?\s*/i.exec(shown)?.[0].length ?? 0;
  const capacity = shown.search(CAPACITY);
  return { start: line.start + by, end: capacity > by ? line.start + capacity : line.end };
}

/** "the trustee, Acme Trust Company, N.A., has duly caused this statement to be signed": who it says signs. */
function causedBy(reading: Reading, line: Line): string | null {
  const at = CAUSED.exec(reading.text.slice(line.start, line.end))?.index;
  if (at === undefined) return null;
  const end = line.start + at;
  const found = reading.organizationsIn({ start: Math.max(line.start, end - 120), end: end + 1 }).at(-1);
  const near = found !== undefined && end - found.end <= 8 && (found.by === 'legal-form' || found.by === 'party');
  return near && !found.filer ? found.name : null;
}

/** The organization for which a block is signed: the nearest line above that is one. */
export function organizationAbove(reading: Reading, lines: readonly Line[], anchor: number): string | null {
  let at = lines[anchor]!.above;
  for (let step = 0; step < MOST_LINES && at >= 0; step++) {
    const line = lines[at]!;
    if (line.document !== lines[anchor]!.document) return null;
    if (line.long) return causedBy(reading, line);
    const found = organizationOfLine(reading, withoutCapacity(reading, line));
    if (found !== null && !RECEIVER.test(found.name)) return found.name;
    if (/^signatures?$/i.test(line.text)) return null;
    at = line.above;
  }
  return null;
}
