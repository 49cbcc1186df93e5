import type { Reading } from '../reading/index.ts';
import { wording } from '../wording/pattern.ts';

/** Where in a filing a block stands, as far as it matters for what the filing reports. */
export type Zone =
  /** The form's cover, a signature block, a table of figures. */
  | 'skip'
  /** "Exhibit 99.1", "News Release": a line that opens a release and may carry its date. */
  | 'marker'
  /** What the form itself says between cover and signature. */
  | 'statement'
  /** A line of a list of exhibits. */
  | 'contents'
  /** A line above the first paragraph of a release. */
  | 'headline'
  /** A paragraph of a release; `order` counts from 0. */
  | 'paragraph'
  /** About the company, forward-looking statements, contacts. */
  | 'tail';

export interface ZonedBlock {
  readonly block: number;
  readonly zone: Zone;
  /** Releases are numbered; the form itself is 0. */
  readonly unit: number;
  /** Of a paragraph: how many came before it in the unit. */
  readonly order: number;
}

const COVER_END = wording(
  "indicate by check mark|12g3-2\\(b\\)|address of (?:the )?(?:registrant|principal|executive)|form 20-f.{0,40}form 40-f|regulation s-t|exact name of|translation of|name of registrant|commission file|for the month of|former name|registrant's telephone|soliciting material|pre-commencement|emerging growth company|title of each class|rule 14a-12|transition period|^ ?(?:yes|no) ?[_x\\[]|^82-",
);
const SIGNATURE = wording('^\\W{0,6}signatures?\\W{0,6}$|pursuant to the requirements? of the securities');
const CONTENTS = wording(
  '^\\W{0,6}(?:exhibit index|index to exhibits|exhibits? list|list of exhibits|exhibits? ?:?|table of contents|exhibit (?:no\\.?|number)(?: description| exhibit description| document| title)?|documents? (?:included|furnished)|submitted herewith|description|exhibit title)\\W{0,6}$|^\\W{0,6}exhibit index',
);
const UNIT_START = wording(
  '^\\W{0,4}(?:exhibit (?:no\\.? ?)?\\d{1,2}(?:\\.\\d{1,2})?(?: ?\\([a-z]\\))?|item \\d{1,2}|appendix|annex [a-z0-9])\\W{0,4}$|^\\W{0,4}(?:(?:joint )?(?:news|press|media) release|for immediate release|immediate release|media information|announcement)\\W{0,4}',
);
const TAIL_START = wording(
  '^\\W{0,6}(?:(?:cautionary|safe harbou?r|forward[- ]looking|disclaimer|non-gaap|contacts?|for (?:further|more|additional) (?:information|details)|(?:media|investor|press)(?: and (?:media|investor))? (?:contacts?|inquiries|relations|enquiries)|investors? (?:and media )?contacts?|notes? to (?:the )?editors?|notes? for editors|company (?:profile|contacts?)|profile of|local currencies and constant|group corporate communications|use of non|risk factors|additional information (?:and where|about the)|important (?:information|notice)|website|on behalf of the board|enquiries|the (?:tsx|toronto stock exchange|otc bulletin).{0,80}(?:has|have|does|do) not|(?:neither )?the tsx venture|this (?:press|news)? ?(?:release|announcement|document|communication|report)(?: \\(.{1,40}\\))? (?:contains|includes|may contain|may include|is not|does not constitute|is neither|and any)|(?:certain|some|the) (?:information|statements?|of the statements).{0,100}forward|except for (?:the )?(?:historical|statements)|except for any historical|statements (?:in|contained|made).{0,60}(?:release|document).{0,60}|the (?:information|statements) (?:contained|set forth|in) .{0,60}(?:forward|shall be deemed|incorporated)|the attached press release shall not|the information set forth above|readers are cautioned|investors are cautioned))',
);
/** A row of a list of exhibits: its number, or what kind of paper it is. */
const LISTED = wording(
  '^\\W{0,3}\\d{1,3}(?:\\.\\d{1,2})?[.)]?\\s+\\p{L}|(?:press|news) release|report|notice|announce',
);
/** "Sub: Outcome of the Board Meeting", "2. Subject: ...": what the letter or the table is about. */
const SUBJECT = wording(
  '^\\W{0,4}(?:\\d{1,2}[.)] ?)?(?:sub(?:ject)?(?: matter)?|re|ref(?:erence)?|matter|headline)\\s?[:.] ?\\S',
);
/** A line of a signature block. */
const SIGNING = wording('/s/|^\\W{0,4}(?:by|name|title|date[d]?|its)\\W|^\\W{0,4}\\(?registrant');
/** More short lines than this before the first paragraph are slides or a form, not headlines. */
const MAX_HEADLINES = 8;
const SALUTATION = 80;
const ABOUT = /^\W{0,4}about\s+(?!to\s)(?:the\s+)?[\p{Lu}\d]/iu;
/** "OSTERBY, March 4, 2010 -": what a release begins with. */
export const DATELINE = wording(
  '^[^.]{0,80}(?:\\d{1,2},? (?:19|20)\\d{2}|\\d{1,2} \\p{Lu}\\p{L}+ (?:19|20)\\d{2}).{0,60}(?:--?|[\u2013\u2014\u2212:/]|\\)) {0,2}\\S',
  'u',
);

function paragraphLike(text: string): boolean {
  return text.length >= 170 || (text.length >= 80 && (/[.:]["\u201d)]?\s*$/u.test(text) || DATELINE.test(text)));
}

class ZoneWalk {
  readonly out: ZonedBlock[] = [];
  private readonly reading: Reading;
  private unit = 0;
  private order = 0;
  private headlines = 0;
  private state: 'cover' | 'statement' | 'signature' | 'contents' | 'unit' | 'tail' = 'statement';

  constructor(reading: Reading) {
    this.reading = reading;
  }

  private emit(block: number, zone: Zone): void {
    const counted = zone === 'paragraph' || zone === 'statement';
    this.out.push({ block, zone, unit: this.unit, order: counted ? this.order : 0 });
    const { start, end } = this.reading.blocks[block]!;
    // The address and the salutation of a letter come before its first paragraph.
    if (zone === 'paragraph' || (zone === 'statement' && end - start >= SALUTATION)) this.order++;
  }

  private open(state: 'unit' | 'statement'): void {
    this.state = state;
    this.order = 0;
    this.headlines = 0;
    if (state === 'unit') this.unit++;
  }

  /** The document begins at `first`; the form's own document is the first one that has blocks. */
  document(first: number, last: number, form: boolean): void {
    let coverEnd = first - 1;
    if (form) {
      for (let b = first; b < Math.min(last, first + 70); b++) {
        const block = this.reading.blocks[b]!;
        const head = this.reading.text.slice(block.start, Math.min(block.end, block.start + 400));
        if (SIGNATURE.test(head) || CONTENTS.test(head)) break;
        if (COVER_END.test(head)) coverEnd = b;
      }
    }
    this.open(form ? 'statement' : 'unit');
    for (let b = first; b < last; b++) {
      if (b <= coverEnd) this.emit(b, 'skip');
      else this.step(b);
    }
  }

  private step(b: number): void {
    const block = this.reading.blocks[b]!;
    const head = this.reading.text.slice(block.start, Math.min(block.end, block.start + 400));
    if (head.length < 80 && UNIT_START.test(head) && !(this.state === 'contents' && this.nextIsShort(b))) {
      if (this.state !== 'unit' || this.order > 0) this.open('unit');
      this.emit(b, 'marker');
      return;
    }
    if (SIGNATURE.test(head)) {
      this.state = 'signature';
      this.emit(b, 'skip');
      return;
    }
    if (head.length < 120 && CONTENTS.test(head)) {
      this.state = 'contents';
      this.emit(b, 'skip');
      return;
    }
    this.place(b, head, block.kind === 'row');
  }

  /** The short lines between a signature block and the first paragraph after it head that paragraph. */
  private headlinesAbove(): void {
    for (let at = this.out.length - 1; at >= 0 && this.out.length - at <= MAX_HEADLINES; at--) {
      const { block, zone } = this.out[at]!;
      const { start, end, kind } = this.reading.blocks[block]!;
      const head = this.reading.text.slice(start, Math.min(end, start + 400));
      if (zone !== 'skip' || kind === 'row' || SIGNING.test(head) || SIGNATURE.test(head)) return;
      this.out[at] = { block, zone: 'headline', unit: this.unit, order: 0 };
    }
  }

  private nextIsShort(b: number): boolean {
    const next = this.reading.blocks[b + 1];
    return (
      next !== undefined &&
      next.end - next.start < 200 &&
      !UNIT_START.test(this.reading.text.slice(next.start, next.end)) &&
      this.reading.blocks[b]?.kind === 'row'
    );
  }

  private place(b: number, head: string, row: boolean): void {
    const paragraph = paragraphLike(head) && !row;
    switch (this.state) {
      case 'signature':
        if (!paragraph || head.length < 200) return void this.emit(b, 'skip');
        this.open('unit');
        this.headlinesAbove();
        return void this.emit(b, 'paragraph');
      case 'contents':
        if (!paragraph || head.length < 200) return void this.emit(b, 'contents');
        this.open('unit');
        return void this.emit(b, 'paragraph');
      case 'tail':
        return void this.emit(b, 'tail');
      default:
        this.content(b, head, paragraph, row);
    }
  }

  private content(b: number, head: string, paragraph: boolean, row: boolean): void {
    if (this.order > 0 && (TAIL_START.test(head) || (ABOUT.test(head) && head.length < 120))) {
      // The form's own statement goes on after its "shall not be deemed filed" paragraph.
      if (this.state === 'unit') this.state = 'tail';
      this.emit(b, 'tail');
    } else if (SUBJECT.test(head) && head.length < 300) this.emit(b, 'headline');
    else if (this.state === 'statement') this.emit(b, row ? (LISTED.test(head) ? 'contents' : 'skip') : 'statement');
    else if (paragraph) this.emit(b, 'paragraph');
    else this.emit(b, this.order === 0 && !row && this.headlines++ < MAX_HEADLINES ? 'headline' : 'skip');
  }
}

/** Says of every block where it stands. One pass over the blocks. */
export function zonesOf(reading: Reading): readonly ZonedBlock[] {
  const walk = new ZoneWalk(reading);
  let first = 0;
  let form = true;
  while (first < reading.blocks.length) {
    const document = reading.blocks[first]!.document;
    let last = first;
    while (last < reading.blocks.length && reading.blocks[last]!.document === document) last++;
    walk.document(first, last, form);
    form = false;
    first = last;
  }
  return walk.out;
}
