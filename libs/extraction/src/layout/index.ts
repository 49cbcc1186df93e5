import type { Reading } from '../reading/index.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { biographyRoles } from './biographies.ts';
import { boardSentenceRoles } from './board-sentences.ts';
import { contactRoles } from './contacts.ts';
import { readLines } from './lines.ts';
import { listRoles } from './lists.ts';
import { noticeRoles } from './notices.ts';
import { nameLineRoles } from './rows.ts';
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
  const drafts: RoleDraft[] = [
    ...signatureRoles(reading, lines),
    ...contactRoles(reading, lines),
    ...listRoles(reading, lines, free),
    ...boardSentenceRoles(reading),
    ...tables.drafts,
    ...biographyRoles(reading, lines),
    ...noticeRoles(reading, lines),
    ...told,
  ];
  const used = new Set(drafts.map((draft) => draft.span.start));
  return [...drafts, ...nameLineRoles(reading, lines, used, free)];
}
