import { AUXILIARIES, NEGATIONS } from '../lexicon/function-words.ts';
import type { Filler } from './claim.ts';
import { fillerOf, quantityFrom } from './filler.ts';
import { phraseBefore } from './sides.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verbs.ts';

export function coordinated(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  return before === 'and' || before === ',' || before === 'or' || before === 'then' || before === 'but';
}

export function byBehind(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < tokens.length && index - at <= 9; index++) {
    const { kind, lower } = tokens[index]!;
    if (lower === 'by') return true;
    if (kind === 'mark' && lower !== ',' && tokens[index - 1]?.kind !== 'number') return false;
    if (kind === 'organization' || (kind === 'word' && AUXILIARIES.has(lower)) || NEGATIONS.has(lower)) return false;
  }
  return false;
}

/** "owned 75% by Acme", "70% owned by Acme": the share belongs to what is owned. */
export function measuredObject(tokens: readonly Token[], group: VerbGroup, object: Filler, after: number): Filler {
  const behind = tokens[after]?.kind === 'percent' ? (tokens[after]!.value ?? null) : null;
  const percent = group.percent ?? behind ?? object.percent;
  return {
    ...object,
    percent,
    majority: object.majority || group.measure === 'majority',
    whole: object.whole || /^(?:wholly|fully|entirely)$/.test(group.measure),
  };
}

/** "Acme, 65% of whose shares are owned by": the name before the comma. */
export function whoseShares(tokens: readonly Token[], end: number): Filler | null {
  for (let at = end - 1; at >= 0 && end - at <= 6; at--) {
    if (tokens[at]!.lower !== 'whose') continue;
    let host = at - 1;
    while (host >= 0 && (tokens[host]!.kind === 'percent' || /^(?:of|all|,|most|half)$/.test(tokens[host]!.lower)))
      host--;
    if (tokens[host]?.kind !== 'organization') return null;
    return { ...fillerOf(tokens[host]!), ...quantityFrom(tokens, host + 2) };
  }
  return null;
}

export function passiveObject(
  tokens: readonly Token[],
  group: VerbGroup,
): { filler: Filler; subject: Subject | null } | null {
  const whose = whoseShares(tokens, group.first);
  if (whose !== null) return { filler: whose, subject: null };
  const before = phraseBefore(tokens, group.first);
  if (before !== null) return { filler: before.filler, subject: null };
  if (!group.passive || group.sense === 'found') return null;
  const subject = subjectOf(tokens, group.first, group.infinitive || coordinated(tokens, group.first));
  return subject === null ? null : { filler: subject.filler, subject };
}
