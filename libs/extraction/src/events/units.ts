import type { DateMention, Reading, Span } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';
import { daysBetween } from './days.ts';
import type { ZonedBlock } from './zones.ts';

/** A release, or the form itself: its blocks that tell something, and when it was announced. */
export interface Unit {
  readonly blocks: readonly ZonedBlock[];
  /** From the first headline to the end of the sixth paragraph. */
  readonly opening: Span;
  /** ISO date of the announcement, or null. */
  readonly announced: string | null;
  /** An agreement, accounts or slides behind the release: what their pages are headed with did not happen now. */
  readonly paper: boolean;
}

const DATED = wording('(?:dated|issued|published|released?|announced|filed)(?: on| as of)?,? $');
/** Before a date: it is the end of a period or the day of something else. */
const NOT_DATELINE = wording(
  '(?:ended|ending|as (?:at|of|from)|effective|due|until|since|by|on|in|to|from|before|after|between|and|of|(?:mon|tues|wednes|thurs|fri)day,?)(?: on)? $',
);
const PAPER = wording(
  "(?:agreement|indenture|articles of|by-?laws|circular|financial statements|statutory|regulations|presentation|slides|minutes|schedule|annual accounts|management's discussion|proxy|letter from)",
);
const OPENING_PARAGRAPHS = 6;
const ELSEWHERE_DAYS = 1;

function openingOf(reading: Reading, blocks: readonly ZonedBlock[]): Span {
  const first = reading.blocks[blocks[0]!.block]!;
  const told = blocks
    .filter((b) => b.zone !== 'tail' && (b.zone !== 'paragraph' || b.order < OPENING_PARAGRAPHS))
    .slice(0, 40);
  const last = reading.blocks[told.at(-1)?.block ?? blocks[0]!.block]!;
  return { start: first.start, end: last.end };
}

/** A full date on which something can have been announced: not after the filing's own, which is New York's. */
function isPast(reading: Reading, date: DateMention): boolean {
  const { filed } = reading.submission;
  return date.precision === 'day' && (filed === null || daysBetween(filed, date.iso) <= ELSEWHERE_DAYS);
}

/** The dateline: the first full date above or at the beginning of the first paragraph. */
function datelineOf(reading: Reading, blocks: readonly ZonedBlock[]): string | null {
  for (const zoned of blocks.slice(0, 30)) {
    const block = reading.blocks[zoned.block]!;
    const reach = zoned.zone === 'paragraph' ? 220 : 300;
    const date = reading
      .datesIn({ start: block.start, end: Math.min(block.end, block.start + reach) })
      .find((d) => isPast(reading, d) && !NOT_DATELINE.test(reading.text.slice(Math.max(0, d.start - 30), d.start)));
    if (date !== undefined) return date.iso;
    if (zoned.zone === 'paragraph' && zoned.order > 1) return null;
  }
  return null;
}

function datedIn(reading: Reading, blocks: readonly ZonedBlock[], zones: readonly string[]): string | null {
  for (const zoned of blocks) {
    if (!zones.includes(zoned.zone)) continue;
    const block = reading.blocks[zoned.block]!;
    const dates = reading.datesIn(block).filter((d) => isPast(reading, d));
    const dated = dates.find((d) => DATED.test(reading.text.slice(Math.max(0, d.start - 30), d.start)));
    if (dated !== undefined) return dated.iso;
    if (zoned.zone === 'contents' && dates[0] !== undefined) return dates[0].iso;
  }
  return null;
}

/** The date beside the signatures: the last full date in the blocks that were skipped. */
function signedOn(reading: Reading, zones: readonly ZonedBlock[]): string | null {
  for (const zoned of zones) {
    if (zoned.zone !== 'skip') continue;
    const block = reading.blocks[zoned.block]!;
    if (!/\bdated?\b/iu.test(reading.text.slice(block.start, Math.min(block.end, block.start + 60)))) continue;
    const next = reading.blocks[zoned.block + 1] ?? block;
    const date = reading
      .datesIn({ start: block.start, end: Math.min(next.end, block.end + 60) })
      .find((d) => d.precision === 'day');
    if (date !== undefined) return date.iso;
  }
  return null;
}

/** Groups the zoned blocks into units and dates each of them. */
export function unitsOf(reading: Reading, zones: readonly ZonedBlock[]): readonly Unit[] {
  const groups = new Map<number, ZonedBlock[]>();
  for (const zoned of zones) {
    if (zoned.zone === 'skip') continue;
    const group = groups.get(zoned.unit);
    if (group === undefined) groups.set(zoned.unit, [zoned]);
    else group.push(zoned);
  }
  const fallback = signedOn(reading, zones) ?? reading.submission.filed;
  const cover = groups.get(0) ?? [];
  const stated = datedIn(reading, cover, ['statement', 'contents']);
  return [...groups.values()].map((blocks) => {
    const own = blocks[0]!.unit === 0 ? (stated ?? datelineOf(reading, blocks)) : datelineOf(reading, blocks);
    const headed = blocks
      .filter((zoned) => zoned.zone === 'headline')
      .slice(0, 6)
      .some((zoned) =>
        PAPER.test(reading.text.slice(reading.blocks[zoned.block]!.start, reading.blocks[zoned.block]!.end)),
      );
    const paper = headed && blocks[0]!.unit > 1;
    return { blocks, opening: openingOf(reading, blocks), announced: own ?? stated ?? fallback, paper };
  });
}
