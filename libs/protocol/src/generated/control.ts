import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AskGraphRequest as _filigree_v1_AskGraphRequest, AskGraphRequest__Output as _filigree_v1_AskGraphRequest__Output } from './filigree/v1/AskGraphRequest.ts';
import type { Attempt as _filigree_v1_Attempt, Attempt__Output as _filigree_v1_Attempt__Output } from './filigree/v1/Attempt.ts';
import type { Beat as _filigree_v1_Beat, Beat__Output as _filigree_v1_Beat__Output } from './filigree/v1/Beat.ts';
import type { BeatAck as _filigree_v1_BeatAck, BeatAck__Output as _filigree_v1_BeatAck__Output } from './filigree/v1/BeatAck.ts';
import type { Capabilities as _filigree_v1_Capabilities, Capabilities__Output as _filigree_v1_Capabilities__Output } from './filigree/v1/Capabilities.ts';
import type { ClearRequest as _filigree_v1_ClearRequest, ClearRequest__Output as _filigree_v1_ClearRequest__Output } from './filigree/v1/ClearRequest.ts';
import type { Completed as _filigree_v1_Completed, Completed__Output as _filigree_v1_Completed__Output } from './filigree/v1/Completed.ts';
import type { ControlServiceClient as _filigree_v1_ControlServiceClient, ControlServiceDefinition as _filigree_v1_ControlServiceDefinition } from './filigree/v1/ControlService.ts';
import type { CoordinatorFrame as _filigree_v1_CoordinatorFrame, CoordinatorFrame__Output as _filigree_v1_CoordinatorFrame__Output } from './filigree/v1/CoordinatorFrame.ts';
import type { CurrentJob as _filigree_v1_CurrentJob, CurrentJob__Output as _filigree_v1_CurrentJob__Output } from './filigree/v1/CurrentJob.ts';
import type { DeltaPart as _filigree_v1_DeltaPart, DeltaPart__Output as _filigree_v1_DeltaPart__Output } from './filigree/v1/DeltaPart.ts';
import type { DrainRequest as _filigree_v1_DrainRequest, DrainRequest__Output as _filigree_v1_DrainRequest__Output } from './filigree/v1/DrainRequest.ts';
import type { DrainResponse as _filigree_v1_DrainResponse, DrainResponse__Output as _filigree_v1_DrainResponse__Output } from './filigree/v1/DrainResponse.ts';
import type { DumpGraphRequest as _filigree_v1_DumpGraphRequest, DumpGraphRequest__Output as _filigree_v1_DumpGraphRequest__Output } from './filigree/v1/DumpGraphRequest.ts';
import type { FactLine as _filigree_v1_FactLine, FactLine__Output as _filigree_v1_FactLine__Output } from './filigree/v1/FactLine.ts';
import type { Failed as _filigree_v1_Failed, Failed__Output as _filigree_v1_Failed__Output } from './filigree/v1/Failed.ts';
import type { FeedEvent as _filigree_v1_FeedEvent, FeedEvent__Output as _filigree_v1_FeedEvent__Output } from './filigree/v1/FeedEvent.ts';
import type { FeedFact as _filigree_v1_FeedFact, FeedFact__Output as _filigree_v1_FeedFact__Output } from './filigree/v1/FeedFact.ts';
import type { FilingChunk as _filigree_v1_FilingChunk, FilingChunk__Output as _filigree_v1_FilingChunk__Output } from './filigree/v1/FilingChunk.ts';
import type { GetJobRequest as _filigree_v1_GetJobRequest, GetJobRequest__Output as _filigree_v1_GetJobRequest__Output } from './filigree/v1/GetJobRequest.ts';
import type { GetStatusRequest as _filigree_v1_GetStatusRequest, GetStatusRequest__Output as _filigree_v1_GetStatusRequest__Output } from './filigree/v1/GetStatusRequest.ts';
import type { GraphLines as _filigree_v1_GraphLines, GraphLines__Output as _filigree_v1_GraphLines__Output } from './filigree/v1/GraphLines.ts';
import type { GraphTotals as _filigree_v1_GraphTotals, GraphTotals__Output as _filigree_v1_GraphTotals__Output } from './filigree/v1/GraphTotals.ts';
import type { Hello as _filigree_v1_Hello, Hello__Output as _filigree_v1_Hello__Output } from './filigree/v1/Hello.ts';
import type { Job as _filigree_v1_Job, Job__Output as _filigree_v1_Job__Output } from './filigree/v1/Job.ts';
import type { JobCount as _filigree_v1_JobCount, JobCount__Output as _filigree_v1_JobCount__Output } from './filigree/v1/JobCount.ts';
import type { JobCounts as _filigree_v1_JobCounts, JobCounts__Output as _filigree_v1_JobCounts__Output } from './filigree/v1/JobCounts.ts';
import type { JobDetail as _filigree_v1_JobDetail, JobDetail__Output as _filigree_v1_JobDetail__Output } from './filigree/v1/JobDetail.ts';
import type { JobSelection as _filigree_v1_JobSelection, JobSelection__Output as _filigree_v1_JobSelection__Output } from './filigree/v1/JobSelection.ts';
import type { JobSummary as _filigree_v1_JobSummary, JobSummary__Output as _filigree_v1_JobSummary__Output } from './filigree/v1/JobSummary.ts';
import type { Lease as _filigree_v1_Lease, Lease__Output as _filigree_v1_Lease__Output } from './filigree/v1/Lease.ts';
import type { LeaseBeat as _filigree_v1_LeaseBeat, LeaseBeat__Output as _filigree_v1_LeaseBeat__Output } from './filigree/v1/LeaseBeat.ts';
import type { ListJobsRequest as _filigree_v1_ListJobsRequest, ListJobsRequest__Output as _filigree_v1_ListJobsRequest__Output } from './filigree/v1/ListJobsRequest.ts';
import type { ListJobsResponse as _filigree_v1_ListJobsResponse, ListJobsResponse__Output as _filigree_v1_ListJobsResponse__Output } from './filigree/v1/ListJobsResponse.ts';
import type { Log as _filigree_v1_Log, Log__Output as _filigree_v1_Log__Output } from './filigree/v1/Log.ts';
import type { OverloadedResource as _filigree_v1_OverloadedResource, OverloadedResource__Output as _filigree_v1_OverloadedResource__Output } from './filigree/v1/OverloadedResource.ts';
import type { PauseRequest as _filigree_v1_PauseRequest, PauseRequest__Output as _filigree_v1_PauseRequest__Output } from './filigree/v1/PauseRequest.ts';
import type { PauseResponse as _filigree_v1_PauseResponse, PauseResponse__Output as _filigree_v1_PauseResponse__Output } from './filigree/v1/PauseResponse.ts';
import type { QueueHealth as _filigree_v1_QueueHealth, QueueHealth__Output as _filigree_v1_QueueHealth__Output } from './filigree/v1/QueueHealth.ts';
import type { ReadFilingRequest as _filigree_v1_ReadFilingRequest, ReadFilingRequest__Output as _filigree_v1_ReadFilingRequest__Output } from './filigree/v1/ReadFilingRequest.ts';
import type { ResumeRequest as _filigree_v1_ResumeRequest, ResumeRequest__Output as _filigree_v1_ResumeRequest__Output } from './filigree/v1/ResumeRequest.ts';
import type { ResumeResponse as _filigree_v1_ResumeResponse, ResumeResponse__Output as _filigree_v1_ResumeResponse__Output } from './filigree/v1/ResumeResponse.ts';
import type { RunStatus as _filigree_v1_RunStatus, RunStatus__Output as _filigree_v1_RunStatus__Output } from './filigree/v1/RunStatus.ts';
import type { Settled as _filigree_v1_Settled, Settled__Output as _filigree_v1_Settled__Output } from './filigree/v1/Settled.ts';
import type { Standstill as _filigree_v1_Standstill, Standstill__Output as _filigree_v1_Standstill__Output } from './filigree/v1/Standstill.ts';
import type { Status as _filigree_v1_Status, Status__Output as _filigree_v1_Status__Output } from './filigree/v1/Status.ts';
import type { SubmitProgress as _filigree_v1_SubmitProgress, SubmitProgress__Output as _filigree_v1_SubmitProgress__Output } from './filigree/v1/SubmitProgress.ts';
import type { SubmitRequest as _filigree_v1_SubmitRequest, SubmitRequest__Output as _filigree_v1_SubmitRequest__Output } from './filigree/v1/SubmitRequest.ts';
import type { Totals as _filigree_v1_Totals, Totals__Output as _filigree_v1_Totals__Output } from './filigree/v1/Totals.ts';
import type { WaitRequest as _filigree_v1_WaitRequest, WaitRequest__Output as _filigree_v1_WaitRequest__Output } from './filigree/v1/WaitRequest.ts';
import type { WaitUpdate as _filigree_v1_WaitUpdate, WaitUpdate__Output as _filigree_v1_WaitUpdate__Output } from './filigree/v1/WaitUpdate.ts';
import type { WatchRequest as _filigree_v1_WatchRequest, WatchRequest__Output as _filigree_v1_WatchRequest__Output } from './filigree/v1/WatchRequest.ts';
import type { WatchUpdate as _filigree_v1_WatchUpdate, WatchUpdate__Output as _filigree_v1_WatchUpdate__Output } from './filigree/v1/WatchUpdate.ts';
import type { Welcome as _filigree_v1_Welcome, Welcome__Output as _filigree_v1_Welcome__Output } from './filigree/v1/Welcome.ts';
import type { WorkerFrame as _filigree_v1_WorkerFrame, WorkerFrame__Output as _filigree_v1_WorkerFrame__Output } from './filigree/v1/WorkerFrame.ts';
import type { WorkerServiceClient as _filigree_v1_WorkerServiceClient, WorkerServiceDefinition as _filigree_v1_WorkerServiceDefinition } from './filigree/v1/WorkerService.ts';
import type { WorkerStatus as _filigree_v1_WorkerStatus, WorkerStatus__Output as _filigree_v1_WorkerStatus__Output } from './filigree/v1/WorkerStatus.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  filigree: {
    v1: {
      AiMode: EnumTypeDefinition
      AskGraphRequest: MessageTypeDefinition<_filigree_v1_AskGraphRequest, _filigree_v1_AskGraphRequest__Output>
      Attempt: MessageTypeDefinition<_filigree_v1_Attempt, _filigree_v1_Attempt__Output>
      Beat: MessageTypeDefinition<_filigree_v1_Beat, _filigree_v1_Beat__Output>
      BeatAck: MessageTypeDefinition<_filigree_v1_BeatAck, _filigree_v1_BeatAck__Output>
      Capabilities: MessageTypeDefinition<_filigree_v1_Capabilities, _filigree_v1_Capabilities__Output>
      ClearRequest: MessageTypeDefinition<_filigree_v1_ClearRequest, _filigree_v1_ClearRequest__Output>
      Completed: MessageTypeDefinition<_filigree_v1_Completed, _filigree_v1_Completed__Output>
      ControlService: SubtypeConstructor<typeof grpc.Client, _filigree_v1_ControlServiceClient> & { service: _filigree_v1_ControlServiceDefinition }
      CoordinatorFrame: MessageTypeDefinition<_filigree_v1_CoordinatorFrame, _filigree_v1_CoordinatorFrame__Output>
      CurrentJob: MessageTypeDefinition<_filigree_v1_CurrentJob, _filigree_v1_CurrentJob__Output>
      DeltaPart: MessageTypeDefinition<_filigree_v1_DeltaPart, _filigree_v1_DeltaPart__Output>
      DrainRequest: MessageTypeDefinition<_filigree_v1_DrainRequest, _filigree_v1_DrainRequest__Output>
      DrainResponse: MessageTypeDefinition<_filigree_v1_DrainResponse, _filigree_v1_DrainResponse__Output>
      DumpGraphRequest: MessageTypeDefinition<_filigree_v1_DumpGraphRequest, _filigree_v1_DumpGraphRequest__Output>
      FactLine: MessageTypeDefinition<_filigree_v1_FactLine, _filigree_v1_FactLine__Output>
      Failed: MessageTypeDefinition<_filigree_v1_Failed, _filigree_v1_Failed__Output>
      FailureClass: EnumTypeDefinition
      FeedEvent: MessageTypeDefinition<_filigree_v1_FeedEvent, _filigree_v1_FeedEvent__Output>
      FeedFact: MessageTypeDefinition<_filigree_v1_FeedFact, _filigree_v1_FeedFact__Output>
      FilingChunk: MessageTypeDefinition<_filigree_v1_FilingChunk, _filigree_v1_FilingChunk__Output>
      GetJobRequest: MessageTypeDefinition<_filigree_v1_GetJobRequest, _filigree_v1_GetJobRequest__Output>
      GetStatusRequest: MessageTypeDefinition<_filigree_v1_GetStatusRequest, _filigree_v1_GetStatusRequest__Output>
      GraphLines: MessageTypeDefinition<_filigree_v1_GraphLines, _filigree_v1_GraphLines__Output>
      GraphTotals: MessageTypeDefinition<_filigree_v1_GraphTotals, _filigree_v1_GraphTotals__Output>
      Hello: MessageTypeDefinition<_filigree_v1_Hello, _filigree_v1_Hello__Output>
      Job: MessageTypeDefinition<_filigree_v1_Job, _filigree_v1_Job__Output>
      JobCount: MessageTypeDefinition<_filigree_v1_JobCount, _filigree_v1_JobCount__Output>
      JobCounts: MessageTypeDefinition<_filigree_v1_JobCounts, _filigree_v1_JobCounts__Output>
      JobDetail: MessageTypeDefinition<_filigree_v1_JobDetail, _filigree_v1_JobDetail__Output>
      JobSelection: MessageTypeDefinition<_filigree_v1_JobSelection, _filigree_v1_JobSelection__Output>
      JobSummary: MessageTypeDefinition<_filigree_v1_JobSummary, _filigree_v1_JobSummary__Output>
      Lease: MessageTypeDefinition<_filigree_v1_Lease, _filigree_v1_Lease__Output>
      LeaseBeat: MessageTypeDefinition<_filigree_v1_LeaseBeat, _filigree_v1_LeaseBeat__Output>
      ListJobsRequest: MessageTypeDefinition<_filigree_v1_ListJobsRequest, _filigree_v1_ListJobsRequest__Output>
      ListJobsResponse: MessageTypeDefinition<_filigree_v1_ListJobsResponse, _filigree_v1_ListJobsResponse__Output>
      Log: MessageTypeDefinition<_filigree_v1_Log, _filigree_v1_Log__Output>
      OverloadedResource: MessageTypeDefinition<_filigree_v1_OverloadedResource, _filigree_v1_OverloadedResource__Output>
      PauseRequest: MessageTypeDefinition<_filigree_v1_PauseRequest, _filigree_v1_PauseRequest__Output>
      PauseResponse: MessageTypeDefinition<_filigree_v1_PauseResponse, _filigree_v1_PauseResponse__Output>
      QueueHealth: MessageTypeDefinition<_filigree_v1_QueueHealth, _filigree_v1_QueueHealth__Output>
      ReadFilingRequest: MessageTypeDefinition<_filigree_v1_ReadFilingRequest, _filigree_v1_ReadFilingRequest__Output>
      ResumeRequest: MessageTypeDefinition<_filigree_v1_ResumeRequest, _filigree_v1_ResumeRequest__Output>
      ResumeResponse: MessageTypeDefinition<_filigree_v1_ResumeResponse, _filigree_v1_ResumeResponse__Output>
      RunStatus: MessageTypeDefinition<_filigree_v1_RunStatus, _filigree_v1_RunStatus__Output>
      Settled: MessageTypeDefinition<_filigree_v1_Settled, _filigree_v1_Settled__Output>
      Standstill: MessageTypeDefinition<_filigree_v1_Standstill, _filigree_v1_Standstill__Output>
      Status: MessageTypeDefinition<_filigree_v1_Status, _filigree_v1_Status__Output>
      SubmitProgress: MessageTypeDefinition<_filigree_v1_SubmitProgress, _filigree_v1_SubmitProgress__Output>
      SubmitRequest: MessageTypeDefinition<_filigree_v1_SubmitRequest, _filigree_v1_SubmitRequest__Output>
      Totals: MessageTypeDefinition<_filigree_v1_Totals, _filigree_v1_Totals__Output>
      WaitRequest: MessageTypeDefinition<_filigree_v1_WaitRequest, _filigree_v1_WaitRequest__Output>
      WaitUpdate: MessageTypeDefinition<_filigree_v1_WaitUpdate, _filigree_v1_WaitUpdate__Output>
      WatchRequest: MessageTypeDefinition<_filigree_v1_WatchRequest, _filigree_v1_WatchRequest__Output>
      WatchUpdate: MessageTypeDefinition<_filigree_v1_WatchUpdate, _filigree_v1_WatchUpdate__Output>
      Welcome: MessageTypeDefinition<_filigree_v1_Welcome, _filigree_v1_Welcome__Output>
      WorkerFrame: MessageTypeDefinition<_filigree_v1_WorkerFrame, _filigree_v1_WorkerFrame__Output>
      WorkerService: SubtypeConstructor<typeof grpc.Client, _filigree_v1_WorkerServiceClient> & { service: _filigree_v1_WorkerServiceDefinition }
      WorkerStatus: MessageTypeDefinition<_filigree_v1_WorkerStatus, _filigree_v1_WorkerStatus__Output>
    }
  }
}

