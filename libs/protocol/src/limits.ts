// Every limit of what comes over the wire. Those of the queue are with the queue.

/** A frame of the Work stream is cut at this size, bytes. */
export const MAX_FRAME_BYTES = 1024 * 1024;
/** A delta travels in parts of at most this size, bytes. */
export const DELTA_PART_BYTES = 256 * 1024;
/** A delta above this size is a fatal failure of its job, bytes. */
export const MAX_DELTA_BYTES = 32 * 1024 * 1024;
/** Parts of deltas that wait for their Completed: on one stream, for one caller, in all. Bytes. */
export const MAX_STREAM_PARTS_BYTES = 2 * MAX_DELTA_BYTES;
export const MAX_CALLER_PARTS_BYTES = 3 * MAX_DELTA_BYTES;
export const MAX_PARTS_BYTES = 8 * MAX_DELTA_BYTES;
/** A chunk of ReadFiling, bytes. */
export const FILING_CHUNK_BYTES = 256 * 1024;
/** What either side accepts as one message: a frame, and room for what gRPC adds. Bytes. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** Facts that travel with a completion. */
export const MAX_FACTS = 20;

/** A worker's own words for itself (worker_id, boot_id), characters. */
export const MAX_ID_CHARS = 128;
/** The secret of a boot, characters; those that a coordinator gives have fewer. */
export const MAX_SECRET_CHARS = 128;
/** A host name (RFC 1035), characters. */
export const MAX_HOST_CHARS = 255;
/** A version or the name of a model, characters. */
export const MAX_NAME_CHARS = 128;
/** Labels of a worker, and the characters of a key and of a value. */
export const MAX_LABELS = 16;
export const MAX_LABEL_KEY_CHARS = 64;
export const MAX_LABEL_VALUE_CHARS = 256;
/** Entries of each list of a frame: tokens, results, beats, counts. */
export const MAX_FRAME_ENTRIES = 4096;
/** The stage of a lease, characters. */
export const MAX_STAGE_CHARS = 40;
/** Keys of the counts of a completion, and their characters. */
export const MAX_COUNTS = 500;
export const MAX_COUNT_KEY_CHARS = 160;
/** What is kept of the texts of a failure, a fact and a log line, characters. */
export const MAX_FAILURE_MESSAGE_CHARS = 1000;
export const MAX_FAILURE_DETAIL_CHARS = 8000;
export const MAX_FACT_CHARS = 400;
export const MAX_FACT_NAME_CHARS = 160;
export const MAX_LOG_LINE_CHARS = 2000;

/** A filter or a question's name in a request of a client, characters. */
export const MAX_FILTER_CHARS = 200;
/** Forms or CIKs of one submit. */
export const MAX_FILTERS = 1000;
/** A path in a request, characters (Linux allows no more). */
export const MAX_PATH_CHARS = 4096;
/** Jobs that one request names. */
export const MAX_JOB_IDS = 10_000;
/** The arguments of a question as JSON, characters. */
export const MAX_ARGUMENTS_CHARS = 64 * 1024;

/** How many calls of one kind there may be at once: of one credential (of one address where nobody has to be known), in all. */
export interface CallLimit {
  /** For people: too many ... are open. */
  readonly kind: string;
  /** Names of RPCs. */
  readonly methods: readonly string[];
  readonly perCaller: number;
  readonly total: number;
}

/** The last is for all that no other names. */
export const CALL_LIMITS: readonly CallLimit[] = [
  { kind: 'Work streams', methods: ['Work'], perCaller: 5_000, total: 20_000 },
  { kind: 'filings', methods: ['ReadFiling'], perCaller: 256, total: 512 },
  { kind: 'answers from the graph', methods: ['DumpGraph', 'AskGraph'], perCaller: 8, total: 32 },
  {
    kind: 'watching streams',
    methods: ['Watch', 'Wait', 'StreamIsActive', 'ServerReflectionInfo'],
    perCaller: 100,
    total: 400,
  },
  { kind: 'calls', methods: [], perCaller: 1_000, total: 4_000 },
];
/** A call must bring its first message in this time, ms. */
export const FIRST_MESSAGE_WITHIN_MS = 10_000;
/** Messages of one answer that wait for its reader. */
export const UNSENT_MESSAGES = 2;
/** A receiver that reads nothing for this long is gone, ms. */
export const UNREAD_LIMIT_MS = 60_000;
/** A connection without a call is ended after this time, ms. */
export const MAX_IDLE_CONNECTION_MS = 300_000;

/** Refused calls of one address that are answered at once, and then a second; nobody waits for longer than the delay, ms. */
export const REFUSALS_AT_ONCE = 20;
export const REFUSALS_PER_SECOND = 20;
export const REFUSAL_DELAY_MS = 5_000;
/** Refusals that wait for their turn; addresses whose refusals are remembered. */
export const MAX_WAITING_REFUSALS = 1_000;
export const MAX_REFUSED_PEERS = 1_000;

/** Frames, and what they list, that wait for a worker that does not read. */
export const MAX_WAITING_FRAMES = 10_000;
export const MAX_WAITING_ENTRIES = 50_000;
