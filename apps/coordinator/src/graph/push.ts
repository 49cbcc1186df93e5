import { EXIT } from '@filigree/base';
import { defineCommand, formatCount, formatGraph, note, printJson, printLine } from '@filigree/cli';
import { checkPush, openNeo4jStore, parseNeo4jSettings, pushGraph } from '@filigree/graph';
import { TARGET_FLAGS, onlyHere, withStore } from './target.ts';

/** `coordinator graph push`: an embedded graph into Neo4j. */
export const pushCommand = defineCommand({
  name: 'graph push',
  summary: 'move an embedded graph into the Neo4j of NEO4J_URI; may be run again',
  flags: TARGET_FLAGS,
  examples: [
    'NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=secret coordinator graph push --graph sqlite:.filigree/graph.db',
  ],
  async run(values, _args, io) {
    onlyHere(values, 'graph push');
    const { written, stale } = await withStore(values, io, 'read', async (source) => {
      const target = await openNeo4jStore(parseNeo4jSettings(io.env));
      try {
        checkPush(source, target);
        return await pushGraph(source, target, (done) => {
          if (done % 1024 === 0) note(io, `${formatCount(done)} filings pushed`);
        });
      } finally {
        await target.close();
      }
    });
    if (values.json) await printJson(io, { from: formatGraph(values.graph), to: 'neo4j', written, stale });
    else
      await printLine(
        io,
        `${formatCount(written)} filings are in Neo4j as here, ${formatCount(stale)} are newer there`,
      );
    return EXIT.done;
  },
});
