import { wrap } from '@filigree/base';
import type { FeedFactView } from '@filigree/protocol';
import { filingAddress } from '../model/address.ts';
import type { Page, State } from '../ui/state.ts';
import { keyGroups } from '../ui/keys.ts';
import { jobPage } from './job-page.ts';
import { BLANK, line, span } from './line.ts';
import type { Line } from './line.ts';
import { workerPage } from './worker-page.ts';

/** What stands above a page. */
export function pageTitle(page: Page): string {
  switch (page.kind) {
    case 'help':
      return 'Keys';
    case 'worker':
      return `Worker ${page.workerId}`;
    case 'job':
      return `Job ${String(page.jobId)}`;
    case 'fact':
      return `Fact from ${page.fact.accession}`;
  }
}

/** All rows of the page on show, however many fit. */
export function pageLines(state: State, cells: number, nowMs: number): Line[] {
  const page = state.ui.pages.at(-1);
  switch (page?.kind) {
    case undefined:
      return [];
    case 'help':
      return helpLines(state);
    case 'worker':
      return workerPage(state, page, nowMs);
    case 'job':
      return jobPage(state, page, cells);
    case 'fact':
      return factPage(state, page.fact, cells);
  }
}

function helpLines({ ui }: State): Line[] {
  return keyGroups().flatMap(({ title, bindings }) => [
    line(title, { bold: true, colour: 'cyan' }),
    ...bindings.map((binding) => {
      const off = binding.changes && ui.readOnly;
      const note = off ? ' (not with --read-only)' : binding.asks ? ' (asks)' : '';
      return [span(`  ${binding.label.padEnd(12)}`, { bold: true, dim: off }), span(binding.text + note, { dim: off })];
    }),
    BLANK,
  ]);
}

function factPage({ ui }: State, fact: FeedFactView, cells: number): Line[] {
  const label = (name: string, text: string): Line[] =>
    wrap(text === '' ? '-' : text, Math.max(10, cells - 12)).map((part, index) => [
      span((index === 0 ? name : '').padEnd(11), { dim: true }),
      span(part),
    ]);
  const known = ui.address?.accession === fact.accession ? ui.address : null;
  const none =
    known?.asked === true ? '… asking the graph' : 'no address: the filing has no accession number or no CIK';
  const address = filingAddress(fact.cik, fact.accession) ?? known?.address ?? none;
  return [
    ...wrap(fact.fact.text, cells).map((text) => line(text, { bold: true })),
    BLANK,
    ...label('kind', fact.fact.kind),
    ...label('found by', fact.fact.source),
    ...label('filed by', fact.company),
    ...label('accession', fact.accession),
    ...label('file', fact.path),
    ...label('at sec.gov', address),
    BLANK,
    line(`Passage, characters ${String(fact.fact.start)} to ${String(fact.fact.end)} of the text`, { bold: true }),
    ...(fact.fact.quote === ''
      ? [line('from the header; there is no sentence to quote', { dim: true })]
      : wrap(fact.fact.quote, cells - 2).map((text) => [span('│ ', { colour: 'cyan' }), span(text)])),
  ];
}
