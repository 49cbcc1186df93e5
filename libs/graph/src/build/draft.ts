// A delta while it is being made: statements about nodes are gathered, duplicate relationships settled, then all is sorted.

import type { Grounded } from '@filigree/extraction';
import { canonicalJson, compareUtf8, propertiesOf, storableText } from '../model/canonical.ts';
import { keyOf } from '../model/delta.ts';
import type { DeltaNode, DeltaRelationship, GraphDelta, NodeKey, Properties } from '../model/delta.ts';
import { discriminatorsOf } from '../model/delta-ids.ts';
import type { Discriminator } from '../model/delta-ids.ts';
import { relationshipId } from '../model/ids.ts';
import type { RelationshipType } from '../model/labels.ts';
import { orderNames } from './cast.ts';

export type Values = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

interface DraftNode extends NodeKey {
  /** Names of the header, in its order: they are preferred. */
  readonly headerNames: Set<string>;
  readonly names: Set<string>;
  properties: Properties;
}

interface DraftRelationship {
  readonly id: string;
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** Quote, span, source and confidence of a fact, as a relationship has them. */
export function grounding(fact: Grounded): Values {
  const confidence = Math.round(Math.min(1, Math.max(0, fact.confidence)) * 100) / 100;
  return { quote: fact.quote, start: fact.start, end: fact.end, source: fact.source, confidence };
}

/** A header fact: authoritative, and without a sentence. */
export const HEADER: Values = { source: 'header', confidence: 1 };

export class Draft {
  readonly accession: string;
  readonly filed: string;
  private readonly nodes = new Map<string, DraftNode>();
  private readonly relationships = new Map<string, DraftRelationship>();

  constructor(accession: string, filed: string) {
    this.accession = accession;
    this.filed = filed;
  }

  /** States a node. A property once stated by this filing stays. */
  node(
    key: NodeKey,
    values: Values = {},
    names: { readonly header?: readonly string[]; readonly text?: readonly string[] } = {},
  ): NodeKey {
    const draft = this.nodes.get(keyOf(key)) ?? {
      ...key,
      headerNames: new Set<string>(),
      names: new Set<string>(),
      properties: {},
    };
    this.nodes.set(keyOf(key), draft);
    for (const name of names.header ?? []) if (name !== '') draft.headerNames.add(storableText(name));
    for (const name of names.text ?? []) if (name !== '') draft.names.add(storableText(name));
    draft.properties = { ...propertiesOf(values), ...draft.properties };
    return key;
  }

  /**
   * States a relationship between stated nodes. Of two facts with one id the surer stays, then the one that stands earlier.
   * `discriminator` is for what the properties alone do not tell.
   */
  relate(type: RelationshipType, from: NodeKey, to: NodeKey, values: Values, discriminator?: Discriminator): void {
    const properties = propertiesOf({ ...values, accession: this.accession, filed: this.filed });
    const [told = []] = discriminatorsOf(type, properties, this.filed);
    const id = relationshipId(this.accession, type, from, to, discriminator ?? told);
    const made = { id, type, from: keyOf(from), to: keyOf(to), properties };
    const held = this.relationships.get(id);
    if (held === undefined || better(made, held)) this.relationships.set(id, made);
  }

  /** A node that no relationship joins to anything says nothing, unless it is the filing: it is left out. */
  finish(): GraphDelta {
    const joined = new Set([...this.relationships.values()].flatMap(({ from, to }) => [from, to]));
    const said = [...this.nodes.values()].filter((draft) => draft.label === 'Filing' || joined.has(keyOf(draft)));
    const drafts = said.sort((a, b) => compareUtf8(a.label, b.label) || compareUtf8(a.id, b.id));
    const index = new Map(drafts.map((draft, at) => [keyOf(draft), at]));
    const nodes = drafts.map((draft): DeltaNode => {
      const header = [...draft.headerNames];
      return {
        label: draft.label,
        id: draft.id,
        names: [...new Set([...header, ...orderNames(draft.names)])],
        properties: draft.properties,
      };
    });
    const relationships = [...this.relationships.values()]
      .sort((a, b) => compareUtf8(a.id, b.id))
      .map(({ id, type, from, to, properties }): DeltaRelationship => ({
        id,
        type,
        from: index.get(from) ?? -1,
        to: index.get(to) ?? -1,
        properties,
      }));
    return { accession: this.accession, filed: this.filed, nodes, relationships };
  }
}

function better(a: DraftRelationship, b: DraftRelationship): boolean {
  const confidence = Number(a.properties['confidence'] ?? 0) - Number(b.properties['confidence'] ?? 0);
  if (confidence !== 0) return confidence > 0;
  const start = Number(a.properties['start'] ?? -1) - Number(b.properties['start'] ?? -1);
  if (start !== 0) return start < 0;
  return canonicalJson(a.properties) < canonicalJson(b.properties);
}
