import type { WriteRequest, WriteResult } from './store.ts';

interface Waiting {
  readonly request: WriteRequest;
  readonly resolve: (result: WriteResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Gathers what is handed in while a batch is being written; the next batch takes all of it. */
export class Batcher {
  private readonly writeBatch: (batch: readonly WriteRequest[]) => Promise<readonly WriteResult[]>;
  private readonly maxFilings: number;
  private readonly waiting: Waiting[] = [];
  private running: Promise<void> | null = null;

  constructor(writeBatch: (batch: readonly WriteRequest[]) => Promise<readonly WriteResult[]>, maxFilings: number) {
    this.writeBatch = writeBatch;
    this.maxFilings = maxFilings;
  }

  /** One result a request, in order. Rejects where a batch was not written at all. */
  write(requests: readonly WriteRequest[]): Promise<WriteResult[]> {
    const results = requests.map(
      (request) =>
        new Promise<WriteResult>((resolve, reject) => {
          this.waiting.push({ request, resolve, reject });
        }),
    );
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return Promise.all(results);
  }

  /** Resolves when everything that was handed in is written or has failed. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const taken = this.waiting.splice(0, this.maxFilings);
      try {
        const results = await this.writeBatch(taken.map(({ request }) => request));
        taken.forEach(({ resolve }, at) => {
          resolve(results[at]!);
        });
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
  }
}
