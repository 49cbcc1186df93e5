export { FaultDisk } from './fault-disk.ts';
export type { DiskFault, DiskOperation, FaultDiskOptions } from './fault-disk.ts';
export { FaultDiskFile, PAGE_BYTES } from './fault-disk-file.ts';
export { startScriptedOllama } from './scripted-ollama.ts';
export type { ChatBehaviour, ChatRequestSeen, ScriptedOllama, ScriptedOllamaOptions } from './scripted-ollama.ts';
export { startSecServer } from './sec-server.ts';
export type { SecFault, SecServer, SecServerOptions, SeenRequest } from './sec-server.ts';
export { blockPage, filingPath, formIndex, masterIndex, servedFiling } from './sec-server-pages.ts';
export type { ServedFiling } from './sec-server-pages.ts';
