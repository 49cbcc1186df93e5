/** How often a rule's facts are right on the developers' set, smoothed towards 0.9; see docs/extraction.md. */
const PRECISION: Readonly<Record<string, number>> = {
  signature: 0.98,
  'signature-name': 0.9,
};

/** The calibrated confidence of a rule's facts. */
export function confidenceOf(rule: string): number {
  return PRECISION[rule] ?? 0.8;
}
