// `npm start`: processes the sample filings into a graph of their own and says what to try next. With --filings it uses
// the ordinary defaults; all other flags go to `coordinator load-graph` as they are.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const given = (flag) => args.some((word) => word === flag || word.startsWith(`${flag}=`));
const root = fileURLToPath(new URL('..', import.meta.url));
const sampleGraph = 'sqlite:.filigree/samples/graph.db';

const ownGraph = given('--graph');
const isSample = !given('--filings') && !given('--help') && !given('--distributed');
if (isSample) {
  args.push('--filings', fileURLToPath(new URL('../samples', import.meta.url)));
  if (!given('--queue-dir')) args.push('--queue-dir', '.filigree/samples/queue');
  if (!ownGraph) args.push('--graph', sampleGraph);
}

const child = spawn(process.execPath, [`${root}apps/coordinator/bin/coordinator.js`, 'load-graph', ...args], {
  stdio: 'inherit',
});
// The terminal sends Ctrl-C to the child as well; this process waits for it to end in order.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 70);
  if (code === 0 && isSample && !given('--json')) {
    const graph = ownGraph ? '' : ` --graph ${sampleGraph}`;
    console.log(`
The filings are fictional. What to try next:
  npx coordinator graph events${graph}
  npx coordinator graph dump${graph}
  npx worker extract --pretty samples/2010/*.txt
  npm start -- --tui --force                        the same with the monitor
  npm start -- --filings DIR --year 2010            your own filings`);
  }
});
