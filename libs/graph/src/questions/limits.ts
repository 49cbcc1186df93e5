// What one of the fixed questions may take. Those of free queries are in `door/limits.ts`.

export const ANSWER_LIMITS = {
  /** Nodes that are looked at for one answer. */
  nodes: 100_000,
  /** Relationships that are looked at for one answer. */
  relationships: 300_000,
  /** The answer as JSON, in bytes of UTF-8. */
  bytes: 32 * 1024 * 1024,
  /** From its start to its last line. */
  timeMs: 60_000,
  /** Answers that are worked out at once. */
  atOnce: 2,
  /** Questions that wait for their turn; more are refused. */
  waiting: 64,
  /** The JavaScript heap of the thread that works them out. */
  heapBytes: 512 * 1024 * 1024,
} as const;
