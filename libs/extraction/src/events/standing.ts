import type { EventType } from '../facts.ts';
import { matchesIn } from '../wording/matches.ts';
import { wording } from '../wording/pattern.ts';
import type { Cue } from './cues.ts';

const VERB = wording(
  '(?:announce[sd]?|announcing|reports?|reported|advise[sd]?|pleased to|confirm(?:s|ed)|today|has|have|will|whereby|regarding|notes)(?![\\p{L}])',
);
/** Right before a cue: what it names is told as background. */
const ASIDE = wording(
  '(?:previously|originally|earlier|last (?:year|month|week)|that (?:has|have) been|which (?:is|was|has|had|provides|are|will|would|may|can|operates|owns)|who (?:has|is|was|served|joined)|following|(?:conclusion|close) of|ensuing|forthcoming|approval (?:of|by|at)|in connection with|in relation to|subject to|prior to|pending|as announced|in accordance with|pursuant to(?! which)|proceeds (?:of|from)|after|since|with respect to)(?:[^,;.]{0,40})$',
);
const FAR = 170;
/** "was taken private in 2005": what is told with the year. */
const IN_YEAR = wording(
  '(?<![\\p{L}])(?:in|since|during|until) (?:(?:early|late|mid|\\p{L}{3,9})[- ])?((?:19|20)\\d\\d)(?!\\d)',
  'giu',
);
const DEALS: ReadonlySet<EventType> = new Set([
  'acquisition',
  'divestiture',
  'merger',
  'joint_venture',
  'contract',
  'management_change',
]);

/** Whether all years printed around a deal lie two or more before the filing's: the company's history. */
export function isHistory(text: string, cue: Cue, filed: string | null): boolean {
  if (filed === null || !DEALS.has(cue.type)) return false;
  const years = [...matchesIn(text.slice(Math.max(0, cue.from - 50), cue.to + 100), IN_YEAR)].map(([, year]) =>
    Number(year),
  );
  return years.length > 0 && years.every((year) => year < Number(filed.slice(0, 4)) - 1);
}

/** "at the Annual General Meeting": where something else is to happen, unless the sentence tells what the meeting did. */
const AT_MEETING = wording(
  "(?:at|to|by|until|before|after|for) (?:the|its|our|their|an?) (?:[\\p{L}']+ |\\d{4} ){0,2}$",
);
/** "approval will be sought at": what is to be asked there is not what is told here. */
const SOUGHT_AT = wording('(?:sought|obtained|required|submitted|put) (?:at|to) [^;.]{0,30}$');
const MET = wording(
  '(?:held|approv\\p{L}+|vot(?:ed|es|ing)|adopt\\p{L}+|passed|resol\\p{L}+|takes? place|took place|conven\\p{L}+|elected|asked to|asked at|agenda|announced that its)',
);

/** A cue in the main clause counts in full; one in a description of the company, an aside or a late clause less. */
export function standing(text: string, type: EventType, from: number, nth: number, decided: boolean): number {
  const verb = VERB.exec(text);
  const before = text.slice(Math.max(0, from - 60), from);
  if (ASIDE.test(before)) return 0.7;
  if (type === 'shareholder_meeting' && SOUGHT_AT.test(before)) return 0.55;
  if (type === 'shareholder_meeting' && AT_MEETING.test(before) && (nth > 0 || !MET.test(text))) return 0.55;
  if (verb === null || decided || text.length < 120) return 1;
  if (from < verb.index) return 0.75;
  return from - verb.index > FAR ? 0.8 : 1;
}

/** "and declared a dividend": told for itself beside the subject of the headline. */
const AND_DID = wording(
  '(?:and|,) (?:also |today |has |have |that |its |the |board |of |directors |company |it )*(?:declare[sd]?|announce[sd]?|approved|authori[sz]ed|entered|signed|appointed|agreed|closed|named|elected|completed|proposes?|increased|acquired|sold)(?![\\p{L}])',
);

/** Whether a cue behind the one that the headline shows only says more of that: a purpose, a means, what came before. */
export function goesAlong(text: string, cue: Cue, headed: ReadonlySet<EventType>): boolean {
  if (headed.has(cue.type) || (cue.type === 'acquisition' && headed.has('merger'))) return false;
  return !AND_DID.test(text.slice(Math.max(0, cue.from - 50), cue.to));
}
