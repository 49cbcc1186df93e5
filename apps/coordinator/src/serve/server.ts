import { Server } from '@grpc/grpc-js';
import type { UntypedServiceImplementation, ServiceDefinition } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import { formatHostPort } from '@filigree/cli';
import type { HostPort } from '@filigree/cli';
import { SERVER_OPTIONS, serverSecurity } from '@filigree/protocol';
import type { DoorEvents, Security } from '@filigree/protocol';

export interface Service {
  readonly definition: ServiceDefinition;
  readonly implementation: UntypedServiceImplementation;
}

/** What a server offers. */
export interface Offer {
  readonly services: readonly Service[];
  /** Adds what brings its own way of being added. */
  readonly extend?: (server: Server) => void;
}

/** A listening gRPC server. */
export interface RunningServer {
  /** With the port that was taken. */
  readonly address: HostPort;
  /** Ends open calls after `withinMs`. May be called twice. */
  stop(withinMs: number): Promise<void>;
}

function cannotListen(flag: string, address: HostPort, cause: Error): FiligreeError {
  const place = `${flag} ${formatHostPort(address)}`;
  const text = cause.message;
  if (text.includes('EADDRINUSE') || text.includes('address already in use')) {
    return new FiligreeError('LOCAL_STATE', `${place}: the port is in use`, {
      remedy: `end the other program, or give ${flag} with another port`,
      detail: { port_in_use: true },
      cause,
    });
  }
  if (text.includes('EACCES')) {
    return new FiligreeError('LOCAL_STATE', `${place}: this user may not listen there`, {
      remedy: `give ${flag} with a port above 1023`,
      cause,
    });
  }
  return new FiligreeError('USAGE', `${place}: cannot listen (${text.split('\n', 1)[0]!})`, {
    remedy: `give ${flag} an address of this machine`,
    cause,
  });
}

/** As `listen`, on a free port of the same host where the one asked for is taken. */
export async function listenOrMove(
  flag: string,
  address: HostPort,
  security: Security,
  offer: Offer,
  events: DoorEvents,
): Promise<RunningServer> {
  try {
    return await listen(flag, address, security, offer, events);
  } catch (error) {
    if (!(error instanceof FiligreeError) || error.detail['port_in_use'] !== true) throw error;
    return listen(flag, { ...address, port: 0 }, security, offer, events);
  }
}

/** Listens. Throws LOCAL_STATE where the port is taken; `flag` is the one that names the address. */
export async function listen(
  flag: string,
  address: HostPort,
  security: Security,
  offer: Offer,
  events: DoorEvents,
): Promise<RunningServer> {
  const door = serverSecurity(security, address.host, events);
  const { credentials, interceptors } = door;
  const server = new Server({ ...SERVER_OPTIONS, interceptors });
  for (const { definition, implementation } of offer.services) server.addService(definition, implementation);
  offer.extend?.(server);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(formatHostPort(address), credentials, (error, bound) => {
      if (error === null) resolve(bound);
      else reject(cannotListen(flag, address, error));
    });
  });
  await door.ready();
  let stopping: Promise<void> | null = null;
  return {
    address: { host: address.host, port },
    stop: (withinMs) =>
      (stopping ??= new Promise((resolve) => {
        door.stop();
        const timer = setTimeout(() => {
          server.forceShutdown();
        }, withinMs);
        server.tryShutdown(() => {
          clearTimeout(timer);
          resolve();
        });
      })),
  };
}
