import { loadPackageDefinition } from '@grpc/grpc-js';
import type { GrpcObject, ServiceClientConstructor, ServiceDefinition } from '@grpc/grpc-js';
import { loadProto } from '@filigree/protocol';

/** KEDA's proto, for reflection. */
export const scalerDefinition = loadProto(['externalscaler/externalscaler.proto']);

const loaded = loadPackageDefinition(scalerDefinition)['externalscaler'] as GrpcObject;

export const scalerServiceDefinition: ServiceDefinition = (loaded['ExternalScaler'] as ServiceClientConstructor)
  .service;
