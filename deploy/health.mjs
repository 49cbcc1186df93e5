// The health check of the containers: asks grpc.health.v1 on HOST:PORT (default 127.0.0.1:50052) and ends with 0
// when it answers SERVING. Runs every few seconds in every container, so it loads nothing but node:http2.
import { connect } from 'node:http2';

const address = process.argv[2] ?? '127.0.0.1:50052';
const LIMIT_MS = 4000;
// HealthCheckRequest without a service, as one gRPC message: not compressed, length 0.
const REQUEST = Buffer.alloc(5);
// HealthCheckResponse{status: SERVING}: the prefix, then field 1 as a varint.
const SERVING = Buffer.from([0, 0, 0, 0, 2, 0x08, 1]);

function end(problem) {
  if (problem !== null) console.error(`${address}: ${problem}`);
  process.exit(problem === null ? 0 : 1);
}

setTimeout(() => end(`no answer within ${LIMIT_MS} ms, expected SERVING`), LIMIT_MS);
const session = connect(`http://${address}`);
session.on('error', (error) => end(error.message));
const call = session.request({
  ':method': 'POST',
  ':path': '/grpc.health.v1.Health/Check',
  'content-type': 'application/grpc',
  te: 'trailers',
});
const parts = [];
call.on('error', (error) => end(error.message));
call.on('data', (part) => parts.push(part));
call.on('end', () => {
  const answer = Buffer.concat(parts);
  end(answer.equals(SERVING) ? null : `answered ${answer.toString('hex') || 'nothing'}, expected SERVING`);
});
call.end(REQUEST);
