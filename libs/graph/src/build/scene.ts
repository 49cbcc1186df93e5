import type { NodeKey } from '../model/delta.ts';
import type { Cast } from './cast.ts';
import type { Draft } from './draft.ts';

/** What the makers of facts work with. */
export interface Scene {
  readonly draft: Draft;
  readonly cast: Cast;
  readonly filing: NodeKey;
}

/** The node of a company that the text names, stated. */
export function companyNode({ draft, cast }: Scene, name: string): NodeKey {
  return draft.node(cast.company(name), {}, { text: [name] });
}

/** The node of a person that the text names, stated. */
export function personNode({ draft, cast }: Scene, name: string): NodeKey {
  return draft.node(cast.person(name), {}, { text: [name] });
}
