// A worker that says random things on a Work stream: some of what a good one would, some of what no worker would.
import { Client, credentials } from '@grpc/grpc-js';
import { definitions, encoded, makeMessages } from './messages.mjs';
import { seeded } from './seeded.mjs';

const WORK = definitions['filigree.v1.WorkerService'].Work;
const READ = definitions['filigree.v1.WorkerService'].ReadFiling;
const raw = (bytes) => bytes;
const CAPABILITIES = { ai: 'AI_MODE_OFF', extractorVersion: '1' };
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Opens one stream after another until `isOver`; returns how many messages it sent. */
export async function fuzzWorker({ address, seed, isOver }) {
  let sent = 0;
  for (let nth = 0; !isOver(); nth++) {
    const client = new Client(address, credentials.createInsecure(), {
      'grpc.use_local_subchannel_pool': 1,
      'grpc.max_send_message_length': -1,
    });
    sent += await oneStream(client, seeded(`${seed}/${nth}`), isOver);
    client.close();
  }
  return sent;
}

async function oneStream(client, random, isOver) {
  const known = { tokens: [], leases: new Map() };
  const say = makeMessages(random, known);
  const call = client.makeBidiStreamRequest(WORK.path, raw, raw);
  let open = true;
  let sent = 0;
  call.on('error', () => undefined);
  call.on('status', () => (open = false));
  call.on('data', (bytes) => {
    for (const lease of WORK.responseDeserialize(bytes).leases) {
      known.leases.set(lease.token, lease);
      known.tokens.push(lease.token);
    }
  });
  const write = (message) => {
    const bytes = Buffer.isBuffer(message) ? message : encoded(WORK.requestSerialize, message);
    if (bytes === null || !open) return;
    call.write(bytes);
    sent += 1;
  };
  if (random() < 0.85) write({ hello: helloOf(say, random) });
  for (let left = say.below(200); left > 0 && open && !isOver(); left--) {
    write(random() < 0.85 ? plausible(say, known, random) : nonsense(say, random));
    if (random() < 0.02) call.pause();
    if (random() < 0.02) call.resume();
    if (random() < 0.02 && known.tokens.length > 0) readFiling(client, say, known);
    await sleep(say.below(25));
  }
  if (random() < 0.5) call.end();
  else call.cancel();
  await sleep(5);
  return sent;
}

function helloOf(say, random) {
  const slots = random() < 0.9 ? 1 + say.below(3) : 4_294_967_295;
  const workerId = random() < 0.2 ? 'honest-1' : `fuzz-${say.below(50)}`;
  return { workerId, bootId: `b${say.below(1e9)}`, host: 'h', version: '1', slots, capabilities: CAPABILITIES };
}

/** What a worker might say of a lease that it holds. */
function plausible(say, known, random) {
  const token = say.pick(known.tokens) ?? 1;
  const accession = known.leases.get(token)?.accession ?? '0009999101-10-000029';
  switch (say.below(9)) {
    case 0:
      return { credit: 1 + say.below(3) };
    case 1:
      return { started: [token] };
    case 2:
      return { beat: { leases: [{ token, stage: 'reading', progress: say.below(1e6) }], capabilities: CAPABILITIES } };
    case 3: {
      const delta = deltaOf(say, accession, random);
      return { completed: [{ token, summary: { ran: 'rules' }, delta, deltaBytes: delta.length }] };
    }
    case 4: {
      const resource = say.pick(['', 'neo4j', 'ollama', 'sec', 'disk', 'everything']);
      const failure = { token, failureClass: say.below(5), message: say.text(), resource, retryAfterMs: 2 ** 32 - 1 };
      return { failed: [failure] };
    }
    case 5:
      return { released: [token] };
    case 6:
      return { deltaParts: [{ token, index: say.below(3), data: Buffer.alloc(say.below(300_000)) }] };
    case 7:
      return { logs: Array.from({ length: say.below(200) }, () => ({ level: 'warn', text: say.text() })) };
    default:
      return random() < 0.1 ? { goodbye: true } : { credit: 1 };
  }
}

function deltaOf(say, accession, random) {
  const filing = ['Filing', accession, [], { form: '8-K', filed: '2010-01-01' }];
  const other = [say.pick(['Company', 'Person', 'Event', 'Nothing']), say.text(), [say.text()], { name: say.text() }];
  const delta = [1, accession, say.pick(['', '2010-01-01', '9999-01-01']), [filing, other], []];
  const bytes = Buffer.from(JSON.stringify(delta));
  return random() < 0.5 ? bytes : say.damage(bytes);
}

function nonsense(say, random) {
  const kind = random();
  if (kind < 0.2) return say.bytes();
  const message = say.message('filigree.v1.WorkerFrame');
  const bytes = encoded(WORK.requestSerialize, message) ?? say.bytes();
  return kind < 0.5 ? say.damage(bytes) : bytes;
}

function readFiling(client, say, known) {
  const ask = encoded(READ.requestSerialize, {
    jobId: 1 + say.below(30),
    token: say.pick(known.tokens),
    secret: say.text(),
  });
  const call = client.makeServerStreamRequest(READ.path, raw, raw, ask ?? say.bytes());
  call.on('error', () => undefined);
  call.on('data', () => undefined);
}
