import { linkChanges } from '../identity/resolve.ts';
import type { GraphRelationship } from '../model/delta.ts';
import { KEY_PROPERTY, LINKED_LABELS } from '../model/labels.ts';
import type { ResolveResult } from '../store/store.ts';
import type { Database } from './database.ts';
import { ownRelationship } from './own.ts';
import { RELATIONSHIP_COLUMNS, relationshipOf } from './values.ts';

const LINKS_AT_ONCE = 1000;

/** Makes `links` the links of the graph; writes only the difference. */
export async function putLinks(database: Database, links: readonly GraphRelationship[]): Promise<ResolveResult> {
  const { added, removed } = linkChanges(await linksNow(database), links);
  for (let at = 0; at < removed.length; at += LINKS_AT_ONCE) {
    await database.single('UNWIND $ids AS id MATCH ()-[r:SAME_AS {id: id}]->() DELETE r', {
      ids: removed.slice(at, at + LINKS_AT_ONCE),
    });
  }
  for (let at = 0; at < added.length; at += LINKS_AT_ONCE) await link(database, added.slice(at, at + LINKS_AT_ONCE));
  return { added: added.length, removed: removed.length, links: links.length };
}

async function linksNow(database: Database): Promise<GraphRelationship[]> {
  const rows = await database.read(
    `MATCH ()-[r:SAME_AS]->() WHERE ${ownRelationship('r')} RETURN ${RELATIONSHIP_COLUMNS}`,
  );
  return rows.map(relationshipOf);
}

/** Links whose ends are both still there; a node that went meanwhile takes its link with it. */
async function link(database: Database, links: readonly GraphRelationship[]): Promise<void> {
  for (const label of LINKED_LABELS) {
    const rows = links
      .filter((one) => one.from.label === label)
      .map(({ id, from, to, properties }) => ({ from: from.id, to: to.id, properties: { id, ...properties } }));
    const key = KEY_PROPERTY[label];
    if (rows.length > 0) {
      await database.single(
        `UNWIND $rows AS row MATCH (a:${label} {${key}: row.from}) MATCH (b:${label} {${key}: row.to}) CREATE (a)-[r:SAME_AS]->(b) SET r = row.properties`,
        { rows },
      );
    }
  }
}
