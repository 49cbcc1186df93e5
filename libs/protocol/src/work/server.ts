import type { ServerDuplexStream, ServerWritableStream, UntypedServiceImplementation } from '@grpc/grpc-js';
import { FiligreeError } from '@filigree/base';
import type { CoordinatorFrame, WorkerFrame } from '@filigree/queue';
import type { CoordinatorFrame as WireCoordinatorFrame } from '../generated/filigree/v1/CoordinatorFrame.ts';
import type { FilingChunk } from '../generated/filigree/v1/FilingChunk.ts';
import type { ReadFilingRequest__Output } from '../generated/filigree/v1/ReadFilingRequest.ts';
import type { WorkerFrame__Output } from '../generated/filigree/v1/WorkerFrame.ts';
import { streamEmitter } from '../emit.ts';
import { callerOf } from '../security/caller.ts';
import { resetCall } from '../reset.ts';
import { toWireError } from '../status.ts';
import { coordinatorFrameToWire } from './coordinator-frames.ts';
import { makeDeltaAssembler } from './delta-parts.ts';
import type { DeltaAssembler } from './delta-parts.ts';
import { makeFrameWriter } from './frame-writer.ts';
import type { FrameWriter } from './frame-writer.ts';
import { mergeCoordinatorFrames } from './merge.ts';
import { makePartsMemory } from './parts-memory.ts';
import { workerFrameFromWire } from './worker-frames.ts';

/** What a stream tells. Stream ids are never used twice in one process. */
export interface WorkHandlers {
  /** `caller` tells apart what was shown at the door: see `callerOf`. */
  opened(streamId: number, caller: string): void;
  frame(streamId: number, frame: WorkerFrame): void;
  /** True for a token whose result would count if this stream sent it now. */
  awaits(streamId: number, token: number): boolean;
  /** Called once, whoever ended the stream. */
  closed(streamId: number): void;
  /** The bytes of a filing; see FilingSource. Rejects with NOT_FOUND or PERMISSION_DENIED. */
  readFiling(
    ask: { readonly jobId: number; readonly token: number; readonly secret: string },
    emit: EmitChunk,
    signal: AbortSignal,
  ): Promise<void>;
}

/** Resolves when the receiver is ready for more. */
export type EmitChunk = (chunk: {
  readonly data: Uint8Array;
  readonly sizeBytes?: number;
  readonly sha256?: Uint8Array;
}) => Promise<void>;

/** The coordinator's end of all Work streams. */
export interface WorkServer {
  readonly implementation: UntypedServiceImplementation;
  /** Frames of one loop turn travel as one. Nothing happens for a stream that is gone. */
  send(streamId: number, frame: CoordinatorFrame): void;
  end(streamId: number, reason: string): void;
  /** Ends all streams once what waits is written. */
  endAll(reason: string): void;
  readonly openStreams: number;
}

type WorkCall = ServerDuplexStream<WorkerFrame__Output, WireCoordinatorFrame>;

// The address without its port: all connections of a machine are one peer.
const peerOf = (call: WorkCall): string => call.getPeer().replace(/:\d+$/, '');

interface WorkStreamState {
  readonly call: WorkCall;
  readonly writer: FrameWriter<CoordinatorFrame>;
  readonly deltas: DeltaAssembler;
}

/** What a frame lists: an answer to each thing that a worker says, which it may say faster than it reads. */
function entriesOf({ leases, settled, cancel, beatAck }: CoordinatorFrame): number {
  return 1 + (leases?.length ?? 0) + (settled?.length ?? 0) + (cancel?.length ?? 0) + (beatAck?.lost.length ?? 0);
}

export function makeWorkServer(handlers: WorkHandlers): WorkServer {
  const streams = new Map<number, WorkStreamState>();
  const memory = makePartsMemory();
  let lastStreamId = 0;

  const forget = (streamId: number): void => {
    const stream = streams.get(streamId);
    if (stream === undefined) return;
    streams.delete(streamId);
    stream.writer.stop();
    stream.deltas.clear();
    handlers.closed(streamId);
  };

  const fail = (streamId: number, call: WorkCall, error: unknown): void => {
    forget(streamId);
    call.emit('error', toWireError(error));
  };

  const work = (call: WorkCall): void => {
    const caller = callerOf(call.getAuthContext().sslPeerCertificate, call.metadata.get('authorization')[0]);
    const owner = caller === '' ? peerOf(call) : caller;
    const streamId = ++lastStreamId;
    const deltas = makeDeltaAssembler({ wants: (token) => handlers.awaits(streamId, token), memory, caller: owner });
    const writer = makeFrameWriter<CoordinatorFrame, WireCoordinatorFrame>({
      sink: call,
      merge: mergeCoordinatorFrames,
      cut: (frame) => [coordinatorFrameToWire(frame)],
      entries: entriesOf,
      onOverflow: () => {
        fail(
          streamId,
          call,
          new FiligreeError('OVERLOADED', 'the worker does not read its stream', { remedy: 'connect again' }),
        );
        resetCall(call);
      },
    });
    streams.set(streamId, { call, writer, deltas });
    handlers.opened(streamId, caller);
    call.on('data', (wire: WorkerFrame__Output) => {
      if (!streams.has(streamId)) return;
      let frame: WorkerFrame;
      try {
        frame = workerFrameFromWire(wire, deltas);
      } catch (error) {
        fail(streamId, call, error);
        return;
      }
      try {
        handlers.frame(streamId, frame);
      } catch (error) {
        // What is no refusal is a fault of the queue, whose state nobody knows then: it is not held back.
        if (!(error instanceof FiligreeError)) throw error;
        fail(streamId, call, error);
      }
    });
    call.on('end', () => {
      forget(streamId);
      call.end();
    });
    call.on('cancelled', () => {
      forget(streamId);
    });
    call.on('error', () => {
      forget(streamId);
    });
  };

  const readFiling = (call: ServerWritableStream<ReadFilingRequest__Output, FilingChunk>): void => {
    const { emit, signal } = streamEmitter(call);
    const { jobId, token, secret } = call.request;
    const emitChunk: EmitChunk = ({ data, sizeBytes = 0, sha256 = new Uint8Array(0) }) =>
      emit({ data: Buffer.from(data), sizeBytes, sha256: Buffer.from(sha256) });
    handlers.readFiling({ jobId, token, secret }, emitChunk, signal).then(
      () => call.end(),
      (error: unknown) => call.emit('error', toWireError(error)),
    );
  };

  const end = (streamId: number, reason: string): void => {
    const stream = streams.get(streamId);
    if (stream === undefined) return;
    stream.writer.flush();
    forget(streamId);
    stream.call.emit('error', toWireError(new FiligreeError('UNREACHABLE', `the stream was ended: ${reason}`)));
  };

  return {
    implementation: { work, readFiling } as unknown as UntypedServiceImplementation,
    send: (streamId, frame) => streams.get(streamId)?.writer.send(frame),
    end,
    endAll(reason) {
      for (const streamId of [...streams.keys()]) end(streamId, reason);
    },
    get openStreams() {
      return streams.size;
    },
  };
}
