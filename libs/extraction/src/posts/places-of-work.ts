import type { NamedOrganization } from '../frames/tokens.ts';
import { hasLegalForm } from '../ownership/name-end.ts';
import type { PersonMention, Span } from '../reading/index.ts';
import { NOT_IN_A_PERSON, ORGANIZATION_NOUNS } from '../reading/lexicon.ts';
import { isPostNoun, POST_MODIFIERS, titleWord } from '../reading/titles.ts';

const BOARD_OF =
  /^(?:(?:Supervisory|Management|Executive|Managing|Advisory) )?(?:Board|Committee)(?: of (?:Directors|Management|Trustees))? of (?:the )?/;
const MEMBERS_OF = /^(?:Trustees|Directors|Governors|Overseers|Managers) of (?:the )?/;
/** A body of an organization is none, defined as a term or not. */
const BODY = /^(?:the )?(?:(?:Supervisory |Management |Executive |Managing )?Board|Committee)$/i;
/** Heads that "of" belongs to: "Bank of Lindby", "University of Merrow". */
const NAMED_OF = new Set(
  (
    'Bank University Ministry Government Republic Kingdom Institute College School Department Court State City Association Chamber Council Academy ' +
    'Federation Society Museum Library Board Commission Center Centre Trust Fund Group House Church Order Hospital Hall'
  ).split(' '),
);

function isNamedOf(printed: string): boolean {
  const words = printed.split(' ');
  return words.some((word, at) => NAMED_OF.has(word) && words[at + 1] === 'of');
}

/** Whether a name is that of a board or committee alone. */
export function isBody(printed: string): boolean {
  return BODY.test(printed);
}

/** "Manager-Investor Relations" looks like a name and is a title. */
export function isTitle(printed: string): boolean {
  return printed.split(/[\s–—-]+/).some((word) => isPostNoun(word)) && !hasLegalForm(printed);
}

function isTitleField(word: string): boolean {
  const folded = titleWord(word);
  return POST_MODIFIERS.has(folded) || NOT_IN_A_PERSON.has(folded) || ORGANIZATION_NOUNS.has(folded);
}

/** What is left of a run of capitals once its titles are known: "Globex" of "Globex CEO A Person". */
export function beforeTitle(text: string, one: NamedOrganization, titles: readonly Span[]): NamedOrganization[] {
  const title = titles.find(({ start, end }) => start < one.end && end > one.start);
  if (title === undefined) return [one];
  if (title.start <= one.start) return [];
  const printed = text.slice(one.start, title.start).trimEnd();
  // A rank or a field before the title is a part of it: "Wealth Management President".
  const words = printed.split(/\s+/);
  if (words.length > 2 || words.some((word) => isTitleField(word))) return [];
  return [{ start: one.start, end: one.start + printed.length, printed, name: printed, sure: false }];
}

/** Two names of two words and more that a board is said to be of. */
const TWO = /^(\p{L}[^\s,]* [^,]*?\S) and (\p{Lu}\S* \S.*)$/u;

/** The organization alone: "Executive Board of Acme" is Acme, "DRC Affairs of Acme Corporation" is Acme Corporation. */
export function placesOfWork(text: string, one: NamedOrganization): NamedOrganization[] {
  const place = placeOfWork(text, one);
  const two = place === one ? null : TWO.exec(place.printed);
  if (two === null) return [place];
  const [, first, second] = two;
  return [
    { ...place, end: place.start + first!.length, printed: first!, name: first! },
    { ...place, start: place.end - second!.length, printed: second!, name: second! },
  ];
}

function placeOfWork(text: string, one: NamedOrganization): NamedOrganization {
  const printed = text.slice(one.start, one.end);
  const body = (BOARD_OF.exec(printed) ?? MEMBERS_OF.exec(printed))?.[0].length ?? 0;
  const tail = body === 0 && !isNamedOf(printed) ? printed.lastIndexOf(' of ') : -1;
  const cut = body > 0 ? body : tail > 0 && /^\p{Lu}/u.test(printed.slice(tail + 4)) ? tail + 4 : 0;
  if (cut === 0) return one;
  const rest = printed.slice(cut);
  return { ...one, start: one.start + cut, printed: rest, name: rest };
}

/** Whether a name is the person's, though a company bears the surname: "Mr. Roe" of Roe Tools Ltd. */
export function isPersonsOwn(person: PersonMention, one: NamedOrganization): boolean {
  if (person.start > one.start || person.end < one.end) return false;
  return (
    person.honorific ||
    (one.sure && one.name === one.printed && !hasLegalForm(one.printed) && person.start === one.start)
  );
}
