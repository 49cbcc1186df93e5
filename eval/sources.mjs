// By rule or construction: how many facts it found, and how many of them score.py calls wrong.

/** Which kind of score.py judges a list of facts, and what makes two facts of the list one. */
const JUDGED = [
  { list: 'roles', kind: 'strict', key: ['person', 'organization', 'role', 'status'] },
  { list: 'events', kind: 'events', key: ['type'] },
  { list: 'ownership', kind: 'ownership', key: ['parent', 'child', 'kind'] },
  { list: 'holdings', kind: 'holdings', key: ['holder', 'company', 'class', 'shares', 'percent'] },
];

/** Rows { set, kind, source, facts, right, wrong } of a set; a fact in doubt counts as right, and a fact said twice twice. */
export function bySource({ name, filings }, extracted, misses) {
  const rows = new Map();
  for (const { list, kind, key } of JUDGED) {
    const nameOf = (accession, fact) =>
      [accession, ...key.map((part) => String(fact[part] ?? ''))].join('\n').toLowerCase();
    const wrong = new Set(
      misses
        .filter((miss) => miss.what === 'wrong' && miss.kind === kind)
        .map((miss) => nameOf(miss.accession, miss.fact)),
    );
    for (const { path, labels } of filings) {
      if (labels[list] === undefined) continue;
      for (const fact of extracted.get(path).facts[list]) {
        const id = `${list} ${fact.source}`;
        const row = rows.get(id) ?? { set: name, kind: list, source: fact.source, facts: 0, right: 0, wrong: 0 };
        rows.set(id, row);
        row.facts += 1;
        row[wrong.has(nameOf(labels.accession, fact)) ? 'wrong' : 'right'] += 1;
      }
    }
  }
  return [...rows.values()].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.facts - a.facts));
}

/** The rows of all sets as a table: a source a row, right/facts by set. */
export function sourceTable(rows) {
  const sets = [...new Set(rows.map(({ set }) => set))];
  const sources = new Map();
  for (const row of rows) {
    const id = `${row.kind} ${row.source}`;
    sources.set(id, { ...(sources.get(id) ?? {}), [row.set]: row });
  }
  const lines = [...sources].map(([id, cells]) => {
    const said = sets.map((set) =>
      cells[set] === undefined ? '' : `${String(cells[set].right)}/${String(cells[set].facts)}`,
    );
    const wrong = Object.values(cells).reduce((sum, cell) => sum + cell.wrong, 0);
    return `${id.padEnd(44)} ${said.map((cell) => cell.padStart(13)).join(' ')}  ${String(wrong).padStart(5)}\n`;
  });
  const head = `${'right/facts'.padEnd(44)} ${sets.map((set) => set.padStart(13)).join(' ')}  wrong\n`;
  return head + lines.sort().join('');
}
