import { organizationsFrom } from '../frames/noun-phrase.ts';
import type { NamedOrganization, Token } from '../frames/tokens.ts';
import { AUXILIARIES, DETERMINERS, POSSESSIVES } from '../lexicon/function-words.ts';
import { THINGS_OF_POSTS } from '../lexicon/posts.ts';
import { postVerb, TITLE_FORMER, TITLE_INCOMING, TITLE_OUTGOING } from '../lexicon/post-verbs.ts';
import { hasLegalForm } from '../ownership/name-end.ts';
import type { Span } from '../reading/index.ts';

/** A title with the organizations that it is printed with. */
export interface PostPhrase extends Span {
  readonly title: string;
  readonly titleSpan: Span;
  /** A seat on a board that is named without a title: "serves on the Board of Directors of Acme". */
  readonly seat: boolean;
  /** Empty where none is printed with it. */
  readonly organizations: readonly NamedOrganization[];
  /** "our", "of the Company": the filer, said in words. */
  readonly ours: boolean;
  /** "its", "their": the organization named last. */
  readonly its: boolean;
  readonly when: 'former' | 'incoming' | 'outgoing' | null;
  /** "a member", "one of the directors". */
  readonly indefinite: boolean;
  /** Index of the first token and of the one behind the phrase. */
  readonly first: number;
  readonly next: number;
}

const MOST_PLACE_WORDS = 5;
const MOST_FIELD_WORDS = 8;
const OF = /^(?:of|at|for|with|in)$/;
const OURS = /^(?:our|my)$/;
const ITS = /^(?:its|their|his|her)$/;
const SMALL = /^(?:of|the|a|an|both|each|our|its|their|to|and)$/;
const COMPANY_WORD = /^(?:company|corporation|registrant|group|bank|firm|issuer|fund|trust|partnership)$/;

const PLACE_OF_WORK =
  /^(?:mine|project|plant|facility|operations?|property|refinery|smelter|site|office|branch|store|region|deposit|division|unit)$/;

/** What a part of a company is called at its end. */
const PART = /\b(?:division|unit|group|department|segment|business|operations)$/i;

interface Behind {
  readonly organizations: readonly NamedOrganization[];
  readonly ours: boolean;
  readonly next: number;
}

const NOTHING = { organizations: [], ours: false } as const;

function isNamed(token: Token | undefined): boolean {
  return token?.kind === 'organization' || token?.organization !== undefined;
}

/** Behind a name of a list: over "in Luxembourg" to the next name of it, also behind "and of"; -1 where the list ends. */
function nextOfList(tokens: readonly Token[], at: number): number {
  let index = at;
  if (tokens[index]?.lower === 'in') {
    index++;
    while (tokens[index]?.lower !== ',' && tokens[index]?.lower !== 'and') {
      if (index - at > MOST_PLACE_WORDS || tokens[index]?.kind === undefined) return -1;
      index++;
    }
  }
  const marked = index;
  if (tokens[index]?.lower === ',') index++;
  if (tokens[index]?.lower === 'and' || tokens[index]?.lower === '&') index++;
  if (index === marked) return -1;
  if (tokens[index]?.lower === 'of' || tokens[index]?.lower === 'at') index++;
  if (tokens[index]?.lower === 'the') index++;
  return isNamed(tokens[index]) && tokens[index + 1]?.kind !== 'possessive' ? index : -1;
}

/** The organizations of a list that begins at `at`; whom a title or a verb follows is a person: "of Acme, and B, Treasurer". */
function organizationsOf(tokens: readonly Token[], at: number): { list: readonly NamedOrganization[]; next: number } {
  const found = organizationsFrom(tokens, at);
  let nth = 1;
  for (let index = at + 1; index < found.next; index++) {
    const { kind } = tokens[index]!;
    if (kind === 'person' && tokens[index + 1]?.kind !== 'possessive' && speaksOfPerson(tokens, index + 1))
      return { list: found.list.slice(0, nth), next: endOfName(tokens, index) };
    if (kind === 'person' || kind === 'organization') nth++;
  }
  const more = nextOfList(tokens, found.next);
  if (more < 0 || speaksOfPerson(tokens, more + 1)) return found;
  const rest = organizationsOf(tokens, more);
  return { list: [...found.list, ...rest.list], next: rest.next };
}

function speaksOfPerson(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.lower === ',' ? at + 1 : at;
  const { kind, lower } = tokens[next] ?? { kind: 'mark', lower: '' };
  if (kind === 'title' || AUXILIARIES.has(lower) || postVerb(lower) !== undefined) return true;
  return next > at && (DETERMINERS.has(lower) || POSSESSIVES.has(lower)) && tokens[next + 1]?.kind === 'title';
}

/** The token behind the last name before a person that joins it with ", and". */
function endOfName(tokens: readonly Token[], person: number): number {
  let next = person;
  while (tokens[next - 1]?.kind === 'word' || tokens[next - 1]?.lower === ',') next--;
  return next;
}

/** "of the Company", and what is joined to it: "of the Company and Acme Ltd.". */
function oursAnd(tokens: readonly Token[], at: number): Behind {
  const more = tokens[at]?.lower === 'and' ? nextOfList(tokens, at) : -1;
  if (more < 0 || speaksOfPerson(tokens, more + 1)) return { organizations: [], ours: true, next: at };
  const { list, next } = organizationsOf(tokens, more);
  return { organizations: list, ours: true, next };
}

/** Skips what may stand between "of" and the name: "the", "each of", "our subsidiary", "the U.S. operations of". */
function nameAfter(tokens: readonly Token[], at: number): Behind | null {
  let index = at;
  for (let steps = 0; steps < 9 && index < tokens.length; steps++, index++) {
    const token = tokens[index]!;
    if (token.kind === 'organization') {
      // "of the Company's Pump Division": a part of the one that is named first.
      const part = tokens[index + 2];
      if (tokens[index + 1]?.kind === 'possessive' && part?.kind === 'organization' && PART.test(part.lower))
        return { organizations: [token.organization!], ours: false, next: index + 3 };
      // "for the Company's wholly owned subsidiary, Acme Ltd.": the name behind is the place.
      if (tokens[index + 1]?.kind === 'possessive') {
        index++;
        continue;
      }
      // "for New Projects at Acme": a field, then the place.
      if (!token.organization!.sure && tokens[index + 1]?.lower === 'at' && isNamed(tokens[index + 2])) {
        index++;
        continue;
      }
      const { list, next } = organizationsOf(tokens, index);
      // "of the Osterby mine": a place of work of the one that speaks.
      const place = tokens[index + 1];
      if (!list[0]!.sure && place?.kind === 'word' && PLACE_OF_WORK.test(place.lower))
        return { organizations: [], ours: true, next: index + 2 };
      return { organizations: list, ours: false, next };
    }
    if (
      token.kind === 'person' &&
      token.organization !== undefined &&
      (index === at || (index === at + 1 && tokens[at]!.lower === 'the'))
    ) {
      const { list, next } = organizationsOf(tokens, index);
      return { organizations: list, ours: false, next };
    }
    if (token.kind === 'title' || token.kind === 'person' || token.kind === 'number') return null;
    if (token.kind === 'mark') {
      if (
        token.lower === ',' &&
        steps > 0 &&
        /(?:subsidiary|affiliate|parent|predecessor|company|unit|division|firm|bank)$/.test(tokens[index - 1]!.lower)
      )
        continue;
      return null;
    }
    if (
      COMPANY_WORD.test(token.lower) &&
      /^(?:the|our)$/.test(tokens[index - 1]?.lower ?? '') &&
      tokens[index + 1]?.kind !== 'organization'
    )
      return oursAnd(tokens, index + 1);
    if (
      /^(?:place|is|was|were|are|has|have|had|will|who|which|that|since|from|until|when|where|after|before|during|as|and)$/.test(
        token.lower,
      ) &&
      !(token.lower === 'and' && steps > 1)
    )
      return null;
  }
  return null;
}

/** Behind a title in capitals: over the rest of its field, "Commercial & DRC Affairs", to the "of" or "at" of its place. */
function overField(text: string, tokens: readonly Token[], at: number): number {
  let capitals = 0;
  for (let index = at; index < tokens.length && index - at <= MOST_FIELD_WORDS; index++) {
    const { kind, lower, start, organization } = tokens[index]!;
    if (capitals > 0 && (lower === 'of' || lower === 'at')) return isNamed(tokens[index + 1]) ? index : at;
    if (kind === 'organization' ? organization!.sure : kind !== 'word' && lower !== ',' && lower !== '&') return at;
    if (kind === 'organization' || (kind === 'word' && /\p{Lu}/u.test(text[start]!))) capitals++;
    else if (lower !== 'and' && lower !== ',' && lower !== '&') return at;
  }
  return at;
}

/** The organizations behind a title: "of Acme", ", Acme", "(Acme)". */
function behind(text: string, tokens: readonly Token[], title: number): Behind {
  const at = title + 1;
  const field = /\p{Lu}/u.test(text[tokens[title]!.start]!) ? overField(text, tokens, at) : at;
  if (field > at) {
    const named = nameAfter(tokens, field + 1);
    if (named !== null) return named;
  }
  let index = at;
  const first = tokens[index];
  if (first === undefined) return { ...NOTHING, next: at };
  const comma = first.lower === ',' || first.lower === '-';
  if (comma) index++;
  if (OF.test(tokens[index]?.lower ?? '')) {
    const named = nameAfter(tokens, index + 1);
    if (named !== null) return named;
    return { ...NOTHING, next: at };
  }
  // "a director and shareholder of Acme".
  if (!comma && first.lower === 'and' && tokens[index + 1]?.kind === 'word' && tokens[index + 2]?.lower === 'of') {
    const named = nameAfter(tokens, index + 3);
    if (named !== null) return named;
  }
  const token = tokens[index];
  // "Chief Executive Officer, Acme Ltd."; ", Acme's profit" begins another clause; "Vice President - Taxation" is a field.
  if (first.lower === '-' && !hasLegalForm(token?.organization?.printed ?? '')) return { ...NOTHING, next: at };
  if (comma && token?.kind === 'organization' && tokens[index + 1]?.kind !== 'possessive' && closes(tokens, index + 1))
    return { organizations: [token.organization!], ours: false, next: index + 1 };
  return { ...NOTHING, next: at };
}

function closes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token === undefined ||
    (token.kind === 'mark' && /^[,;.)]$/.test(token.lower)) ||
    token.lower === 'and' ||
    token.lower === 'since'
  );
}

/** What stands right before a title and belongs to it: a determiner, "former", an owner. */
function before(
  tokens: readonly Token[],
  at: number,
): Pick<PostPhrase, 'first' | 'when' | 'ours' | 'its' | 'indefinite'> & { owner: NamedOrganization | null } {
  let first = at;
  let when: PostPhrase['when'] = null;
  let [ours, its, indefinite] = [false, false, false];
  let owner: NamedOrganization | null = null;
  for (let steps = 0; steps < 6 && first > 0; steps++) {
    const token = tokens[first - 1]!;
    const word = token.lower;
    if (token.kind === 'word' && TITLE_FORMER.has(word)) when ??= 'former';
    else if (token.kind === 'word' && TITLE_INCOMING.has(word)) when ??= 'incoming';
    else if (token.kind === 'word' && TITLE_OUTGOING.has(word)) when ??= 'outgoing';
    else if (token.kind === 'word' && OURS.test(word)) ours = true;
    else if (token.kind === 'word' && ITS.test(word)) its = word === 'its' || word === 'their';
    else if (token.kind === 'word' && (DETERMINERS.has(word) || POSSESSIVES.has(word)))
      indefinite ||= word === 'a' || word === 'an' || word === 'one';
    else if (
      token.kind === 'word' &&
      /^(?:current|currently|presently|now|today|acting|interim|co|longtime|long-time|long-serving|own|group|first|sole|also|both|then|as|of|to)$/.test(
        word,
      ) &&
      steps < 4 &&
      !/^(?:as|of|to)$/.test(word)
    ) {
      first--;
      continue;
    } else if (token.kind === 'possessive' && tokens[first - 2]?.kind === 'organization') {
      owner = tokens[first - 2]!.organization!;
      first -= 2;
      break;
    } else if (token.kind === 'organization' && TITLE_OUTGOING.has(word.toLowerCase())) {
      when ??= 'outgoing';
    } else if (token.kind === 'organization' && steps === 0 && mayOwn(tokens, first - 1)) {
      owner = token.organization!;
      first--;
      break;
    } else break;
    first--;
    if (ours || its || DETERMINERS.has(word)) {
      // "the Company's former": an owner stands before a modifier only.
      if (word !== 'former' && word !== 'current') break;
    }
  }
  return { first, when, ours, its, indefinite, owner };
}

/** "Acme CEO Jane Roe", "Acme chairman": a name right before a title, unless it closes what stands before. */
function mayOwn(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 1];
  if (left === undefined) return true;
  if (left.kind === 'mark') return true;
  return left.kind === 'word' && !/^(?:of|at|joined|with|by)$/.test(left.lower);
}

/** "Founder and outgoing CEO": the word stands within the title. */
function saidInTitle(title: string): PostPhrase['when'] {
  if (/\b(?:former|retired|emeritus)\b/i.test(title)) return 'former';
  if (/\b(?:outgoing|retiring)\b/i.test(title)) return 'outgoing';
  return /\b(?:incoming|designate|elect)\b/i.test(title) ? 'incoming' : null;
}

/** The posts that a sentence names, left to right. `text` gives titles as printed; seats are the spans that name boards only. */
export function postPhrases(text: string, tokens: readonly Token[], seats: ReadonlySet<Span>): PostPhrase[] {
  const found: PostPhrase[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'title') continue;
    // "the director compensation policy" is about directors, not one.
    if (THINGS_OF_POSTS.has(tokens[at + 1]?.lower ?? '')) continue;
    const titleSpan = token.title!;
    const left = before(tokens, at);
    const right = behind(text, tokens, at);
    const organizations =
      right.organizations.length > 0 ? right.organizations : left.owner !== null ? [left.owner] : [];
    found.push({
      title: text.slice(titleSpan.start, titleSpan.end).replace(/\s+/g, ' '),
      titleSpan,
      seat: seats.has(titleSpan),
      organizations,
      ours: left.ours || right.ours,
      its: left.its && organizations.length === 0,
      when: left.when ?? saidInTitle(text.slice(titleSpan.start, titleSpan.end)),
      indefinite: left.indefinite,
      first: left.first,
      next: Math.max(at + 1, right.next),
      start: tokens[left.owner === null ? at : left.first]!.start,
      end: tokens[Math.max(at, right.next - 1)]!.end,
    });
  }
  return sharedOwners(tokens, found);
}

/** "President, Chief Executive Officer and a director of Acme": the posts of one chain are of the organization at its end. */
function sharedOwners(tokens: readonly Token[], found: readonly PostPhrase[]): PostPhrase[] {
  const shared = [...found];
  for (let nth = shared.length - 2; nth >= 0; nth--) {
    const [post, next] = [shared[nth]!, shared[nth + 1]!];
    if (post.organizations.length > 0 || post.ours || post.its || post.seat || next.seat) continue;
    if (next.organizations.length === 0 && !next.ours) continue;
    // An owner in front of the second post is that post's alone.
    if (tokens[next.first]!.start < next.titleSpan.start && tokens[next.first]!.kind === 'organization') continue;
    const between = tokens.slice(post.next, next.first).map(({ lower }) => lower);
    if (/^(?:,|and|&)$/.test(between.join(' ')))
      shared[nth] = { ...post, organizations: next.organizations, ours: next.ours };
  }
  return shared;
}

/** Whether only small words stand between two posts, so that both are one person's: "and a director of", ", and". */
export function goesOnFrom(
  tokens: readonly Token[],
  from: number,
  to: number,
): { joins: boolean; past: boolean; present: boolean } {
  let [past, present] = [false, false];
  for (let at = from; at < to; at++) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'number' || kind === 'percent') continue;
    if (kind === 'mark') {
      if (lower === ',' || lower === ';' || lower === '-' || lower === '/') continue;
      return { joins: false, past, present };
    }
    if (kind !== 'word') return { joins: false, past, present };
    if (/^(?:was|were|formerly|previously|former|served|held|had)$/.test(lower)) past = true;
    else if (/^(?:is|are|serves|currently|has|now|presently|sits)$/.test(lower)) present = true;
    else if (
      !SMALL.test(lower) &&
      !/^(?:as|also|well|been|he|she|on|or|&|in|then|later|subsequently|since|from|until|prior|that|who|served|serving|role|position|positions|most|recently|other|including|january|february|march|april|may|june|july|august|september|october|november|december|concurrently|simultaneously|additionally|addition|both|most)$/.test(
        lower,
      )
    )
      return { joins: false, past, present };
  }
  return { joins: true, past, present };
}
