// The health check of the containers: asks grpc.health.v1 on HOST:PORT (default 127.0.0.1:50052) and ends with 0
// when it answers SERVING. Plain @grpc/grpc-js, no generated code: the two messages are a few bytes.
import { Client, credentials } from '@grpc/grpc-js';

const address = process.argv[2] ?? '127.0.0.1:50052';
const SERVING = 1;
const client = new Client(address, credentials.createInsecure());
client.makeUnaryRequest(
  '/grpc.health.v1.Health/Check',
  (request) => request,
  (bytes) => bytes,
  Buffer.alloc(0),
  { deadline: Date.now() + 3000 },
  (error, bytes) => {
    // HealthCheckResponse: field 1, varint.
    const status = error === null && bytes?.[0] === 0x08 ? bytes[1] : undefined;
    client.close();
    if (status === SERVING) return;
    console.error(
      error === null
        ? `${address}: health status ${status ?? 0}, expected ${SERVING} (SERVING)`
        : `${address}: ${error.message}`,
    );
    process.exitCode = 1;
  },
);
