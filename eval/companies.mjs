// The figures of each company alone, of all others, and their spread.
import { scoreFilings } from './score.mjs';

const three = (value) => (value ?? 0).toFixed(3);
const SPREAD = [
  ['roles', 'precision'],
  ['roles', 'f1'],
  ['roles', 'role_accuracy'],
  ['roles', 'status_accuracy'],
  ['events', 'f1'],
  ['events', 'date_accuracy'],
  ['ownership', 'f1'],
];

/** Of each company of the set: { company, filings, alone, without }. */
export async function byCompany(folder, { filings }, extracted) {
  const companyOf = ({ path }) => extracted.get(path).company ?? 'unnamed';
  const score = async (some) => (await scoreFilings(folder, some, extracted, false)).figures;
  const rows = [];
  for (const company of [...new Set(filings.map(companyOf))].sort()) {
    const its = filings.filter((filing) => companyOf(filing) === company);
    const others = filings.filter((filing) => companyOf(filing) !== company);
    const [alone, without] = await Promise.all([score(its), score(others)]);
    rows.push({ company, filings: its.length, alone, without });
  }
  return rows;
}

/** Companies and the spread with one of them left out, for people. */
export function companyTable(name, rows) {
  const lines = rows.map(
    ({ company, filings, alone: { roles, events, ownership } }) =>
      `  ${`${company} (${String(filings)})`.padEnd(52)} roles F1 ${three(roles?.f1)} class ${three(roles?.role_accuracy)} ` +
      `status ${three(roles?.status_accuracy)}  events F1 ${three(events?.f1)} date ${three(events?.date_accuracy)}  ` +
      `ownership F1 ${three(ownership?.f1)}\n`,
  );
  const spread = SPREAD.map(([kind, key]) => {
    const values = rows
      .filter(({ alone }) => (alone[kind]?.gold ?? 0) > 0)
      .map(({ without }) => without[kind]?.[key] ?? 0);
    return `  ${`${kind} ${key}`.padEnd(24)} ${three(Math.min(...values))} to ${three(Math.max(...values))}\n`;
  });
  return `\n${name}: each company alone\n${lines.join('')}\n${name}: with one company left out, lowest to highest\n${spread.join('')}`;
}
