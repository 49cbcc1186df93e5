// Each extracted fact with what score.py says of it, by which sources and confidences are judged.

/** Which kind of score.py judges a list of facts, and what makes two facts of the list one. */
const JUDGED = [
  { list: 'roles', kind: 'strict', key: ['person', 'organization', 'role', 'status'] },
  { list: 'events', kind: 'events', key: ['type'] },
  { list: 'ownership', kind: 'ownership', key: ['parent', 'child', 'kind'] },
  { list: 'holdings', kind: 'holdings', key: ['holder', 'company', 'class', 'shares', 'percent'] },
];

/**
 * The facts of a set's filings as { kind, source, confidence, wrong }, of the kinds that were labelled. A fact in doubt
 * counts as right; a fact said twice stands there twice.
 */
export function verdicts({ filings }, extracted, misses) {
  return JUDGED.flatMap(({ list, kind, key }) => {
    const nameOf = (accession, fact) =>
      [accession, ...key.map((part) => String(fact[part] ?? ''))].join('\n').toLowerCase();
    const wrong = new Set(
      misses
        .filter((miss) => miss.what === 'wrong' && miss.kind === kind)
        .map((miss) => nameOf(miss.accession, miss.fact)),
    );
    return filings
      .filter(({ labels }) => labels[list] !== undefined)
      .flatMap(({ path, labels }) =>
        extracted.get(path).facts[list].map((fact) => ({
          kind: list,
          source: fact.source,
          confidence: fact.confidence,
          wrong: wrong.has(nameOf(labels.accession, fact)),
        })),
      );
  });
}
