// Workers in one process, each with its own connection and the shipped session; a job takes them no time.
// node fleet.mjs --port N --workers N --slots N: prints a line of JSON a second, with the jobs taken since the last.
import { parseArgs } from 'node:util';
import { systemClock } from '@filigree/base';
import { openWorkClient } from '@filigree/protocol';
import { createWorkerSession } from '@filigree/queue';
import { CLEAR } from './processes.mjs';
import { deltaOf } from './deltas.mjs';
import { SUMMARY } from './queue-rig.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    workers: { type: 'string' },
    slots: { type: 'string' },
    // Prints each job's accession and the wall-clock time of its start.
    announce: { type: 'boolean', default: false },
    // Each completion carries a delta, for a coordinator that writes the graph.
    deltas: { type: 'boolean', default: false },
    // Each line says of each job that was settled how long after its completion was handed to the session.
    settled: { type: 'boolean', default: false },
    // A job takes so long, ms.
    pace: { type: 'string', default: '0' },
    // Starts jobs and never ends them.
    hold: { type: 'boolean', default: false },
  },
});
const workers = Number(values.workers);
const pace = Number(values.pace);
let taken = 0;
let frames = 0;
let welcomed = 0;
let settledMs = [];
const completedAt = new Map();

for (let index = 0; index < workers; index += 1) connect(`w${String(index)}`, Number(values.slots));

let lastMs = performance.now();
setInterval(() => {
  const nowMs = performance.now();
  const line = { welcomed, jobs: taken, frames, elapsed_ms: nowMs - lastMs };
  console.log(JSON.stringify(values.settled ? { ...line, settled_ms: settledMs } : line));
  settledMs = [];
  taken = 0;
  frames = 0;
  lastMs = nowMs;
}, 1000);

function settled(token) {
  const atMs = completedAt.get(token);
  if (atMs === undefined) return;
  completedAt.delete(token);
  settledMs.push(Math.round((performance.now() - atMs) * 100) / 100);
}

function connect(workerId, slots) {
  const client = openWorkClient({ host: '127.0.0.1', port: Number(values.port) }, CLEAR);
  const streams = new Map();
  const capabilities = { model: null, ai: 'off', writesGraph: !values.deltas, extractorVersion: '1' };
  const session = createWorkerSession(
    {
      workerId,
      bootId: `${workerId}-${String(process.pid)}`,
      host: 'bench',
      version: '1',
      slots,
      ahead: 0,
      labels: {},
      capabilities: () => capabilities,
      vitals: () => ({ loopLagMs: 0, rssBytes: 0, cpu: 0 }),
      clock: systemClock,
      random: Math.random,
    },
    {
      connect(streamId) {
        const stream = client.openStream({
          received: (frame) => {
            frames += 1;
            if (values.settled) for (const { token } of frame.settled ?? []) settled(token);
            session.received(streamId, frame);
          },
          closed: (error) => {
            streams.delete(streamId);
            if (error !== null) console.error(error.message);
            session.closed(streamId, 'closed');
          },
        });
        streams.set(streamId, stream);
        queueMicrotask(() => session.opened(streamId));
      },
      disconnect: (streamId) => streams.get(streamId)?.cancel(),
      send: (streamId, frame) => streams.get(streamId)?.send(frame),
      startJob({ token, job }) {
        taken += 1;
        if (values.announce)
          console.log(JSON.stringify({ started: job.accession, at_ms: performance.timeOrigin + performance.now() }));
        if (values.hold) return;
        const delta = values.deltas ? deltaOf(job.accession) : null;
        const completion = { token, summary: SUMMARY, facts: [], delta };
        const end = () => {
          if (values.settled) completedAt.set(token, performance.now());
          session.jobEnded({ kind: 'completed', completion });
        };
        if (pace === 0) setImmediate(end);
        else setTimeout(end, pace);
      },
      abortJob: () => undefined,
      welcomed: () => (welcomed += 1),
      draining: () => undefined,
      finished: () => undefined,
    },
  );
  session.start();
}
