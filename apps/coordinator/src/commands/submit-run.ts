import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '@filigree/base';
import type { Values } from '@filigree/cli';
import { isUnreachable } from '@filigree/protocol';
import type { ControlClient, SubmitAsk, SubmitProgressView } from '@filigree/protocol';

/** The flags that choose filings and how they are processed. */
export type SubmitValues = Values<'year' | 'form' | 'cik' | 'company' | 'from' | 'to' | 'limit' | 'ai' | 'force'>;

/** The request that the flags mean. A relative directory is resolved here, in the client's working directory. */
export function submitAsk(values: SubmitValues, filings: string | undefined, cwd: string, priority = 0): SubmitAsk {
  return {
    runId: randomUUID(),
    filings: filings === undefined ? '' : resolve(cwd, filings),
    year: values.year ?? 0,
    forms: values.form,
    ciks: values.cik,
    company: values.company ?? '',
    from: values.from ?? '',
    to: values.to ?? '',
    limit: values.limit ?? 0,
    mode: values.ai,
    force: values.force,
    priority,
  };
}

const TRIES = 10;
const AGAIN_MS = 1000;

/**
 * Submits until the coordinator has closed the run: a Submit sent again is the same run, so a coordinator that goes
 * away in the middle is waited for. One that was never there rejects with UNREACHABLE at once. Resolves to null when
 * `signal` aborts first; the coordinator goes on.
 */
export async function submitRun(
  client: ControlClient,
  ask: SubmitAsk,
  onProgress: (progress: SubmitProgressView) => void,
  signal: AbortSignal,
): Promise<SubmitProgressView | null> {
  let reached = false;
  for (let attempt = 1; ; attempt++) {
    try {
      const last = await client.submit(
        ask,
        (progress) => {
          reached = true;
          onProgress(progress);
        },
        signal,
      );
      return last.closed ? last : null;
    } catch (error) {
      if (signal.aborted) return null;
      if (!reached || !isUnreachable(error) || attempt >= TRIES) throw error;
      await new Promise<void>((done) => {
        systemClock.after(AGAIN_MS, done);
      });
    }
  }
}
