// Who a boot of a worker is. It proves that by a secret that only it and the coordinator's memory ever hold: boot ids and
// labels are seen by others, and tokens can be guessed.
import { createHash } from 'node:crypto';

/** What the books keep of a boot: enough to know it again, nothing that would let anybody pass for it. */
export interface BootIdentity {
  /** Made of its secret; empty in directories of versions that had no secrets. */
  readonly key: string;
  /** What it showed at the door, as the shell tells callers apart; empty where nobody has to be known. */
  readonly caller: string;
  /** Label for people. */
  readonly workerId: string;
}

const KEYED = /^([0-9a-f]{32})\n([^\n]*)\n/;

/** The key that belongs to a secret: 128 bits of its SHA-256. */
export function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 32);
}

/** One string for the books. The label comes last: it is the worker's own word and may hold anything. */
export function bootName({ key, caller, workerId }: BootIdentity): string {
  return `${key}\n${caller.replaceAll('\n', ' ')}\n${workerId}`;
}

/** The inverse of `bootName`; also reads what earlier versions wrote, a boot id and a label. */
export function parseBootName(name: string): BootIdentity {
  const [head, key = '', caller = ''] = KEYED.exec(name) ?? [];
  if (head !== undefined) return { key, caller, workerId: name.slice(head.length) };
  return { key: '', caller: '', workerId: name.slice(name.indexOf('\n') + 1) };
}
