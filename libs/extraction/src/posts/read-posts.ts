import { tokensOf, type Token } from '../frames/tokens.ts';
import { Candidates } from '../ownership/candidates.ts';
import type { RoleStatus } from '../facts.ts';
import {
  samePerson,
  type OrganizationMention,
  type PersonMention,
  type Reading,
  type Sentence,
  type Span,
} from '../reading/index.ts';
import { askedAbout } from '../roles/asked-about.ts';
import { seatsIn } from './seats.ts';
import { classOfTitle } from '../roles/classes.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { postDates } from '../roles/post-dates.ts';
import { ownerOf, worthKeeping } from '../roles/posts.ts';
import { titlesIn } from '../roles/title-phrase.ts';
import { goesOnFrom, isOrganizations, standsApart } from './joined.ts';
import { dateEarlierPosts } from './later-days.ts';
import { linkPost } from './link.ts';
import type { LinkedPost } from './linked-post.ts';
import { beforeTitle, isBody, isPersonsOwn, isTitle, placesOfWork } from './places-of-work.ts';
import { postPhrases } from './post-phrases.ts';

const LONGEST_SENTENCE = 2500;
const SHORTEST = 12;
const MOST_PEOPLE = 60;
const LONGEST_QUOTE = 400;
const CONTACT = /\b(?:contact(?:ed|s)?|(?:further|more|additional) information|inquiries|enquiries|questions)\b/i;
const OF_PLACE = /^,? (?:of|at|for|with) /;
const PRONOUN = /(?<![\p{L}/])(?:he|she|his|her)(?![\p{L}/])/iu;

/** Whom "he" and "she" mean: the person a passage speaks of. */
interface Topic {
  name: string | null;
  block: number;
  /** The employer that was named last; undefined where none was. */
  place: string | undefined;
}

const NOBODY: Topic = { name: null, block: -9, place: undefined };

function named(person: PersonMention): boolean {
  return person.name.includes(' ') || person.honorific;
}

/** A person of whom the sentence speaks, not one that only belongs to something in it. */
function isTopic(reading: Reading, sentence: Sentence, person: PersonMention): boolean {
  if (person.honorific) return true;
  return !/\b(?:of|at|by|with|for|in|from|to|and)\s+$/i.test(
    reading.text.slice(Math.max(sentence.start, person.start - 8), person.start),
  );
}

function organizationsOf(reading: Reading, sentence: Sentence): readonly OrganizationMention[] {
  const people = reading.peopleIn(sentence);
  return reading
    .organizationsIn(sentence)
    .filter((one) => !people.some((person) => person.start < one.start && person.end >= one.end));
}

/** "A Person (President)", "Acme KK (President: A Person)": what stands in parentheses, as if behind a comma. */
function asApposition(host: Token, aside: readonly Token[]): Token[] {
  if (host.kind !== 'person') return [...aside];
  const { kind, start, end, lower, person } = host;
  return [
    { kind, start, end, lower, person: person! },
    { kind: 'mark', start: host.end, end: host.end, lower: ',' },
    ...aside,
  ];
}

class SentencePosts {
  readonly #reading: Reading;
  readonly #names: Candidates;
  readonly #sentence: Sentence;
  readonly #topic: Topic;
  readonly #asContact: boolean;
  readonly #organizations: readonly OrganizationMention[];
  readonly drafts: RoleDraft[] = [];

  constructor(reading: Reading, names: Candidates, sentence: Sentence, topic: Topic) {
    this.#reading = reading;
    this.#names = names;
    this.#sentence = sentence;
    this.#topic = topic;
    this.#organizations = organizationsOf(reading, sentence);
    this.#asContact = CONTACT.test(reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300)));
  }

  read(): void {
    const { text } = this.#reading;
    const people = this.#reading.peopleIn(this.#sentence).filter(named);
    const all = this.#names
      .in(this.#sentence)
      .filter(
        (one) =>
          !isBody(one.printed) &&
          (!one.sure || !isTitle(one.printed)) &&
          !people.some((person) => isPersonsOwn(person, one)),
      )
      .flatMap((one) => placesOfWork(text, one));
    const taken = [...people, ...all.filter(({ sure }) => sure)].sort((a, b) => a.start - b.start);
    const titles: Span[] = titlesIn(text, this.#sentence, taken).map(({ start, end }) => ({ start, end }));
    if (titles.length === 0 && !/\b(?:boards?|committee)\b/i.test(text.slice(this.#sentence.start, this.#sentence.end)))
      return;
    const seats = new Set<Span>();
    for (const { start, end } of seatsIn(text, this.#sentence)) {
      if (titles.some((title) => title.start < end && title.end > start)) continue;
      const seat = { start, end };
      seats.add(seat);
      titles.push(seat);
    }
    titles.sort((a, b) => a.start - b.start);
    const names = all.flatMap((one) => (one.sure ? [one] : beforeTitle(text, one, titles)));
    const tokens = tokensOf(this.#reading, this.#sentence, names, titles);
    this.#readTokens(tokens, seats);
    for (const token of tokens)
      for (const aside of token.asides ?? []) this.#readTokens(asApposition(token, aside), seats);
  }

  #readTokens(tokens: readonly Token[], seats: ReadonlySet<Span>): void {
    const { text } = this.#reading;
    let last: LinkedPost | null = null;
    for (const post of postPhrases(text, tokens, seats)) {
      const goesOn: ReturnType<typeof goesOnFrom> | null =
        last === null ? null : goesOnFrom(tokens, last.post.next, post.first);
      let linked: LinkedPost | null = null;
      const anew =
        last !== null &&
        tokens.slice(last.post.next, post.first).some(({ lower }) => /^(?:as|to|on|onto|from)$/.test(lower));
      if (anew) linked = linkPost(tokens, post, 0, this.#topic.name);
      if (linked?.verb === null) linked = null;
      if (linked === null && last !== null && goesOn?.joins === true && !standsApart(tokens, last, post)) {
        const status: RoleStatus =
          post.when === 'former' || goesOn.past ? 'former' : goesOn.present ? 'current' : last.status;
        linked = { post, holders: last.holders, status, how: 'joined', verb: last.verb };
      }
      if (linked === null && last !== null && isOrganizations(tokens, last, post)) continue;
      linked ??= linkPost(tokens, post, last?.post.next ?? 0, this.#topic.name);
      if (linked === null) continue;
      this.#add(linked, last);
      last = linked;
    }
  }

  #add(linked: LinkedPost, last: LinkedPost | null): void {
    const { post } = linked;
    const [holder] = linked.holders;
    if (holder === undefined) return;
    const reading = this.#reading;
    const sentence = this.#sentence;
    const role = post.seat
      ? 'director'
      : classOfTitle(post.title.replace(/\b(member|president)s\b/i, '$1'), this.#asContact);
    const how = linked.how === 'noun' ? 'verb' : linked.how;
    const printed = post.organizations[0];
    const legacy = {
      title: { start: post.titleSpan.start, end: post.titleSpan.end, text: post.title },
      organization: printed === undefined ? null : { name: printed.name, span: { start: post.start, end: post.end } },
      span: { start: post.start, end: post.end },
      board: post.seat,
    };
    const subject = { name: holder.name, pronoun: holder.pronoun, start: holder.start, end: holder.end };
    const link = { subject, status: linked.status, how } as const;
    let owners: (string | null | undefined)[];
    if (post.organizations.length > 0)
      owners = [...(post.ours ? [null] : []), ...post.organizations.map(({ name }) => name)];
    else if (post.ours) owners = [null];
    else if (post.its) {
      const before = this.#organizations.filter((one) => one.end <= post.start).at(-1);
      owners = [before?.name ?? null];
    } else {
      const owner = ownerOf(reading, this.#organizations, legacy, link, this.#asContact);
      owners = [owner === undefined ? this.#formerPlace(linked) : owner];
    }
    const about = this.#asContact ? askedAbout(reading, sentence) : null;
    for (const owner of owners) {
      const theirs = about !== null && printed === undefined && (owner === null || owner === reading.filer);
      const organization = theirs ? about : owner;
      if (organization === undefined || !worthKeeping(reading, sentence, legacy, link, role, organization)) continue;
      // "the president and a director of Acme": the first post is Acme's too.
      const before = this.drafts.at(-1);
      if (
        linked.how === 'joined' &&
        printed !== undefined &&
        before !== undefined &&
        last !== null &&
        last.post.organizations.length === 0 &&
        !last.post.ours &&
        !last.post.seat
      )
        this.drafts[this.drafts.length - 1] = { ...before, organization };
      for (const one of linked.holders) this.#draft(linked, one, organization, role);
    }
  }

  /** Where a past post without a place was held: where the passage last said that its person worked. */
  #formerPlace({ status, how, post, holders: [holder] }: LinkedPost): string | null | undefined {
    if (status !== 'former' || how === 'joined' || OF_PLACE.test(this.#reading.text.slice(post.end, post.end + 6)))
      return undefined;
    if (this.#organizations.length > 0) return undefined;
    const { name, place } = this.#topic;
    const known = holder !== undefined && name !== null && samePerson(holder.name, name);
    if (known && place !== undefined) return place;
    // Nothing else is told of a person who is named: the filing speaks of the filer.
    return holder?.pronoun === false ? null : undefined;
  }

  #draft(
    linked: LinkedPost,
    holder: LinkedPost['holders'][number],
    organization: string | null,
    role: RoleDraft['role'],
  ): void {
    const { post } = linked;
    const dates = postDates(this.#reading, this.#sentence, { holder, post, status: linked.status });
    const old = dates.old && (linked.verb?.ahead !== true || linked.verb.asked);
    const ours = organization === null || organization === this.#reading.filer;
    const { filed } = this.#reading.submission;
    // A post that begins after the filing is taken up, not held.
    const ahead = filed !== null && dates.from !== null && dates.from > filed.slice(0, dates.from.length);
    const told: RoleStatus = linked.status === 'current' && ahead ? 'appointed' : linked.status;
    const leaves = filed !== null && dates.to !== null && dates.to > filed.slice(0, dates.to.length);
    const status =
      old && told === 'appointed' ? (ours ? 'current' : 'former') : told === 'former' && leaves ? 'resigned' : told;
    const span = { start: Math.min(holder.start, post.start), end: Math.max(holder.end, post.end) };
    this.drafts.push({
      person: holder.name,
      organization,
      title: post.seat && !/^members?\b/i.test(post.title) ? `member of the ${post.title}` : post.title,
      role,
      status,
      from: dates.from,
      to: dates.to,
      span: span.end - span.start > LONGEST_QUOTE ? post : span,
      rule: holder.pronoun
        ? 'pronoun'
        : post.seat
          ? 'board-move'
          : this.#asContact && linked.how !== 'verb'
            ? 'contact-sentence'
            : status === 'current' || status === 'former'
              ? linked.how === 'noun'
                ? 'verb'
                : linked.how
              : 'move',
    });
  }
}

/** The employer that the drafts from `from` on name last for the topic. */
function placeOf(drafts: readonly RoleDraft[], from: number, { name }: Topic): string | undefined {
  const theirs = drafts.slice(from).filter(({ person }) => name !== null && samePerson(person, name));
  return theirs.at(-1)?.organization ?? undefined;
}

/** Posts told in sentences: "X, Chief Executive of Y", "Y's CEO X", "X was appointed as ...", biographies. */
export function sentencePosts(reading: Reading): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  const names = new Candidates(reading);
  const topic: Topic = { name: null, block: -9, place: undefined };
  for (const sentence of reading.sentences) {
    const before = drafts.length;
    const length = sentence.end - sentence.start;
    if (length > LONGEST_SENTENCE || length < SHORTEST) continue;
    const people = reading.peopleIn(sentence).filter(named);
    const near = topic.name !== null && sentence.block - topic.block <= 1;
    if (people.length === 0 && (!near || !PRONOUN.test(reading.text.slice(sentence.start, sentence.end)))) continue;
    if (people.length < MOST_PEOPLE) {
      const posts = new SentencePosts(reading, names, sentence, near ? topic : NOBODY);
      posts.read();
      drafts.push(...posts.drafts);
    }
    const first = people.find((person) => isTopic(reading, sentence, person));
    if (first === undefined) topic.block = sentence.block;
    else {
      if (topic.name !== null && !samePerson(first.name, topic.name)) topic.place = undefined;
      [topic.name, topic.block] = [first.name, sentence.block];
    }
    if (drafts.length === before) dateEarlierPosts(reading, sentence, drafts);
    topic.place = placeOf(drafts, before, topic) ?? topic.place;
  }
  return drafts;
}
