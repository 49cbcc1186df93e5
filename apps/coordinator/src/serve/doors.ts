import type { HostPort, Logger } from '@filigree/cli';
import { formatHostPort } from '@filigree/cli';
import {
  addReflection,
  controlServiceDefinition,
  filigreeDefinition,
  healthDefinition,
  makeHealthService,
  workerServiceDefinition,
} from '@filigree/protocol';
import type { DoorEvents, HealthService, Security } from '@filigree/protocol';
import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Registry } from 'prom-client';
import { makeExternalScaler } from '../scaler/external-scaler.ts';
import type { QueueDepth } from '../scaler/external-scaler.ts';
import { scalerDefinition, scalerServiceDefinition } from '../scaler/definition.ts';
import { serveMetrics } from './metrics-server.ts';
import type { MetricsServer } from './metrics-server.ts';
import { listen, listenOrMove } from './server.ts';
import type { RunningServer } from './server.ts';

/** Where a coordinator is reached. */
export interface Addresses {
  readonly listen: HostPort;
  /** Another port will do where this one is taken. */
  readonly mayMove: boolean;
  readonly security: Security;
  /** Health alone, in the clear. */
  readonly health: HostPort | undefined;
  /** Undefined: the default, or a free port; null: off. */
  readonly metrics: HostPort | null | undefined;
}

export interface DoorsOptions {
  readonly addresses: Addresses;
  readonly work: UntypedServiceImplementation;
  readonly control: UntypedServiceImplementation;
  readonly depth: QueueDepth;
  readonly registry: Registry;
  readonly logger: Logger;
  readonly events: DoorEvents;
}

/** Every server of a coordinator. */
export interface Doors {
  readonly address: HostPort;
  /** Where Prometheus reads; null when off. */
  readonly metrics: string | null;
  readonly health: HealthService;
  /** Ends open calls after `withinMs`. May be called twice. */
  stop(withinMs: number): Promise<void>;
}

const SERVICES = ['filigree.v1.WorkerService', 'filigree.v1.ControlService', 'externalscaler.ExternalScaler'];
const CLEAR: Security = {
  tlsCert: undefined,
  tlsKey: undefined,
  tlsCa: undefined,
  tokenFile: undefined,
  insecure: true,
};

/** Opens the gRPC server, the health server and the metrics server, or none of them. Throws LOCAL_STATE, USAGE. */
export async function openDoors(options: DoorsOptions): Promise<Doors> {
  const { addresses, work, control, depth, registry, logger, events } = options;
  const health = makeHealthService(SERVICES);
  const opened: { stop(withinMs: number): Promise<void> }[] = [];
  const stop = async (withinMs: number): Promise<void> => {
    health.end();
    await Promise.all(opened.map((door) => door.stop(withinMs)));
  };
  try {
    const main: RunningServer = await (addresses.mayMove ? listenOrMove : listen)(
      '--listen',
      addresses.listen,
      addresses.security,
      {
        services: [
          { definition: workerServiceDefinition, implementation: work },
          { definition: controlServiceDefinition, implementation: control },
          { definition: scalerServiceDefinition, implementation: makeExternalScaler(depth) },
          { definition: health.definition, implementation: health.implementation },
        ],
        extend: (server) => {
          addReflection(server, [filigreeDefinition, healthDefinition, scalerDefinition]);
        },
      },
      events,
    );
    opened.push(main);
    if (addresses.health !== undefined) {
      const offer = { services: [{ definition: health.definition, implementation: health.implementation }] };
      const alone = await listen('--health', addresses.health, CLEAR, offer, events);
      opened.push(alone);
      logger.log('info', `health on ${formatHostPort(alone.address)}`);
    }
    const metrics: MetricsServer | null = await serveMetrics(registry, addresses.metrics, addresses.security, events);
    if (metrics !== null) opened.push(metrics);
    return { address: main.address, metrics: metrics?.url ?? null, health, stop };
  } catch (error) {
    await stop(0);
    throw error;
  }
}
