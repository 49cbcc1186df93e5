import type { DealSense } from '../lexicon/deals.ts';
import type { Claim, Filler } from './claim.ts';
import type { Subject } from './subject.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verbs.ts';

function whollyDenied(group: VerbGroup, subject: Subject | null): boolean {
  return group.denied || subject?.denied === true;
}

/** The claim of a verb with its sides. */
export function claimOf(
  tokens: readonly Token[],
  group: VerbGroup,
  construction: string,
  agent: Filler | null,
  object: Filler | null,
  subject: Subject | null,
  beside: ReadonlyMap<string, Filler>,
): Claim<DealSense> {
  const spans = [agent, object, ...beside.values()].filter((one) => one !== null);
  const noLonger =
    tokens[group.first - 1]?.lower === 'no' || (group.denied && tokens[group.at - 1]?.lower === 'longer');
  return {
    sense: group.sense,
    construction,
    agent,
    object,
    beside,
    past:
      noLonger || (group.sense === 'own' && tokens.slice(group.first, group.at).some(({ lower }) => lower === 'had')),
    denied: whollyDenied(group, subject),
    modality: subject?.conditional === true ? 'possible' : group.modality,
    infinitive: group.infinitive,
    start: Math.min(tokens[group.first]!.start, ...spans.map(({ start }) => start)),
    end: Math.max(tokens[Math.max(group.at, group.particle)]!.end, ...spans.map(({ end }) => end)),
  };
}
