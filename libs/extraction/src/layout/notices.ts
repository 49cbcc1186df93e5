import type { Reading } from '../reading/index.ts';
import type { RoleDraft } from '../roles/draft.ts';
import { organizationOfLine } from './line-kinds.ts';
import { namesOf, plausible } from './line-names.ts';
import type { Line } from './lines.ts';
import { readName } from './name-slot.ts';

const ATTENTION = /^(?:for the )?(?:attention|attn)(?: of)?\s*[.:]\s*/i;
const PARTY_LABEL = /^[\p{L} ]{2,24}:\s*/u;
const MOST_LINES = 10;
const MOST_NAMES = 4;
const LONGEST_CAPTION = 130;

/** Whose address a notice's lines are: the nearest line above that is an organization, behind "Vendor:" or alone. */
function addressee(reading: Reading, lines: readonly Line[], from: number): string | null {
  for (let at = lines[from]!.above, step = 0; at >= 0 && step < MOST_LINES; at = lines[at]!.above, step++) {
    const line = lines[at]!;
    if (line.long) return null;
    const label = PARTY_LABEL.exec(line.text)?.[0].length ?? 0;
    const found = organizationOfLine(reading, { start: line.start + label, end: line.end });
    if (found !== null) return found.name;
    if (isLed(lines, at)) return /^\p{Lu}[^\d:;]{3,60}$/u.test(line.text) ? line.text : null;
  }
  return null;
}

/** A label such as "Copy to:" stands in the cell before. */
function isLed(lines: readonly Line[], at: number): boolean {
  const [beside, line] = [lines[at - 1], lines[at]!];
  return line.shared && beside !== undefined && beside.block === line.block && beside.text.endsWith(':');
}

/** "(Name, Telephone, E-mail and Address of Company Contact Person)": the cover of a report says whom to ask. */
const CAPTION = /\bname\b.{0,80}\b(?:contact person|person to contact)\b/i;

/** The person above or below such a caption, whichever is printed. */
function captioned(reading: Reading, lines: readonly Line[], index: number): RoleDraft[] {
  const { above, below } = lines[index]!;
  for (const at of [above, below]) {
    const line = lines[at];
    if (line === undefined || line.long || CAPTION.test(line.text)) continue;
    const found = readName(reading.text.slice(line.start, line.end), false);
    const span = found === null ? null : { start: line.start + found.start, end: line.start + found.end };
    if (found === null || span === null || !plausible(reading, found.name, span)) continue;
    return [
      {
        person: found.name,
        organization: null,
        title: 'Contact Person',
        role: 'contact',
        status: 'current',
        span,
        rule: 'notice',
      },
    ];
  }
  return [];
}

/** "Attention: A Person" in the addresses for notices: whom a party names to be written to. */
export function noticeRoles(reading: Reading, lines: readonly Line[]): RoleDraft[] {
  const drafts: RoleDraft[] = [];
  lines.forEach((line, index) => {
    if (line.text.length < LONGEST_CAPTION && CAPTION.test(line.text)) drafts.push(...captioned(reading, lines, index));
    const label = line.long ? null : ATTENTION.exec(line.text);
    if (label === null) return;
    const organization = addressee(reading, lines, index);
    if (organization === null) return;
    let start = line.start + label[0].length;
    for (let at = index, step = 0; at >= 0 && step < MOST_NAMES; step++) {
      if (step > 0 && isLed(lines, at)) break;
      const names = namesOf(reading, { start, end: lines[at]!.end }, step === 0);
      if (names.length === 0) break;
      for (const name of names)
        drafts.push({
          person: name.name,
          organization: name.organization ?? organization,
          title: name.rest === '' ? 'Attention' : name.rest,
          role: 'contact',
          status: 'current',
          span: { start: name.start, end: name.end },
          rule: 'notice',
        });
      at = lines[at]!.below;
      if (at >= 0) ({ start } = lines[at]!);
    }
  });
  return drafts;
}
