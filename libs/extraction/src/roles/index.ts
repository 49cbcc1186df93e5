import type { RoleFact } from '../facts.ts';
import type { Refusals } from '../facts/refusals.ts';
import { layoutRoles } from '../layout/index.ts';
import type { Reading } from '../reading/index.ts';
import type { RoleDraft } from './draft.ts';
import { sentencePosts } from '../posts/read-posts.ts';
import { successionRoles } from './successions.ts';
import { settleRoles } from './settle.ts';
import { xmlFormRoles } from './xml-forms.ts';

/** The roles of a filing by rules: forms that are data, what stands in lines, what sentences tell. */
export function readRoles(reading: Reading, refusals: Refusals): RoleFact[] {
  const told = sentencePosts(reading);
  const drafts: RoleDraft[] = [
    ...xmlFormRoles(reading),
    ...layoutRoles(reading, told),
    ...successionRoles(reading, told),
  ];
  return settleRoles(reading, drafts, refusals);
}
