import type { Reading } from '../reading/index.ts';
import { firstEndingAfter } from '../reading/spans.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { biographyRoles } from './biographies.ts';
import { boardSentenceRoles } from './board-sentences.ts';
import { contactRoles } from './contacts.ts';
import { readLines, type Line } from './lines.ts';
import { listRoles } from './lists.ts';
import { noticeRoles } from './notices.ts';
import { inStatus, nameLineRoles, statusesAbove } from './rows.ts';
import { signatureRoles } from './signatures.ts';
import { tableRoles } from './tables.ts';

/**
 * Posts that stand in lines and cells. `told` are those of sentences; what a line says of a person whom a sentence has
 * placed there is not read again.
 */
export function layoutRoles(reading: Reading, told: readonly RoleDraft[]): RoleDraft[] {
  const lines = readLines(reading);
  const tables = tableRoles(reading);
  const free = lines.map((line) => !tables.rows.has(line.block));
  const said = statusesAbove(reading, lines);
  const drafts: RoleDraft[] = [
    ...signatureRoles(reading, lines),
    ...contactRoles(reading, lines),
    ...listRoles(reading, lines, free),
    ...boardSentenceRoles(reading),
    ...tables.drafts,
    ...biographyRoles(reading, lines),
    ...noticeRoles(reading, lines),
    ...told.map((draft) =>
      draft.rule === 'apposition' ? inStatus(draft, said[lineAt(lines, draft.span.start)] ?? 'current') : draft,
    ),
  ];
  const used = new Set(drafts.map((draft) => draft.span.start));
  return [...drafts, ...nameLineRoles(reading, lines, used, free, said)];
}

/** The line that holds the offset; -1 between lines. */
function lineAt(lines: readonly Line[], offset: number): number {
  const at = firstEndingAfter(lines, offset);
  return at < lines.length && lines[at]!.start <= offset ? at : -1;
}
