import type { RatingFact } from '../facts.ts';
import type { OrganizationMention, Reading, Sentence, Span } from '../reading/index.ts';
import { matchesIn } from '../wording/matches.ts';
import { anyOf, smallLetters, wording } from '../wording/pattern.ts';

/** As the agencies print their names; searched case-sensitively over the whole text. */
const AGENCY =
  /(?<![\p{L}\p{N}])(?:(?:Moody|MOODY)['\u2019]?[sS](?:\s+Investors?\s+Service)?|(?:Standard|STANDARD)\s+(?:&|and|AND)\s+(?:Poor|POOR)['\u2019]?[sS](?:\s+Ratings?\s+Services?|\s+Maalot)?|S\s?&\s?P(?:\s+Global)?(?:\s+Ratings?)?|(?:Fitch|FITCH)(?:\s+Ratings)?|DBRS(?:\s+Morningstar)?|A\.\s?M\.\s+Best(?:\s+Company)?|AM\s+Best|Japan\s+Credit\s+Rating\s+Agency|Rating\s+and\s+Investment\s+Information|Egan-Jones(?:\s+Ratings)?(?:\s+Company)?|Kroll\s+Bond\s+Rating\s+Agency|KBRA|Scope\s+Ratings|Capital\s+Intelligence|CRISIL|ICRA|Midroog|Maalot|Duff\s+(?:&|and)\s+Phelps)(?![\p{L}\p{N}])/gu;
/** Letter grades of the agencies' scales. They are case sensitive; one bare letter needs a rating word beside it. */
const VALUE =
  /(?<![\p{L}\p{N}&.-])["\u201c\u2018']?((?:AAA|AA|A|BBB|BB|B|CCC|CC|SD|RD)(?:[+-]|\s?\((?:low|high)\)|(?=["\u201d\u2019']|\W|$))|(?:Aaa|Aa[1-3]|A[1-3]|Baa[1-3]|Ba[1-3]|B[1-3]|Caa[1-3]|Ca)(?![\p{L}\p{N}])|Prime-[1-3]|P-[1-3](?!\d)|A-[1-3]\+?(?!\d)|F[1-3]\+?(?![\p{L}\d.])|R-[1-3](?:\s?\((?:low|middle|high)\))?|bbb[+-]?|aaa|(?:aa|a)[+-])(?![\p{L}\p{N}])/gu;
const RATING_WORD = anyOf([
  'rat(?:ed|es|ings?)',
  'upgrad\\p{L}+',
  'downgrad\\p{L}+',
  'affirm\\p{L}*',
  'lower\\p{L}*',
  'rais\\p{L}+',
  'assign\\p{L}*',
  'confirm\\p{L}*',
  'placed',
  'outlook',
  'grade[ds]?',
]);
const OUTLOOK = wording(
  '(?:(stable|negative|positive|developing|evolving) (?:rating )?outlook|outlook (?:is |was |remains |to |at |of |changed to |revised to |on the ratings? (?:is |remains )?){0,3}["\u201c(]?(stable|negative|positive|developing|evolving)|with an? (stable|negative|positive|developing)|\\((?:outlook:? )?(stable|negative|positive|developing)(?: outlook)?\\))',
);
/** Before a grade: it is the old one. */
const OLD = wording('(?:from|previously|formerly|compared (?:to|with))["\u201c ]{1,3}$');
const GENERIC = wording(
  '(?:is not a recommendation|may be (?:changed|revised|withdrawn)|definition|rating scale|highest of|denotes|rated at least|or (?:higher|better|above)|below investment grade|minimum)',
);
const REACH = 240;

interface Grade extends Span {
  readonly value: string;
}

function gradesOf(text: string, agencies: readonly Span[]): Grade[] {
  const grades: Grade[] = [];
  for (const match of matchesIn(text, VALUE)) {
    const value = match[1]!;
    const start = match.index + match[0].indexOf(value);
    const end = start + value.length;
    if (OLD.test(text.slice(Math.max(0, start - 25), start))) continue;
    // "A" as an article, or in "Class A": a letter alone must be bound to rating words.
    if (/^[AB]$/u.test(value)) {
      const before = text.slice(Math.max(0, start - 30), start);
      const after = text.slice(end, end + 40);
      const bound =
        /(?:rat(?:ing|ed)(?:\s+(?:of|to|at|as|is|was))?|\bto|\bof|\bat|\band|,)\s+["\u201c]?$/iu.test(before) &&
        /^["\u201d]?(?:\s*(?:$|[.,;()]|by\b|from\b|with\b|and\b|\/|outlook|rating))/iu.test(after);
      if (!bound || /\b(?:class|series|type|vitamin)\s$/iu.test(before)) continue;
    }
    if (agencies.some((agency) => start < agency.end && agency.start < end)) continue;
    grades.push({ value, start, end });
  }
  return grades;
}

/** The agency of a grade: "A2 by Moody's" right behind it, else the last one before it. */
function agencyOf(text: string, grade: Grade, agencies: readonly Span[]): Span | undefined {
  const behind = agencies.find(
    (agency) =>
      agency.start >= grade.end &&
      agency.start - grade.end < 40 &&
      /^["\u201d]?\s*(?:\([^)]{0,20}\)\s*)?(?:by|from|\()\s*$/iu.test(text.slice(grade.end, agency.start)),
  );
  if (behind !== undefined) return behind;
  return (
    [...agencies].reverse().find((agency) => agency.end <= grade.start && grade.start - agency.end < REACH) ??
    agencies.find((agency) => agency.start >= grade.end && agency.start - grade.end < 80)
  );
}

function isAgency(organization: OrganizationMention): boolean {
  AGENCY.lastIndex = 0;
  return AGENCY.test(organization.printed);
}

/** Whose rating it is: "rating of X", else the nearest organization before, else the filer. */
function subjectOf(reading: Reading, sentence: Span): string {
  const organizations = reading.organizationsIn(sentence).filter((organization) => !isAgency(organization));
  const owned = organizations.find((organization) =>
    /(?:rat(?:ing|ed|ings)|debt|notes|bonds)[^.;]{0,60}\bof\s+(?:the\s+)?$|\b(?:of|for|on)\s+$/iu.test(
      reading.text.slice(Math.max(sentence.start, organization.start - 90), organization.start),
    ),
  );
  return (owned ?? organizations[0])?.name ?? reading.filer;
}

function fromSentence(reading: Reading, sentence: Sentence, found: RatingFact[]): void {
  const text = reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500));
  const agencies = matchesIn(text, AGENCY).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (agencies.length === 0 || !RATING_WORD.test(smallLetters(text)) || GENERIC.test(text)) return;
  const grades = gradesOf(text, agencies);
  grades.forEach((grade, at) => {
    const agency = agencyOf(text, grade, agencies);
    if (agency === undefined) return;
    const limit = grades[at + 1]?.start ?? text.length;
    const outlook = OUTLOOK.exec(
      text.slice(
        Math.max(agency.start < grade.start ? agency.start : grade.start, grades[at - 1]?.end ?? 0),
        Math.max(limit, grade.end),
      ),
    );
    const start = Math.min(agency.start, grade.start);
    const tail = outlook === null ? 0 : text.indexOf(outlook[0], grade.start) + outlook[0].length;
    const end = Math.max(agency.end, grade.end, tail);
    const name = text.slice(agency.start, agency.end).replace(/\s+/g, ' ');
    const subject = subjectOf(reading, sentence);
    if (found.some((other) => other.agency === name && other.value === grade.value && other.subject === subject))
      return;
    found.push({
      agency: name,
      subject,
      value: grade.value,
      outlook: (outlook?.slice(1).find((group) => group !== undefined) ?? null)?.toLowerCase() ?? null,
      ...reading.quote(sentence.start + start, sentence.start + end),
      source: 'rule:rating',
      confidence: 0.85,
    });
  });
}

/** Ratings with their value: agency, subject, letter grade and outlook, from sentences that name an agency. */
export function ratingFacts(reading: Reading): readonly RatingFact[] {
  const found: RatingFact[] = [];
  let last: Sentence | undefined;
  for (const match of matchesIn(reading.text, AGENCY)) {
    const sentence = reading.sentenceAt(match.index);
    if (sentence === undefined || sentence === last) continue;
    last = sentence;
    fromSentence(reading, sentence, found);
  }
  return found;
}
