import type { CommandSpec } from '@filigree/cli';
import { dumpCommand } from './dump.ts';
import { exportCommand } from './export.ts';
import { maintainCommands } from './maintain.ts';
import { pushCommand } from './push.ts';
import { queryCommand } from './query.ts';
import { questionCommands } from './questions.ts';
import { restoreCommand } from './restore.ts';

/** The `coordinator graph ...` commands. */
export const graphCommands: readonly CommandSpec[] = [
  ...questionCommands,
  dumpCommand,
  ...maintainCommands,
  queryCommand,
  exportCommand,
  pushCommand,
  restoreCommand,
];
