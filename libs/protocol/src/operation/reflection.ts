import type { Server } from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import type { Message } from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor/index.js';
import type { IDescriptorProto, IFileDescriptorProto } from 'protobufjs/ext/descriptor/index.js';

/**
 * Names of map entries as every other implementation demands them: FieldNameEntry. The library that makes the
 * descriptors leaves "Entry" out, and then grpcurl refuses the whole file.
 */
function nameMapEntries(type: IDescriptorProto): void {
  for (const nested of type.nestedType ?? []) {
    nameMapEntries(nested);
    const { name } = nested;
    if (nested.options?.mapEntry !== true || name === undefined || name.endsWith('Entry')) continue;
    nested.name = `${name}Entry`;
    for (const field of type.field ?? []) if (field.typeName === name) field.typeName = nested.name;
  }
}

function correctedFile(bytes: Buffer): Buffer {
  const file: Message & IFileDescriptorProto = descriptor.FileDescriptorProto.decode(bytes);
  for (const type of file.messageType ?? []) nameMapEntries(type);
  return Buffer.from(descriptor.FileDescriptorProto.encode(file).finish());
}

/** The definitions with descriptors that other implementations read. Each file is corrected once. */
export function readableDescriptors(definition: PackageDefinition): PackageDefinition {
  const corrected = new Map<Buffer, Buffer>();
  const entries = Object.entries(definition).map(([name, entry]) => {
    if (!('fileDescriptorProtos' in entry)) return [name, entry] as const;
    const fileDescriptorProtos = (entry.fileDescriptorProtos as Buffer[]).map((bytes) => {
      const done = corrected.get(bytes) ?? correctedFile(bytes);
      corrected.set(bytes, done);
      return done;
    });
    return [name, { ...entry, fileDescriptorProtos }] as const;
  });
  return Object.fromEntries(entries) as PackageDefinition;
}

/** Lets tools such as grpcurl ask the server what it offers (v1 and v1alpha). */
export function addReflection(server: Server, definitions: readonly PackageDefinition[]): void {
  const all: PackageDefinition = Object.assign({}, ...definitions) as PackageDefinition;
  new ReflectionService(readableDescriptors(all)).addToServer(server);
}
