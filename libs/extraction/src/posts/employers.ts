import { organizationsFrom } from '../frames/name-list.ts';
import type { NamedOrganization, Token } from '../frames/tokens.ts';
import { AUXILIARIES, DETERMINERS, isFunctionWord, POSSESSIVES } from '../lexicon/function-words.ts';
import { postVerb } from '../lexicon/post-verbs.ts';
import { hasLegalForm } from '../ownership/name-end.ts';

const MOST_PLACE_WORDS = 5;
const MOST_FIELD_WORDS = 8;
const OF = /^(?:of|at|for|with|in)$/;
const COMPANY_WORD = /^(?:company|corporation|registrant|group|bank|firm|issuer|fund|trust|partnership)$/;
const PLACE_OF_WORK =
  /^(?:mine|project|plant|facility|operations?|property|refinery|smelter|site|office|branch|store|region|deposit|division|unit)$/;

/** What a part of a company is called at its end. */
const PART = /\b(?:division|unit|group|department|segment|business|operations)$/i;

/** The organizations printed behind a title, and where the tokens go on. */
export interface Behind {
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
  const behind = tokens[index + 1];
  // A word right behind the name that is no small one is its verb.
  const acts = behind?.kind === 'word' && (AUXILIARIES.has(behind.lower) || !isFunctionWord(behind.lower));
  return isNamed(tokens[index]) && behind?.kind !== 'possessive' && !acts ? index : -1;
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
  const house = nameWithCommas(tokens, at, found);
  if (house !== null) return house;
  const more = nextOfList(tokens, found.next);
  if (more < 0 || speaksOfPerson(tokens, more + 1)) return found;
  const [only, behind] = [found.list[0]!, tokens[more]!.organization!];
  // "Roe, Lund & Devine Ltd.": the first surname of the firm.
  if (
    more === found.next + 1 &&
    found.list.length === 1 &&
    !only.sure &&
    !only.printed.includes(' ') &&
    /[,&]/.test(behind.printed)
  ) {
    const printed = `${only.printed}, ${behind.printed}`;
    return { list: [{ start: only.start, end: behind.end, printed, name: printed, sure: true }], next: more + 1 };
  }
  const rest = organizationsOf(tokens, more);
  return { list: [...found.list, ...rest.list], next: rest.next };
}

/** "Roe, Lund & Devine Associates": surnames that are the name of one firm; null where the list is of several. */
function nameWithCommas(
  tokens: readonly Token[],
  at: number,
  { list, next }: ReturnType<typeof organizationsFrom>,
): { list: readonly NamedOrganization[]; next: number } | null {
  const first = list[0]!;
  const last = list.at(-1)!;
  const commas = tokens
    .slice(at, next)
    .every(({ kind, lower }) => kind !== 'word' && (kind !== 'mark' || lower === ','));
  const surnames = list.slice(0, -1).every(({ sure, printed }) => !sure && !printed.includes(' '));
  if (list.length < 3 || !commas || !surnames || !/ /.test(last.printed)) return null;
  const printed = list.map((one) => one.printed).join(', ');
  return { list: [{ start: first.start, end: last.end, printed, name: printed, sure: true }], next };
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

/** "of Acme's Supervisory Board": the token behind the board; -1 where none stands there. */
function boardEnd(tokens: readonly Token[], at: number): number {
  for (let end = at; end <= at + 1; end++) {
    if (tokens[end]?.kind !== 'word') return -1;
    if (tokens[end]!.lower === 'board') return end + 1;
  }
  return -1;
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
      if (tokens[index + 1]?.kind === 'possessive' && boardEnd(tokens, index + 2) > 0)
        return { organizations: [token.organization!], ours: false, next: boardEnd(tokens, index + 2) };
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
  const first = /^(?:of|for)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  for (let index = first; index < tokens.length && index - at <= MOST_FIELD_WORDS; index++) {
    const { kind, lower, start, organization } = tokens[index]!;
    if (capitals > 0 && (lower === 'of' || lower === 'at')) return isNamed(tokens[index + 1]) ? index : at;
    if (kind === 'organization' ? organization!.sure : kind !== 'word' && lower !== ',' && lower !== '&') return at;
    if (kind === 'organization' || (kind === 'word' && /\p{Lu}/u.test(text[start]!))) capitals++;
    else if (lower !== 'and' && lower !== ',' && lower !== '&') return at;
  }
  return at;
}

/** The organizations behind a title: "of Acme", ", Acme", "(Acme)". */
export function employersBehind(text: string, tokens: readonly Token[], title: number): Behind {
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
