import type { RoleClass, RoleStatus } from '../facts.ts';
import type { OrganizationMention, Reading, Sentence, Span } from '../reading/index.ts';
import { employerBetween, type TitleOrganization } from './title-organizations.ts';
import type { TitlePhrase } from './title-phrase.ts';

export interface Subject extends Span {
  readonly name: string;
  readonly pronoun: boolean;
}

export interface Linked {
  readonly subject: Subject;
  readonly status: RoleStatus;
  readonly how: 'apposition' | 'verb' | 'before' | 'joined';
}

export interface Post {
  readonly title: TitlePhrase;
  readonly organization: TitleOrganization | null;
  /** Title and organization. */
  readonly span: Span;
  readonly board: boolean;
}

/** What stands between a name and the employer in "A Person, P.Eng., of Acme". */
const OF_ORGANIZATION = /^[^;:]{0,30}\b(?:of|with|from|at)\s+(?:the\s+)?$/i;
const WHERE = /^(?:\s*\([^()]{0,60}\))?,?\s+where\s+(?:s?he|Mr|Ms|Mrs|Dr)\b/i;
/** Who chairs a meeting and writes its minutes holds no post for that. */
const MEETING =
  /\b(?:scrutineers?|scrutinisers?|ballot[- ]judges?|tellers?|(?:chair(?:man|woman|person)?|secretary) (?:of|for|at) (?:the|this|such|said) (?:[a-z-]+ ){0,3}(?:meeting|assembly))\b/i;
const OF_MEETING = /^\s*,? (?:of|for|at) (?:the|this|such|said) (?:[a-z-]+ ){0,3}(?:meeting|assembly)\b/i;
const MEETING_OFFICE = /^(?:the )?(?:acting )?(?:chair(?:man|woman|person)?|secretary|president)$/i;
const PUBLIC_OFFICE = /\b(?:minister|mayor|senator|governor|ambassador|judge|justice|commissioner|chancellor)\b/i;

/** A profession without an employer is no post, nor is a public office at the filer. */
export function worthKeeping(
  reading: Reading,
  sentence: Sentence,
  post: Post,
  linked: Linked,
  role: RoleClass,
  organization: string | null,
): boolean {
  const before = reading.text.slice(Math.max(sentence.start, post.title.start - 24), post.title.start);
  if (
    /\b(?:assistant|adviser|advisor) to (?:the )?$|\breport(?:s|ing)? (?:directly )?to (?:the |our )?$|\bpowers? of $/i.test(
      before,
    )
  )
    return false;
  const office = MEETING_OFFICE.test(post.title.text);
  if (office && OF_MEETING.test(reading.text.slice(post.title.end, post.title.end + 60))) return false;
  if (organization !== null) return true;
  if (
    /^\s+of the (?:combined|merged|resulting|enlarged|new) (?:company|entity|group|business)/i.test(
      reading.text.slice(post.title.end, post.title.end + 40),
    )
  )
    return false;
  if (office && MEETING.test(reading.text.slice(sentence.start, sentence.end))) return false;
  if (/\bof (?:a|an|another|any|each)\s/i.test(reading.text.slice(post.title.start, post.title.end + 14))) return false;
  if (PUBLIC_OFFICE.test(post.title.text) && role !== 'director') return false;
  if (role === 'expert') return /^(?:the )?(?:designated )?qualified person/i.test(post.title.text);
  return (
    role !== 'other' || linked.how === 'apposition' || linked.status === 'appointed' || linked.status === 'resigned'
  );
}

/** The post's organization: printed with it, or the filer's; undefined where nothing tells. */
export function ownerOf(
  reading: Reading,
  organizations: readonly OrganizationMention[],
  post: Post,
  linked: Linked,
  asContact: boolean,
): string | null | undefined {
  if (post.organization !== null) return post.organization.name;
  const earlier = organizations.filter((one) => one.end <= post.span.start);
  // "joined from Acme, where she was": the place that stands right before.
  const place = earlier.at(-1);
  if (place !== undefined && place.end <= post.span.start) {
    if (WHERE.test(reading.text.slice(place.end, place.end + 90))) return place.name;
  }
  if (linked.how === 'apposition' && place !== undefined && place.start > linked.subject.end) {
    // "A Person, of Acme Ltd., a Qualified Person".
    if (OF_ORGANIZATION.test(reading.text.slice(linked.subject.end, place.start))) return place.name;
  }
  if (linked.how === 'verb' && linked.subject.end <= post.span.start) {
    const employer = employerBetween(reading, organizations, linked.subject.end, post.span.start);
    if (employer !== null) return employer;
  }
  if (linked.status === 'former') {
    const near = earlier
      .filter((one) =>
        /\b(?:at|with|by|joined|joining|for|of|from|founded)\s+(?:the\s+)?$/i.test(
          reading.text.slice(Math.max(0, one.start - 14), one.start),
        ),
      )
      .at(-1);
    return near?.name;
  }
  if (asContact) return earlier.at(-1)?.name ?? null;
  return null;
}
