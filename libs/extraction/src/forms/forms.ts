/** Kinds of forms that tell events in the same way. */
export type Family = 'current' | 'report' | 'periodic' | 'proxy' | 'prospectus' | 'tender' | 'other';

/** What a filing of a form tells, and where. */
export interface FormTraits {
  readonly family: Family;
  /** It announces nothing: what it tells has the day that it prints for it, or none. */
  readonly quiet: boolean;
  /** Its text is cut into the numbered items of Form 8-K. */
  readonly itemized: boolean;
  /** `roles`: it is signed, and reports no ownership between companies, no ratings and no debt. */
  readonly facts: 'all' | 'roles';
  /** `told`: its text tells events. `holding`: the form is the event, a holding that changed. `none`: no event of its filer. */
  readonly events: 'told' | 'holding' | 'none';
  /** Where it says who holds how much: in the data of Forms 3, 4, 5; on covers of Schedule 13D or 13G; in a table; in sentences. */
  readonly holdings: 'section 16' | 'schedule 13' | 'table' | 'sentences';
  /** A tender offer: of the filer for its own shares, or of one company for another. */
  readonly offer: 'own shares' | 'company' | null;
}

const PLAIN: FormTraits = {
  family: 'other',
  quiet: false,
  itemized: false,
  facts: 'all',
  events: 'told',
  holdings: 'sentences',
  offer: null,
};

const PERIODIC = { family: 'periodic', quiet: true } as const;
const PROXY = { family: 'proxy', quiet: true, holdings: 'table' } as const;
const PROSPECTUS = { family: 'prospectus', quiet: true } as const;
const TENDER = { family: 'tender', quiet: true, offer: 'company' } as const;
const SIGNED = { facts: 'roles', events: 'none' } as const;
const UNEVENTFUL = { events: 'none' } as const;

/**
 * The form types of EDGAR that differ from a plain filing, by what they tell. A type stands for its amendment ("/A") as well,
 * `*` for whatever follows, `_` for a space; the longest that fits counts. A new form is a word in one row, or a row.
 */
const FORMS: readonly (readonly [types: string, traits: Partial<FormTraits>])[] = [
  ['8-K*', { family: 'current', itemized: true }],
  ['6-K*', { family: 'report' }],
  ['10-K* 20-F*', { ...PERIODIC, holdings: 'table' }],
  ['10K* 10-Q* 10Q* 40-F* ARS*', PERIODIC],
  ['DEF* PRE*', PROXY],
  ['S-1* F-1* 424B*', { ...PROSPECTUS, holdings: 'table' }],
  ['S-3* F-3* 424* FWP* SB-2*', PROSPECTUS],
  ['SC_TO* SC_14D*', TENDER],
  ['SC_TO-I*', { ...TENDER, offer: 'own shares' }],
  ['3 4 5', { facts: 'roles', events: 'holding', holdings: 'section 16' }],
  ['SC_13D SC_13G SCHEDULE_13D SCHEDULE_13G', { events: 'holding', holdings: 'schedule 13' }],
  ['D 144 24F-2* 13F-* 40-FN* 40-F/N*', SIGNED],
  ['40-*', SIGNED],
  ['N-* NT_* UPLOAD* CORRESP* EFFECT* POS* 485* 487* 497* ABS-* 25* 15-* RW* SD* X-17* TA-* MA*', UNEVENTFUL],
  ['CFPORTAL* 1-* C C-* 11-K* REGDEX* S-2* S-4* S-5* S-6* S-8* F-2* F-4* F-6* F-7* F-8*', UNEVENTFUL],
];

const whole = new Map<string, FormTraits>();
const beginnings = new Map<string, FormTraits>();
for (const [types, traits] of FORMS) {
  for (const spelled of types.split(' ')) {
    const type = spelled.replace('_', ' ');
    const all = { ...PLAIN, ...traits };
    if (type.endsWith('*')) beginnings.set(type.slice(0, -1), all);
    else whole.set(type, all);
  }
}
const LONGEST = Math.max(...[...beginnings.keys()].map((type) => type.length));

/** What a filing of this form type, as EDGAR writes it, tells; of a type that is not known, or null, what any filing may tell. */
export function formTraits(form: string | null): FormTraits {
  if (form === null) return PLAIN;
  const exact = whole.get(form.replace(/\/A$/u, ''));
  if (exact !== undefined) return exact;
  for (let length = Math.min(form.length, LONGEST); length > 0; length--) {
    const found = beginnings.get(form.slice(0, length));
    if (found !== undefined) return found;
  }
  return PLAIN;
}
