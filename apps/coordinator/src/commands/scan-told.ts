import { formatCount } from '@filigree/cli';
import type { SubmitProgressView } from '@filigree/protocol';

/** What a scan left out and chose, as scripts read it. */
export interface ScanJson {
  /** Files that are no filings. */
  readonly skipped: number;
  readonly unreadable: number;
  /** Files whose filing was found before, under another path. */
  readonly copies: number;
  /** Of filings of which not every copy is whole: which was chosen, the first of them. */
  readonly choices: readonly string[];
  /** Queued although they were done: another version of the extraction has read them. */
  readonly read_again: number;
}

/** What a scan left out and chose, for `--json`. */
export function scanJson({ skipped, unreadableFiles, copies, choices, readAgain }: SubmitProgressView): ScanJson {
  return { skipped, unreadable: unreadableFiles, copies, choices, read_again: readAgain };
}

/** The same for a person, a line at a time. */
export function tellScan(closed: SubmitProgressView, say: (line: string) => void): void {
  const { unreadable, unreadableFiles, skipped, choices, chosen, readAgain } = closed;
  const more = (all: number, shown: number): void => {
    if (all > shown) say(`and ${formatCount(all - shown)} more`);
  };
  for (const text of unreadable) say(`not readable: ${text}`);
  more(unreadableFiles, unreadable.length);
  if (skipped > 0) say(`${formatCount(skipped)} files are no filings and were skipped`);
  for (const choice of choices) say(`several copies of ${choice}`);
  more(chosen, choices.length);
  if (readAgain > 0) {
    say(`${formatCount(readAgain)} filings were read by another version of Filigree and are read again`);
  }
}
