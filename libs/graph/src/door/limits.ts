// What one free query may take. Everything that a query can make large has its name here.

import { availableParallelism } from 'node:os';

const KIB = 1024;
const MIB = 1024 * KIB;

export const QUERY_LIMITS = {
  /** The text of the query, in bytes of UTF-8. */
  textBytes: 64 * KIB,
  /** From its start to its last row. */
  timeMs: 30_000,
  /** Rows of the answer. */
  rows: 100_000,
  /** One value of the answer, in bytes of UTF-8. */
  valueBytes: MIB,
  /** All values of the answer as JSON. */
  answerBytes: 16 * MIB,
  /** What SQLite may take for sorting, grouping and values: its hard heap limit. */
  sqliteBytes: 256 * MIB,
  /** The JavaScript heap of the process that runs it. */
  heapBytes: 128 * MIB,
  /** All memory of that process. */
  processBytes: 512 * MIB,
  /** Queries that run at once: half of the cores stay with what else this machine does. */
  atOnce: Math.max(1, Math.min(4, availableParallelism() >> 1)),
  /** Queries that wait for their turn; more are refused. */
  waiting: 16,
} as const;

/** The limits of a door, by name. */
export type QueryLimits = Readonly<Record<keyof typeof QUERY_LIMITS, number>>;

/** A process that has not ended this long after its time is killed from outside. */
export const KILL_AFTER_MS = 5000;
