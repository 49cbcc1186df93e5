import type { RoleClass } from '../facts.ts';
import { foldSpace } from '../reading/index.ts';

/** The words of a title in lower case, dots out, dashes as spaces: what the class patterns look at. */
export function foldTitle(title: string): string {
  return foldSpace(
    title
      .toLowerCase()
      .replace(/\(\d{1,2}\)?/g, '')
      .replace(/[’']s\b/g, '')
      .replace(/\./g, '')
      .replace(/&/g, ' and ')
      .replace(/[-–—/+]/g, ' '),
  );
}

const BOARD_CHAIR = /\b(?:co |vice |deputy )?(?:chair(?:man|woman|person)?)\b/;
const UNDER_CHIEF =
  /\b(?:deputy|vice|assistant|associate|former assistant|to the|advisor to|adviser to|office of)\s+(?:group\s+)?$/;
const CEO =
  /\bchief executive\b(?! (?:board|committee))|\bceo\b|\bpresident and chief executive|\bmanaging director\b|\bgeneral director\b/;
const CFO =
  /\bchief financial(?: and [a-z]+)? officer\b|\bcfo\b|\b(?:group )?(?:finance|financial) director\b|\bdirector of finance\b|\bchief finance officer\b|\bchief financial\b/;
const BOARD_MEMBER =
  /\b(?:independent|president|vice president) commissioner\b|\bboard member\b|\bmember of (?:the |its |our |their |[a-z]+ )?(?:[a-z&]+ ){0,4}(?:board|directoire)\b|\b(?:supervisory|managing|management|executive) board member\b|\bmember of [a-z ]{0,30}board of (?:directors|management)\b/;
const BARE_DIRECTOR =
  /^(?:(?:an?|the|one of the|independent|outside|external|non|nonexecutive|non executive|executive|lead|presiding|senior|class [i1-3a-c]+|co|founding|statutory|alternate|elected|nominee|full time|part time|public|unaffiliated|current|former|interim|acting|permanent|shareholder|supervisory|corporate|company|new|initial|proposed|additional|nominated|whole time|wholetime|substitute|delegated|regular|titular|staff elected|employee elected|representative|inside|internal|proprietary|senior managing|executive managing)\s?)*directors?(?: and [a-z ]*| nominee)?$/;
const DIRECTOR_WITH =
  /(?:^|\band |, ?|& ?)(?:(?:independent|non ?executive|executive|outside|inside|lead|representative|alternate|standing)\s)?director(?:$|,| and\b| &)/;
/** "Director, Investor Relations" heads a department. */
const AREA_DIRECTOR =
  /\bdirector, ?(?:of )?(?:investor|media|public|corporate|legal|finance|marketing|sales|business|human|strategy|strategic|research|engineering|technology|technical|operations|global|product|exploration|communications|clinical|medical|regulatory)\b/;
const CHIEF_OFFICER =
  /\bchief [a-z&, ]{1,50}(?:officer|counsel|accountant|economist|engineer|scientist|geologist)\b|\bc[oitmslrah]o\b|\bciso\b|\bccro\b/;
const OFFICER =
  /\bpresident\b|\bvp\b|\bevp\b|\bsvp\b|\bavp\b|\bsecretary\b|\btreasurer\b|\bcontroller\b|\bcomptroller\b|\b(?:general|corporate|group|chief) counsel\b|\bgeneral manager\b|\bmanaging partner\b|\bhead\b|\bdirector general\b|\bgeneral director\b|\bofficer\b|\bexecutive (?:committee )?member\b|\bmember of [a-z ]*(?:executive|management) committee\b|\bgeneral partner\b|\bmanaging member\b|\bprincipal accounting\b|\bchief of\b|\bdirector\b|\bcountry manager\b|\bdivision(?:al)? manager\b|\bminister\b|\bcommissioner\b|\bgovernor\b|\bdean\b|\brector\b|\bgeneral secretary\b|\bchief\b|\b(?:group|senior) executive\b|\bexecutive\b(?= committee)|\bmanaging officer\b|\bpublisher\b|\bcashier\b|\bclerk\b/;
const CONTACT =
  /\binvestors?\b(?: and| &)?(?: media| press| public)? ?(?:relations?|relationships?|contacts?|inquir|enquir)|\binvestor\b.*\brelations\b|\b(?:media|press|public|news|journalist)\b[ ,&a-z]*(?:relations?|contacts?|inquir|enquir|officer|office)|\bcontacts?\b|\binquir(?:y|ies)\b|\benquir(?:y|ies)\b|\bcommunications?\b|\bspokes(?:man|woman|person)\b|\bpublic affairs\b|\bfurther information\b|\bir\b|\bpr\b/;
const SIGNATORY =
  /\bauthori[sz]ed (?:signator(?:y|ies)|representative|person|officer|agent|attorney|signer)\b|\battor[a-z]{1,3}y\b[ -]*in[ -]*fact\b|\bsignator(?:y|ies)\b|\battorney\b(?! general)|\bproxy\b|\bduly authorized\b/;
const EXPERT =
  /\bqualified person\b|\bauditor\b|\banalyst\b|\blawyer\b|\bsolicitor\b|\bclinical professor\b|\bprofessor of (?:medicine|surgery|law)\b|\beconomist\b|\bgeologist\b|\bengineer\b|\bactuary\b|\binvestigator\b|\bphysician\b|\bsurgeon\b|\bscientist\b|\b(?:chartered|public) accountant\b|\bcounsel\b|\bresearcher\b|\bbanker\b/;
/** A committee's chair chairs no board. */
const COMMITTEE_CHAIR =
  /\b(?:vice |deputy )?chair(?:man|woman|person)?,? of (?:the |its |our )?(?:[a-z&]+ ){0,6}committee\b/g;
/** Other executives whose word alone says too little. */
const OTHER_FIRST =
  /\baccount director\b|\b(?:account|exploration|project|product|site|mine|office|assistant|plant|store|event|marketing communications|sales) manager\b|\baccount executive\b|\bassistant to\b|\bobserver\b|\bconsultant\b|\badvis[eo]r\b/;

/** What the rules of the SEC call the first two officers. */
const PRINCIPAL = /\bprincipal (executive|financial)(?:,? (?:and )?(?:accounting|financial|operating))? officer\b/;
/** A seat on the board of a fund or a trust, not the trustee of a bond. */
const TRUSTEE =
  /^(?:(?:an?|the|independent|interested|disinterested|lead|initial|managing|non|executive) )*trustees?(?:$|,? and\b|,)|(?:, |\band )trustee$|\bboard of trustees$/;
const FOREIGN_CLASSES: readonly (readonly [RoleClass, RegExp])[] = [
  [
    'ceo',
    /\bdiretora?[ -]presidente\b|\bdirect(?:eur|rice) g[eé]n[eé]ral|\bgerente general\b|\bdirector(?:a)? general\b(?= ejecutiv)|\bpr[eé]sident[e]? directeur/,
  ],
  [
    'cfo',
    /\bdirect(?:eur|rice|or|ora) financ|\bdiretora? financ|\bgerente de finanzas\b|\bdirector(?:a)? de finanzas\b/,
  ],
  ['chair', /\bpr[eé]sident[ae]? (?:du|del|de la|do) con(?:seil|sejo|selho)\b|\baufsichtsratsvorsitzende/],
  ['director', /\badministrat(?:eur|rice)\b|\badministrador(?:a)?\b|\bmitglied des (?:vorstands|aufsichtsrats)\b/],
  [
    'officer',
    /\bgerente\b|\bdiretora?\b|\bdirect(?:eur|rice|ora)\b|\bprokurist\b|\bpresident[ae]\b|\bvorstand|\bgesch[aä]ftsf[uü]hrer/,
  ],
];

function isChiefExecutive(title: string): boolean {
  if (PRINCIPAL.exec(title)?.[1] === 'executive') return true;
  if (/\bceo\b/.test(title) && !UNDER_CHIEF.test(title.slice(0, title.indexOf('ceo')))) return true;
  const m = CEO.exec(title);
  if (m === null) return false;
  if (UNDER_CHIEF.test(title.slice(0, m.index))) return CEO.test(title.slice(m.index + m[0].length));
  if (m[0] === 'general director')
    return /^(?:acting |interim |the |our |its )*general director(?: and .*)?$/.test(title);
  if (m[0] === 'managing director')
    return (
      /^(?:group |chief |joint |co |acting |interim |the |our )*managing director(?: and .*|, (?!general manager|head|member).*)?$/.test(
        title,
      ) && !/\bchief\b/.test(title)
    );
  return true;
}

function isChiefFinancial(title: string): boolean {
  if (PRINCIPAL.exec(title)?.[1] === 'financial') return true;
  const m = CFO.exec(title);
  return m !== null && !UNDER_CHIEF.test(title.slice(0, m.index));
}

function isDirector(title: string): boolean {
  if (BOARD_MEMBER.test(title) && !/\badvisory board\b/.test(title)) return true;
  if (TRUSTEE.test(title)) return true;
  if (BARE_DIRECTOR.test(title)) return true;
  return (
    DIRECTOR_WITH.test(title) &&
    !AREA_DIRECTOR.test(title) &&
    !/\b(?:department|regional|sales|marketing|medical|commercial|technical|relations) director/.test(title)
  );
}

/**
 * The class of a title: the first of the guide's classes that fits. `asContact` says that the person is printed as
 * a contact, which settles titles that no class above fits.
 */
export function classOfTitle(title: string, asContact = false): RoleClass {
  const told = foldTitle(title);
  // "member of the Board" says what it is of.
  const folded = /^(?:an? |the )?members? of /.test(told)
    ? told
    : told.replace(
        / (?:of|for) (?:our|the|its|said|this) (?:reporting )?(?:company|corporation|board|bank|group|fund|trust|registrant|issuer)$/,
        '',
      );
  const foreign = FOREIGN_CLASSES.find(([, words]) => words.test(folded));
  if (foreign !== undefined && !/\bchief\b|\bdirector\b/.test(folded)) return foreign[0];
  if (isChiefExecutive(folded)) return 'ceo';
  if (isChiefFinancial(folded)) return 'cfo';
  if (BOARD_CHAIR.test(folded.replace(COMMITTEE_CHAIR, '')) && !/\bchair(?:man|woman|person)? office\b/.test(folded))
    return 'chair';
  if (isDirector(folded)) return 'director';
  const senior =
    /\b(?:president|vp|evp|svp|chief)\b/.test(folded) ||
    (!asContact &&
      /\b(?:head|officer|manager|director)\b/.test(folded) &&
      !/\bcontact/.test(folded) &&
      !SIGNATORY.test(folded));
  if (!senior && SIGNATORY.test(folded)) return 'signatory';
  if (!senior && CONTACT.test(folded)) return 'contact';
  if (!senior && OTHER_FIRST.test(folded))
    return asContact && !/consultant|observer|exploration/.test(folded) ? 'contact' : 'other';
  if (CHIEF_OFFICER.test(folded) || OFFICER.test(folded)) return 'officer';
  if (EXPERT.test(folded)) return 'expert';
  if (asContact) return 'contact';
  return 'other';
}

/** Firms of lawyers and auditors: their partners are experts to everybody else. */
const PRACTICE =
  /\bLLP\b|\bL\.L\.P\b|\b(?:attorneys|lawyers|solicitors|abogados|abogadas|counsel)\b|\bS\.C\.|\p{Lu}\p{L}+\s&\s/u;

/**
 * The class of a post that is another organization's, or a past one: a partner of a law firm is an expert today, and an
 * engineer of long ago is none.
 */
export function classElsewhere(role: RoleClass, title: string, organization: string, past: boolean): RoleClass {
  if (past) return role === 'expert' || role === 'signatory' ? 'other' : role;
  if (role !== 'other' && role !== 'signatory') return role;
  return /\b(?:partner|associate)\b/i.test(title) && PRACTICE.test(organization) ? 'expert' : role;
}
