import type { NamedOrganization, Token } from '../frames/tokens.ts';
import { DETERMINERS, POSSESSIVES } from '../lexicon/function-words.ts';
import { TITLE_FORMER, TITLE_INCOMING, TITLE_OUTGOING } from '../lexicon/post-verbs.ts';
import { THINGS_OF_POSTS } from '../lexicon/posts.ts';
import type { Span } from '../reading/index.ts';
import { employersBehind } from './employers.ts';

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

const OURS = /^(?:our|my)$/;
const ITS = /^(?:its|their|his|her)$/;

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
    const right = employersBehind(text, tokens, at);
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
