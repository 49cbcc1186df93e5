// A packed package has no workspace around it: the .proto files travel in dist.
import { cpSync } from 'node:fs';

cpSync(new URL('../../../proto', import.meta.url), new URL('../dist/proto', import.meta.url), { recursive: true });
