import type { Reading, Span } from '../reading/index.ts';
import { matchesIn } from '../wording/matches.ts';
import { foldSpace } from '../wording/pattern.ts';

/** A run of text that may name an organization; `sure` where the reading knows it as one. */
export interface Candidate extends Span {
  /** The full name, as far as the reading knows it. */
  readonly name: string;
  /** As it stands here. */
  readonly printed: string;
  readonly sure: boolean;
  /** It may also be a person: then it can be owned, not own. */
  readonly person?: true;
}

/** Verbs and posts of a headline: capitals there do not make them part of a name. */
const HEADLINE =
  '(?:Announces|Announced|Acquires?|Acquired|Acquiring|Buys?|Bought|Purchases|Purchased|Sells?|Sold|Selling|Divests?|Completes?|Completed|Closes|Closed|Agrees?|Agreed|Signs?|Signed|Enters?|Entered|Reports|Reported|Owns?|Owned|Holds|Held|Formed|Establish(?:es|ed)?|Becomes?|Raises?|Increases|Reduces?|Launch(?:es|ed)?|Offers|Makes?|Invests?|Takes?|Wins?|Receives?|Appoints?|Will|Has|Have|Is|Are|Was|Were)';
const WORD = `(?!${HEADLINE}(?![\\p{L}\\p{N}&.'\u2019/-]))\\p{Lu}[\\p{L}\\p{N}&.'\u2019!/-]*`;
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}@./])${WORD}(?:\\s(?:&\\s|(?:of|d(?:[aeiou]|el|ella|es|as|os))\\s(?=\\p{Lu}))?${WORD}){0,6}`,
  'gu',
);
/** Capitalized words that name no organization by themselves. */
const GENERIC = new Set(
  (
    'the this that these those through via between within without against none neither a an in on at as of for by with from to and or but if when while since until after before under upon during among it its we our they their he she his her mr mrs ms dr ' +
    'all any each both some other such no not also however following pursuant subject based including today yesterday ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'board directors director chairman president chief executive officer officers financial vice senior committee management member members secretary treasurer ceo cfo coo shareholder shareholders employees management insiders public citizens residents institutions individuals executives founders analysts customers ' +
    'company corporation registrant issuer group fund trust bank business unit division subsidiary subsidiaries affiliate affiliates joint venture parent holding ' +
    'reporting person persons filing undersigned investors vendor vendors target offeror offeree acquiror acquirer borrower lender guarantor loan party parties permitted domestic foreign another ' +
    'developer provider maker manufacturer firm demerging transition transitions items details decision method purpose number resolutions resolution changes change cash proposed amount title name shareholding subsidiary-guarantor group-wide ' +
    'relevant securityholders unitholders stockholders asset assets trust trusts taiwanese pty sellers buyers purchaser seller buyer parent knowledge consortium lenders underwriters agents advisers advisors common ordinary preferred class series share shares stock notes note bonds securities units unit warrants options ads adss adr adrs agreement agreements offer offering transaction merger arrangement acquisition sale sales purchase purchases disposal divestiture completion closing stake definitive takeover plan meeting annual general special extraordinary report form exhibit item schedule appendix section article rule act code law regulation ' +
    'nyse nasdaq tsx amex otc sec ifrs gaap us u.s usa uk eu u.k nv n.v ag plc inc ltd llc usd eur gbp cad aud million billion q1 q2 q3 q4 north south east west northern southern eastern western new central america polish swedish danish finnish belgian austrian portuguese greek turkish irish scottish british english ukrainian hungarian czech romanian bulgarian chilean argentine colombian peruvian thai malaysian indonesian philippine vietnamese egyptian saudi poland sweden denmark finland belgium austria portugal greece turkey ireland scotland britain england chile argentina colombia peru taiwan thailand malaysia indonesia egypt luxembourg bermuda significant principal major certain material wholly american europe european asia asian africa african canada canadian china chinese india indian japan japanese france french germany german israel israeli norway norwegian netherlands dutch switzerland swiss brazil brazilian australia australian mexico mexican russia russian spain spanish italy italian korea korean states united kingdom republic nigeria angola singapore ' +
    'prc hong kong macau latin gulf pacific atlantic caribbean scandinavian nordic baltic iberian dubai uae qatari vietnam kazakhstan pakistan ' +
    'project property properties mine mines deposit field license licence phase press news release page contact contacts investor investors media relations forward looking statements statement information website web internet email tel phone fax'
  ).split(' '),
);

const LEADING =
  /^(?:The|This|That|These|Those|In|On|At|As|For|By|With|From|To|And|Or|If|When|While|Since|After|Before|Under|Upon|Among|Its|Our|Their|Both|Each|All|Although|Because|Through|Also|Prior|Pursuant|Upon|Until|Effective|Following|During|However|Further|Today)\s+/u;
/** What a name is said to have or to be: "Chairman of X", "Report of X". */
export const OF_LEAD =
  /^.{0,80}\b(?:Report|Form|Notice|Release|Announcement|Chairman|Director|Directors|Board|CEO|CFO|Officer|President|Shareholders|Merger|Acquisition|Sale|Purchase|Shares|Subsidiary|Affiliate|None|Neither|Each|Either|Any|Both|Consortium)\s+of\s+(?:the\s+)?/u;

/** Openers that a comma parts from the sentence: "Separately, the Company", "Meanwhile, Acme". */
const OPENER =
  /ly$|^(?:Moreover|Furthermore|Meanwhile|Instead|Nevertheless|Nonetheless|Thereafter|Thereby|Later|Earlier|Then|Thus|Hence|Therefore|Yesterday|Tomorrow|First|Second|Third|Next|Besides|Elsewhere|Together|Overall|Again|Here|Now|Still)$/u;

/** A headline's verb between two names: "Acme Sells Borealis Ltd." */
export const HEADLINE_BETWEEN =
  /^(.{2,60}?)\s+(?:Announces|Acquires?|Acquired|Buys|Bought|Purchases|Purchased|Sells|Sold|Divests|Completes|Completed|Closes|Signs|Enters|Agrees)\s+(?:(?:Sale|Purchase|Acquisition|Disposal|Divestiture)\s+of\s+)?(\p{Lu}.*)$/isu;

/** A verb of a headline or a seat before a name: "Acquire Acme Ltd." */
const HEADLINE_LEAD = new RegExp(`^(?:(?:${HEADLINE}|[\\p{L}.]{2,20}-(?:based|listed|headquartered))\\s+)+`, 'u');

/** The same, and what is dealt in, in a headline of capitals: "COMPLETES SALE OF ITS STAKE IN ACME LTD." */
const CAPITALS_LEAD = new RegExp(
  `^(?:(?:${HEADLINE}|Definitive|Agreement|Completion|Sale|Acquisition|Purchase|Disposal|Divestiture|Remaining|Majority|Minority|Stake|Interest|Shares|Of|In|Its|The|To|By|Be|All|From)\\s+)+`,
  'iu',
);

/** What stands before a name in a headline and is no part of it. */
export function headlineLead(printed: string): string {
  const capitals = printed === printed.toUpperCase() && printed.includes(' ');
  return (capitals ? CAPITALS_LEAD : HEADLINE_LEAD).exec(printed)?.[0] ?? '';
}

/** Whether no word of the text says which organization it is: "Another Corporation", "Reporting Persons". */
export function saysNothing(printed: string): boolean {
  return printed.split(/\s+/u).every((word) => GENERIC.has(bare(word)));
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.,!'\u2019]+$/u, '');
}

function generic(word: string): boolean {
  return GENERIC.has(bare(word)) || /^\p{Lu}\.?$|-(?:based|listed|headquartered|owned|held|led)$/u.test(word);
}

const ACTS = /^(?:[\u2019']s\s|\s(?:acquired|bought|sold|owns?|holds?|agreed|completed|purchased|has acquired)\s)/u;

/** "GE acquired": two capitals name a company where they act. */
function isTwoLetters(reading: Reading, start: number, printed: string): boolean {
  return /^\p{Lu}{2}$/u.test(printed) && ACTS.test(reading.text.slice(start + 2, start + 20));
}

/** Capitalized runs between the known names, without sentence openers, dates and people. */
export function runsIn(reading: Reading, from: number, to: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of matchesIn(reading.text.slice(from, to), RUN)) {
    let start = from + match.index;
    let printed = match[0];
    for (let lead = LEADING.exec(printed); lead !== null; lead = LEADING.exec(printed)) {
      start += lead[0].length;
      printed = printed.slice(lead[0].length);
    }
    const of = printed.includes('of') ? OF_LEAD.exec(printed) : null;
    if (of !== null) {
      start += of[0].length;
      printed = printed.slice(of[0].length);
    }
    printed = printed.replace(/['\u2019]s(?:\s.*)?$/su, '').replace(/[.,'\u2019/-]+$/u, '');
    const words = printed.split(/\s+/u);
    if ((printed.length < 3 && !isTwoLetters(reading, start, printed)) || words.every((word) => generic(word)))
      continue;
    // A headline in capitals says what is done and to what before it says to whom.
    if (words.length > 1 && headlineLead(`${printed} `).length > printed.length) continue;
    // A single capitalized word that opens the sentence is a word like any other.
    if (words.length === 1 && start === from && /ing$|ed$|^\p{Lu}{7,}$/u.test(printed)) continue;
    if (words.length === 1 && OPENER.test(printed) && reading.text[start + printed.length] === ',') continue;
    const span = { start, end: start + printed.length };
    const people = reading.peopleIn(span);
    if (people.some((person) => person.honorific)) continue;
    if (reading.datesIn({ start: span.start, end: Math.min(to, span.end + 12) }).some((date) => date.start < span.end))
      continue;
    const name = foldSpace(printed);
    found.push({
      ...span,
      printed: name,
      // Most runs are looked at by no rule: their names are not looked up before one asks.
      get name() {
        return reading.organizationName(name);
      },
      sure: false,
      ...(people.length > 0 ? { person: true } : {}),
    });
  }
  return found;
}
