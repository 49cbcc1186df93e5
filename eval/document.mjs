// The tables of figures in docs/extraction.md: that of the readable sets is written anew, that of the blind set gets a row more.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { EvalError, root } from './places.mjs';

const DOCUMENT = join(root, 'docs/extraction.md');

/** The headings below which the tables stand. */
const READABLE_HEADING = '### The readable sets';
const FIRE_HEADING = '### FIRE';
export const BLIND_HEADING = '### The blind set';

const COLUMNS = [
  ['roles P', 'roles', 'precision'],
  ['R', 'roles', 'recall'],
  ['F1', 'roles', 'f1'],
  ['class', 'roles', 'role_accuracy'],
  ['status', 'roles', 'status_accuracy'],
  ['post by post F1', 'strict', 'f1'],
  ['events P', 'events', 'precision'],
  ['R', 'events', 'recall'],
  ['F1', 'events', 'f1'],
  ['main R', 'events', 'main_recall'],
  ['date', 'events', 'date_accuracy'],
  ['ownership P', 'ownership', 'precision'],
  ['R', 'ownership', 'recall'],
  ['F1', 'ownership', 'f1'],
  ['holdings F1', 'holdings', 'f1'],
];
const FIRE = ['title', 'employer', 'subsidiary', 'bought', 'persons_right', 'pairs_related'];

const three = (value) => (value === undefined ? '' : value.toFixed(3));
const line = (cells) => `| ${cells.join(' | ')} |`;

/** Where the first table below the heading stands among the lines: [first, one past the last]. */
function tableBelow(lines, heading) {
  const at = lines.indexOf(heading);
  const first = lines.findIndex((text, nth) => at >= 0 && nth > at && text.startsWith('|'));
  if (first < 0) throw new EvalError(`${DOCUMENT} has no table below "${heading}"`);
  const length = lines.slice(first).findIndex((text) => !text.startsWith('|'));
  return [first, length < 0 ? lines.length : first + length];
}

/** The text with a row more at the end of the table below the heading. */
export function withRow(text, heading, cells) {
  const lines = text.split('\n');
  const [, end] = tableBelow(lines, heading);
  lines.splice(end, 0, line(cells));
  return lines.join('\n');
}

/** The text with other rows, the head among them, in the table below the heading. */
export function withTable(text, heading, rows) {
  const lines = text.split('\n');
  const [first, end] = tableBelow(lines, heading);
  lines.splice(first, end - first, ...rows.map(line));
  return lines.join('\n');
}

function rowsOf(scored) {
  const sets = scored.filter(({ name }) => name !== 'fire');
  const named = sets.flatMap((set) => [
    { ...set, name: `\`${set.name}\`` },
    ...set.parts
      .filter(({ name }) => set.name !== 'pool' || name === '8-K')
      .map((part) => ({ ...part, name: `of them \`${part.name}\`` })),
  ]);
  return [
    ['set', 'n', ...COLUMNS.map(([name]) => name)],
    ['---', '---', ...COLUMNS.map(() => '---')],
    ...named.map(({ name, filings, figures }) => [
      name,
      String(filings),
      ...COLUMNS.map(([, kind, key]) => three(figures[kind]?.[key])),
    ]),
  ];
}

async function write(text) {
  writeFileSync(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }));
}

/** The document's text. */
export const readDocument = () => readFileSync(DOCUMENT, 'utf8');

/** Writes the figures of all readable sets into their tables. */
export async function recordReadable(scored) {
  const { figures } = scored.find(({ name }) => name === 'fire');
  const fire = [FIRE, FIRE.map(() => '---'), FIRE.map((share) => three(figures[share]))];
  const tables = withTable(readDocument(), READABLE_HEADING, rowsOf(scored));
  await write(withTable(tables, FIRE_HEADING, fire));
}

/** Adds a row to the table of the blind set. */
export async function recordBlind(cells) {
  await write(withRow(readDocument(), BLIND_HEADING, cells));
}
