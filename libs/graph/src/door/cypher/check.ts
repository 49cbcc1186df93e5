// The lock before Neo4j: a transaction in read mode changes nothing, but it may load files, call the network and ask for settings.

import { tooMuch } from '../answer-size.ts';
import { QUERY_LIMITS } from '../limits.ts';
import { refused } from '../refused.ts';
import type { Word } from '../words.ts';
import { cypherWords } from './words.ts';

const HELP = 'what is allowed is in docs/security.md; a query that is empty lists labels and types';

const FIRST = ['match', 'optional', 'unwind', 'with', 'return', 'call'];

// Clauses that read something else than the graph, or change it.
const FORBIDDEN = ['load', 'use', 'create', 'merge', 'set', 'delete', 'detach', 'remove', 'foreach', 'drop', 'insert'];

/** Procedures that read the graph or say what there is in it. */
const PROCEDURES: ReadonlySet<string> = new Set([
  'db.index.fulltext.querynodes',
  'db.index.fulltext.queryrelationships',
  'db.index.fulltext.awaiteventuallyconsistentindexrefresh',
  'db.labels',
  'db.relationshiptypes',
  'db.propertykeys',
  'db.schema.nodetypeproperties',
  'db.schema.reltypeproperties',
  'db.schema.visualization',
]);

/** Neo4j keeps names without a point for its own functions, which only compute; others may be anybody's. */
const NAMESPACES = ['date', 'datetime', 'duration', 'localdatetime', 'localtime', 'point', 'time'];

const isName = (word: Word | undefined): word is Word => word?.kind === 'name' || word?.kind === 'quoted';

function is(word: Word | undefined, ...texts: readonly string[]): boolean {
  return word !== undefined && (word.kind === 'name' || word.kind === 'mark') && texts.includes(word.text);
}

/** The names joined by points that begin at `at`. */
function chainAt(words: readonly Word[], at: number): string[] {
  const names: string[] = [];
  for (let next = at; isName(words[next]); next += 2) {
    names.push(words[next]!.text);
    if (!is(words[next + 1], '.')) break;
  }
  return names;
}

/** A property, a label, a type or the key of a map may have any name. */
function isKey(words: readonly Word[], at: number): boolean {
  return is(words[at - 1], '.', ':', '|', '&', '!') || is(words[at + 1], ':');
}

function checkClauses(words: readonly Word[]): void {
  words.forEach((word, at) => {
    if (is(word, ...FORBIDDEN) && !isKey(words, at)) throw refused(`${word.text.toUpperCase()} is not allowed`, HELP);
    if (!is(word, 'call') || isKey(words, at) || is(words[at + 1], '{', '(')) return;
    const name = chainAt(words, at + 1).join('.');
    if (!PROCEDURES.has(name)) throw refused(`the procedure ${name || 'after CALL'} is not allowed`, HELP);
  });
}

function checkCalls(words: readonly Word[]): void {
  words.forEach((_word, at) => {
    if (!isName(words[at]) || is(words[at - 1], '.')) return;
    const names = chainAt(words, at);
    const isCall = names.length > 1 && is(words[at + names.length * 2 - 1], '(') && !is(words[at - 1], 'call');
    if (!isCall || NAMESPACES.includes(names[0]!)) return;
    if (names.length === 3 && names[0] === 'vector' && names[1] === 'similarity') return;
    throw refused(`the function ${names.join('.')} is not allowed`, HELP);
  });
}

/** Throws USAGE unless a query in Cypher only reads the graph, with procedures and functions that are allowed; TOO_LARGE where it is too long. */
export function checkCypher(query: string): void {
  if (Buffer.byteLength(query) > QUERY_LIMITS.textBytes)
    throw tooMuch(`its text is longer than ${String(QUERY_LIMITS.textBytes)} bytes`);
  const words = cypherWords(query);
  while (is(words.at(-1), ';')) words.pop();
  if (is(words[0], 'explain')) words.shift();
  if (!is(words[0], ...FIRST))
    throw refused('it begins with nothing that reads', `begin with MATCH, UNWIND, WITH or RETURN; ${HELP}`);
  if (words.some((word) => is(word, ';'))) throw refused('more than one statement', 'ask one after the other');
  checkClauses(words);
  checkCalls(words);
}
