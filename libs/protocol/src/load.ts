import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPackageDefinition, logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { PackageDefinition } from '@grpc/proto-loader';
import { FiligreeError } from '@filigree/base';
import type { ProtoGrpcType } from './generated/control.ts';

// Beside the built code in a package; at the top of the repository when run from it.
const PLACES = ['./proto', '../../../proto'].map((place) => fileURLToPath(new URL(place, import.meta.url)));

/** The directory of the .proto files. Throws INTERNAL when the installation is incomplete. */
export function protoDirectory(): string {
  const found = PLACES.find((place) => existsSync(`${place}/filigree/v1/worker.proto`));
  if (found === undefined) {
    throw new FiligreeError('INTERNAL', `the .proto files are missing, expected in ${PLACES.join(' or ')}`, {
      remedy: 'install the package again',
    });
  }
  return found;
}

/** Loads .proto files by their path below the proto directory; the options are those of scripts/generate.mjs. */
export function loadProto(files: readonly string[]): PackageDefinition {
  return loadSync([...files], {
    includeDirs: [protoDirectory()],
    longs: Number,
    enums: String,
    defaults: true,
    oneofs: true,
  });
}

/** Everything of filigree.v1. Reflection serves this. */
export const filigreeDefinition: PackageDefinition = loadProto([
  'filigree/v1/worker.proto',
  'filigree/v1/control.proto',
]);

// Every failure reaches the caller as an error with a place and a remedy; the library's own lines would say it twice.
setLogVerbosity(logVerbosity.NONE);

const loaded = loadPackageDefinition(filigreeDefinition) as unknown as ProtoGrpcType;

/** The client constructors, typed. */
export const services: ProtoGrpcType['filigree']['v1'] = loaded.filigree.v1;

export const workerServiceDefinition: ServiceDefinition = services.WorkerService.service;
export const controlServiceDefinition: ServiceDefinition = services.ControlService.service;
