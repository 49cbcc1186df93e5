import type { HoldingFact, TradeFact } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { countOf, holderKind } from './values.ts';

// Forms 3, 4 and 5 since 2003 are XML (EDGAR Ownership XML Technical Specification): one value a block, told apart by its path.

interface Entry {
  readonly container: string;
  readonly values: Map<string, { readonly text: string; readonly span: Span }>;
}

export interface OwnershipDocument {
  readonly issuer: string;
  readonly owner: string;
  readonly ownerSpan: Span;
  readonly period: string | null;
  readonly entries: readonly Entry[];
}

const CONTAINER = /(nonDerivativeTransaction|nonDerivativeHolding|derivativeTransaction|derivativeHolding)\/(.+)$/u;

/** The parts of an `ownershipDocument`; undefined where the filing has none. */
export function ownershipDocument(reading: Reading): OwnershipDocument | undefined {
  let issuer = '';
  let owner = '';
  let ownerSpan: Span = { start: 0, end: 0 };
  let period: string | null = null;
  const entries: Entry[] = [];
  for (const block of reading.blocks) {
    const { path } = block;
    if (path?.startsWith('ownershipDocument') !== true) continue;
    const text = reading.text.slice(block.start, block.end).trim();
    if (path.endsWith('issuer/issuerName')) issuer = text;
    else if (path.endsWith('reportingOwnerId/rptOwnerName') && owner === '') [owner, ownerSpan] = [text, block];
    else if (path.endsWith('/periodOfReport')) period = text;
    const inside = CONTAINER.exec(path);
    if (inside === null) continue;
    const [, container, rest] = inside as unknown as [string, string, string];
    const key =
      rest
        .replace(/\/value$/u, '')
        .split('/')
        .at(-1) ?? rest;
    let entry = entries.at(-1);
    if (
      entry === undefined ||
      entry.container !== container ||
      (key === 'securityTitle' && entry.values.has('securityTitle'))
    ) {
      entry = { container, values: new Map() };
      entries.push(entry);
    }
    if (!entry.values.has(key)) entry.values.set(key, { text, span: block });
  }
  return owner === '' || issuer === '' ? undefined : { issuer, owner, ownerSpan, period, entries };
}

function hull(entry: Entry, keys: readonly string[]): Span | undefined {
  const spans = keys.flatMap((key) => entry.values.get(key)?.span ?? []);
  if (spans.length === 0) return undefined;
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

function isoDay(printed: string | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/u.exec(printed ?? '')?.[0] ?? null;
}

/** Transactions of Forms 4 and 5, in the order of the form. */
export function xmlTrades(reading: Reading, document: OwnershipDocument): readonly TradeFact[] {
  return document.entries.flatMap((entry) => {
    const code = entry.values.get('transactionCode')?.text;
    const span = hull(entry, [
      'securityTitle',
      'transactionDate',
      'transactionCode',
      'transactionShares',
      'transactionPricePerShare',
    ]);
    if (code === undefined || span === undefined) return [];
    return {
      person: document.owner,
      company: document.issuer,
      code,
      date: isoDay(entry.values.get('transactionDate')?.text),
      shares: countOf(entry.values.get('transactionShares')?.text ?? ''),
      price: countOf(entry.values.get('transactionPricePerShare')?.text ?? ''),
      ...reading.quote(span.start, span.end),
      source: 'rule:section-16-xml',
      confidence: 0.99,
    };
  });
}

/** What the owner holds after the last transaction in each class, held directly or indirectly. */
export function xmlHoldings(reading: Reading, document: OwnershipDocument): readonly HoldingFact[] {
  const last = new Map<string, HoldingFact>();
  for (const entry of document.entries) {
    const title = entry.values.get('securityTitle');
    const owned = entry.values.get('sharesOwnedFollowingTransaction');
    const span = hull(entry, ['securityTitle', 'sharesOwnedFollowingTransaction']);
    if (title === undefined || owned === undefined || span === undefined) continue;
    const nature = `${entry.values.get('directOrIndirectOwnership')?.text ?? ''}|${entry.values.get('natureOfOwnership')?.text ?? ''}`;
    last.set(`${title.text}|${nature}`, {
      holder: document.owner,
      holderKind: holderKind(reading, document.owner, document.ownerSpan),
      company: document.issuer,
      class: title.text,
      shares: countOf(owned.text),
      percent: null,
      asOf: isoDay(entry.values.get('transactionDate')?.text) ?? isoDay(document.period ?? undefined),
      ...reading.quote(span.start, span.end),
      source: 'rule:section-16-xml',
      confidence: 0.99,
    });
  }
  return [...last.values()];
}
