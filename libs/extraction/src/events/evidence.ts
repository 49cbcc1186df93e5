import type { EventType } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { matchesIn } from '../wording/matches.ts';
import { wording } from '../wording/pattern.ts';
import { announces, cuesIn } from './cues.ts';
import { decisionIn } from './decisions.ts';
import type { Unit } from './units.ts';
import { DATELINE } from './zones.ts';
import type { Zone, ZonedBlock } from './zones.ts';

/** A piece of text that shows an event of a type, and how well. */
export interface Evidence {
  readonly type: EventType;
  readonly score: number;
  readonly zone: Zone;
  /** The sentence. */
  readonly sentence: Span;
  /** The words of the cue. */
  readonly cue: Span;
  readonly unit: Unit;
  /** See `decisionIn`. */
  readonly decided: ReturnType<typeof decisionIn>;
}

const MAX_SENTENCE = 900;
const LAST_PARAGRAPH = 12;
const LAST_HEADING = 6;
const LAST_REPORTED = 6;
const PAPER_WEIGHT = 0.6;
/** Less than this shows nothing. */
const TELLS = 0.3;
/** Points under a headline. */
const BULLET = /^\s*(?:[\u2022\u00b7\u25aa\u25cf*-]|o\s)/u;
const QUOTED = /^\s*["\u201c]/u;
const SAYS = wording('["\u201d],? (?:said|commented|stated|added|says)|(?:said|commented|stated|added)[,:] ["\u201c]');
const ALSO = wording(
  '(?:also|further|additionally|in addition(?! to)|separately|as part of|today|simultaneously|concurrently).{0,80}(?<!recently |previously |earlier )(?:announce[sd]?|report(?:s|ed)|entered|signed|agreed|intends|approved|appointed|declared|the resignation)',
);
/** The beginning of a sentence that tells the market something. */
const REPORTS = wording(
  '^(?:[^.;]|(?<=[. ]\\p{L}|(?<![\\p{L}])(?:no|inc|ltd|co|corp))\\.){0,140}?(?:we (?:hereby |also |further |wish to |would like to |are pleased to )*(?:report|inform|announce|advise|notify|communicate)|(?:is|are) pleased to (?:announce|advise|inform|report)|hereby (?:informs?|announces?|notif(?:y|ies)|reports?|communicates?)|was (?:today )?(?:served|notified|informed) |gave notice|(?<!recently |previously |earlier |already |first |when |as )announce[sd]? (?:today )?(?:that|the|its|a))',
);
/** Decisions that count wherever they stand. */
const DECIDED = wording(
  '(?:board|directors|company)(?: of directors)?[^.;]{0,60}(?:declared|approved|authori[sz]ed|proposes?|will propose|recommend(?:s|ed)|resolved to propose|decided)[^.;]{0,80}(?:dividend|distribution|repurchase|buy-?back)|will propose[^.;]{0,60}dividend|(?:special|annual|extraordinary)(?: general)? meeting of (?:share|stock|unit)holders[^.;]{0,60}(?:will be|to be) held on',
);
const PLUMBING = wording(
  'indicate by check mark|incorporated by reference|shall (?:not )?be deemed|registration statements? on form|is (?:included|attached|furnished|filed) (?:as|herewith|hereto)|file no|^(?:contact|tel|phone|fax|website|page \\d)|translation|furnish(?:ed|ing) (?:this|the|under)',
);
const STATED = wording(
  'whereby|announc(?:ed|es|ing)|press release|report(?:ed|s)?|entitled|regarding|relating to|with respect to|in relation to',
);

/** A heading among the statements: words of a title, and no full stop. */
const HEADING = /^\s*\p{Lu}[^.!?]{12,140}$/u;

/** How much a sentence at this place weighs. 1 is enough to be believed. */
function weightOf(zoned: ZonedBlock, nth: number, text: string, decided: ReturnType<typeof decisionIn>): number {
  switch (zoned.zone) {
    case 'contents':
      return 0.95;
    case 'headline':
      return BULLET.test(text) ? 0.7 : 1;
    case 'statement':
      if (PLUMBING.test(text) && !STATED.test(text)) return 0;
      if (zoned.order <= LAST_HEADING && HEADING.test(text)) return 0.9;
      if (zoned.order === 0 || STATED.test(text)) return nth === 0 ? 1 : 0.6;
      if (decided !== null || (zoned.order <= LAST_REPORTED && REPORTS.test(text))) return 0.85;
      if (nth === 0 && DATELINE.test(text)) return 0.9;
      if (zoned.order <= 2) return nth === 0 ? 0.75 : 0.5;
      return announces(text) ? 0.6 : 0.3;
    case 'paragraph':
      if (QUOTED.test(text) || SAYS.test(text)) return 0.15;
      if (zoned.order === 0 && nth === 0) return 1;
      if (ALSO.test(text) || DECIDED.test(text) || decided !== null) return 0.85;
      if (zoned.order <= LAST_REPORTED && REPORTS.test(text)) return 0.85;
      if (zoned.order === 0) return 0.55;
      if (zoned.order <= 2) return announces(text) ? 0.5 : 0.35;
      return announces(text) ? 0.3 : 0.15;
    default:
      return 0;
  }
}

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
const LONG_PAST = 0.5;

/** Whether all years printed around a deal lie two or more before the filing's: the company's history. */
function isHistory(
  text: string,
  cue: { readonly type: EventType; readonly from: number; readonly to: number },
  filed: string | null,
): boolean {
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
function standing(text: string, type: EventType, from: number, nth: number, decided: boolean): number {
  const verb = VERB.exec(text);
  const before = text.slice(Math.max(0, from - 60), from);
  if (ASIDE.test(before)) return 0.7;
  if (type === 'shareholder_meeting' && SOUGHT_AT.test(before)) return 0.55;
  if (type === 'shareholder_meeting' && AT_MEETING.test(before) && (nth > 0 || !MET.test(text))) return 0.55;
  if (verb === null || decided || text.length < 120) return 1;
  if (from < verb.index) return 0.75;
  return from - verb.index > FAR ? 0.8 : 1;
}

/** What only goes along with the subject of the headline, in one sentence with it, needs a second sentence to be believed. */
const ALONG = 0.75;
const HEADS = 0.8;

/** "and declared a dividend": told for itself beside the subject of the headline. */
const AND_DID = wording(
  '(?:and|,) (?:also |today |has |have |that |its |the |board |of |directors |company |it )*(?:declare[sd]?|announce[sd]?|approved|authori[sz]ed|entered|signed|appointed|agreed|closed|named|elected|completed|proposes?|increased|acquired|sold)(?![\\p{L}])',
);

/** Whether a cue behind the one that the headline shows only says more of that: a purpose, a means, what came before. */
function goesAlong(
  text: string,
  cue: { readonly type: EventType; readonly from: number; readonly to: number },
  headed: ReadonlySet<EventType>,
): boolean {
  if (headed.has(cue.type) || (cue.type === 'acquisition' && headed.has('merger'))) return false;
  return !AND_DID.test(text.slice(Math.max(0, cue.from - 50), cue.to));
}

/** What the units show, one entry a type and sentence. */
export function evidenceIn(reading: Reading, units: readonly Unit[]): readonly Evidence[] {
  const found: Evidence[] = [];
  const { filed } = reading.submission;
  for (const unit of units) {
    const headed = new Set<EventType>();
    for (const zoned of unit.blocks) {
      if (zoned.order > LAST_PARAGRAPH || zoned.zone === 'tail') continue;
      const block = reading.blocks[zoned.block]!;
      reading
        .sentencesIn(block)
        .slice(0, 8)
        .forEach((sentence, nth) => {
          const text = reading.text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
          const decided = decisionIn(text);
          const weight = weightOf(zoned, nth, text, decided) * (unit.paper ? PAPER_WEIGHT : 1);
          if (weight < TELLS) return;
          const cues = cuesIn(text);
          const lead = Math.min(...cues.filter(({ type }) => headed.has(type)).map(({ from }) => from));
          for (const cue of cues) {
            const along = zoned.zone === 'paragraph' && cue.from > lead && goesAlong(text, cue, headed) ? ALONG : 1;
            const score =
              weight *
              cue.weight *
              along *
              (isHistory(text, cue, filed) ? LONG_PAST : 1) *
              (zoned.zone === 'headline' ? 1 : standing(text, cue.type, cue.from, nth, decided !== null));
            if (zoned.zone === 'headline' && score >= HEADS) headed.add(cue.type);
            const { from, to } = cue;
            found.push({
              type: cue.type,
              score,
              zone: zoned.zone,
              sentence,
              cue: { start: sentence.start + from, end: sentence.start + to },
              unit,
              decided,
            });
          }
        });
    }
  }
  return found;
}
