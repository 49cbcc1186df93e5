// Figures as a table for people.

const three = (value) => (value === undefined || value === null ? '  -  ' : value.toFixed(3));
const HEAD =
  `${''.padEnd(20)}      roles                            post by post         events                            ` +
  'ownership            holdings  quotes\n' +
  `${''.padEnd(20)}  n   P     R     F1    class status  P     R     F1     P     R     F1    main  date    ` +
  'P     R     F1     F1        verb. offs.\n';

/** A set without any fact has no share of right quotes. */
const measured = (quotes) => (quotes.checked > 0 ? quotes : undefined);

function row(name, filings, { quotes, ...rest }) {
  const figures = { ...rest, quotes: measured(quotes) };
  const cells = (kind, ...keys) => keys.map((key) => three(figures[kind]?.[key])).join(' ');
  return [
    name.padEnd(20),
    String(filings).padStart(3),
    ` ${cells('roles', 'precision', 'recall', 'f1', 'role_accuracy', 'status_accuracy')}`,
    ` ${cells('strict', 'precision', 'recall', 'f1')}`,
    ` ${cells('events', 'precision', 'recall', 'f1', 'main_recall', 'date_accuracy')}`,
    ` ${cells('ownership', 'precision', 'recall', 'f1')}`,
    ` ${cells('holdings', 'f1')}`,
    `    ${cells('quotes', 'verbatim', 'offsets')}\n`,
  ].join(' ');
}

function fire({ filings, figures }) {
  const shares = ['title', 'employer', 'subsidiary', 'bought', 'persons_right', 'pairs_related'];
  return `fire, ${String(filings)} sentences: ${shares.map((key) => `${key} ${three(figures[key])}`).join('  ')}\n`;
}

function terms({ name, figures: { terms: of } }) {
  if (of.labelled === 0) return '';
  return (
    `${name}: of ${String(of.labelled)} labelled begins and ends of posts that were found, ` +
    `${String(of.same)} the same, ${String(of.other)} another day, ${String(of.absent)} without a day\n`
  );
}

/** Every set in a row, its parts in rows below it. */
export function table(scored) {
  const rows = scored
    .filter(({ name }) => name !== 'fire')
    .flatMap((set) => [
      row(set.name, set.filings, set.figures),
      ...set.parts.map((part) => row(`  ${part.name}`, part.filings, part.figures)),
    ]);
  const dated = scored.filter(({ name }) => name !== 'fire').map(terms);
  const others = scored.filter(({ name }) => name === 'fire').map(fire);
  return [rows.length > 0 ? HEAD : '', ...rows, ...dated, ...others].join('');
}

/** Each fact missed and wrong, a line each. */
export function missLines({ name, misses }) {
  return misses
    .map(
      ({ what, kind, accession, fact }) => `${name} ${what.padEnd(6)} ${kind} ${accession} ${JSON.stringify(fact)}\n`,
    )
    .join('');
}
