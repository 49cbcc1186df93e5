// By rule or construction, and by confidence: how many facts there are, and how many of them score.py calls wrong.
import { verdicts } from './verdicts.mjs';

/** Rows { ...of the key, facts, right, wrong } for what has the same key. */
function counted(judged, keyOf) {
  const rows = new Map();
  for (const verdict of judged) {
    const key = keyOf(verdict);
    const id = JSON.stringify(key);
    const row = rows.get(id) ?? { ...key, facts: 0, right: 0, wrong: 0, said: 0 };
    rows.set(id, row);
    row.facts += 1;
    row[verdict.wrong ? 'wrong' : 'right'] += 1;
    row.said += verdict.confidence;
  }
  return [...rows.values()];
}

/** Rows { set, kind, source, facts, right, wrong } of a set, most facts first within a kind. */
export function bySource(set, extracted, misses) {
  const rows = counted(verdicts(set, extracted, misses), ({ kind, source }) => ({ kind, source }));
  const shown = rows.map(({ kind, source, facts, right, wrong }) => ({
    set: set.name,
    kind,
    source,
    facts,
    right,
    wrong,
  }));
  return shown.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.facts - a.facts));
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

const STEP = 0.1;

/**
 * Rows { kind, from, facts, right, wrong, confidence } over several sets, by steps of confidence: `from` is the step's lower
 * end, `confidence` what the facts claim on average. A filing in two of the sets counts once.
 */
export function byConfidence(judged) {
  const steps = Math.round(1 / STEP);
  const stepOf = (confidence) => Math.min(steps - 1, Math.floor(confidence * steps + 1e-9)) / steps;
  return counted(judged, ({ kind, confidence }) => ({ kind, from: stepOf(confidence) }))
    .map(({ said, ...row }) => ({ ...row, confidence: Number((said / row.facts).toFixed(3)) }))
    .sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.from - a.from));
}

/** What facts of a confidence claim, and how many of them are right. */
export function confidenceTable(rows) {
  const lines = rows.map(({ kind, from, facts, right, confidence }) => {
    const share = (right / facts).toFixed(3);
    return `${kind.padEnd(10)} ${from.toFixed(1)} to ${(from + STEP).toFixed(1)} ${String(facts).padStart(6)}  ${confidence.toFixed(3)}  ${share}\n`;
  });
  return `${'confidence'.padEnd(21)}  facts  claims right\n${lines.join('')}`;
}
