const ITEM = /^(\s*)(\(?(?:\d{1,3}(?:\.\d{1,2})?|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[-*\u2022\u00b7\u2013o])(\s{2,})(\S.*)$/u;
// As between columns; two spaces behind the end of a sentence are none.
const GAP = /\S\s{3,}\S|[^.!?:;\s]\s{2}\S/u;
/** What is longer than this is a paragraph behind its number, not a cell of a row. */
const PARAGRAPH = 45;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The number or bullet of an item stands apart from its text, "1.   The Board ...", and further lines hang below the text.
 * That gap sets off no column: it becomes one space. A row of figures behind a number has further gaps and stays.
 */
export function joinItemMarks(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    const item = ITEM.exec(line);
    if (item === null) return line;
    const [, lead, mark, gap, text] = item as unknown as [string, string, string, string, string];
    if (GAP.test(text)) return line;
    const next = lines[at + 1] ?? '';
    const column = lead.length + mark.length + gap.length;
    const hangs = next !== '' && Math.abs(indentOf(next) - column) <= 1 && !ITEM.test(next) && !GAP.test(next.trim());
    return hangs || text.length >= PARAGRAPH ? `${lead}${mark} ${text}` : line;
  });
}
