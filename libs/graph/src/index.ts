export { bounded } from './build/bounded.ts';
export type { Bounded } from './build/bounded.ts';
export { buildBounded, buildDelta } from './build/build-delta.ts';
export { decodeDelta, encodeDelta, MAX_DELTA_BYTES } from './model/codec.ts';
export type { DeltaTerms } from './model/check-delta.ts';
export type {
  DeltaNode,
  DeltaRelationship,
  GraphDelta,
  GraphNode,
  GraphRelationship,
  NodeKey,
  Properties,
  PropertyValue,
} from './model/delta.ts';
export { LABELS, RELATIONSHIP_TYPES, SAME_AS } from './model/labels.ts';
export type { Label, RelationshipType } from './model/labels.ts';
export { companyId, filingUrl, personId, MAX_ID_BYTES } from './model/ids.ts';
export { normaliseCompany } from './names/company-name.ts';
export { normalisePerson } from './names/person-name.ts';
export { foldText } from './names/fold-text.ts';
export { sectorName } from './sectors/sectors.ts';
export type {
  ClearResult,
  EventFilter,
  GraphReader,
  GraphStats,
  GraphStore,
  QueryResult,
  ResolveResult,
  StoredDelta,
  WriteRequest,
  WriteResult,
} from './store/store.ts';
export { openSqliteStore } from './sqlite/client.ts';
export { openNeo4jStore } from './neo4j/open.ts';
export { parseNeo4jSettings } from './neo4j/settings.ts';
export type { Neo4jSettings } from './neo4j/settings.ts';
export { resolveIdentities } from './identity/resolve.ts';
export type { Evidence } from './identity/evidence.ts';
export { askCompany, askEvents, askFiling, askPerson } from './questions/ask.ts';
export type { Answer } from './questions/ask.ts';
export type { Question } from './questions/answer.ts';
export { ANSWER_LIMITS } from './questions/limits.ts';
export { QUERY_LIMITS } from './door/limits.ts';
export {
  answerJson,
  answersCsv,
  answerText,
  resultCsv,
  resultJson,
  resultTable,
  tableLines,
} from './questions/render.ts';
export { history, postsAt } from './questions/posts.ts';
export type { Post } from './questions/posts.ts';
export { backupLines } from './restore/backup-lines.ts';
export { openRestore } from './restore/restore.ts';
export { restoreFile, restoreStore } from './restore/restore-file.ts';
export type { RestoreOptions } from './restore/restore-file.ts';
export type { Restored, RestoreSource } from './restore/restore.ts';
export { epochAbove } from './restore/epoch.ts';
export { copyGraphFile } from './sqlite/copy.ts';
export type { CopiedGraph } from './sqlite/copy.ts';
export { pushGraph, checkPush } from './store/push.ts';
export type { PushResult } from './store/push.ts';
export { EXPORT_FORMATS, exportLines } from './export/export.ts';
export type { ExportFormat } from './export/export.ts';
