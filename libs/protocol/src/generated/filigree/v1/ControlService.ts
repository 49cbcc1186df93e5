// Original file: ../../proto/filigree/v1/control.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AskGraphRequest as _filigree_v1_AskGraphRequest, AskGraphRequest__Output as _filigree_v1_AskGraphRequest__Output } from '../../filigree/v1/AskGraphRequest.ts';
import type { ClearRequest as _filigree_v1_ClearRequest, ClearRequest__Output as _filigree_v1_ClearRequest__Output } from '../../filigree/v1/ClearRequest.ts';
import type { DrainRequest as _filigree_v1_DrainRequest, DrainRequest__Output as _filigree_v1_DrainRequest__Output } from '../../filigree/v1/DrainRequest.ts';
import type { DrainResponse as _filigree_v1_DrainResponse, DrainResponse__Output as _filigree_v1_DrainResponse__Output } from '../../filigree/v1/DrainResponse.ts';
import type { DumpGraphRequest as _filigree_v1_DumpGraphRequest, DumpGraphRequest__Output as _filigree_v1_DumpGraphRequest__Output } from '../../filigree/v1/DumpGraphRequest.ts';
import type { GetJobRequest as _filigree_v1_GetJobRequest, GetJobRequest__Output as _filigree_v1_GetJobRequest__Output } from '../../filigree/v1/GetJobRequest.ts';
import type { GetStatusRequest as _filigree_v1_GetStatusRequest, GetStatusRequest__Output as _filigree_v1_GetStatusRequest__Output } from '../../filigree/v1/GetStatusRequest.ts';
import type { GraphLines as _filigree_v1_GraphLines, GraphLines__Output as _filigree_v1_GraphLines__Output } from '../../filigree/v1/GraphLines.ts';
import type { JobCount as _filigree_v1_JobCount, JobCount__Output as _filigree_v1_JobCount__Output } from '../../filigree/v1/JobCount.ts';
import type { JobDetail as _filigree_v1_JobDetail, JobDetail__Output as _filigree_v1_JobDetail__Output } from '../../filigree/v1/JobDetail.ts';
import type { JobSelection as _filigree_v1_JobSelection, JobSelection__Output as _filigree_v1_JobSelection__Output } from '../../filigree/v1/JobSelection.ts';
import type { ListJobsRequest as _filigree_v1_ListJobsRequest, ListJobsRequest__Output as _filigree_v1_ListJobsRequest__Output } from '../../filigree/v1/ListJobsRequest.ts';
import type { ListJobsResponse as _filigree_v1_ListJobsResponse, ListJobsResponse__Output as _filigree_v1_ListJobsResponse__Output } from '../../filigree/v1/ListJobsResponse.ts';
import type { PauseRequest as _filigree_v1_PauseRequest, PauseRequest__Output as _filigree_v1_PauseRequest__Output } from '../../filigree/v1/PauseRequest.ts';
import type { PauseResponse as _filigree_v1_PauseResponse, PauseResponse__Output as _filigree_v1_PauseResponse__Output } from '../../filigree/v1/PauseResponse.ts';
import type { ResumeRequest as _filigree_v1_ResumeRequest, ResumeRequest__Output as _filigree_v1_ResumeRequest__Output } from '../../filigree/v1/ResumeRequest.ts';
import type { ResumeResponse as _filigree_v1_ResumeResponse, ResumeResponse__Output as _filigree_v1_ResumeResponse__Output } from '../../filigree/v1/ResumeResponse.ts';
import type { Status as _filigree_v1_Status, Status__Output as _filigree_v1_Status__Output } from '../../filigree/v1/Status.ts';
import type { SubmitProgress as _filigree_v1_SubmitProgress, SubmitProgress__Output as _filigree_v1_SubmitProgress__Output } from '../../filigree/v1/SubmitProgress.ts';
import type { SubmitRequest as _filigree_v1_SubmitRequest, SubmitRequest__Output as _filigree_v1_SubmitRequest__Output } from '../../filigree/v1/SubmitRequest.ts';
import type { WaitRequest as _filigree_v1_WaitRequest, WaitRequest__Output as _filigree_v1_WaitRequest__Output } from '../../filigree/v1/WaitRequest.ts';
import type { WaitUpdate as _filigree_v1_WaitUpdate, WaitUpdate__Output as _filigree_v1_WaitUpdate__Output } from '../../filigree/v1/WaitUpdate.ts';
import type { WatchRequest as _filigree_v1_WatchRequest, WatchRequest__Output as _filigree_v1_WatchRequest__Output } from '../../filigree/v1/WatchRequest.ts';
import type { WatchUpdate as _filigree_v1_WatchUpdate, WatchUpdate__Output as _filigree_v1_WatchUpdate__Output } from '../../filigree/v1/WatchUpdate.ts';

export interface ControlServiceClient extends grpc.Client {
  /**
   * Any other question to the coordinator's own graph, by name, with JSON arguments; answers with JSON lines. query and
   * resolve are for operators. Errors: PERMISSION_DENIED, INVALID_ARGUMENT for a query that is not allowed,
   * OUT_OF_RANGE for an answer above the limits.
   */
  AskGraph(argument: _filigree_v1_AskGraphRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  AskGraph(argument: _filigree_v1_AskGraphRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  /**
   * Any other question to the coordinator's own graph, by name, with JSON arguments; answers with JSON lines. query and
   * resolve are for operators. Errors: PERMISSION_DENIED, INVALID_ARGUMENT for a query that is not allowed,
   * OUT_OF_RANGE for an answer above the limits.
   */
  askGraph(argument: _filigree_v1_AskGraphRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  askGraph(argument: _filigree_v1_AskGraphRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  
  /**
   * Cancels pending and running jobs.
   */
  Cancel(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _filigree_v1_JobSelection, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _filigree_v1_JobSelection, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  /**
   * Cancels pending and running jobs.
   */
  cancel(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  cancel(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  cancel(argument: _filigree_v1_JobSelection, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  cancel(argument: _filigree_v1_JobSelection, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  
  /**
   * Forgets ended jobs of the given states. Errors: INVALID_ARGUMENT for a state that has not ended.
   */
  Clear(argument: _filigree_v1_ClearRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Clear(argument: _filigree_v1_ClearRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Clear(argument: _filigree_v1_ClearRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Clear(argument: _filigree_v1_ClearRequest, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  /**
   * Forgets ended jobs of the given states. Errors: INVALID_ARGUMENT for a state that has not ended.
   */
  clear(argument: _filigree_v1_ClearRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  clear(argument: _filigree_v1_ClearRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  clear(argument: _filigree_v1_ClearRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  clear(argument: _filigree_v1_ClearRequest, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lets a worker finish what it holds and leave. Errors: NOT_FOUND.
   */
  Drain(argument: _filigree_v1_DrainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  Drain(argument: _filigree_v1_DrainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  Drain(argument: _filigree_v1_DrainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  Drain(argument: _filigree_v1_DrainRequest, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lets a worker finish what it holds and leave. Errors: NOT_FOUND.
   */
  drain(argument: _filigree_v1_DrainRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  drain(argument: _filigree_v1_DrainRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  drain(argument: _filigree_v1_DrainRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  drain(argument: _filigree_v1_DrainRequest, callback: grpc.requestCallback<_filigree_v1_DrainResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The graph as sorted JSON lines. Errors: FAILED_PRECONDITION where the graph is not the coordinator's own.
   */
  DumpGraph(argument: _filigree_v1_DumpGraphRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  DumpGraph(argument: _filigree_v1_DumpGraphRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  /**
   * The graph as sorted JSON lines. Errors: FAILED_PRECONDITION where the graph is not the coordinator's own.
   */
  dumpGraph(argument: _filigree_v1_DumpGraphRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  dumpGraph(argument: _filigree_v1_DumpGraphRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_GraphLines__Output>;
  
  /**
   * One job with its attempts. Errors: NOT_FOUND.
   */
  GetJob(argument: _filigree_v1_GetJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  GetJob(argument: _filigree_v1_GetJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  GetJob(argument: _filigree_v1_GetJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  GetJob(argument: _filigree_v1_GetJobRequest, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  /**
   * One job with its attempts. Errors: NOT_FOUND.
   */
  getJob(argument: _filigree_v1_GetJobRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  getJob(argument: _filigree_v1_GetJobRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  getJob(argument: _filigree_v1_GetJobRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  getJob(argument: _filigree_v1_GetJobRequest, callback: grpc.requestCallback<_filigree_v1_JobDetail__Output>): grpc.ClientUnaryCall;
  
  /**
   * The state of everything, once.
   */
  GetStatus(argument: _filigree_v1_GetStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  GetStatus(argument: _filigree_v1_GetStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  GetStatus(argument: _filigree_v1_GetStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  GetStatus(argument: _filigree_v1_GetStatusRequest, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  /**
   * The state of everything, once.
   */
  getStatus(argument: _filigree_v1_GetStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  getStatus(argument: _filigree_v1_GetStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  getStatus(argument: _filigree_v1_GetStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  getStatus(argument: _filigree_v1_GetStatusRequest, callback: grpc.requestCallback<_filigree_v1_Status__Output>): grpc.ClientUnaryCall;
  
  /**
   * Jobs that match a filter, a page at a time, newest first.
   */
  ListJobs(argument: _filigree_v1_ListJobsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  ListJobs(argument: _filigree_v1_ListJobsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  ListJobs(argument: _filigree_v1_ListJobsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  ListJobs(argument: _filigree_v1_ListJobsRequest, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Jobs that match a filter, a page at a time, newest first.
   */
  listJobs(argument: _filigree_v1_ListJobsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  listJobs(argument: _filigree_v1_ListJobsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  listJobs(argument: _filigree_v1_ListJobsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  listJobs(argument: _filigree_v1_ListJobsRequest, callback: grpc.requestCallback<_filigree_v1_ListJobsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Stops granting; running jobs go on.
   */
  Pause(argument: _filigree_v1_PauseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  Pause(argument: _filigree_v1_PauseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  Pause(argument: _filigree_v1_PauseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  Pause(argument: _filigree_v1_PauseRequest, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Stops granting; running jobs go on.
   */
  pause(argument: _filigree_v1_PauseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  pause(argument: _filigree_v1_PauseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  pause(argument: _filigree_v1_PauseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  pause(argument: _filigree_v1_PauseRequest, callback: grpc.requestCallback<_filigree_v1_PauseResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Grants again, and tries at once what waits for its not-before time or for an overloaded service.
   */
  Resume(argument: _filigree_v1_ResumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  Resume(argument: _filigree_v1_ResumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  Resume(argument: _filigree_v1_ResumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  Resume(argument: _filigree_v1_ResumeRequest, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Grants again, and tries at once what waits for its not-before time or for an overloaded service.
   */
  resume(argument: _filigree_v1_ResumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  resume(argument: _filigree_v1_ResumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  resume(argument: _filigree_v1_ResumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  resume(argument: _filigree_v1_ResumeRequest, callback: grpc.requestCallback<_filigree_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Puts failed or cancelled jobs back. Errors: FAILED_PRECONDITION when a named job is neither.
   */
  Retry(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Retry(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Retry(argument: _filigree_v1_JobSelection, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  Retry(argument: _filigree_v1_JobSelection, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  /**
   * Puts failed or cancelled jobs back. Errors: FAILED_PRECONDITION when a named job is neither.
   */
  retry(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  retry(argument: _filigree_v1_JobSelection, metadata: grpc.Metadata, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  retry(argument: _filigree_v1_JobSelection, options: grpc.CallOptions, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  retry(argument: _filigree_v1_JobSelection, callback: grpc.requestCallback<_filigree_v1_JobCount__Output>): grpc.ClientUnaryCall;
  
  /**
   * Scans for filings and queues them as one run. Idempotent by run_id. Messages tell how the scan goes; the last one
   * closes the run. Errors: INVALID_ARGUMENT for a bad filter or a directory that serve does not offer, NOT_FOUND when
   * no filing matches, RESOURCE_EXHAUSTED when the disk is full or submits come too fast.
   */
  Submit(argument: _filigree_v1_SubmitRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_SubmitProgress__Output>;
  Submit(argument: _filigree_v1_SubmitRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_SubmitProgress__Output>;
  /**
   * Scans for filings and queues them as one run. Idempotent by run_id. Messages tell how the scan goes; the last one
   * closes the run. Errors: INVALID_ARGUMENT for a bad filter or a directory that serve does not offer, NOT_FOUND when
   * no filing matches, RESOURCE_EXHAUSTED when the disk is full or submits come too fast.
   */
  submit(argument: _filigree_v1_SubmitRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_SubmitProgress__Output>;
  submit(argument: _filigree_v1_SubmitRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_SubmitProgress__Output>;
  
  /**
   * Ends when the run, or everything, has ended; tells on the way how it stands and why it stands still.
   * Errors: NOT_FOUND for an unknown run.
   */
  Wait(argument: _filigree_v1_WaitRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WaitUpdate__Output>;
  Wait(argument: _filigree_v1_WaitRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WaitUpdate__Output>;
  /**
   * Ends when the run, or everything, has ended; tells on the way how it stands and why it stands still.
   * Errors: NOT_FOUND for an unknown run.
   */
  wait(argument: _filigree_v1_WaitRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WaitUpdate__Output>;
  wait(argument: _filigree_v1_WaitRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WaitUpdate__Output>;
  
  /**
   * A snapshot, then what changed, coalesced to ten messages a second; a receiver that is behind gets a new snapshot.
   */
  Watch(argument: _filigree_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WatchUpdate__Output>;
  Watch(argument: _filigree_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WatchUpdate__Output>;
  /**
   * A snapshot, then what changed, coalesced to ten messages a second; a receiver that is behind gets a new snapshot.
   */
  watch(argument: _filigree_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WatchUpdate__Output>;
  watch(argument: _filigree_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_filigree_v1_WatchUpdate__Output>;
  
}

export interface ControlServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Any other question to the coordinator's own graph, by name, with JSON arguments; answers with JSON lines. query and
   * resolve are for operators. Errors: PERMISSION_DENIED, INVALID_ARGUMENT for a query that is not allowed,
   * OUT_OF_RANGE for an answer above the limits.
   */
  AskGraph: grpc.handleServerStreamingCall<_filigree_v1_AskGraphRequest__Output, _filigree_v1_GraphLines>;
  
  /**
   * Cancels pending and running jobs.
   */
  Cancel: grpc.handleUnaryCall<_filigree_v1_JobSelection__Output, _filigree_v1_JobCount>;
  
  /**
   * Forgets ended jobs of the given states. Errors: INVALID_ARGUMENT for a state that has not ended.
   */
  Clear: grpc.handleUnaryCall<_filigree_v1_ClearRequest__Output, _filigree_v1_JobCount>;
  
  /**
   * Lets a worker finish what it holds and leave. Errors: NOT_FOUND.
   */
  Drain: grpc.handleUnaryCall<_filigree_v1_DrainRequest__Output, _filigree_v1_DrainResponse>;
  
  /**
   * The graph as sorted JSON lines. Errors: FAILED_PRECONDITION where the graph is not the coordinator's own.
   */
  DumpGraph: grpc.handleServerStreamingCall<_filigree_v1_DumpGraphRequest__Output, _filigree_v1_GraphLines>;
  
  /**
   * One job with its attempts. Errors: NOT_FOUND.
   */
  GetJob: grpc.handleUnaryCall<_filigree_v1_GetJobRequest__Output, _filigree_v1_JobDetail>;
  
  /**
   * The state of everything, once.
   */
  GetStatus: grpc.handleUnaryCall<_filigree_v1_GetStatusRequest__Output, _filigree_v1_Status>;
  
  /**
   * Jobs that match a filter, a page at a time, newest first.
   */
  ListJobs: grpc.handleUnaryCall<_filigree_v1_ListJobsRequest__Output, _filigree_v1_ListJobsResponse>;
  
  /**
   * Stops granting; running jobs go on.
   */
  Pause: grpc.handleUnaryCall<_filigree_v1_PauseRequest__Output, _filigree_v1_PauseResponse>;
  
  /**
   * Grants again, and tries at once what waits for its not-before time or for an overloaded service.
   */
  Resume: grpc.handleUnaryCall<_filigree_v1_ResumeRequest__Output, _filigree_v1_ResumeResponse>;
  
  /**
   * Puts failed or cancelled jobs back. Errors: FAILED_PRECONDITION when a named job is neither.
   */
  Retry: grpc.handleUnaryCall<_filigree_v1_JobSelection__Output, _filigree_v1_JobCount>;
  
  /**
   * Scans for filings and queues them as one run. Idempotent by run_id. Messages tell how the scan goes; the last one
   * closes the run. Errors: INVALID_ARGUMENT for a bad filter or a directory that serve does not offer, NOT_FOUND when
   * no filing matches, RESOURCE_EXHAUSTED when the disk is full or submits come too fast.
   */
  Submit: grpc.handleServerStreamingCall<_filigree_v1_SubmitRequest__Output, _filigree_v1_SubmitProgress>;
  
  /**
   * Ends when the run, or everything, has ended; tells on the way how it stands and why it stands still.
   * Errors: NOT_FOUND for an unknown run.
   */
  Wait: grpc.handleServerStreamingCall<_filigree_v1_WaitRequest__Output, _filigree_v1_WaitUpdate>;
  
  /**
   * A snapshot, then what changed, coalesced to ten messages a second; a receiver that is behind gets a new snapshot.
   */
  Watch: grpc.handleServerStreamingCall<_filigree_v1_WatchRequest__Output, _filigree_v1_WatchUpdate>;
  
}

export interface ControlServiceDefinition extends grpc.ServiceDefinition {
  AskGraph: MethodDefinition<_filigree_v1_AskGraphRequest, _filigree_v1_GraphLines, _filigree_v1_AskGraphRequest__Output, _filigree_v1_GraphLines__Output>
  Cancel: MethodDefinition<_filigree_v1_JobSelection, _filigree_v1_JobCount, _filigree_v1_JobSelection__Output, _filigree_v1_JobCount__Output>
  Clear: MethodDefinition<_filigree_v1_ClearRequest, _filigree_v1_JobCount, _filigree_v1_ClearRequest__Output, _filigree_v1_JobCount__Output>
  Drain: MethodDefinition<_filigree_v1_DrainRequest, _filigree_v1_DrainResponse, _filigree_v1_DrainRequest__Output, _filigree_v1_DrainResponse__Output>
  DumpGraph: MethodDefinition<_filigree_v1_DumpGraphRequest, _filigree_v1_GraphLines, _filigree_v1_DumpGraphRequest__Output, _filigree_v1_GraphLines__Output>
  GetJob: MethodDefinition<_filigree_v1_GetJobRequest, _filigree_v1_JobDetail, _filigree_v1_GetJobRequest__Output, _filigree_v1_JobDetail__Output>
  GetStatus: MethodDefinition<_filigree_v1_GetStatusRequest, _filigree_v1_Status, _filigree_v1_GetStatusRequest__Output, _filigree_v1_Status__Output>
  ListJobs: MethodDefinition<_filigree_v1_ListJobsRequest, _filigree_v1_ListJobsResponse, _filigree_v1_ListJobsRequest__Output, _filigree_v1_ListJobsResponse__Output>
  Pause: MethodDefinition<_filigree_v1_PauseRequest, _filigree_v1_PauseResponse, _filigree_v1_PauseRequest__Output, _filigree_v1_PauseResponse__Output>
  Resume: MethodDefinition<_filigree_v1_ResumeRequest, _filigree_v1_ResumeResponse, _filigree_v1_ResumeRequest__Output, _filigree_v1_ResumeResponse__Output>
  Retry: MethodDefinition<_filigree_v1_JobSelection, _filigree_v1_JobCount, _filigree_v1_JobSelection__Output, _filigree_v1_JobCount__Output>
  Submit: MethodDefinition<_filigree_v1_SubmitRequest, _filigree_v1_SubmitProgress, _filigree_v1_SubmitRequest__Output, _filigree_v1_SubmitProgress__Output>
  Wait: MethodDefinition<_filigree_v1_WaitRequest, _filigree_v1_WaitUpdate, _filigree_v1_WaitRequest__Output, _filigree_v1_WaitUpdate__Output>
  Watch: MethodDefinition<_filigree_v1_WatchRequest, _filigree_v1_WatchUpdate, _filigree_v1_WatchRequest__Output, _filigree_v1_WatchUpdate__Output>
}
