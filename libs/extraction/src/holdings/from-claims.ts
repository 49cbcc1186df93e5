import { HOLDING_CHECKS } from '../facts/holding-checks.ts';
import { passing, type Refusals } from '../facts/refusals.ts';
import type { HoldingFact } from '../facts.ts';
import type { Claim, Filler } from '../frames/claim.ts';
import type { ReadSentence } from '../frames/read-claims.ts';
import type { DealSense, RelationSense } from '../lexicon/deals.ts';
import { sidesOf } from '../ownership/standing-for.ts';
import { toldIn } from '../ownership/told.ts';
import type { Reading, Span } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';
import { holderKind } from './values.ts';

const CLASS = wording(
  '\\b((?:class [a-z] )?(?:common stock|common shares|ordinary shares|preferred (?:stock|shares)|capital stock|units))\\b',
);
/** Rights to shares are no shares; a plan's or a table's totals are nobody's. */
const RIGHTS = wording('\\boptions?\\b|\\bwarrants?\\b|restricted|unvested|\\bexercis|\\bconvertible|\\bauthorized\\b');
const AS_OF = /\bas\s+(?:of|at)\s+(?:the\s+close\s+of\s+business\s+on\s+)?$/iu;
/** "or 7.9% of the class", "(7.9%)": the percentage of a number of shares, behind them. */
const BEHIND =
  /^[,\s(]*(?:(?:or|being|representing|constituting|which|is|about|approximately)\s+){0,3}(\d{1,2}(?:\.\d+)?)\s?%/iu;
/** Characters behind a number of shares in which its percentage is looked for. */
const REACH = 60;
/** Sentences in which the person meant by "he" or "she" is looked for. */
const BACK = 700;

interface Holder extends Span {
  readonly name: string;
  readonly kind: HoldingFact['holderKind'];
}

/** The two sides of a claim that somebody holds something. */
interface Held {
  readonly holder: Filler;
  readonly company: Filler;
  readonly shares: number | null;
  readonly percent: number | null;
}

/** A year behind a month is no number of shares. */
function countedIn(text: string, shares: number | null): number | null {
  return shares !== null && shares >= 1900 && shares < 2100 && new RegExp(`\\b${String(shares)}\\b`, 'u').test(text)
    ? null
    : shares;
}

function heldIn(claim: Claim<DealSense | RelationSense>): Held | null {
  const { agent, object, sense } = claim;
  if (agent === null || object === null || claim.past) return null;
  if (sense === 'own' || sense === 'dilute')
    return { holder: agent, company: object, shares: object.shares, percent: object.percent };
  if (sense === 'shareholder' || sense === 'owner')
    return {
      holder: object,
      company: agent,
      shares: object.shares ?? agent.shares,
      percent: object.percent ?? agent.percent,
    };
  return null;
}

/** Whom "he", "she" or a name of a person means. */
function peopleOf(reading: Reading, filler: Filler): Holder[] {
  const named = filler.people.map(({ name, start, end }) => ({ name, kind: 'person' as const, start, end }));
  if (named.length > 0 || filler.pronoun === null || !/^(?:he|she|his|her)$/u.test(filler.pronoun.word)) return named;
  const { at } = filler.pronoun;
  const block = reading.blocks[reading.blocksIn({ start: at, end: at + 1 })[0] ?? -1];
  if (block === undefined) return [];
  const last = reading.peopleIn({ start: Math.max(block.start, at - BACK), end: at }).at(-1);
  return last === undefined ? [] : [{ name: last.name, kind: 'person', start: last.start, end: last.end }];
}

/** "has disposed of its 30% interest in Acme": what was held is told as sold. */
function isSold({ claims }: ReadSentence, { construction, object }: Claim<DealSense | RelationSense>): boolean {
  const named = object?.organizations[0];
  return (
    construction === 'possessed-holding' &&
    claims.some((other) => other.sense === 'sell' && named !== undefined && other.object?.organizations[0] === named)
  );
}

function factsOf(reading: Reading, read: ReadSentence, claim: Claim<DealSense | RelationSense>) {
  const { sentence, tokens } = read;
  const held = isSold(read, claim) ? null : heldIn(claim);
  if (held === null) return [];
  const [company, ...others] = sidesOf(reading, tokens, sentence, held.company);
  if (company === undefined || others.length > 0) return [];
  const span = { start: claim.start, end: claim.end };
  const text = reading.text.slice(span.start, span.end);
  if (RIGHTS.test(text)) return [];
  const shares = countedIn(text, held.shares);
  const behind =
    shares === null || held.percent !== null
      ? null
      : BEHIND.exec(reading.text.slice(span.end, Math.min(sentence.end, span.end + REACH)));
  const percent = behind === null ? held.percent : Number(behind[1]);
  if (shares === null && percent === null) return [];
  const people = peopleOf(reading, held.holder);
  const holders: Holder[] =
    people.length > 0
      ? people
      : sidesOf(reading, tokens, sentence, held.holder).map(({ name }) => ({
          name,
          kind:
            holderKind(reading, name, span) === 'person' && reading.personName(name) !== name ? 'person' : 'company',
          ...span,
        }));
  // What several hold together is nobody's own.
  if (holders.length > 1 && !/\beach\b/iu.test(text)) return [];
  const date = reading
    .datesIn(sentence)
    .find(({ start, precision }) => precision === 'day' && AS_OF.test(reading.text.slice(start - 40, start)));
  return holders.map((holder): HoldingFact => {
    const start = holder.start >= sentence.start ? Math.min(holder.start, span.start) : span.start;
    return {
      holder: holder.name,
      holderKind: holder.kind,
      company: company.name,
      class: CLASS.exec(text)?.[1] ?? null,
      shares,
      percent: percent !== null && percent > 0 && percent <= 100 ? percent : null,
      asOf: date?.iso ?? null,
      ...reading.quote(start, span.end + (behind?.[0].length ?? 0)),
      source: `rule:${claim.sense}:${claim.construction}`,
      confidence: 0.8,
    };
  });
}

/** Who holds how much of whom, in sentences. */
export function holdingsInSentences(reading: Reading, refusals: Refusals): readonly HoldingFact[] {
  const told = toldIn(reading).sentences.flatMap((read) =>
    read.claims.flatMap((claim) => factsOf(reading, read, claim)),
  );
  return passing(told, HOLDING_CHECKS, refusals);
}
