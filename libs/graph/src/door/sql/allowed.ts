// What a free query in SQL may use. Everything that stands here only computes from its arguments or reads the graph.

import { NODE_COLUMNS, RELATIONSHIP_COLUMNS } from '../../model/columns.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** The functions of https://sqlite.org/lang_corefunc.html and its sisters, without those that read files, load code or make values of any size from nothing. */
export const FUNCTIONS = set(`
  abs ceil ceiling char coalesce concat concat_ws exp floor format glob hex ifnull iif instr length like likelihood likely ln
  log log10 lower ltrim max min nullif octet_length pi power printf quote random regexp replace round rtrim sign soundex sqrt
  substr substring trim typeof unhex unicode unlikely upper
  date time datetime julianday unixepoch strftime timediff current_date current_time current_timestamp
  avg count group_concat median stdev string_agg sum total variance
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  json json_array json_array_length json_error_position json_extract json_group_array json_group_object json_insert json_object
  json_patch json_quote json_remove json_replace json_set json_type json_valid -> ->>
  cast`);

/** The views of labels and relationship types, and the tables under them. */
export const TABLES: ReadonlySet<string> = new Set([
  ...[...Object.keys(NODE_COLUMNS), ...Object.keys(RELATIONSHIP_COLUMNS)].map((name) => name.toLowerCase()),
  'node',
  'relationship',
  'statement',
  'meta',
  'sqlite_schema',
  'sqlite_master',
]);

/** Tables that are made from their arguments. */
export const TABLE_FUNCTIONS = set('json_each json_tree');

/** What may stand before a bracket and calls nothing. */
export const BEFORE_BRACKET = set(`
  all and as between by case distinct else escape except exists filter from group having in intersect is isnull join like
  limit glob materialized not notnull offset on or order over partition regexp returning select then union using values when
  where window with`);

/** Words of SQL that no query needs which only reads; `replace` is a function as well. */
export const FORBIDDEN = set(`
  alter analyze attach begin commit create delete detach drop insert match pragma raise recursive reindex release returning
  rollback savepoint update vacuum`);

/** Names that a common table expression may not take: what SQLite knows by them would show where the expression does not. */
export const TAKEN =
  /^(sqlite_|pragma_|fts\d|rtree|geopoly|json_|jsonb_|vector|carray|csv|dbstat|fsdir|generate_series|zipfile)/;
