// The first lock of the door: what a query says, word by word, against what is allowed. `plan.ts` is the second one.

import { QUERY_LIMITS } from '../limits.ts';
import { refused } from '../refused.ts';
import type { Word } from '../words.ts';
import { tooMuch } from '../answer-size.ts';
import { BEFORE_BRACKET, FORBIDDEN, FUNCTIONS, TABLES, TABLE_FUNCTIONS, TAKEN } from './allowed.ts';
import { sqlWords } from './words.ts';

const HELP = 'what is allowed is in docs/security.md; a query that is empty lists the tables';

function is(word: Word | undefined, ...texts: readonly string[]): boolean {
  return word !== undefined && (word.kind === 'name' || word.kind === 'mark') && texts.includes(word.text);
}

/** The statement without EXPLAIN and without the semicolon at its end. */
function statementOf(words: readonly Word[]): readonly Word[] {
  let start = 0;
  let end = words.length;
  while (end > 0 && is(words[end - 1], ';')) end--;
  if (is(words[0], 'explain')) start = is(words[1], 'query') && is(words[2], 'plan') ? 3 : 1;
  const statement = words.slice(start, end);
  if (!is(statement[0], 'select', 'with', 'values')) {
    throw refused('it is no SELECT', `begin with SELECT, WITH, VALUES or EXPLAIN; ${HELP}`);
  }
  if (statement.some((word) => is(word, ';'))) throw refused('more than one statement', 'ask one after the other');
  return statement;
}

/** Where a list in brackets that begins at `at` ends: the place after its closing bracket; `at` itself where there is none. */
function afterNames(words: readonly Word[], at: number): number {
  if (!is(words[at], '(')) return at;
  let next = at + 1;
  while (words[next]?.kind === 'name' || words[next]?.kind === 'quoted' || is(words[next], ',')) next++;
  return is(words[next], ')') ? next + 1 : at;
}

/** The places where a common table expression gets its name: `WITH name (columns) AS MATERIALIZED (`. */
function expressions(words: readonly Word[]): Map<number, string> {
  const found = new Map<number, string>();
  words.forEach((word, at) => {
    if (!is(words[at - 1], 'with', ',') || (word.kind !== 'name' && word.kind !== 'quoted')) return;
    let next = afterNames(words, at + 1);
    if (!is(words[next++], 'as')) return;
    if (is(words[next], 'not')) next++;
    if (is(words[next], 'materialized')) next++;
    if (!is(words[next], '(')) return;
    if (TAKEN.test(word.text)) {
      throw refused(`${word.text} as the name of a common table expression`, 'give it another name');
    }
    found.set(at, word.text);
  });
  return found;
}

function checkTable(words: readonly Word[], at: number, made: ReadonlySet<string>): void {
  const word = words[at]!;
  const isQualified = is(words[at + 1], '.');
  const name = isQualified ? words[at + 2]?.text.toLowerCase() : word.text.toLowerCase();
  const isCall = is(words[at + (isQualified ? 3 : 1)], '(');
  if (isQualified && word.text.toLowerCase() !== 'main') throw refused(`the database ${word.text}`, HELP);
  if (name === undefined) return;
  if (isCall ? TABLE_FUNCTIONS.has(name) : TABLES.has(name) || TABLE_FUNCTIONS.has(name)) return;
  if (!isQualified && !isCall && made.has(name)) return;
  throw refused(`the table ${name} is not in this graph or may not be asked`, HELP);
}

interface Level {
  /** A comma here separates tables. */
  inFrom: boolean;
  /** What comes next names a table, or opens a bracket with one. */
  expected: boolean;
}

const ENDS_FROM = [
  'with',
  'select',
  'values',
  'where',
  'group',
  'having',
  'order',
  'limit',
  'window',
  'union',
  'except',
  'intersect',
];

/** Every place where SQL takes a table: after FROM, JOIN and their commas, and after IN. */
function checkTables(words: readonly Word[], made: ReadonlySet<string>): void {
  const levels: Level[] = [{ inFrom: false, expected: false }];
  words.forEach((word, at) => {
    const level = levels.at(-1);
    if (level === undefined) throw refused('a bracket is closed that was not opened', 'close what was opened');
    const { expected } = level;
    if (is(word, '(')) {
      level.expected = false;
      levels.push({ inFrom: expected, expected });
    } else if (is(word, ')')) levels.pop();
    else if (is(word, ',')) level.expected = level.inFrom;
    else if (is(word, ...ENDS_FROM)) Object.assign(level, { inFrom: false, expected: false });
    else if (is(word, 'join') || (is(word, 'from') && !is(words[at - 1], 'distinct')))
      Object.assign(level, { inFrom: true, expected: true });
    else if (is(word, 'in') && !is(words[at + 1], '(')) level.expected = true;
    else if (expected) {
      level.expected = false;
      checkTable(words, at, made);
    }
  });
}

function checkCalls(words: readonly Word[], named: ReadonlyMap<number, string>): void {
  words.forEach((word, at) => {
    const isCall = (word.kind === 'name' || word.kind === 'quoted') && is(words[at + 1], '(') && !named.has(at);
    if (!isCall || FUNCTIONS.has(word.text) || TABLE_FUNCTIONS.has(word.text)) return;
    if (word.kind === 'name' && BEFORE_BRACKET.has(word.text)) return;
    throw refused(`the function ${word.text} is not allowed`, HELP);
  });
}

/**
 * The statement of a query, without EXPLAIN before it. Throws USAGE unless it only reads the graph, with functions and tables
 * that are allowed, and TOO_LARGE where the text is too long.
 */
export function checkSql(query: string): string {
  if (Buffer.byteLength(query) > QUERY_LIMITS.textBytes)
    throw tooMuch(`its text is longer than ${String(QUERY_LIMITS.textBytes)} bytes`);
  const words = statementOf(sqlWords(query));
  for (const [at, word] of words.entries()) {
    const isWrite = is(word, ...FORBIDDEN) || (is(word, 'replace') && !is(words[at + 1], '('));
    if (isWrite && !is(words[at - 1], '.')) throw refused(`${word.text.toUpperCase()} is not allowed`, HELP);
  }
  const named = expressions(words);
  checkTables(words, new Set(named.values()));
  checkCalls(words, named);
  return query.slice(words[0]!.at);
}
