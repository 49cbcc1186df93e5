import type { Span } from '../reading/index.ts';

/** A fact, or what would have become one, that a check refused. */
export interface Refusal {
  /** The check's name, as the statistics print it. */
  readonly check: string;
  readonly fact: object;
  readonly start: number;
  readonly end: number;
}

/** What the checks refused of one filing. */
export class Refusals {
  readonly #all: Refusal[] = [];

  /** Takes down that a check refused a fact that stands at the span. */
  add(check: string, fact: object, { start, end }: Span): void {
    this.#all.push({ check, fact, start, end });
  }

  get all(): readonly Refusal[] {
    return this.#all;
  }

  /** How many facts each check refused, by its name; checks that refused nothing are left out. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { check } of this.#all) counts[check] = (counts[check] ?? 0) + 1;
    return counts;
  }
}

/** Named checks of one kind of fact: true where the fact is refused. The first that refuses is the one that is counted. */
export type Checks<Fact> = Readonly<Record<string, (fact: Fact) => boolean>>;

/** The name of the first check that refuses the fact; null where it passes them all. */
export function refusedBy<Fact>(checks: Checks<Fact>, fact: Fact): string | null {
  return Object.entries(checks).find(([, refuses]) => refuses(fact))?.[0] ?? null;
}

/** The facts that pass all checks; each other is taken down with the name of the first that refuses it. */
export function passing<Fact extends Span>(
  facts: readonly Fact[],
  checks: Checks<Fact>,
  refusals: Refusals,
): readonly Fact[] {
  return facts.filter((fact) => {
    const check = refusedBy(checks, fact);
    if (check !== null) refusals.add(check, fact, fact);
    return check === null;
  });
}
