import { EXIT } from '@filigree/base';
import { defineCommand, printJsonLine, printLines, writeAll } from '@filigree/cli';
import { resultCsv, resultJson, resultTable } from '@filigree/graph';
import type { QueryResult } from '@filigree/graph';
import { TARGET_FLAGS, ask } from './target.ts';

type Row = QueryResult['rows'][number];

/** `coordinator graph query`: SQL on SQLite, Cypher on Neo4j, reading only. */
export const queryCommand = defineCommand({
  name: 'graph query',
  summary: 'ask in SQL (SQLite) or Cypher (Neo4j), reading only; without a query, what there is to ask of',
  flags: [...TARGET_FLAGS, 'csv'],
  args: [{ name: 'query', help: 'SELECT ... or MATCH ... RETURN ...', required: false, repeats: false }],
  examples: [
    'coordinator graph query',
    'coordinator graph query "SELECT name, cik FROM company ORDER BY name LIMIT 10"',
    'coordinator graph query --graph neo4j "MATCH (c:Company) RETURN c.name, c.cik LIMIT 10"',
  ],
  async run(values, [text], io) {
    let columns: readonly string[] = [];
    const rows: Row[] = [];
    await ask(values, io, 'query', { text }, (line) => {
      const part = JSON.parse(line) as { columns: string[] } | Row;
      if ('columns' in part) columns = part.columns;
      else rows.push(part);
    });
    const result = { columns, rows };
    if (values.json) for (const line of resultJson(result)) await printJsonLine(io, line);
    else if (values.csv) for (const line of resultCsv(result)) await writeAll(io.stdout, `${line}\n`);
    else await printLines(io, resultTable(result));
    return EXIT.done;
  },
});
