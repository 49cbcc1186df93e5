import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extractDebt, extractEvents, extractOwnership, extractRatings, organizationKey } from '@filigree/extraction';
import type { Reading } from '@filigree/extraction';
import { misquoted, readingOfBytes } from './support/fictional-filing.ts';

interface Labels {
  readonly accession: string;
  readonly events: readonly { readonly type: string; readonly date: string | null }[];
  readonly ownership: readonly { readonly parent: string; readonly child: string; readonly kind: string }[];
}

const labelled = (path: URL): Labels[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labels);

function f1(pairs: readonly { readonly want: ReadonlySet<string>; readonly got: ReadonlySet<string> }[]): number {
  const hits = pairs.reduce((sum, { want, got }) => sum + [...want].filter((key) => got.has(key)).length, 0);
  const all = pairs.reduce((sum, { want, got }) => sum + want.size + got.size, 0);
  return (2 * hits) / all;
}

const types = (events: Labels['events']) => new Set(events.map((event) => event.type));
const GROUPS: Readonly<Record<string, string>> = {
  acquisition: 'deal',
  divested: 'deal',
  stake: 'stake',
  joint_venture: 'stake',
};
const pairs = (facts: Labels['ownership']) =>
  new Set(
    facts.map(
      ({ parent, child, kind }) => `${organizationKey(parent)}|${organizationKey(child)}|${GROUPS[kind] ?? kind}`,
    ),
  );

function measure(rows: readonly { readonly labels: Labels; readonly reading: Reading }[]) {
  const found = rows.map(({ labels, reading }) => ({
    labels,
    reading,
    events: extractEvents(reading),
    ownership: extractOwnership(reading),
  }));
  for (const { reading, events, ownership } of found) expect(misquoted(reading, [...events, ...ownership])).toEqual([]);
  const dated = found.flatMap(({ labels, events }) =>
    events.flatMap((event) => {
      const same = labels.events.filter((label) => label.type === event.type);
      return same.length === 0 ? [] : [same.some((label) => label.date === event.date)];
    }),
  );
  return {
    events: f1(found.map(({ labels, events }) => ({ want: types(labels.events), got: types(events) }))),
    dates: dated.filter(Boolean).length / dated.length,
    ownership: f1(found.map(({ labels, ownership }) => ({ want: pairs(labels.ownership), got: pairs(ownership) }))),
  };
}

const SAMPLES = new URL('../../../samples/', import.meta.url);
const SHARED = new URL('../../../../shared/', import.meta.url);

describe('the fictional samples', () => {
  it('give the events and owners that a careful reader finds', () => {
    const labels = new Map(labelled(new URL('expected.jsonl', SAMPLES)).map((row) => [row.accession, row]));
    const rows = ['2009/', '2010/'].flatMap((year) =>
      readdirSync(new URL(year, SAMPLES)).map((name) => readingOfBytes(readFileSync(new URL(year + name, SAMPLES)))),
    );
    const result = measure(
      rows.flatMap((reading) =>
        labels.get(reading.submission.accession ?? '')?.events === undefined
          ? []
          : [{ reading, labels: labels.get(reading.submission.accession ?? '')! }],
      ),
    );
    expect(result.events).toBeGreaterThanOrEqual(0.9);
    expect(result.dates).toBeGreaterThanOrEqual(0.85);
    expect(result.ownership).toBeGreaterThanOrEqual(0.85);
  });
});

const present = existsSync(SHARED);
if (!present) process.stderr.write('SKIPPED: ../shared is absent, the labelled and real filings are not tested\n');

(present ? describe : describe.skip)('real filings', () => {
  it('reach the marks that are set for the rules alone', () => {
    const files = JSON.parse(readFileSync(new URL('gold/files.json', SHARED), 'utf8')) as Record<string, string>;
    const rows = labelled(new URL('gold/dev.jsonl', SHARED)).map((labels) => ({
      labels,
      reading: readingOfBytes(readFileSync(new URL(`filings/${files[labels.accession] ?? ''}`, SHARED))),
    }));
    const all = measure(rows);
    expect(all.events).toBeGreaterThanOrEqual(0.8);
    expect(all.dates).toBeGreaterThanOrEqual(0.8);
    expect(all.ownership).toBeGreaterThanOrEqual(0.65);
    const largest = [...rows].sort((a, b) => b.labels.ownership.length - a.labels.ownership.length).slice(0, 3);
    expect(measure(rows.filter((row) => !largest.includes(row))).ownership).toBeGreaterThanOrEqual(0.65);
  });

  it.each([
    ['0000950129-95-001652.txt', []],
    ['0002002260-24-000001.nc', []],
    ['0001398344-24-000491.nc', []],
    ['0001951757-25-000093.nc', []],
    ['Midcap.40App.header.txt', []],
    ['0000943374-24-000509.txt', ['corporate_information 2024-12-20']],
    ['0001127602-25-001055.txt', ['shareholding_change 2025-01-10']],
  ])('%s gives the events %j', (name, expected) => {
    const reading = readingOfBytes(readFileSync(new URL(`sgml/${name}`, SHARED)));
    expect(extractEvents(reading).map(({ type, date }) => `${type} ${String(date)}`)).toEqual(expected);
    if (expected.length === 0)
      expect([...extractOwnership(reading), ...extractRatings(reading), ...extractDebt(reading)]).toEqual([]);
  });
});
