import type { Server } from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';

/** Lets tools such as grpcurl ask the server what it offers (v1 and v1alpha). */
export function addReflection(server: Server, definitions: readonly PackageDefinition[]): void {
  const all: PackageDefinition = Object.assign({}, ...definitions) as PackageDefinition;
  new ReflectionService(all).addToServer(server);
}
