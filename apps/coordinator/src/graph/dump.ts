import { EXIT } from '@filigree/base';
import { defineCommand, printJsonLine } from '@filigree/cli';
import { TARGET_FLAGS, eachDumpLine } from './target.ts';

/** `coordinator graph dump`: the whole graph as sorted JSON lines; equal graphs give equal bytes. */
export const dumpCommand = defineCommand({
  name: 'graph dump',
  summary: 'print nodes, then relationships, as sorted JSON lines',
  flags: TARGET_FLAGS,
  examples: ['coordinator graph dump', 'coordinator graph dump --graph sqlite:.filigree/samples/graph.db'],
  async run(values, _args, io) {
    await eachDumpLine(values, io, (line) => printJsonLine(io, line));
    return EXIT.done;
  },
});
