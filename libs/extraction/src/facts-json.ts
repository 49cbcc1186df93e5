import type { FilingFacts } from './facts.ts';

/** Keys of the printed form that differ from the facts' own. */
const PRINTED: Readonly<Record<string, string>> = {
  dealStatus: 'deal_status',
  holderKind: 'holder_kind',
  asOf: 'as_of',
};

function printed(fact: object): object {
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [
      PRINTED[key] ?? key,
      key === 'confidence' ? Math.round(Number(value) * 100) / 100 : (value as unknown),
    ]),
  );
}

/**
 * A filing's facts as one JSON line, without the line end: the labelling guide's form with `file` (the path exactly as
 * given), and `start`, `end`, `source` and `confidence` in each fact. Keys are snake_case. `dropped`: parts of the filing that
 * give no facts, by reason; printed where there are such.
 */
export function factsJson(facts: FilingFacts, file: string, dropped: Readonly<Record<string, number>> = {}): string {
  const { accession, roles, events, ownership, ratings, debt, holdings, trades } = facts;
  const lists = { roles, events, ownership, ratings, debt, holdings, trades };
  return JSON.stringify({
    file,
    accession,
    ...Object.fromEntries(Object.entries(lists).map(([kind, list]) => [kind, list.map(printed)])),
    ...(Object.keys(dropped).length > 0 && { dropped }),
  });
}
