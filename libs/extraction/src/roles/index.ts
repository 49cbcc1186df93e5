import type { RoleFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { boardListRoles } from './board-lists.ts';
import { contactRoles } from './contacts.ts';
import type { RoleDraft } from './draft.ts';
import { readLines } from './lines.ts';
import { nameLineRoles } from './name-lines.ts';
import { phraseRoles } from './phrases.ts';
import { successionRoles } from './successions.ts';
import { settleRoles } from './settle.ts';
import { xmlFormRoles } from './xml-forms.ts';
import { signatureRoles } from './signatures.ts';

/** The roles of a filing by rules. */
export function readRoles(reading: Reading): RoleFact[] {
  const lines = readLines(reading);
  const told = phraseRoles(reading);
  const drafts: RoleDraft[] = [
    ...xmlFormRoles(reading),
    ...signatureRoles(reading, lines),
    ...contactRoles(reading, lines),
    ...boardListRoles(reading, lines),
    ...told,
    ...successionRoles(reading, told),
  ];
  const used = new Set(drafts.map((draft) => draft.span.start));
  drafts.push(...nameLineRoles(reading, lines, used));
  return settleRoles(reading, drafts);
}
