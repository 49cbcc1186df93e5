import type { Reading } from '../reading/index.ts';

/** How far before a table of votes its meeting may have been told. */
const REACH = 6000;
const MEETING = /\b(?:meeting|assembly)\b/i;
/** "held its annual meeting on", "At the meeting held on", "On May 3, the Company held". */
const HELD = /\b(?:held|convened|took place|was adopted|at (?:the|its|our) [^.;]{0,80}\bmeeting)\b/i;
/** "The results of the annual meeting on". */
const RESULTS = /\b(?:results?|votes?|voted|voting) [^.;]{0,80}\bmeeting\b/i;
const DAY = /(?:^|\b(?:on|held)|,)\s*$/i;

/** The day of the meeting that votes printed at the offset belong to; null where no sentence before them tells it. */
export function meetingDay(reading: Reading, offset: number): string | null {
  const { text } = reading;
  const { filed } = reading.submission;
  const dates = reading.datesIn({ start: Math.max(0, offset - REACH), end: offset });
  for (const date of [...dates].reverse()) {
    if (date.precision !== 'day' || (filed !== null && date.iso > filed)) continue;
    const sentence = reading.sentenceAt(date.start);
    if (sentence === undefined) continue;
    const words = text.slice(Math.max(sentence.start, date.start - 400), Math.min(sentence.end, date.end + 200));
    if (!MEETING.test(words) || !(HELD.test(words) || RESULTS.test(words))) continue;
    if (DAY.test(text.slice(Math.max(sentence.start, date.start - 12), date.start))) return date.iso;
  }
  return null;
}
