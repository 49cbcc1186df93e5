import { FiligreeError, describeError } from '@filigree/base';
import type { GraphTrouble } from '@filigree/queue';

/** Who works on the graph: results of jobs are written, identity across filings is resolved. */
export type GraphTask = 'write' | 'resolve';

/** How the graph stands, from what becomes of the work on it. */
export interface GraphHealth {
  /** A task failed and will be tried again. */
  failed(task: GraphTask, error: unknown): void;
  /** A task went well. */
  well(task: GraphTask): void;
}

function troubleOf(task: GraphTask, error: unknown): GraphTrouble {
  const stopsGranting = task === 'write';
  if (!(error instanceof FiligreeError))
    return { isFull: false, stopsGranting, message: describeError(error), remedy: 'see the log' };
  const { code, message, remedy } = error;
  const what = task === 'write' ? message : `identity across filings is not resolved yet: ${message}`;
  return { isFull: code === 'DISK_FULL', stopsGranting, message: what, remedy };
}

/** `onChange` is called with the trouble of now whenever a task fails, and with null when there is none any more. */
export function makeGraphHealth(onChange: (trouble: GraphTrouble | null) => void): GraphHealth {
  const troubles = new Map<GraphTask, GraphTrouble>();
  const told = (): void => {
    onChange(troubles.get('write') ?? troubles.get('resolve') ?? null);
  };
  return {
    failed(task, error) {
      troubles.set(task, troubleOf(task, error));
      told();
    },
    well(task) {
      if (troubles.delete(task)) told();
    },
  };
}
