import type { OwnershipFact } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { foldSpace } from '../wording/pattern.ts';
import { cellName } from './row-names.ts';
import type { CellName } from './row-names.ts';

/** A label of a form and the value that stands beside or below it. */
interface Entry {
  readonly label: string;
  readonly start: number;
  readonly value: Span;
}

const LONGEST_LABEL = 160;

function textOf(reading: Reading, span: Span): string {
  return foldSpace(reading.text.slice(span.start, span.end));
}

/** "Label: value" within a cell or line. */
function inline(reading: Reading, part: Span): Entry | undefined {
  const text = reading.text.slice(part.start, part.end);
  const colon = text.indexOf(':');
  if (colon < 2 || colon > LONGEST_LABEL || !/\S/u.test(text.slice(colon + 1))) return undefined;
  return {
    label: foldSpace(text.slice(0, colon)),
    start: part.start,
    value: { start: part.start + colon + 1, end: part.end },
  };
}

function partsOf(reading: Reading, at: number): readonly Span[] {
  const block = reading.blocks[at]!;
  if (block.cells.length > 0) return block.cells;
  const parts: Span[] = [];
  let start = block.start;
  for (const line of reading.text.slice(block.start, block.end).split('\n')) {
    parts.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return parts;
}

/** Labels and values of a block: cell by cell, line by line, or parted by a colon; `next` is what follows the block. */
function entriesOf(reading: Reading, at: number): Entry[] {
  const parts = partsOf(reading, at);
  const next = at + 1 < reading.blocks.length ? partsOf(reading, at + 1)[0] : undefined;
  return parts.flatMap((part, index) => {
    if (part.end - part.start > 400) return [];
    const own = inline(reading, part);
    if (own !== undefined) return [own];
    const value = parts[index + 1] ?? next;
    if (value === undefined || part.end - part.start > LONGEST_LABEL) return [];
    return [{ label: textOf(reading, part), start: part.start, value }];
  });
}

const NUMBER = '^(?:\\W*(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]\\s*)*';
const TITLE =
  /(?:acquisition|purchase|disposal|disposition|sale|transfer|dispose|acquire) of (?:the |an? |all )?(?:\p{L}+ ){0,2}(?:shares?|stock|equity|interests?|stake|securities|subsidiar)/iu;
const SALE = /disposal|disposition|\bsale\b|dispose/iu;
const TARGET = new RegExp(
  `${NUMBER}(?:details of )?(?:name of (?:the )?(?:(?:issuing |target |acquired )?(?:company|corporation)|issuer|underlying securities)|(?:issuing|target|investee|acquired) company|company name|trade name|corporate name|(?:name and nature of the )?(?:underlying assets?|subject matter))(?: \\(.{0,40}\\))?\\W*$`,
  'iu',
);
const PARTNER = new RegExp(
  `${NUMBER}(?:(?:name of )?(?:the )?(?:seller|vendor|transferor|purchaser|buyer|transferee|counter-?part(?:y|ies)|trading counterpart(?:y|ies)))(?:\\W|$).{0,60}$`,
  'iu',
);
const FROM = /\b(?:from|to)\s+(?:the\s+)?$/iu;
const REACH = 40;

const ISSUER = /identity of the issuer|name of (?:the )?(?:underlying )?issuer|issuer of existing shares/iu;
const SUBJECT =
  /person\(?s?\)? subject to (?:the )?notification|full name of (?:share|stock)holder|name of (?:the )?(?:person|entity) (?:subject|making)/iu;

/** An organization in running words behind "from" or "to". */
function partnerIn(reading: Reading, span: Span): CellName | undefined {
  const found = reading
    .organizationsIn(span)
    .find(({ start }) => FROM.test(reading.text.slice(Math.max(span.start, start - 12), start)));
  return found === undefined ? undefined : { name: found.name, start: found.start, end: found.end };
}

/** What one form has told so far. */
interface Form {
  readonly sale: boolean;
  readonly until: number;
  target: CellName | undefined;
}

type Draft = Pick<OwnershipFact, 'parent' | 'child' | 'kind'>;

class FormReader {
  readonly found: OwnershipFact[] = [];
  private form: Form | undefined;
  private issuer: CellName | undefined;
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  private add(draft: Draft, start: number, end: number, source: string): void {
    this.found.push({
      ...draft,
      percent: null,
      dealStatus: draft.kind === 'acquisition' || draft.kind === 'divested' ? 'agreed' : null,
      ...this.reading.quote(start, end),
      source,
      confidence: 0.75,
    });
  }

  /** A decision on shares of another company: its name, then who sells or buys. */
  private deal(form: Form, entry: Entry): void {
    const { filer } = this.reading;
    if (form.target === undefined) {
      if (!TARGET.test(entry.label)) return;
      form.target = cellName(this.reading, entry.value);
      if (form.target === undefined || form.target.name === filer) return;
      this.add(
        { parent: filer, child: form.target.name, kind: form.sale ? 'divested' : 'acquisition' },
        entry.start,
        form.target.end,
        'rule:deal-form',
      );
      return;
    }
    const partner = PARTNER.test(entry.label)
      ? cellName(this.reading, entry.value)
      : /method|manner|purpose|details|counterpart/iu.test(entry.label)
        ? partnerIn(this.reading, entry.value)
        : undefined;
    if (partner === undefined || partner.name === filer || partner.name === form.target.name) return;
    this.add(
      { parent: partner.name, child: form.target.name, kind: form.sale ? 'acquisition' : 'divested' },
      partner.start,
      partner.end,
      'rule:deal-form',
    );
  }

  /** A notification of major holdings: the issuer, then who holds. */
  private notification(entry: Entry): void {
    if (ISSUER.test(entry.label)) this.issuer = cellName(this.reading, entry.value) ?? this.issuer;
    else if (SUBJECT.test(entry.label)) {
      const holder = cellName(this.reading, entry.value);
      const company = this.issuer?.name ?? this.reading.filer;
      if (holder === undefined || holder.name === company) return;
      this.add({ parent: holder.name, child: company, kind: 'stake' }, entry.start, holder.end, 'rule:notification');
    }
  }

  read(at: number): void {
    const block = this.reading.blocks[at]!;
    if (block.cells.length < 2 && block.end - block.start <= LONGEST_LABEL) {
      const title = this.reading.text.slice(block.start, block.end);
      if (TITLE.test(title)) this.form = { sale: SALE.test(title), until: at + REACH, target: undefined };
    }
    for (const entry of entriesOf(this.reading, at)) {
      if (this.form !== undefined && at <= this.form.until) this.deal(this.form, entry);
      this.notification(entry);
    }
  }
}

/** What forms of labels and values tell: decisions to buy or sell shares, notifications of major holdings. */
export function formOwnership(reading: Reading): readonly OwnershipFact[] {
  const reader = new FormReader(reading);
  for (let at = 0; at < reading.blocks.length; at++) reader.read(at);
  return reader.found;
}
