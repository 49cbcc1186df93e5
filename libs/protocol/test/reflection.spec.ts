import descriptor from 'protobufjs/ext/descriptor/index.js';
import type { IDescriptorProto } from 'protobufjs/ext/descriptor/index.js';
import { filigreeDefinition } from '../src/index.ts';
import { readableDescriptors } from '../src/operation/reflection.ts';

/** The nested types of all messages, with the fields that use them, as `Message.Nested: fields`. */
function mapEntries(definition: typeof filigreeDefinition): string[] {
  const hello = definition['filigree.v1.Hello'] as unknown as { fileDescriptorProtos: Buffer[] };
  const files = hello.fileDescriptorProtos.map((bytes) => descriptor.FileDescriptorProto.decode(bytes));
  const types = files.flatMap((file) => (file as unknown as { messageType: IDescriptorProto[] }).messageType);
  return types.flatMap((type) =>
    (type.nestedType ?? [])
      .filter((nested) => nested.options?.mapEntry === true)
      .map((nested) => {
        const users = (type.field ?? []).filter((field) => field.typeName === nested.name);
        return `${type.name ?? ''}.${nested.name ?? ''}: ${users.map((field) => field.name).join(' ')}`;
      }),
  );
}

describe('the descriptors that reflection serves', () => {
  it('name map entries after their field, as tools written in Go demand', () => {
    const entries = mapEntries(readableDescriptors(filigreeDefinition));
    expect(entries).toContain('Hello.LabelsEntry: labels');
    expect(entries).toContain('JobSummary.FactsBySourceEntry: factsBySource');
    expect(entries.filter((entry) => !/Entry: \w+$/.test(entry))).toEqual([]);
  });

  it('are copies: what the client and server use stays as it is', () => {
    const before = mapEntries(filigreeDefinition);
    readableDescriptors(filigreeDefinition);
    expect(mapEntries(filigreeDefinition)).toEqual(before);
  });
});
