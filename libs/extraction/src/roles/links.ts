import type { RoleStatus } from '../facts.ts';

// How a person and a title hang together in a sentence. All patterns look at a bounded piece of text.

const SUFFIXES =
  /^(?:\s*,?\s*\(?(?:Jr|Sr|II|III|IV|Esq|Ph\s?\.?\s?D|M\s?\.?D|MBA|M\.B\.A|CPA|C\.P\.A|CFA|CA|C\.A|P\.?\s?Geo\w*|P\.?\s?Eng|M\.?Sc|B\.?Sc|LL\.?B|QC|Q\.C|CGA|CMA|F\w{1,3}S|OBE|CBE|MAusIMM|PE|P\.E)\b\.?\)?)+/;
/** "A Person** (Chairman)": marks that lead to a footnote. */
const FOOTNOTES = /^\s?[*#†‡§¹²³⁴⁵]{1,4}/u;
/** '(the "Director")', '("Mr. Li")': the term that stands for whom or what was named. */
const DEFINED = /\s?\(\s?(?:the\s+|hereinafter\s+)?[“"'‘][^“”"()]{1,40}[”"'’]\s?\)/g;
/** The person found is the one in '("Mr. Li")'. */
const TERM_END = /^[”"'’]\s?\)/;
const DETERMINERS =
  '(?:(?:the|our|its|their|a|an|is|who is|who was|who serves as|currently|then|now|also|and|both|formerly|previously|former|retiring|outgoing|incoming|newly|appointed|elected|new|current|a former|one of|group|company|corporate)\\s+){0,4}';
const APPOSITION = new RegExp(
  `^\\s*(?:\\([^()]{1,60}\\)\\s*)?(?:,|;|:|–|—|\\s-\\s|\\()\\s*(?:(?:age[d]? )?\\d{2},?\\s*)?${DETERMINERS}$`,
  'i',
);
/** ", a leading expert in takeovers, and former": another apposition stands before. */
const SECOND_APPOSITION = new RegExp(
  `^\\s*,\\s(?:a|an|the|one of|our|its)\\s[^,;.]{1,110},\\s*(?:and\\s+)?${DETERMINERS}$`,
  'i',
);
/** ", P.Eng., of Acme Consultants Ltd., an independent": the employer stands between. */
const OF_APPOSITION = new RegExp(
  `^\\s*,?\\s*(?:of|with|from|at)\\s+(?:the\\s+)?\\p{Lu}[^;]{2,70}?,\\s*${DETERMINERS}$`,
  'iu',
);
const AFTER_DEGREE = new RegExp(`^\\s+${DETERMINERS}$`, 'i');
const BEFORE_PERSON =
  /^(?:\s*(?:,|\(|:)?|\s+is)\s*(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Messrs|Drs|Ir|Ing|the\s+(?:Rt\.?\s+)?Hon)\b\.?\s*){0,2}$/i;
const LINKING_END =
  /(?:\bas|\bto|\bbe|\bis|\bwas|\bwere|\bbeen|\b(?:positions?|posts?|roles?|office|duties|functions?|titles?|capacity|appointment|job|responsibilities|rank|powers) of|\bbecame|\bbecome|\bbecomes|\bbecoming|\bfrom|\bposts?|\bheld|\bnamed|\belected|\bappointed|\bpromoted|\bnominated|\breplac\w+|\bsucceed\w*|\bresign\w*|\bremains?|\bserv\w+)\s+(?:(?:the|a|an|our|its|their|his|her|new|both|also|currently|previously|formerly|most|recently|until\s+(?:19|20)\d\d|initially|later|subsequently|group|company|corporate|interim|company[’']s|group[’']s|position|positions|role|post|office|duties|of|as|one|then|acting)\s+){0,5}(?:(?:[A-Z][\w&.-]*\s){0,4}[A-Z][\w&.-]*[’']s?\s+(?:new\s+)?)?$/;

const RESIGN =
  /\b(?:resign(?:ed|s|ing|ation)?|retir(?:e|es|ed|ing|ement)|step(?:s|ped|ping)? (?:down|aside)|leav(?:e|es|ing)|left|depart(?:s|ed|ing|ure)?|relinquish\w*|vacat(?:e|ed|ing|es)|ceas(?:e|ed|es|ing)|passed away|died|death|dismiss\w*|remov(?:ed|al)|replac(?:ed|ing) by|succeeded by|outgoing|terminat(?:ed|ion))\b/i;
const NOMINATE =
  /\b(?:propos\w*|nominat\w*|nominees?|stand(?:s|ing)? for|asked to|recommend\w*|candidates?|(?<!\bannounc\w{1,4} (?:today )?the )(?:re-?)?election of|submit\w*|for (?:re-?)?election|to (?:re-?)?elect)\b/i;
const APPOINT =
  /\b(?:(?:re-?)?appoint(?:s|ed|ing|ment)?|named|naming|(?:re-?)?elect(?:s|ed|ing|ion)|promot(?:e|ed|es|ion)|join(?:s|ed|ing)?|assum(?:e|ed|es|ing)|tak(?:e|es|en|ing) (?:up|over|on)|took (?:up|over|on)|succeed(?:s|ed|ing)?|replac(?:e|ed|es|ing)|becom(?:e|es|ing)|became|hir(?:ed|ing)|designated|will (?:serve|act|be|become)|to serve|to become|recruit\w*|selected|ratified|new position)\b/i;
const FORMER =
  /\b(?:was|were|had been|had served|formerly|previously|prior|held|served|worked|used to|until|began|started|former|employed|most recently|co-?founded|career|spent)\b/i;
const CURRENT =
  /\b(?:is|are|serves?|acts?|has been|have been|has served|has acted|has also served|holds?|(?:will )?remains?|(?:will )?(?:also )?continu\w*(?: to (?:serve|act|be))?|sits?|currently|presently|has held|working)\b/i;

/** How the words between a person (left) and a title (right) link them; null where they do not. */
export function linkAfterPerson(between: string): 'apposition' | 'verb' | null {
  const plain = between.replace(FOOTNOTES, '').replace(TERM_END, '').replace(DEFINED, '');
  const bare = plain.replace(SUFFIXES, '');
  // "A Person, M.D. cofounder of": no comma after the degree.
  if (bare !== plain && AFTER_DEGREE.test(bare)) return 'apposition';
  if (APPOSITION.test(bare) || SECOND_APPOSITION.test(bare) || OF_APPOSITION.test(bare)) return 'apposition';
  if (bare.length > 220 || !LINKING_END.test(bare)) return null;
  if (/[;:“”"]|\.\s+[A-Z]{2}|\bwhich (?:is|was|acts|serves)\b/.test(bare)) return null;
  return 'verb';
}

/** Whether a title (left) stands right before a person (right). */
export function linkBeforePerson(between: string): boolean {
  return between.length < 40 && BEFORE_PERSON.test(between);
}

/** Words that join a second post to the first. Null where they do not; else the words, which may carry a verb of their own. */
export function joinsPosts(between: string): string | null {
  const m =
    /^[\s,;]*(?:\([^()]{1,40}\)[\s,]*)?(?:(?:since|in|from|until) [\w ,–-]{4,40}?,?\s+)?(?:(?:and|as well as|or|&)\s+)?(?:(?:also|then|later|subsequently|as|is|was|has been|has served|served|serves|serving|continues to serve|that of|he|she|to|the|a|an|its|our|previously|formerly|former|currently|both|position of)\s+){0,6}$/i.exec(
      between,
    );
  return m === null ? null : m[0];
}

export interface StatusWords {
  /** Up to 140 characters before the person, within the sentence. */
  readonly before: string;
  readonly between: string;
  /** The title and what stands between it and its organization. */
  readonly title: string;
  /** Up to 140 characters after title and organization, within the sentence, up to the next person. */
  readonly after: string;
}

const LEAVING_TAIL =
  /^[^.;]{0,90}?(?:\b(?:and|who)|,)\s+(?:is|has|will|was|also|recently|who)?\s*(?:be )?(?:resign\w*|retir\w*|step\w* down|tak\w+ (?:early )?retirement|leav(?:e|es|ing)|left|depart\w*)\b/i;

/** "has informed the Board of his intention to retire", "that he will not stand for re-election". */
const WILL_LEAVE =
  /^[^.;]{0,110}?\b(?:(?:intention|decision|intends?|plans?|wish(?:es)?) to (?:retire|resign|step down|leave)|not (?:to )?(?:stand|be standing|seek|be seeking|offer (?:him|her)self)(?: for)? re-?(?:election|appointment))\b/i;

/** Status of a post that stands in apposition to its holder. */
export function statusOfApposition(words: StatusWords): RoleStatus {
  const close = `${words.between} ${words.title}`;
  const left = /\b(?:resignation|retirement|departure|death|passing|removal|dismissal) of\s+(?:\w+\.?\s+)?$/i.test(
    words.before,
  );
  if (left && !/^\s*,?\s*(?:as|from)\b/i.test(words.after)) return 'resigned';
  if (/\b(?:outgoing|retiring|departing)\b/i.test(close)) return 'resigned';
  if (/\b(?:former|formerly|previously|ex-|past|who was)\b/i.test(close)) return 'former';
  if (
    LEAVING_TAIL.test(words.after) ||
    WILL_LEAVE.test(words.after) ||
    /^,?[^.;,]{0,40}\bhas (?:recently |today )?(?:resigned|retired|left|stepped down)\b/i.test(words.after)
  )
    return 'resigned';
  if (/\b(?:incoming|newly[ -]appointed|designate|elect)\b/i.test(close)) return 'appointed';
  return 'current';
}

const LEFT_BEFORE = /\b(?:resignation|retirement|departure|removal|death) of\s+(?:\w+\.?\s+)?$/i;

/** Status of a post that verbs link to its holder. */
export function statusOfVerb(words: StatusWords): RoleStatus {
  const { before, between, after } = words;
  if (LEAVING_TAIL.test(after) || (/^\s*(?:is|has been)\b/.test(between) && WILL_LEAVE.test(after))) return 'resigned';
  const last = /\b(?:to )?succeed(?:s|ing)?\b|\breplac(?:e|es|ing)\b|\bin place of\b|\bsuccessor\b/i;
  if (
    last.test(before.slice(-60)) &&
    /^\s*,?\s*(?:as|who)\b/i.test(between) &&
    !APPOINT.test(before.slice(0, -60).slice(-80)) &&
    !/\b(?:becomes?|will|appointed|named)\b/i.test(between)
  )
    return RESIGN.test(between) ? 'resigned' : 'former';
  const leaves = RESIGN.exec(between);
  if (
    leaves !== null &&
    !/\b(?:following|since|after|upon) (?:the|his|her) (?:resign|retire|depart|death|removal)/i.test(between)
  ) {
    // "has stepped down as president and will serve as consultant": the clause before the title tells of another post.
    if (GOES_ON.test(between)) return 'current';
    if (GOES_TO.test(between)) return 'appointed';
    // "has resigned to take up a new position as": the post after the later verb is the new one.
    const later = between.slice(leaves.index + leaves[0].length);
    return /\bto (?:take up|become|join|assume|serve)\b|\bwill (?:serve|act|become|join|be)\b|\bhas been (?:appointed|named)\b/i.test(
      later,
    ) && !/^\s*(?:as|from|his|her)\b/i.test(later)
      ? 'appointed'
      : 'resigned';
  }
  if (LEFT_BEFORE.test(before) && /^\s*,[^;]{0,80}\bwho\b/i.test(between)) return 'resigned';
  const tail = before.slice(-90);
  if (/\bresignation (?:that|which)\s+(?:\w+\.?\s+)?$/i.test(tail)) return 'resigned';
  if (
    /^\s*(?:,[^,]{0,90},)?\s*(?:as|to|from|be|for)\b/i.test(between) ||
    /\b(?:will|shall) be\b|\bbe (?:re-?)?(?:appointed|elected)/i.test(between)
  ) {
    if (
      /\b(?:resign\w*|retire\w*|departure|removal|stepping down|dismiss\w*|terminat\w*|releas\w*|reliev\w*|discharg\w*)\b(?:,[^,;]{0,40}(?:, (?:19|20)\d\d)?,)?[^,;]{0,50}$/i.test(
        tail,
      )
    )
      return 'resigned';
    if (NOMINATE.test(tail) || NOMINATE.test(between)) return 'nominated';
    if (
      APPOINT.test(between) ||
      /\b(?:appoint\w*|named|naming|elect\w*|promot\w*|hir(?:es|ed|ing)|recruit\w*|welcom\w*|addition of|selected)\b[^;]{0,70}$/i.test(
        tail,
      )
    )
      return 'appointed';
  }
  if (NOMINATE.test(between) && !/\bNominat\w+ (?:and|Committee)/i.test(between)) return 'nominated';
  if (/\bformer\b/i.test(words.title)) return 'former';
  // ", formerly Chief Operating Officer, has been promoted to": an aside tells another post.
  const told = between.replace(/^\s*,[^,;]{0,90},(?=\s+(?:has|have|is|was|will|to|as)\b)/i, '');
  const ended = /^(?:(?!\band\b|\bwhere\b|\bwas\b)[^.;]){0,60}\buntil\b|\bfrom (?:19|20)\d\d (?:to|until)\b/i.test(
    after.slice(0, 70),
  );
  if (ended || PAST_TIME.test(`${before.slice(-80)} ${told}`)) return 'former';
  return lastVerb(told);
}

const GOES_ON =
  /(?:,|\band|\bbut|\bwho)\s+(?:he\s+|she\s+)?(?:will\s+|shall\s+)?(?:also\s+)?(?:continues?|remains?|stays?)\b[^,;]{0,40}$/i;
const GOES_TO =
  /(?:,|\band|\bbut|\bwho)\s+(?:he\s+|she\s+)?(?:will|shall)\s+(?:now\s+|also\s+)?(?:serve|act|become|be|join|take)\b[^,;]{0,40}$/i;
const PAST_TIME =
  /\b(?:formerly|previously|prior to|until|from (?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:to|until|through)|between (?:19|20)\d\d|earlier in (?:his|her)|began (?:his|her) career)\b/i;
const VERBS: readonly (readonly [RegExp, RoleStatus])[] = [
  [new RegExp(APPOINT.source, 'gi'), 'appointed'],
  [new RegExp(CURRENT.source, 'gi'), 'current'],
  [new RegExp(FORMER.source, 'gi'), 'former'],
];

/** The verb nearest to the title decides; of two that end together the longer. */
function lastVerb(between: string): RoleStatus {
  let best: RoleStatus = 'current';
  let end = -1;
  let length = 0;
  for (const [regex, status] of VERBS) {
    regex.lastIndex = 0;
    for (let m = regex.exec(between); m !== null; m = regex.exec(between)) {
      const to = m.index + m[0].length;
      if (to > end || (to === end && m[0].length > length)) [best, end, length] = [status, to, m[0].length];
    }
  }
  return best;
}
