// Original file: ../../proto/filigree/v1/worker.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CoordinatorFrame as _filigree_v1_CoordinatorFrame, CoordinatorFrame__Output as _filigree_v1_CoordinatorFrame__Output } from '../../filigree/v1/CoordinatorFrame.ts';
import type { FilingChunk as _filigree_v1_FilingChunk, FilingChunk__Output as _filigree_v1_FilingChunk__Output } from '../../filigree/v1/FilingChunk.ts';
import type { ReadFilingRequest as _filigree_v1_ReadFilingRequest, ReadFilingRequest__Output as _filigree_v1_ReadFilingRequest__Output } from '../../filigree/v1/ReadFilingRequest.ts';
import type { WorkerFrame as _filigree_v1_WorkerFrame, WorkerFrame__Output as _filigree_v1_WorkerFrame__Output } from '../../filigree/v1/WorkerFrame.ts';

export interface WorkerServiceClient extends grpc.Client {
  /**
   * The bytes of a filing that is queued or leased, for workers that share no disk with the coordinator.
   * Errors: NOT_FOUND when the job is not known or its file is gone; PERMISSION_DENIED when the path leaves its directory,
   * and for everybody but the worker that was granted the job's newest token.
   */
  ReadFiling(argument: _filigree_v1_ReadFilingRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_FilingChunk__Output>;
  ReadFiling(argument: _filigree_v1_ReadFilingRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_FilingChunk__Output>;
  /**
   * The bytes of a filing that is queued or leased, for workers that share no disk with the coordinator.
   * Errors: NOT_FOUND when the job is not known or its file is gone; PERMISSION_DENIED when the path leaves its directory,
   * and for everybody but the worker that was granted the job's newest token.
   */
  readFiling(argument: _filigree_v1_ReadFilingRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_FilingChunk__Output>;
  readFiling(argument: _filigree_v1_ReadFilingRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_FilingChunk__Output>;
  
  /**
   * Everything about a worker: liveness, credit, leases, results. One stream a worker; the first message is a Hello.
   * Errors: UNAUTHENTICATED or PERMISSION_DENIED without a worker's credentials, INVALID_ARGUMENT for a frame that
   * breaks a bound, RESOURCE_EXHAUSTED for too many streams of one caller.
   */
  Work(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_filigree_v1_WorkerFrame, _filigree_v1_CoordinatorFrame__Output>;
  Work(options?: grpc.CallOptions): grpc.ClientDuplexStream<_filigree_v1_WorkerFrame, _filigree_v1_CoordinatorFrame__Output>;
  /**
   * Everything about a worker: liveness, credit, leases, results. One stream a worker; the first message is a Hello.
   * Errors: UNAUTHENTICATED or PERMISSION_DENIED without a worker's credentials, INVALID_ARGUMENT for a frame that
   * breaks a bound, RESOURCE_EXHAUSTED for too many streams of one caller.
   */
  work(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_filigree_v1_WorkerFrame, _filigree_v1_CoordinatorFrame__Output>;
  work(options?: grpc.CallOptions): grpc.ClientDuplexStream<_filigree_v1_WorkerFrame, _filigree_v1_CoordinatorFrame__Output>;
  
}

export interface WorkerServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * The bytes of a filing that is queued or leased, for workers that share no disk with the coordinator.
   * Errors: NOT_FOUND when the job is not known or its file is gone; PERMISSION_DENIED when the path leaves its directory,
   * and for everybody but the worker that was granted the job's newest token.
   */
  ReadFiling: grpc.handleServerStreamingCall<_filigree_v1_ReadFilingRequest__Output, _filigree_v1_FilingChunk>;
  
  /**
   * Everything about a worker: liveness, credit, leases, results. One stream a worker; the first message is a Hello.
   * Errors: UNAUTHENTICATED or PERMISSION_DENIED without a worker's credentials, INVALID_ARGUMENT for a frame that
   * breaks a bound, RESOURCE_EXHAUSTED for too many streams of one caller.
   */
  Work: grpc.handleBidiStreamingCall<_filigree_v1_WorkerFrame__Output, _filigree_v1_CoordinatorFrame>;
  
}

export interface WorkerServiceDefinition extends grpc.ServiceDefinition {
  ReadFiling: MethodDefinition<_filigree_v1_ReadFilingRequest, _filigree_v1_FilingChunk, _filigree_v1_ReadFilingRequest__Output, _filigree_v1_FilingChunk__Output>
  Work: MethodDefinition<_filigree_v1_WorkerFrame, _filigree_v1_CoordinatorFrame, _filigree_v1_WorkerFrame__Output, _filigree_v1_CoordinatorFrame__Output>
}
