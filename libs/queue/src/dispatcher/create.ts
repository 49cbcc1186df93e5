import { FiligreeError } from '@filigree/base';
import type { Dispatcher } from './dispatcher.ts';
import type { DispatcherEffects, DispatcherOptions, JournalPort } from './ports.ts';

/** Makes a dispatcher over `journal`; see `Dispatcher` for its life. */
export function createDispatcher(
  options: DispatcherOptions,
  journal: JournalPort,
  effects: DispatcherEffects,
): Dispatcher {
  throw new FiligreeError('INTERNAL', `not built yet: ${options.graph.id} ${typeof journal} ${typeof effects}`);
}
