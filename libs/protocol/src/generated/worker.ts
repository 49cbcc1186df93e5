import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Beat as _filigree_v1_Beat, Beat__Output as _filigree_v1_Beat__Output } from './filigree/v1/Beat.ts';
import type { BeatAck as _filigree_v1_BeatAck, BeatAck__Output as _filigree_v1_BeatAck__Output } from './filigree/v1/BeatAck.ts';
import type { Capabilities as _filigree_v1_Capabilities, Capabilities__Output as _filigree_v1_Capabilities__Output } from './filigree/v1/Capabilities.ts';
import type { Completed as _filigree_v1_Completed, Completed__Output as _filigree_v1_Completed__Output } from './filigree/v1/Completed.ts';
import type { CoordinatorFrame as _filigree_v1_CoordinatorFrame, CoordinatorFrame__Output as _filigree_v1_CoordinatorFrame__Output } from './filigree/v1/CoordinatorFrame.ts';
import type { DeltaPart as _filigree_v1_DeltaPart, DeltaPart__Output as _filigree_v1_DeltaPart__Output } from './filigree/v1/DeltaPart.ts';
import type { FactLine as _filigree_v1_FactLine, FactLine__Output as _filigree_v1_FactLine__Output } from './filigree/v1/FactLine.ts';
import type { Failed as _filigree_v1_Failed, Failed__Output as _filigree_v1_Failed__Output } from './filigree/v1/Failed.ts';
import type { FilingChunk as _filigree_v1_FilingChunk, FilingChunk__Output as _filigree_v1_FilingChunk__Output } from './filigree/v1/FilingChunk.ts';
import type { Hello as _filigree_v1_Hello, Hello__Output as _filigree_v1_Hello__Output } from './filigree/v1/Hello.ts';
import type { JobSummary as _filigree_v1_JobSummary, JobSummary__Output as _filigree_v1_JobSummary__Output } from './filigree/v1/JobSummary.ts';
import type { Lease as _filigree_v1_Lease, Lease__Output as _filigree_v1_Lease__Output } from './filigree/v1/Lease.ts';
import type { LeaseBeat as _filigree_v1_LeaseBeat, LeaseBeat__Output as _filigree_v1_LeaseBeat__Output } from './filigree/v1/LeaseBeat.ts';
import type { Log as _filigree_v1_Log, Log__Output as _filigree_v1_Log__Output } from './filigree/v1/Log.ts';
import type { ReadFilingRequest as _filigree_v1_ReadFilingRequest, ReadFilingRequest__Output as _filigree_v1_ReadFilingRequest__Output } from './filigree/v1/ReadFilingRequest.ts';
import type { Settled as _filigree_v1_Settled, Settled__Output as _filigree_v1_Settled__Output } from './filigree/v1/Settled.ts';
import type { Welcome as _filigree_v1_Welcome, Welcome__Output as _filigree_v1_Welcome__Output } from './filigree/v1/Welcome.ts';
import type { WorkerFrame as _filigree_v1_WorkerFrame, WorkerFrame__Output as _filigree_v1_WorkerFrame__Output } from './filigree/v1/WorkerFrame.ts';
import type { WorkerServiceClient as _filigree_v1_WorkerServiceClient, WorkerServiceDefinition as _filigree_v1_WorkerServiceDefinition } from './filigree/v1/WorkerService.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  filigree: {
    v1: {
      AiMode: EnumTypeDefinition
      Beat: MessageTypeDefinition<_filigree_v1_Beat, _filigree_v1_Beat__Output>
      BeatAck: MessageTypeDefinition<_filigree_v1_BeatAck, _filigree_v1_BeatAck__Output>
      Capabilities: MessageTypeDefinition<_filigree_v1_Capabilities, _filigree_v1_Capabilities__Output>
      Completed: MessageTypeDefinition<_filigree_v1_Completed, _filigree_v1_Completed__Output>
      CoordinatorFrame: MessageTypeDefinition<_filigree_v1_CoordinatorFrame, _filigree_v1_CoordinatorFrame__Output>
      DeltaPart: MessageTypeDefinition<_filigree_v1_DeltaPart, _filigree_v1_DeltaPart__Output>
      FactLine: MessageTypeDefinition<_filigree_v1_FactLine, _filigree_v1_FactLine__Output>
      Failed: MessageTypeDefinition<_filigree_v1_Failed, _filigree_v1_Failed__Output>
      FailureClass: EnumTypeDefinition
      FilingChunk: MessageTypeDefinition<_filigree_v1_FilingChunk, _filigree_v1_FilingChunk__Output>
      Hello: MessageTypeDefinition<_filigree_v1_Hello, _filigree_v1_Hello__Output>
      JobSummary: MessageTypeDefinition<_filigree_v1_JobSummary, _filigree_v1_JobSummary__Output>
      Lease: MessageTypeDefinition<_filigree_v1_Lease, _filigree_v1_Lease__Output>
      LeaseBeat: MessageTypeDefinition<_filigree_v1_LeaseBeat, _filigree_v1_LeaseBeat__Output>
      Log: MessageTypeDefinition<_filigree_v1_Log, _filigree_v1_Log__Output>
      ReadFilingRequest: MessageTypeDefinition<_filigree_v1_ReadFilingRequest, _filigree_v1_ReadFilingRequest__Output>
      Settled: MessageTypeDefinition<_filigree_v1_Settled, _filigree_v1_Settled__Output>
      Welcome: MessageTypeDefinition<_filigree_v1_Welcome, _filigree_v1_Welcome__Output>
      WorkerFrame: MessageTypeDefinition<_filigree_v1_WorkerFrame, _filigree_v1_WorkerFrame__Output>
      WorkerService: SubtypeConstructor<typeof grpc.Client, _filigree_v1_WorkerServiceClient> & { service: _filigree_v1_WorkerServiceDefinition }
    }
  }
}

