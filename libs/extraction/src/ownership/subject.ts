import type { Reading, Sentence } from '../reading/index.ts';
import type { Candidate } from './candidates.ts';
import { hasLegalForm } from './name-end.ts';
import type { Template } from './template.ts';

/** An organization, by its full name and as it stands here. */
export type Named = Pick<Candidate, 'name' | 'printed'> & {
  /** The sentence itself names it, right before. */
  readonly here?: true;
};

/** Places where things are traded or decided; nobody is said to own them in passing. */
const NOT_OWNED =
  /\b(?:exchange|commission|court|authority|ministry|government|department|nasdaq|nyse|euronext|tsx|securities and|bank of (?:england|canada)|trustees?|board|committee|tribunal|office|association|mines?|project|property|deposit|plan|scheme|program(?:me)?|agreement|act|rules?|meeting|security|notes?|bonds?|debentures?)\b/iu;
/** Whether somebody may be said to own what bears this name. */
export function mayBeOwned(name: string): boolean {
  return hasLegalForm(name) || !NOT_OWNED.test(name);
}

/** The name right before the match: "Acme Ltd. and its subsidiary", "Acme (the "Company"), through its subsidiary". */
const BESIDE =
  /<(\d+)>(?: ?\([^()]{0,140}\))?,? (?:(?:and|or|together with|along with|through|via|by|for|from|of|with|acting through) )?(?:(?:one|some|certain|each|all|both) of )?$/u;
const BESIDE_REACH = 200;
/** "its subsidiary Acme Ltd. and its subsidiary": what stands right before is a fellow, not the owner. */
const FELLOW =
  /(?<![\p{L}])(?:its|our|their) [^<>;.]{0,60}(?:subsidiar(?:y|ies)|unit|affiliate|associate)s?,? (?:named )?$/u;
/** An organization that a clause begins with and a verb follows. */
const CLAUSE =
  /(?:^|(?<=(?:^|\s)(?:the|that|whereby|while|but) |[,;:\u2013\u2014-] ))<(\d+)>,? (?:which |who |today |also )?(?:has|have|had|will|would|is|are|was|were|may|can|\p{L}{3,}ed|\p{L}{2,}s) /gu;
/** Behind a name at the head of its sentence these mean that name. */
const FILER_WORD = /^(?:company|registrant|corporation|fund|trust|bank|group|partnership|issuer)$/iu;
/** Whoever speaks is the filer, but for words that are quoted. */
const OURS = /^(?:<\d+>[^<>]{0,60}?)?(?:our|we) /u;
const OURS_REACH = 80;
/** Sentences before this one in which the subject of the paragraph is looked for. */
const LOOK_BACK = 4;
const OPENS = /^(?:\W{0,3}|the )$/iu;
const ABOUT = /^\s*about\s/iu;

function topicOf(reading: Reading, sentence: Sentence): string | undefined {
  const block = reading.blocks[sentence.block];
  if (block === undefined) return undefined;
  let at = sentence.start;
  for (let step = 0; step < LOOK_BACK && at > block.start; step++) {
    const before = reading.sentencesIn({ start: Math.max(block.start, at - 2500), end: at }).at(-1);
    if (before === undefined) break;
    const first = reading.organizationsIn(before)[0];
    if (first !== undefined && OPENS.test(reading.text.slice(before.start, first.start))) return first.name;
    at = before.start;
  }
  const above = reading.blocks[sentence.block - 1];
  if (above === undefined || above.end - above.start > 100) return undefined;
  if (!ABOUT.test(reading.text.slice(above.start, above.end))) return undefined;
  return reading.organizationsIn(above)[0]?.name;
}

/**
 * Whom "its" and "it" stand for at an offset of the template: the name right before them, else the first known
 * organization of the sentence before them, else the subject of the paragraph so far, else the filer.
 */
export function subject(reading: Reading, template: Template, sentence: Sentence, before: number): Named {
  const quoted = /["\u201c]/u.test(template.small.slice(0, before));
  if (!quoted && OURS.test(template.small.slice(before, before + OURS_REACH)))
    return { name: reading.filer, printed: reading.filer };
  const beside = BESIDE.exec(template.small.slice(Math.max(0, before - BESIDE_REACH), before));
  const fellow =
    beside === null || !/ (?:and|with) $/u.test(beside[0])
      ? null
      : FELLOW.exec(template.small.slice(0, template.small.lastIndexOf(`<${beside[1]!}>`, before)));
  if (fellow !== null) return subject(reading, template, sentence, fellow.index);
  const neighbour = beside === null ? undefined : template.organizations[Number(beside[1])];
  if (neighbour?.sure === true && mayBeOwned(neighbour.name)) return { ...neighbour, here: true };
  const head = template.small.slice(0, before).replace(/ ?\([^()]*\)/gu, '');
  const clause = [...head.matchAll(CLAUSE)].map((match) => template.organizations[Number(match[1])]).at(-1);
  if (clause?.sure === true && mayBeOwned(clause.name) && !FILER_WORD.test(clause.printed))
    return { ...clause, here: true };
  for (const match of head.matchAll(/<(\d+)>/gu)) {
    const candidate = template.organizations[Number(match[1])];
    if (candidate?.sure === true && mayBeOwned(candidate.name)) return { ...candidate, here: true };
  }
  const name = topicOf(reading, sentence) ?? reading.filer;
  return { name, printed: name };
}
