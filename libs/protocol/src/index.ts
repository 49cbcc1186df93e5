export { CHANNEL_OPTIONS, SERVER_OPTIONS } from './channel.ts';
export { clientCredentials, serverSecurity } from './security/credentials.ts';
export type { DoorEvents, ServerSecurity } from './security/credentials.ts';
export { warningOfClear } from './security/files.ts';
export type { Security } from './security/files.ts';
export { webSecurity } from './security/web.ts';
export type { WebSecurity } from './security/web.ts';
export { guardedPaths, mayCall, ROLES, rolesFor, rolesForRequest } from './security/access.ts';
export type { Role } from './security/access.ts';
export { clientToken, parseTokens } from './security/tokens.ts';
export type { TokenTable } from './security/tokens.ts';
export { openControlClient } from './control/client.ts';
export type { ControlClient } from './control/client.ts';
export type { Endpoint } from './route.ts';
export { NO_GRAPH, NO_TOTALS } from './control/convert.ts';
export type * from './control/views.ts';
export {
  DELTA_PART_BYTES,
  FILING_CHUNK_BYTES,
  MAX_DELTA_BYTES,
  MAX_FACTS,
  MAX_FACT_CHARS,
  MAX_FRAME_BYTES,
  MAX_MESSAGE_BYTES,
} from './limits.ts';
export { filigreeDefinition, loadProto } from './load.ts';
export { fromWireError, isRefusal, isUnreachable, toWireError } from './status.ts';
export { makeControlService } from './control/server.ts';
export type { ControlHandlers, Emit, OnInternalError } from './control/server.ts';
export { controlServiceDefinition, workerServiceDefinition } from './load.ts';
export { openWorkClient } from './work/client.ts';
export type { WorkClient, WorkStream, WorkStreamHandlers } from './work/client.ts';
export { makeWorkServer } from './work/server.ts';
export type { EmitChunk, WorkHandlers, WorkServer } from './work/server.ts';
export { healthDefinition, makeHealthService } from './operation/health.ts';
export type { HealthService, ServingStatus } from './operation/health.ts';
export { addReflection } from './operation/reflection.ts';
