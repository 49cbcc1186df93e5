/**
 * The share of a rule's facts that are right on the labelled filings, smoothed by ten facts at 0.85 so that a rule
 * with few facts there claims little: (right + 8.5) / (facts + 10). Forms that are data are read, not guessed.
 * The table in docs/extraction.md is made from these.
 */
const PRECISION: Readonly<Record<string, number>> = {
  signature: 0.98,
  'signature-name': 0.85,
  contact: 0.96,
  'contact-sentence': 0.9,
  apposition: 0.96,
  before: 0.86,
  joined: 0.86,
  verb: 0.93,
  pronoun: 0.92,
  move: 0.94,
  'board-move': 0.88,
  succession: 0.85,
  'board-list': 0.85,
  table: 0.93,
  'table-group': 0.93,
  'table-boards': 0.88,
  'work-cell': 0.88,
  list: 0.9,
  'heading-life': 0.9,
  'other-boards': 0.9,
  notice: 0.88,
  'name-line': 0.88,
  'name-row': 0.85,
  'name-over-title': 0.86,
  'xml-related-person': 0.97,
  'xml-owner': 0.97,
  'xml-signature': 0.97,
};

/** The calibrated confidence of a rule's facts. */
export function confidenceOf(rule: string): number {
  return PRECISION[rule] ?? 0.8;
}
