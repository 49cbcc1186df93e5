/** Kinds of forms that tell events in the same way. */
export type Family = 'current' | 'report' | 'periodic' | 'proxy' | 'prospectus' | 'tender' | 'other';

const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/^8-K/u, 'current'],
  [/^6-K/u, 'report'],
  [/^(?:10-?K|10-?Q|20-F|40-F|ARS)/u, 'periodic'],
  [/^(?:DEF|PRE|DEFA|PREM?)\s?M?[AC]?14/u, 'proxy'],
  [/^(?:S-[13]|F-[13]|424|FWP|SB-2)/u, 'prospectus'],
  [/^SC (?:TO|14D)/u, 'tender'],
];

/** The kind of form that a filing is. */
export function familyOf(form: string): Family {
  return FAMILIES.find(([pattern]) => pattern.test(form))?.[1] ?? 'other';
}

/** Forms that announce nothing: what they tell has the day that they print for it, or none. */
export const QUIET: ReadonlySet<Family> = new Set(['periodic', 'proxy', 'prospectus', 'tender']);
