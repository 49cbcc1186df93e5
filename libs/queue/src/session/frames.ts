// The messages of the Work stream as the queue and the worker session understand them. `libs/protocol` converts them
// to and from the wire; nothing below knows protobuf. A frame carries as many of each as were waiting when it was written.

/** Whether a job uses the local model: `auto` where the worker has one, else rules; `on` waits for one; `off` never. */
export type AiMode = 'auto' | 'on' | 'off';

/** What a worker can do beyond rules. */
export interface Capabilities {
  /** The model that the worker can ask, or null when it has none at present. */
  readonly model: string | null;
  /** The mode that the worker was started with: `off` refuses the model even where one is there. */
  readonly ai: AiMode;
  /** The worker can write to this graph itself (Neo4j); false sends the delta with Completed. */
  readonly writesGraph: boolean;
  /** Version of the extractor; jobs are deduplicated by it. */
  readonly extractorVersion: string;
}

/** First message of each Work stream. */
export interface Hello {
  readonly workerId: string;
  /** Identity of one life of the worker process. */
  readonly bootId: string;
  readonly host: string;
  readonly version: string;
  /** Leases it may hold at once. */
  readonly slots: number;
  /** Of these, how many only read ahead while the others are busy. */
  readonly ahead: number;
  readonly capabilities: Capabilities;
  readonly labels: Readonly<Record<string, string>>;
  /** Tokens of this boot not yet settled, finished ones included. */
  readonly held: readonly number[];
  /** From the Welcome of an earlier stream of this boot; empty or absent on the first. */
  readonly secret?: string;
}

/** What a worker counted while it processed one filing; feeds statistics and metrics. */
export interface JobSummary {
  readonly bytes: number;
  readonly readMs: number;
  readonly extractMs: number;
  readonly graphMs: number;
  readonly modelMs: number;
  readonly modelCalls: number;
  readonly modelCacheHits: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** Facts kept, by kind and source, e.g. `roles/signature-block`. */
  readonly factsBySource: Readonly<Record<string, number>>;
  /** Facts that checks refused, facts of models dropped, and parts of filings that give none, by reason. */
  readonly drops: Readonly<Record<string, number>>;
  /** Counts of this filing's own delta. */
  readonly nodes: number;
  readonly relationships: number;
  /** `rules` or `model`: what ran. */
  readonly ran: 'rules' | 'model';
  /** Texts of the filing that were above a bound, and cut. */
  readonly textsCut: number;
}

/** A fact for the live feed of the monitor; at most 20 a filing travel with Completed. */
export interface FactLine {
  readonly kind: string;
  readonly text: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

export interface LeaseBeat {
  readonly token: number;
  /** What the lease's thread is doing: reading, extracting, asking, writing. */
  readonly stage: string;
  /** A number that grows while the stage advances. */
  readonly progress: number;
}

export interface Beat {
  readonly loopLagMs: number;
  readonly rssBytes: number;
  /** Share of one core since the last beat. */
  readonly cpu: number;
  readonly leases: readonly LeaseBeat[];
  /** Capabilities now: a model may come and go. */
  readonly capabilities: Capabilities;
}

export interface Completion {
  readonly token: number;
  readonly summary: JobSummary;
  readonly facts: readonly FactLine[];
  /** Encoded graph delta where the coordinator owns the store, else null. The bytes of all parts, joined. */
  readonly delta: Uint8Array | null;
}

/** See "Leases": retryable backs off, fatal fails, overloaded spends no attempt, worker releases and drains. */
export type FailureClass = 'retryable' | 'fatal' | 'overloaded' | 'worker';

export interface Failure {
  readonly token: number;
  readonly failureClass: FailureClass;
  /** One line for a person. */
  readonly message: string;
  /** Stack or response, for the log. */
  readonly detail: string;
  /** What is overloaded or missing: `neo4j`, `ollama`, `sec`, `disk`; empty otherwise. */
  readonly resource: string;
  readonly retryAfterMs: number;
}

/** Worker → coordinator. */
export interface WorkerFrame {
  readonly hello?: Hello;
  readonly credit?: number;
  readonly started?: readonly number[];
  readonly beat?: Beat;
  readonly completed?: readonly Completion[];
  readonly failed?: readonly Failure[];
  readonly released?: readonly number[];
  readonly logs?: readonly { readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly text: string }[];
  readonly goodbye?: boolean;
}

/** What a worker needs to know of a filing to process it. */
export interface JobSpec {
  readonly jobId: number;
  readonly runId: string;
  readonly accession: string;
  /** Relative to the filings directory numbered `root`, with forward slashes. */
  readonly path: string;
  readonly root: number;
  readonly sizeBytes: number;
  readonly mode: AiMode;
}

export interface Lease {
  readonly token: number;
  readonly job: JobSpec;
  /** 1 for the first grant. */
  readonly attempt: number;
  readonly msLeft: number;
}

export interface Welcome {
  readonly epoch: number;
  readonly leaseTtlMs: number;
  readonly beatEveryMs: number;
  /** How the graph is reached: `sqlite` (send the delta) or `neo4j` (write it yourself), with the graph's id. */
  readonly graph: { readonly kind: 'sqlite' | 'neo4j'; readonly id: string };
  /** Tokens of `held` that are no longer this worker's. */
  readonly lost: readonly number[];
  /** The filings directories of `serve`, in order of `JobSpec.root`: a worker on the same machine reads them itself. */
  readonly roots: readonly string[];
  /** Proves that a later stream is of this boot; known to nobody else. */
  readonly secret: string;
}

export type Verdict = 'ACCEPTED' | 'DUPLICATE' | 'STALE';

/** Coordinator → worker. */
export interface CoordinatorFrame {
  readonly welcome?: Welcome;
  readonly leases?: readonly Lease[];
  readonly beatAck?: { readonly lost: readonly number[] };
  readonly settled?: readonly { readonly token: number; readonly verdict: Verdict }[];
  readonly cancel?: readonly number[];
  readonly drain?: boolean;
}
