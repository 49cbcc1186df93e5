import type { FiligreeError } from '@filigree/base';
import { decodeDelta } from '@filigree/graph';
import type { DeltaTerms, GraphDelta } from '@filigree/graph';
import { checkDelta } from '../../src/model/check-delta.ts';
import { ACME, accession, delta, event, grounded, owns, party, role } from './filings.ts';

export const TERMS: DeltaTerms = { accession: accession(1), filed: '2010-01-02', latest: '2010-06-30' };

/** A filing that states something of every kind. */
export function rich(): GraphDelta {
  const company = 'Acme Widgets plc';
  return delta(
    1,
    {
      roles: [
        role('Ana Botelho', company, { title: 'Chief  Executive Officer', role: 'ceo' }),
        role('B Cee', company, { source: 'signature-block', status: 'appointed', from: '2010-07', title: '' }),
      ],
      events: [
        event('Acme  declares a dividend', { company, amount: 5, currency: 'USD' }),
        event('A venture', { date: null, parties: [{ name: 'Zeta Ltd', role: 'partner', kind: 'company' }] }),
      ],
      ownership: [
        owns(company, 'Works GmbH', { percent: 30.6, kind: 'stake' }),
        owns(company, 'Two Ltd', { kind: 'acquisition', dealStatus: 'proposed' }),
        owns(company, 'Three Ltd', { kind: 'divested' }),
      ],
      ratings: [
        { agency: "Moody's", subject: company, value: 'Aaa', outlook: null, ...grounded('rated Aaa') },
        { agency: 'S&P', subject: company, value: 'BBB', outlook: 'stable', ...grounded('rated BBB, stable') },
      ],
      debt: [
        {
          issuer: company,
          instrument: 'notes',
          amount: 1e9,
          currency: 'USD',
          coupon: 4.5,
          maturity: '2020',
          ...grounded('notes due'),
        },
      ],
      holdings: [
        {
          holder: 'Jo Roe',
          holderKind: 'person',
          company,
          class: 'A',
          shares: 5,
          percent: null,
          asOf: null,
          ...grounded('holds'),
        },
        {
          holder: 'Fund LP',
          holderKind: 'company',
          company,
          class: null,
          shares: null,
          percent: 9.5,
          asOf: '2009-12-31',
          ...grounded('owns'),
        },
      ],
      trades: [
        { person: 'Jo Roe', company, code: 'P', date: '2010-01-01', shares: 10, price: 1.5, ...grounded('bought') },
      ],
    },
    {
      parties: [ACME, party('DOE JANE', { role: 'REPORTING-OWNER', cik: '0000007007' })],
      items: ['2.02'],
      filed: TERMS.filed,
    },
  );
}

/** What the door says of it; null where it lets it in. */
export function refusal(bytes: Uint8Array, terms: DeltaTerms = TERMS): string | null {
  try {
    checkDelta(decodeDelta(bytes), terms);
    return null;
  } catch (error) {
    expect((error as FiligreeError).code).toMatch(/^(USAGE|TOO_LARGE)$/);
    return (error as FiligreeError).message;
  }
}
