// Random damage: to filings, or to what workers and clients say to a coordinator. See HELP. Needs a build.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `npm run fuzz -- [--minutes N] [--seed TEXT] [--files DIR]...
npm run fuzz -- --worker [--minutes N] [--seed TEXT] [--filings DIR]
npm run fuzz -- --client [--minutes N] [--seed TEXT] [--filings DIR]

Damages the files below DIR (default ../shared/sgml and ../shared/filings, else samples) and reads them for N minutes
(default 1). The same seed gives the same inputs. What fails is kept in fuzz-failures/ with its message; exit code 1.

--worker and --client say random things, valid and not, to a coordinator over gRPC for N minutes, beside an honest run over
the filings of DIR (default samples). The coordinator must live, its memory stay within 200 MB of the start, and the graph
be that of a quiet run. Each connection's messages follow from the seed; when they are sent does not.`;

async function main() {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      worker: { type: 'boolean', default: false },
      client: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: randomBytes(6).toString('hex') },
      files: { type: 'string', multiple: true, default: [] },
      filings: { type: 'string', default: 'samples' },
    },
  });
  if (values.help) return void console.log(HELP);
  const minutes = Number(values.minutes);
  const { seed } = values;
  const isWrong = !(minutes > 0) || (values.worker && values.client);
  if (!isWrong && (values.worker || values.client)) {
    const { fuzzCoordinator } = await import('./fuzz/coordinator.mjs');
    const kind = values.worker ? 'worker' : 'client';
    process.exitCode = await fuzzCoordinator({ kind, minutes, seed, filings: resolve(values.filings) });
    return undefined;
  }
  const { fuzzFiles } = await import('./fuzz/files.mjs');
  if (isWrong || !fuzzFiles({ given: values.files, minutes, seed })) {
    console.error(HELP);
    process.exitCode = 2;
  }
  return undefined;
}

await main();
