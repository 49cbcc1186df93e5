import { FiligreeError } from '@filigree/base';
import type { Dispatcher } from './dispatcher.ts';
import type { DispatcherEffects, DispatcherOptions } from './ports.ts';

/** Makes a dispatcher; see `Dispatcher` for its life. */
export function createDispatcher(
  options: DispatcherOptions,
  journal: JournalPort,
  effects: DispatcherEffects,
): Dispatcher {
  throw new FiligreeError('INTERNAL', `not built yet: ${options.graph.id} ${typeof effects}`);
}
