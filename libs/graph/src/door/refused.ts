import { FiligreeError } from '@filigree/base';

/** A query that the door does not let in. `what` says which part of it. */
export function refused(what: string, remedy: string): FiligreeError {
  return new FiligreeError('USAGE', `query: ${what}`, { remedy });
}
