import { wording } from '../wording/pattern.ts';

// What boards and meetings do. Their letters and minutes list it, an item each, far below the opening.
const DONE =
  'approved|recommended|fixed|declared|accepted|appointed|re-?appointed|elected|re-?elected|ratified|authori[sz]ed|resolved|decided|agreed|adopted|noted|proposed|designated|nominated|discharged|dismissed|removed|released|confirmed';
const TO_DO =
  'approve|recommend|declare|accept|appoint|re-?appoint|elect|re-?elect|ratify|authori[sz]e|propose|pay|distribute|convene|call|designate';
const NUMBER = '(?:\\(?(?:\\d{1,2}(?:\\.\\d{1,2})?|[a-z]|[ivx]{1,4})[.)]\\)? ?|[\u2022\u00b7\u25aa\u25cf*\u2013-] ?)?';

/** "1) Approved the audited results": an item of a list of resolutions. */
const DONE_ITEM = wording(`^\\W{0,4}${NUMBER}(?:${DONE}) \\p{L}`);
/** "(b) to accept the resignation". */
const TO_DO_ITEM = wording(`^\\W{0,4}${NUMBER}to (?:${TO_DO}) `);
/** "The Board of Directors also agreed to pay", "it was resolved to". */
const RESOLVED = wording(
  `(?:(?:the |our |company's )(?:supervisory |management |executive )?(?:board|directors|meeting|shareholders|stockholders|unitholders|assembly)(?: of [\\p{L} ]{3,40}?)?(?:,[^,;.]{1,80},)? (?:has |have )?(?:also |today |further |furthermore |thereby |\\p{L}{2,14}ly |, )*(?:${DONE})|meetings?[^;]{0,110} held [^;]{0,60}(?:approved|resolved|adopted|elected|re-?elected|appointed|declared|ratified|passed)|it (?:was|has been) (?:also |unanimously |further )*(?:resolved|decided|agreed|approved)|(?:was|were) (?:also |unanimously |duly )*(?:approved|resolved|elected|appointed|ratified|re-?elected)(?: (?:and|or) \\p{L}+)? (?:as|by|to|at))`,
);
/** What was decided at another time, or is still asked for. */
const NOT_NOW = wording(
  '(?:previously|earlier|last year|in (?:19|20)\\d{2}|had (?:approved|authori[sz]ed|resolved)|subsequent events?|accounting standards?)',
);
/** "4. Finally, we report that": an item of a letter that tells several things. */
const REPORTED_ITEM = wording(
  `^\\W{0,4}\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]\\)? ?[^.;]{0,60}(?:we (?:hereby |also )?(?:report|inform|announce|advise)|(?:the company|it) (?:has |have )?(?:today |yesterday )?(?:signed|entered into|agreed|acquired|sold|completed|received|issued|filed))`,
);
const REACH = 200;

/**
 * Whether a sentence is the decision of a board or a meeting, wherever in the filing it stands: `taken`; or an item of a
 * list that may as well be an agenda, "to approve ...": `listed`; else null.
 */
export function decisionIn(text: string): 'taken' | 'listed' | null {
  const head = text.slice(0, REACH);
  if (DONE_ITEM.test(head) || REPORTED_ITEM.test(head)) return 'taken';
  if (TO_DO_ITEM.test(head)) return 'listed';
  return RESOLVED.test(head) && !NOT_NOW.test(head) ? 'taken' : null;
}
