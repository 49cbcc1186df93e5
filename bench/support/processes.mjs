import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openControlClient } from '@filigree/protocol';

const root = join(import.meta.dirname, '..', '..');

/** A port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a Node process whose error output is shown should it end by itself. */
export function start(script, args, { preload, ...options } = {}) {
  const child = spawn(process.execPath, [...(preload === undefined ? [] : ['--import', preload]), script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : ['ipc'])],
    ...options,
  });
  let tail = '';
  child.stderr.on('data', (data) => (tail = (tail + String(data)).slice(-4000)));
  let isStopping = false;
  child.on('exit', (code, signal) => {
    if (!isStopping && code !== 0) console.error(`${script} ended with ${String(code ?? signal)}\n${tail}`);
  });
  const stop = async (signal = 'SIGTERM') => {
    isStopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { child, stop };
}

/** `coordinator serve` on a free port, ready to answer. `preload` is a module that it loads first and gets a channel for. */
export async function serve(dir, args = [], preload = undefined) {
  const port = await freePort();
  const script = join(root, 'apps/coordinator/bin/coordinator.js');
  const common = ['--listen', `127.0.0.1:${String(port)}`, '--queue-dir', `${dir}/queue`, '--metrics', 'off'];
  const { child, stop } = start(script, ['serve', ...common, '--graph', `sqlite:${dir}/graph.db`, ...args], {
    cwd: dir,
    preload,
  });
  child.stdout.resume();
  const endpoint = { host: '127.0.0.1', port };
  const control = openControlClient(endpoint, CLEAR);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await control.status();
      break;
    } catch (error) {
      if (attempt === 300 || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    endpoint,
    control,
    pid: child.pid,
    onMessage: (act) => child.on('message', act),
    stop: async () => {
      control.close();
      await stop();
    },
  };
}

/** No TLS, no token: for loopback. */
export const CLEAR = { insecure: false };

/** A fleet of workers in one process; see fleet.mjs. `next` resolves to the next line that it prints, null at its end. */
export function fleet(port, workers, slots, args = []) {
  const script = join(import.meta.dirname, 'fleet.mjs');
  const { child, stop } = start(script, [
    '--port',
    String(port),
    '--workers',
    String(workers),
    '--slots',
    String(slots),
    ...args,
  ]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value } = await lines.next();
    return value === undefined ? null : JSON.parse(value);
  };
  return { stop, pid: child.pid, next };
}

/** Processor time that a process has used, in ms, user and system; NaN where the system does not tell (only Linux does). */
export function cpuMs(pid) {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      .split(' ');
    const TICK_MS = 10;
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}
