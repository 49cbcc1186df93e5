import type { RoleStatus } from '../facts.ts';
import type { Checks } from '../facts/refusals.ts';
import { personWords } from '../reading/index.ts';
import { STREET_WORDS } from '../reading/lexicon.ts';
import type { RoleDraft } from './draft.ts';

/** Papers, things and kinds of people that are printed like a person's name, by their last word. */
const NO_PERSON = new Set(
  (
    'certificate certificates agreement note notes act code plan bylaws warrant indenture amendment exhibit opinion letter house tower building plaza park center ' +
    'statement charter guaranty lease deed form rules policy committee board directors director officers votes shares stock'
  ).split(' '),
);
/** Buildings whose words are surnames as well: those alone do not speak against a name. */
const SURNAMES = new Set([
  'park',
  'house',
  'lane',
  'place',
  'street',
  'st',
  'via',
  'note',
  'center',
  'plaza',
  'board',
  'form',
  'act',
]);
const LABEL = /^(?:contacts?|titles?|signatures?|names?|position|office|date|by|its|attest|witness|vacant|none|n\/a)$/i;
const ELECT = /[- ]elect$|^(?:named|other named) executive officers?$|^qualified to\b/i;
/** A line of the cover of Schedule 13. */
const OF_A_GROUP = /\bmember of a group\b/i;
/** "President-elect Jane Roe" is told of a state, and its office is no part of the name. */
const OFFICE = /^\p{Lu}\p{L}+[- ]elect\b/u;
const FOUNDER = /^(?:(?:the|a|our|its|principal|original|and|one of the)\s)*(?:co-?)?founders?$/i;
const COMMITTEE =
  /^(?:the )?(?:audit|compensation|nominating|nomination|governance|people|remuneration|finance|risk|executive)\b.*\bcommittee$/i;
const COMMITTEE_WORD = /^(?:the )?(?:committee|governance|nomination|remuneration)$/i;
const COUNTRY = /^(?:the )?(?:\p{Lu}\p{L}+ )?(?:republic|kingdom|commonwealth|state|people’s republic)\b.* of\b/iu;

/** What a check asks of a post: a draft has no organization where it is the filer's. */
type Post = Pick<RoleDraft, 'person' | 'title' | 'role' | 'organization'>;

/** The named checks that a post must pass, whatever found it. */
export const POST_CHECKS = {
  'person is a thing': ({ person }) => {
    const last = personWords(person).at(-1) ?? '';
    return (NO_PERSON.has(last) || STREET_WORDS.has(last)) && !SURNAMES.has(last);
  },
  'person is an office': ({ person }) => OFFICE.test(person),
  'title is a label': ({ title, role }) => title !== '' && role !== 'contact' && LABEL.test(title),
  'title is no post': ({ title }) => ELECT.test(title) || OF_A_GROUP.test(title),
  'title is founder': ({ title }) => FOUNDER.test(title),
  'employer is a country': ({ organization, role }) =>
    organization !== null && role !== 'other' && COUNTRY.test(organization),
} satisfies Checks<Post>;

/**
 * The employer, where what is printed in its place is none: a committee is of the board, so who chairs it or sits on it is
 * a director of the board's organization; and nobody is employed by herself ("LaVerne Council" reads like a body).
 */
export function withEmployer(draft: RoleDraft): RoleDraft {
  const { organization } = draft;
  if (organization === draft.person) return { ...draft, organization: null };
  if (organization === null || !(COMMITTEE.test(organization) || COMMITTEE_WORD.test(organization))) return draft;
  return {
    ...draft,
    organization: null,
    role: draft.role === 'chair' || draft.role === 'other' ? 'director' : draft.role,
  };
}

const OVER = /^(?:retired|former|past|ex|then)\b|\b(?:former|retired)\b/i;
const COMING = /^(?:new|newly|incoming)\b/i;
const GOING = /^(?:outgoing|retiring|departing)\b/i;

/** What a title says of itself: "Director Nominee", "retired President", "new Treasurer". */
export function statusOfTitle(title: string): RoleStatus {
  if (/\bnominee\b|\bnominated\b/i.test(title)) return 'nominated';
  if (GOING.test(title)) return 'resigned';
  if (COMING.test(title)) return 'appointed';
  return OVER.test(title) ? 'former' : 'current';
}
