// Writes src/generated from the .proto files, with the options that load.ts uses at run time.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));
rmSync(new URL('../src/generated', import.meta.url), { recursive: true, force: true });
const result = spawnSync(
  process.execPath,
  [
    fileURLToPath(import.meta.resolve('@grpc/proto-loader/build/bin/proto-loader-gen-types.js')),
    '--longs=Number',
    '--enums=String',
    '--defaults',
    '--oneofs',
    '--includeComments',
    '--grpcLib=@grpc/grpc-js',
    '--importFileExtension=.ts',
    '-I=../../proto',
    '-O=src/generated',
    'filigree/v1/worker.proto',
    'filigree/v1/control.proto',
  ],
  { cwd: here, stdio: 'inherit' },
);
process.exitCode = result.status ?? 1;
