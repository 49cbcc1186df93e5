export { argument, defineCommand } from './command.ts';
export type { ArgumentSpec, CommandSpec, Io } from './command.ts';
export { completionScript } from './completion.ts';
export { printError } from './errors.ts';
export { UsageErrors, optional, repeated, resolveFlags, switched, withDefault } from './flag.ts';
export type { Flag, FlagValues } from './flag.ts';
export { DEFAULT_HEALTH_PORT, DEFAULT_METRICS_PORT, DEFAULT_PORT } from './flags-connect.ts';
export { CLIENT_FLAGS, DOWNLOAD_FLAGS, FILTER_FLAGS, FLAGS, MODEL_FLAGS, NEO4J_FLAGS } from './flags.ts';
export type { FlagKey, Values } from './flags.ts';
export { makeLogger } from './log.ts';
export type { LogFields, LogLevel, Logger } from './log.ts';
export { processIo, runMain } from './main.ts';
export { loadCommands } from './load-commands.ts';
export type { CommandModule } from './load-commands.ts';
export { editDistance, nearest, orList } from './nearest.ts';
export {
  formatBytes,
  formatCount,
  formatElapsed,
  formatTable,
  note,
  printData,
  printJson,
  printJsonLine,
  printLine,
  printLines,
  writeAll,
} from './output.ts';
export { buildProgram, flagsOf, runProgram } from './program.ts';
export type { ProgramSpec } from './program.ts';
export { makeProgressView, progressLine } from './progress.ts';
export type { Progress, ProgressView } from './progress.ts';
export { watchSignals } from './signals.ts';
export type { SignalWatch } from './signals.ts';
export { formatGraph, formatHostPort, readChoice, readGraph, readHostPort, wrongValue } from './values.ts';
export type { GraphTarget, HostPort, Reader } from './values.ts';
