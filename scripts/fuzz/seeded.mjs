import { createHash } from 'node:crypto';

/** Random numbers in [0, 1) that a seed decides. */
export function seeded(seed) {
  let counter = 0;
  return () => createHash('sha256').update(`${seed}/${counter++}`).digest().readUInt32LE(0) / 2 ** 32;
}
