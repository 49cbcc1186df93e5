import type { FilingFacts, Grounded } from '@filigree/extraction';
import type { FactLine } from '@filigree/queue';

function line(kind: string, fact: Grounded, text: string): FactLine {
  const { quote, start, end, source } = fact;
  return { kind, text, quote, start, end, source };
}

function list(...parts: readonly (string | number | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ');
}

function money(amount: number | null, currency: string | null): string {
  return amount === null ? '' : `${currency === null ? '' : `${currency} `}${amount.toLocaleString('en-US')}`;
}

const percent = (value: number | null): string => (value === null ? '' : `${String(value)}%`);

/** Every fact of a filing as one line for a person, kinds in the order of the guide. */
export function factLines(facts: FilingFacts): FactLine[] {
  return [
    ...facts.roles.map((fact) =>
      line(
        'roles',
        fact,
        `${fact.person} → ${list(fact.title === '' ? fact.role : fact.title, fact.organization, fact.status)}`,
      ),
    ),
    ...facts.events.map((fact) =>
      line(
        'events',
        fact,
        list(fact.type.replaceAll('_', ' '), fact.company, fact.date, money(fact.amount, fact.currency)),
      ),
    ),
    ...facts.ownership.map((fact) =>
      line(
        'ownership',
        fact,
        `${fact.parent} → ${list(fact.child, fact.kind.replaceAll('_', ' '), percent(fact.percent), fact.dealStatus)}`,
      ),
    ),
    ...facts.ratings.map((fact) =>
      line('ratings', fact, `${fact.agency} → ${list(fact.subject, fact.value, fact.outlook)}`),
    ),
    ...facts.debt.map((fact) =>
      line(
        'debt',
        fact,
        list(
          `${fact.issuer} → ${fact.instrument}`,
          money(fact.amount, fact.currency),
          percent(fact.coupon),
          fact.maturity,
        ),
      ),
    ),
    ...facts.holdings.map((fact) =>
      line(
        'holdings',
        fact,
        `${fact.holder} → ${list(fact.company, fact.class, fact.shares?.toLocaleString('en-US'), percent(fact.percent), fact.asOf)}`,
      ),
    ),
    ...facts.trades.map((fact) =>
      line(
        'trades',
        fact,
        `${fact.person} → ${list(fact.company, fact.code, fact.date, fact.shares?.toLocaleString('en-US'), fact.price)}`,
      ),
    ),
  ];
}

const KINDS = ['roles', 'events', 'ownership', 'ratings', 'debt', 'holdings', 'trades'] as const;

/** How many facts each rule or model found, by `kind/source`. */
export function countBySource(facts: FilingFacts): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of KINDS) {
    for (const { source } of facts[kind]) counts[`${kind}/${source}`] = (counts[`${kind}/${source}`] ?? 0) + 1;
  }
  return counts;
}
