// The queue's records in the leases file. Little-endian; `varint` and `text` as ByteWriter has them; `rows` is a varint
// count, then the first row and the differences, as varints. Type 1 (epoch) is the journal's own. Numbers never change
// their meaning: a directory outlives the program that wrote it.

/** Type numbers of records, with their payloads. */
export const RECORD = {
  /** varint run · text id · text options (JSON) */
  runOpened: 2,
  /** varint run */
  runClosed: 3,
  /** varint run */
  runResolved: 4,
  /**
   * varint run · varint batch · varint class · u8 mode · u8 priority + 128 · varint added, requeued, joined, already done,
   * repeated · left · varint first new row · per new job: varint length, filing · rows joined · rows requeued.
   * `left`, of jobs that leave their former runs: varint count, then per entry varint run, u8 state, varint jobs.
   */
  submit: 5,
  /** varint class · text name */
  dedupClass: 6,
  /** varint boot · text key, newline, caller, newline, worker id; before there were secrets: boot id, newline, worker id */
  boot: 7,
  /** u32 row · u32 boot · f64 token */
  grant: 8,
  /** u32 row · f64 token */
  started: 9,
  /** u32 row · u32 boot · varint class */
  settle: 10,
  /** u32 row · u8 bits (1 counts as a failure, 2 ends the job) · varint delay ms · text message */
  fail: 11,
  /** u32 row · u8 bits (1 counts as a lost lease, 2 ends the job) */
  expire: 12,
  /** u32 row · u8 bits (1 given back by the worker itself) */
  release: 13,
  /** rows */
  cancel: 14,
  /** rows */
  requeue: 15,
  /** u8 paused */
  pause: 16,
  /** left · rows */
  clear: 17,
  /** u8 priority + 128 · rows */
  priority: 18,
} as const;

/** Row types of the snapshot. */
export const ROW = {
  /** varint next row · u8 paused · f64 sequence of the last pause record */
  meta: 2,
  /** As RECORD.dedupClass. */
  dedupClass: 3,
  /** As RECORD.boot. */
  boot: 4,
  /** varint run · text id · text options (JSON) · u8 bits (1 closed, 2 resolved) · varint batches, added, requeued, joined, already done, repeated · left completed, failed, cancelled */
  run: 5,
  /**
   * varint row · u8 state, flags, mode, priority + 128, failures, losses · varint grants, class, boot · f64 token ·
   * varint ms until it may be granted · varint count, runs · text message · varint length, filing
   */
  job: 6,
} as const;

export const BIT = { counted: 1, ends: 2, spent: 1, closed: 1, resolved: 2 } as const;

/** Most rows in one record. */
export const ROWS_A_RECORD = 32_768;
