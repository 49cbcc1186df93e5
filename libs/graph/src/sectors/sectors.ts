import { SIC_CODES } from './sic-codes.ts';

const NAMES: ReadonlyMap<string, string> = new Map(
  SIC_CODES.trim()
    .split(/[|\n]/)
    .map((line) => [line.slice(0, 4), line.slice(5)]),
);

// The divisions of the Standard Industrial Classification, by their first two digits, for codes that the list does not name.
const DIVISIONS: readonly (readonly [below: number, name: string])[] = [
  [10, 'Agriculture, forestry and fishing'],
  [15, 'Mining'],
  [18, 'Construction'],
  [20, 'Unclassified'],
  [40, 'Manufacturing'],
  [50, 'Transportation, communications and utilities'],
  [52, 'Wholesale trade'],
  [60, 'Retail trade'],
  [68, 'Finance, insurance and real estate'],
  [70, 'Unclassified'],
  [90, 'Services'],
  [98, 'Public administration'],
];

/** The name of a four-digit SIC code: the same in every filing, whatever its header calls it. Codes not in the list get their division's name. */
export function sectorName(sic: string): string {
  const name = NAMES.get(sic);
  if (name !== undefined) return name;
  const group = Number(sic.slice(0, 2));
  return DIVISIONS.find(([below]) => group < below)?.[1] ?? 'Unclassified';
}
