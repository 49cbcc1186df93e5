/** A frame of the Work stream is cut at this size, bytes. */
export const MAX_FRAME_BYTES = 1024 * 1024;
/** A delta travels in parts of at most this size, bytes. */
export const DELTA_PART_BYTES = 256 * 1024;
/** A delta above this size is a fatal failure of its job, bytes. */
export const MAX_DELTA_BYTES = 32 * 1024 * 1024;
/** A chunk of ReadFiling, bytes. */
export const FILING_CHUNK_BYTES = 256 * 1024;
/** What either side accepts as one message: a frame, and room for what gRPC adds. Bytes. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** Facts that travel with a completion. */
export const MAX_FACTS = 20;
/** Work streams of all workers; each costs memory. */
export const MAX_STREAMS = 20_000;
/** Work streams from one address. */
export const MAX_STREAMS_PER_PEER = 5_000;
