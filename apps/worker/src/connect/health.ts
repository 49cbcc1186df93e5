import { Server, ServerCredentials } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { formatHostPort } from '@filigree/cli';
import type { HostPort } from '@filigree/cli';
import { SERVER_OPTIONS, makeHealthService } from '@filigree/protocol';
import type { ServingStatus } from '@filigree/protocol';

/** grpc.health.v1 of a worker, in the clear, and nothing else. */
export interface HealthDoor {
  set(status: ServingStatus): void;
  /** May be called twice. */
  stop(): void;
}

/** Answers health checks on `address`. Throws LOCAL_STATE where the port is taken. */
export async function openHealthDoor(address: HostPort): Promise<HealthDoor> {
  const health = makeHealthService([]);
  const server = new Server(SERVER_OPTIONS);
  server.addService(health.definition, health.implementation);
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(formatHostPort(address), ServerCredentials.createInsecure(), (cause) => {
      if (cause === null) resolve();
      else {
        const why = cause.message.includes('EADDRINUSE') ? 'the port is in use' : cause.message;
        const remedy = 'end the other program, or give --health with another port';
        reject(new FiligreeError('LOCAL_STATE', `--health ${formatHostPort(address)}: ${why}`, { remedy, cause }));
      }
    });
  });
  return {
    set: (status) => {
      health.set(status);
    },
    stop() {
      health.end();
      server.forceShutdown();
    },
  };
}
