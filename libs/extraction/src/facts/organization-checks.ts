import { isPlaceName, isStateOf } from '../lexicon/places.ts';
import { LEGAL_FORMS } from '../reading/lexicon.ts';
import { differByForm, organizationKey } from '../reading/index.ts';

// What an organization's slot cannot hold, and pairs that cannot be. Each check has a name; a fact that one refuses is dropped.

const LEGAL_FORM =
  /(?:\b(?:limited|ltd|ltda|inc|incorporated|corp|corporation|plc|llc|gmbh|ag|asa|as|ab|nv|bv|sa|se|spa|srl|lp|llp|co|kk|bhd|tbk|pllc|trust|fund|bank|group|holdings)|\b(?:n\.v|b\.v|s\.a|l\.p|l\.l\.c|s\.p\.a|s\.r\.l|c\.v|p\.l\.c|a\/s))\.?$/iu;
/** Places where things are traded or decided, papers, securities, plans: nobody is said to own, buy or sell them as a company. */
const NO_COMPANY =
  /\b(?:exchange|commission|court|authority|ministry|government|department|nasdaq|nyse|euronext|tsx|bank of (?:england|canada)|trustees?|board|committee|tribunal|office|mines?|project|property|deposit|plan|scheme|program(?:me)?|agreement|act|rules?|meeting|security|notes?|bonds?|debentures?|stock|shares?|warrants?|options?|certificates?|form|report|statement|schedule|exhibit|article|section|item|day|date|year|quarter|event|price|amount|value|closing|facility|regulation|principles?|standards?|officer|director|president|chairman|secretary|treasurer|district|division|segment|tract|distribution|affiliates?|part(?:y|ies)|representatives?|borrowers?|guarantors?|entit(?:y|ies)|renewal|coverage|policy)$/iu;
/** "Merlin Securities" is a firm, "debt securities" are none; so with insurance. */
const WARES = /(?:^|\s)(?:securities|insurance)$/iu;
const KINDS_OF_WARES = new Set(
  (
    'debt equity convertible subordinated preferred senior junior capital registrable eligible other such all restricted underlying offered marketable treasury government ' +
    'municipal asset-backed mortgage-backed exchangeable voting liability title deposit health life medical property casualty term group mortgage credit disability unemployment'
  ).split(' '),
);

/** Words that say which securities or what insurance, and not whose. */
function isWare(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/u).slice(0, -1);
  return WARES.test(name) && words.every((word) => KINDS_OF_WARES.has(word) || word === 'and' || word === 'the');
}

const DEFINED_ROLE =
  /^(?:the )?(?:trustee|holders?|guarantors?|underwriters?|borrowers?|lenders?|agents?|servicer|depositor|purchasers?|sellers?|buyers?|parent|reporting persons?|filing persons?|subsidiar(?:y|ies)|affiliates?|parties|party|company|corporation|registrant|issuer|group|partnership|bank|fund|trust|board|directors?|merger sub|management|executive|employee|participants?|administrators?|escrow agent|representatives?|selling (?:share|stock)holders?|investors?|vendors?|offeror|offeree|target|acquiror|acquirer|note|notes)$/iu;
const RATING_AGENCY =
  /^(?:moody[’']?s(?: investors? services?)?|standard (?:&|and) poor[’']?s(?: ratings services)?|s&p(?: global)?(?: ratings)?|fitch(?: ratings)?|dbrs|a\.?m\.? best|dominion bond rating)/iu;
const MARKET =
  /^(?:the )?(?:new york|american|london|toronto|tsx|nasdaq|nyse|hong kong|tokyo|frankfurt|euronext|otc|securities and exchange commission|sec|fda|ftc|fcc|irs|edgar|u\.?s\.?|united states|federal reserve|internal revenue)\b/iu;

/** "Provisions of the Delaware General Corporation Law", cut anywhere. */
const OF_A_LAW = /^(?:the )?(?:provisions?|sections?|articles?|chapters?) of\b|\bgeneral corporation(?: law)?$/iu;

/** Whether the name ends as those of companies do: in a legal form, "Bank", "Fund", "Trust". */
export function hasForm(name: string): boolean {
  const trimmed = name.trim();
  const last = trimmed.slice(trimmed.lastIndexOf(' ') + 1).toLowerCase();
  return LEGAL_FORM.test(trimmed) || LEGAL_FORMS.has(last.replaceAll('.', ''));
}

/** "Interim Surviving Corporation" is whoever is left. */
const LEFT_OVER = /\b(?:surviving|combined|acquired|resulting|merged) (?:corporation|company|entity|group|bank)$/iu;

/** Why a name cannot fill an organization's slot; null where it can. */
export function notAnOrganization(name: string): string | null {
  const trimmed = name.trim();
  if (DEFINED_ROLE.test(trimmed) || LEFT_OVER.test(trimmed)) return 'defined role';
  if (isPlaceName(trimmed) || isStateOf(trimmed)) return 'place';
  if (OF_A_LAW.test(trimmed)) return 'law';
  if (LEGAL_FORM.test(trimmed)) return null;
  if (NO_COMPANY.test(trimmed) || isWare(trimmed)) return 'paper, security or authority';
  if (!/\p{L}{2}/u.test(trimmed)) return 'no name';
  return null;
}

/** Why a name can be no side of a deal or a holding: it rates, trades, or decides. */
export function noSide(name: string): string | null {
  if (RATING_AGENCY.test(name)) return 'rating agency';
  if (MARKET.test(name) && !LEGAL_FORM.test(name)) return 'market or authority';
  return notAnOrganization(name);
}

const WITH_SUBSIDIARIES = /,? (?:and|&) (?:its |their )?(?:consolidated )?subsidiar(?:y|ies)$/iu;

/** Nobody owns, buys or sells itself. */
export function sameOrganization(a: string, b: string): boolean {
  const [one, other] = [a.replace(WITH_SUBSIDIARIES, ''), b.replace(WITH_SUBSIDIARIES, '')];
  return organizationKey(one) === organizationKey(other) && !differByForm(one, other);
}
