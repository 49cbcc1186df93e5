import { EXIT } from '@filigree/base';
import { CLIENT_FLAGS, NEO4J_FLAGS, defineCommand, writeAll } from '@filigree/cli';
import { openControlClient } from '@filigree/protocol';
import { securityOf } from '../commands/client.ts';
import { openStore } from '../serve/open-store.ts';

/** `coordinator graph dump`: the whole graph as sorted JSON lines; equal graphs give equal bytes. */
export const dumpCommand = defineCommand({
  name: 'graph dump',
  summary: 'print nodes, then relationships, as sorted JSON lines',
  flags: [...CLIENT_FLAGS.filter((key) => key !== 'coordinator'), 'graphCoordinator', 'graph', ...NEO4J_FLAGS],
  examples: ['coordinator graph dump', 'coordinator graph dump --graph sqlite:.filigree/samples/graph.db'],
  async run(values, _args, io) {
    const print = (line: string): Promise<void> => writeAll(io.stdout, `${line}\n`);
    if (values.graphCoordinator !== undefined) {
      const client = openControlClient(values.graphCoordinator, securityOf(values));
      try {
        await client.dumpGraph(print);
      } finally {
        client.close();
      }
      return EXIT.done;
    }
    const store = await openStore(values.graph, io.cwd, io.env);
    try {
      for await (const line of store.dump()) await print(line);
    } finally {
      await store.close();
    }
    return EXIT.done;
  },
});
