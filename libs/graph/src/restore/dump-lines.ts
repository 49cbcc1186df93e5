// A dump, read back: every line as a dump writes it, in its order. What a dump of the same graph would not say is damage.

import { FiligreeError } from '@filigree/base';
import { compareUtf8, nodeLine, relationshipLine } from '../model/canonical.ts';
import type { GraphNode, GraphRelationship } from '../model/delta.ts';

export type DumpEntity =
  ({ readonly entity: 'node' } & GraphNode) | ({ readonly entity: 'relationship' } & GraphRelationship);

/** The error of a line of a file that cannot be restored; nothing has been changed then. */
export function damaged(file: string, line: number, what: string): FiligreeError {
  return new FiligreeError('CORRUPT', `${file}, line ${String(line)}: ${what}`, {
    remedy: 'nothing was changed; take a whole file as coordinator graph dump or coordinator backup made it',
    detail: { file, line },
  });
}

function lineOf(entity: DumpEntity): string {
  return entity.entity === 'node' ? nodeLine(entity) : relationshipLine(entity);
}

function parsed(text: string): DumpEntity | null {
  try {
    const value = JSON.parse(text) as DumpEntity;
    // A line that says the same in another way is not one of a dump's.
    return lineOf(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** Lines of a file with their numbers, and whether a line end follows. */
export async function* numberedLines(
  chunks: AsyncIterable<string>,
): AsyncIterable<{ readonly text: string; readonly line: number; readonly isWhole: boolean }> {
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) yield { text, line: line++, isWhole: true };
  }
  if (rest !== '') yield { text: rest, line, isWhole: false };
}

/** The entities of a dump with the numbers of their lines. Throws CORRUPT naming the first line that is not as a dump has it. */
export async function* readDumpFile(
  file: string,
  chunks: AsyncIterable<string>,
): AsyncIterable<{ readonly entity: DumpEntity; readonly line: number }> {
  let before = '';
  for await (const { text, line, isWhole } of numberedLines(chunks)) {
    if (!isWhole) throw damaged(file, line, 'the file ends in the midst of a line');
    const entity = parsed(text);
    if (entity === null) throw damaged(file, line, `${JSON.stringify(text.slice(0, 60))} is no line of a dump`);
    if (before !== '' && compareUtf8(before, text) >= 0)
      throw damaged(
        file,
        line,
        'it does not come after the line before it: lines are missing, repeated or out of order',
      );
    before = text;
    yield { entity, line };
  }
}
