import { loadPackageDefinition } from '@grpc/grpc-js';
import type {
  GrpcObject,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceClientConstructor,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { loadProto } from '../load.ts';
import { toWireError } from '../status.ts';

export type ServingStatus = 'SERVING' | 'NOT_SERVING';

/** grpc.health.v1 for one server: as a whole and for each of its services. */
export interface HealthService {
  readonly definition: ServiceDefinition;
  readonly implementation: UntypedServiceImplementation;
  /** Sets the status of the server and of all its services; watchers are told of a change. */
  set(status: ServingStatus): void;
  /** Ends the watches, or they would hold a server that wants to end. */
  end(): void;
}

export const healthDefinition = loadProto(['grpc/health/v1/health.proto']);

interface Request {
  readonly service: string;
}
interface Response {
  readonly status: ServingStatus | 'SERVICE_UNKNOWN';
}
type Watcher = ServerWritableStream<Request, Response>;

function serviceDefinition(): ServiceDefinition {
  const loaded = loadPackageDefinition(healthDefinition);
  const v1 = ((loaded['grpc'] as GrpcObject)['health'] as GrpcObject)['v1'] as GrpcObject;
  return (v1['Health'] as ServiceClientConstructor).service;
}

export function makeHealthService(services: readonly string[]): HealthService {
  const known: readonly string[] = ['', ...services];
  const watchers = new Map<Watcher, Response['status']>();
  let current: ServingStatus = 'SERVING';

  const statusOf = (service: string): Response['status'] => (known.includes(service) ? current : 'SERVICE_UNKNOWN');
  const tell = (call: Watcher): void => {
    const status = statusOf(call.request.service);
    if (watchers.get(call) === status) return;
    watchers.set(call, status);
    call.write({ status });
  };

  return {
    definition: serviceDefinition(),
    implementation: {
      check(call: ServerUnaryCall<Request, Response>, done: sendUnaryData<Response>) {
        const { service } = call.request;
        if (known.includes(service)) done(null, { status: current });
        else
          done(
            toWireError(
              new FiligreeError('NOT_FOUND', `service '${service}' is not known`, {
                remedy: `ask for one of ${services.join(', ')}`,
              }),
            ),
          );
      },
      list(_call: ServerUnaryCall<object, object>, done: sendUnaryData<object>) {
        done(null, { statuses: Object.fromEntries(known.map((service) => [service, { status: current }])) });
      },
      watch(call: Watcher) {
        const forget = (): void => {
          watchers.delete(call);
        };
        call.on('cancelled', forget);
        call.on('error', forget);
        tell(call);
      },
    } as unknown as UntypedServiceImplementation,
    set(status) {
      if (status === current) return;
      current = status;
      for (const call of watchers.keys()) tell(call);
    },
    end() {
      for (const call of watchers.keys()) call.end();
      watchers.clear();
    },
  };
}
