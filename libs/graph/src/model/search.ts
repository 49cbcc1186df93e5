import { foldText } from '../names/fold-text.ts';
import type { Properties } from './delta.ts';

/**
 * The words of all of a node's names, folded, with a space before and after each: what approximate search looks in.
 * Empty for nodes without a name.
 */
export function searchText(properties: Properties): string {
  const names: string[] = [];
  if (typeof properties['name'] === 'string') names.push(properties['name']);
  const others = properties['other_names'];
  if (Array.isArray(others)) names.push(...(others as readonly string[]));
  const words = new Set(names.flatMap((name) => foldText(name).split(' ')).filter((word) => word !== ''));
  return words.size === 0 ? '' : ` ${[...words].join(' ')} `;
}
