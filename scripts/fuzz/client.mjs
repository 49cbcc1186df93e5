// A client that asks a coordinator random things: good requests, random ones, random bytes, broken HTTP/2, silence.
import { connect as connectTcp } from 'node:net';
import { connect as connectHttp2 } from 'node:http2';
import { Client, credentials } from '@grpc/grpc-js';
import { definitions, encoded, makeMessages } from './messages.mjs';
import { seeded } from './seeded.mjs';

const raw = (bytes) => bytes;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const METHODS = ['filigree.v1.ControlService', 'filigree.v1.WorkerService', 'grpc.health.v1.Health'].flatMap(
  (service) => Object.values(definitions[service]),
);
const TYPES = new Map(
  Object.entries(definitions).flatMap(([name, one]) => (one.type?.field === undefined ? [] : [[one.type.name, name]])),
);
const CALL_MS = 4_000;

/** Asks one thing after another until `isOver`; returns how many. */
export async function fuzzClient({ address, seed, isOver }) {
  let asked = 0;
  for (let nth = 0; !isOver(); nth++) {
    const random = seeded(`${seed}/${nth}`);
    const say = makeMessages(random);
    const client = new Client(address, credentials.createInsecure(), {
      'grpc.use_local_subchannel_pool': 1,
      'grpc.max_send_message_length': -1,
    });
    const calls = [];
    for (let left = 5 + say.below(60); left > 0 && !isOver(); left--) {
      if (random() < 0.05) await broken(address, say, random);
      else calls.push(ask(client, say, random));
      asked += 1;
      await sleep(say.below(30));
    }
    if (random() < 0.5) for (const call of calls) call.cancel();
    client.close();
  }
  return asked;
}

function ask(client, say, random) {
  const method = say.pick(METHODS);
  const bytes = requestFor(method, say, random);
  const call = client.makeBidiStreamRequest(method.path, raw, raw, { deadline: Date.now() + CALL_MS });
  call.on('error', () => undefined);
  call.on('data', () => undefined);
  // Some are never read, some never say anything, some say too much.
  if (random() < 0.1) call.pause();
  if (random() < 0.95) call.write(bytes);
  if (random() < 0.05) call.write(bytes);
  if (random() < 0.9) call.end();
  return call;
}

function requestFor(method, say, random) {
  const name = TYPES.get(method.requestType.type.name);
  const kind = random();
  if (kind < 0.15 || name === undefined) return say.bytes();
  const message = kind < 0.3 ? question(say) : say.message(name);
  const bytes = encoded(method.requestSerialize, message) ?? say.bytes();
  return kind > 0.8 ? say.damage(bytes) : bytes;
}

/** Whatever the method is: fields that it does not know are left out. */
function question(say) {
  return {
    question: say.pick(['company', 'person', 'filing', 'events', 'stats', 'query', 'resolve', 'nothing']),
    argumentsJson: say.pick([
      '',
      '{}',
      '[]',
      '{"name":"a"}',
      '{"text":"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c) SELECT n FROM c"}',
    ]),
    runId: say.pick(['fuzz', 'final', '']),
    mode: 1 + say.below(3),
    limit: say.below(5),
    state: say.pick(['failed', 'pending', 'completed', '']),
    service: '',
  };
}

/** What is no gRPC at all. */
async function broken(address, say, random) {
  if (random() < 0.5) {
    const [host, port] = address.split(':');
    const socket = connectTcp(Number(port), host);
    socket.on('error', () => undefined);
    socket.write(random() < 0.5 ? 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' : '');
    socket.write(say.bytes());
    await sleep(10);
    socket.destroy();
    return;
  }
  const session = connectHttp2(`http://${address}`);
  session.on('error', () => undefined);
  const request = session.request({
    ':method': say.pick(['POST', 'GET']),
    ':path': say.pick(METHODS.map(({ path }) => path).concat('/', '/a/b')),
    'content-type': say.pick(['application/grpc', 'text/plain']),
    'grpc-timeout': say.pick(['1S', 'x', '99999999H']),
    'grpc-encoding': say.pick(['identity', 'gzip', 'nothing']),
    te: 'trailers',
  });
  request.on('error', () => undefined);
  request.resume();
  request.end(say.bytes());
  await sleep(20);
  session.destroy();
}
