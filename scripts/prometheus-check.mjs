// Holds /metrics and the dashboard to the real Prometheus: promtool checks the text, a Prometheus scrapes a coordinator that
// has processed the samples, and every expression of the dashboard is asked there and must name metrics that exist.
//   node scripts/prometheus-check.mjs      (needs promtool and prometheus: Debian's package prometheus)
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const root = resolve(import.meta.dirname, '..');
const home = await mkdtemp(join(tmpdir(), 'filigree-prometheus-'));
const alive = [];

function start(command, args) {
  const child = spawn(command, args, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  child.said = '';
  child.stderr.on('data', (data) => (child.said = (child.said + data).slice(-4000)));
  child.ended = new Promise((done) => child.on('close', done));
  alive.push(child);
  return child;
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Asks until there is an answer that counts. */
async function until(what, look) {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await look().catch(() => undefined);
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s`);
    await sleep(200);
  }
}

async function check() {
  if (spawnSync('promtool', ['--version']).status !== 0) {
    console.log('SKIPPED: promtool is not installed, so /metrics is not checked (Debian: apt-get install prometheus)');
    return;
  }
  const [listen, metrics, web] = await Promise.all([freePort(), freePort(), freePort()]);
  const script = (name) => join(root, `apps/${name}/bin/${name}.js`);
  const node = process.execPath;
  start(node, [
    script('coordinator'),
    'serve',
    ...['--filings', join(root, 'samples'), '--listen', `127.0.0.1:${listen}`, '--metrics', `127.0.0.1:${metrics}`],
  ]);
  const text = () => fetch(`http://127.0.0.1:${metrics}/metrics`).then((answer) => answer.text());
  await until('metrics', text);
  start(node, [script('worker'), 'connect', '--no-ai', '--coordinator', `127.0.0.1:${listen}`]);
  await writeFile(
    join(home, 'prometheus.yml'),
    `scrape_configs:\n  - job_name: filigree\n    scrape_interval: 1s\n    static_configs: [{ targets: ['127.0.0.1:${metrics}'] }]\n`,
  );
  start('prometheus', ['--config.file=prometheus.yml', `--web.listen-address=127.0.0.1:${web}`]);
  const submit = start(node, [
    script('coordinator'),
    ...['submit', '--no-ai', '--wait', '--coordinator', `127.0.0.1:${listen}`],
  ]);
  if ((await submit.ended) !== 0) throw new Error(`submit: ${submit.said}`);

  const lint = spawnSync('promtool', ['check', 'metrics'], { input: await text(), encoding: 'utf8' });
  const complaints = `${lint.stdout}${lint.stderr}`.trim();
  if (lint.status !== 0 || complaints !== '') throw new Error(`promtool check metrics: ${complaints}`);

  const ask = async (query) => {
    const answer = await fetch(`http://127.0.0.1:${web}/api/v1/query?query=${encodeURIComponent(query)}`);
    const body = await answer.json();
    if (body.status !== 'success') throw new Error(`${query}: ${body.error}`);
    return body.data.result;
  };
  const completed = await until('scrape', async () => {
    const [found] = await ask('filigree_jobs{state="completed"} > 0');
    return found?.value[1];
  });

  const dashboard = JSON.parse(await readFile(join(root, 'deploy/grafana/filigree.json'), 'utf8'));
  const exposed = await text();
  const expressions = dashboard.panels.flatMap((panel) => panel.targets.map((target) => target.expr));
  for (const expression of expressions) {
    await ask(
      expression.replaceAll('$instance', '.*').replaceAll('$__rate_interval', '1m').replaceAll('$__range', '1h'),
    );
    for (const [name] of expression.matchAll(/\b(?:filigree|process)_\w+/g)) {
      const base = name.replace(/_bucket$/, '');
      if (!exposed.includes(`# TYPE ${base} `)) throw new Error(`the dashboard asks for ${name}, which is not exposed`);
    }
  }
  console.log(
    `promtool: clean; Prometheus scraped ${completed} completed jobs; ${expressions.length} expressions of the dashboard answered`,
  );
}

try {
  await check();
} catch (error) {
  console.error(`prometheus-check: ${error.message}`);
  for (const child of alive) console.error(child.said);
  process.exitCode = 1;
} finally {
  for (const child of alive) child.kill('SIGTERM');
  await Promise.all(alive.map((child) => child.ended));
  await rm(home, { recursive: true, force: true });
}
