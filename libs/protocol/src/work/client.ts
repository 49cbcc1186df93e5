import { createHash } from 'node:crypto';
import { FiligreeError } from '@filigree/base';
import type { CoordinatorFrame, WorkerFrame } from '@filigree/queue';
import { routeTo } from '../route.ts';
import type { Endpoint } from '../route.ts';
import { clientCredentials } from '../security/credentials.ts';
import type { Security } from '../security/files.ts';
import type { CoordinatorFrame__Output } from '../generated/filigree/v1/CoordinatorFrame.ts';
import type { WorkerFrame as WireWorkerFrame } from '../generated/filigree/v1/WorkerFrame.ts';
import { MAX_FRAME_BYTES } from '../limits.ts';
import { services } from '../load.ts';
import { coordinatorFrameFromWire } from './coordinator-frames.ts';
import { makeFrameWriter } from './frame-writer.ts';
import { mergeWorkerFrames } from './merge.ts';
import { cutWorkerFrame } from './cut.ts';

/** What an open Work stream tells the worker. */
export interface WorkStreamHandlers {
  received(frame: CoordinatorFrame): void;
  /** Called once. The error says why, where it is not an orderly end. */
  closed(error: FiligreeError | null): void;
}

/** One Work stream. */
export interface WorkStream {
  send(frame: WorkerFrame): void;
  /** Writes what waits, then ends the stream in order. */
  end(): void;
  /** Drops the stream at once; `closed` is not called any more. */
  cancel(): void;
}

/** The worker's connection to its coordinator. */
export interface WorkClient {
  /** HOST:PORT, for messages. */
  readonly place: string;
  openStream(handlers: WorkStreamHandlers): WorkStream;
  /**
   * Streams a filing that was leased on a stream of this client to `onChunk`, in order, and checks size and SHA-256 at the end. `onChunk` may return a
   * promise, which holds the stream back. Rejects with NOT_FOUND, PERMISSION_DENIED, UNREACHABLE, or CORRUPT when the
   * bytes are not those of the file.
   */
  readFiling(
    ask: { readonly jobId: number; readonly token: number },
    onChunk: (data: Uint8Array) => void | Promise<void>,
    signal: AbortSignal,
  ): Promise<{ readonly sizeBytes: number }>;
  close(): void;
}

export function openWorkClient(endpoint: Endpoint, security: Security): WorkClient {
  const route = routeTo(endpoint);
  const { place } = route;
  const client = new services.WorkerService(place, clientCredentials(security, endpoint.host), route.options);

  // What the newest Welcome gave: it shows that a filing is asked for by who holds its lease.
  let secret = '';

  return {
    place,
    openStream(handlers) {
      // The channel keeps its own backoff after a refused connection; the session's is the one that counts.
      const call = client.work({});
      let open = true;
      const writer = makeFrameWriter<WorkerFrame, WireWorkerFrame>({
        sink: call,
        merge: mergeWorkerFrames,
        cut: (frame) => cutWorkerFrame(frame, MAX_FRAME_BYTES),
        onOverflow: () => {
          call.cancel();
        },
      });
      const finish = (error: FiligreeError | null): void => {
        if (!open) return;
        open = false;
        writer.stop();
        handlers.closed(error);
      };
      call.on('data', (wire: CoordinatorFrame__Output) => {
        if (!open) return;
        if (wire.welcome !== null) ({ secret } = wire.welcome);
        handlers.received(coordinatorFrameFromWire(wire));
      });
      call.on('error', (error) => {
        finish(route.failure(error));
      });
      call.on('end', () => {
        finish(null);
      });
      return {
        send: (frame) => {
          writer.send(frame);
        },
        end() {
          writer.flush();
          call.end();
        },
        cancel() {
          open = false;
          writer.stop();
          call.cancel();
        },
      };
    },
    async readFiling(ask, onChunk, signal) {
      const call = client.readFiling({ ...ask, secret });
      const abort = (): void => {
        call.cancel();
      };
      signal.addEventListener('abort', abort);
      const hash = createHash('sha256');
      let expectedBytes = 0;
      let sizeBytes = 0;
      let expectedHash = '';
      try {
        for await (const chunk of call as AsyncIterable<{ data: Buffer; sizeBytes: number; sha256: Buffer }>) {
          if (chunk.sizeBytes > 0) expectedBytes = chunk.sizeBytes;
          if (chunk.sha256.length > 0) expectedHash = chunk.sha256.toString('hex');
          sizeBytes += chunk.data.length;
          hash.update(chunk.data);
          if (chunk.data.length > 0) await onChunk(chunk.data);
        }
      } catch (error) {
        throw signal.aborted ? new FiligreeError('CANCELLED', 'reading was given up') : route.failure(error);
      } finally {
        signal.removeEventListener('abort', abort);
        call.cancel();
      }
      const actualHash = hash.digest('hex');
      if (sizeBytes !== expectedBytes || actualHash !== expectedHash) {
        throw new FiligreeError(
          'CORRUPT',
          `the filing came with ${String(sizeBytes)} bytes and SHA-256 ${actualHash.slice(0, 12)}, expected ${String(expectedBytes)} and ${expectedHash.slice(0, 12)}`,
          { remedy: 'it is read again' },
        );
      }
      return { sizeBytes };
    },
    close: () => {
      client.close();
    },
  };
}
