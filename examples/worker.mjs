// A worker in a hundred lines of plain Node, from docs/protocol.md and the .proto files alone. It reads each filing over
// the stream, takes form and date from its header, and states one thing: that the filing exists.
//   node examples/worker.mjs [HOST:PORT]     (default 127.0.0.1:50051; ends when the coordinator drains it, or at Ctrl-C)
import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const SLOTS = 2;
const includeDirs = [new URL('../proto', import.meta.url).pathname];
const definition = loadSync('filigree/v1/worker.proto', { includeDirs, longs: Number, enums: String, defaults: true });
const { WorkerService } = loadPackageDefinition(definition).filigree.v1;
const address = process.argv[2] ?? '127.0.0.1:50051';
const client = new WorkerService(address, credentials.createInsecure(), { 'grpc.enable_http_proxy': 0 });
const capabilities = { ai: 'AI_MODE_OFF', extractorVersion: 'example-1' };

const boot = { workerId: `example-${process.pid}`, bootId: randomUUID(), secret: '' }; // Welcome tells the secret
const working = new Map(); // token -> stage: the leases that this worker processes now
const results = new Map(); // token -> a frame with Completed or Failed that is not settled yet
let stream = null;
let leaving = false;

const send = (frame) => stream?.write(frame);

// Over ReadFiling: chunks in order, the SHA-256 of the whole in the last one.
async function readFiling(jobId, token) {
  const chunks = [];
  let sum = null;
  for await (const chunk of client.ReadFiling({ jobId, token, secret: boot.secret })) {
    chunks.push(chunk.data);
    if (chunk.sha256.length > 0) sum = chunk.sha256;
  }
  const whole = Buffer.concat(chunks);
  if (sum !== null && createHash('sha256').update(whole).digest().equals(sum)) return whole;
  throw new Error('the filing arrived damaged');
}

// The graph delta (docs/protocol.md): version, accession, filing date, nodes, relationships.
function deltaOf(accession, bytes) {
  const header = bytes.subarray(0, 65_536).toString('latin1');
  const filed = /FILED AS OF DATE:\s*(\d{4})(\d\d)(\d\d)/.exec(header)?.slice(1).join('-') ?? '';
  const form = /CONFORMED SUBMISSION TYPE:\s*(\S+)/.exec(header)?.[1];
  const properties = { ...(form && { form }), ...(filed && { filed }) };
  return Buffer.from(JSON.stringify([1, accession, filed, [['Filing', accession, [], properties]], []]));
}

async function work({ token, jobId, accession }) {
  working.set(token, 'reading');
  send({ started: [token] });
  try {
    const bytes = await readFiling(jobId, token);
    const delta = deltaOf(accession, bytes);
    const summary = { bytes: bytes.length, nodes: 1, ran: 'rules' };
    results.set(token, { completed: [{ token, summary, delta, deltaBytes: delta.length }] });
  } catch (error) {
    const failure = { token, failureClass: 'FAILURE_CLASS_RETRYABLE', message: String(error.message) };
    results.set(token, { failed: [failure] });
  }
  working.delete(token);
  // Credit for the slot that is free again travels with the result.
  send({ ...results.get(token), credit: leaving ? 0 : 1 });
}

function beat() {
  const leases = [...working].map(([token, stage]) => ({ token, stage, progress: Date.now() }));
  send({ beat: { leases, capabilities } });
}

function connect() {
  stream = client.Work();
  const own = stream;
  const held = [...working.keys(), ...results.keys()];
  send({ hello: { ...boot, host: hostname(), version: '1', slots: SLOTS, capabilities, held } });
  let beats;
  own.on('data', ({ welcome, leases, settled, drain }) => {
    if (welcome) {
      boot.secret = welcome.secret;
      for (const token of welcome.lost) results.delete(token);
      for (const result of results.values()) send(result);
      send({ credit: SLOTS - working.size });
      beats = setInterval(beat, welcome.beatEveryMs);
    }
    for (const lease of leases) void work(lease);
    for (const { token } of settled) results.delete(token);
    leaving ||= drain;
    if (!leaving || working.size > 0 || results.size > 0) return;
    send({ goodbye: true });
    own.end();
  });
  own.on('error', () => undefined); // close follows and decides
  own.on('close', () => {
    clearInterval(beats);
    stream = null;
    if (leaving) client.close();
    else setTimeout(connect, 1000);
  });
}

process.once('SIGINT', () => process.exit(130));
connect();
