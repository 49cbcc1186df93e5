import type { Submission } from '@filigree/edgar';
import type { FilingFacts, Grounded } from '@filigree/extraction';
import { canonicalJson, compareUtf8, storableText } from '../model/canonical.ts';
import { boundedText } from '../model/bounded-text.ts';
import type { GraphDelta, NodeKey } from '../model/delta.ts';
import { filingUrl } from '../model/ids.ts';
import { sectorName } from '../sectors/sectors.ts';
import { bounded } from './bounded.ts';
import type { Bounded } from './bounded.ts';
import { castOf } from './cast.ts';
import type { CastMember } from './cast.ts';
import { Draft, HEADER } from './draft.ts';
import { addEvents, addRoles } from './people.ts';
import { addDebt, addHoldings, addOwnership, addRatings, addTrades } from './holdings.ts';

/** Parties that file: who files a 13D or 13G stands under FILED BY. */
const FILER_ROLES: ReadonlySet<string> = new Set(['filer', 'filed_by']);

/**
 * What the graph learns from one filing: pure, and the same for equal arguments whatever the order of the facts.
 * The key of the filing is the header's accession, else the one under which its facts were found. `amends` is the accession
 * number of the filing that it says it amends.
 */
export function buildDelta(submission: Submission, facts: FilingFacts, amends: string | null = null): GraphDelta {
  return buildBounded(bounded(submission, facts), amends);
}

/** The same for what is bounded already. */
export function buildBounded({ submission, facts }: Bounded, amends: string | null): GraphDelta {
  const accession = storableText(submission.accession ?? facts.accession);
  const draft = new Draft(accession, submission.filed ?? '');
  const cast = castOf(submission, facts, accession);
  const filing: NodeKey = { label: 'Filing', id: accession };
  draft.node(filing, {
    accession,
    form: submission.form,
    filed: submission.filed,
    period: submission.period,
    accepted: submission.accepted,
    items: submission.items,
    amends,
    url: filingUrl(accession, cast.cik),
  });
  for (const member of cast.parties) addParty(draft, filing, member);
  const scene = { draft, cast, filing };
  addRoles(scene, ordered(facts.roles));
  addEvents(scene, ordered(facts.events));
  addOwnership(scene, ordered(facts.ownership));
  addRatings(scene, ordered(facts.ratings));
  addDebt(scene, ordered(facts.debt));
  addHoldings(scene, ordered(facts.holdings));
  addTrades(scene, ordered(facts.trades));
  return draft.finish();
}

/** Facts in an order of their own, so that what is stated twice is settled alike however the extractor listed it. */
function ordered<T extends Grounded>(facts: readonly T[]): T[] {
  return [...facts].sort(
    (a, b) => b.confidence - a.confidence || a.start - b.start || compareUtf8(canonicalJson(a), canonicalJson(b)),
  );
}

function addParty(draft: Draft, filing: NodeKey, { key, party, role }: CastMember): void {
  const names = { header: [party.name], text: party.formerNames.map((former) => former.name) };
  const cik = key.id.startsWith('cik:') ? key.id.slice(4, 14) : null;
  if (key.label === 'Person') {
    draft.node(key, { cik }, names);
  } else {
    draft.node(
      key,
      {
        cik,
        sic: party.sic,
        state_of_incorporation: party.stateOfIncorporation,
        fiscal_year_end: party.fiscalYearEnd,
        city: party.businessAddress?.city,
        state: party.businessAddress?.state,
        former_names: party.formerNames.map((former) =>
          boundedText(former.changed === null ? former.name : `${former.name} (until ${former.changed})`),
        ),
      },
      names,
    );
    if (FILER_ROLES.has(role)) draft.relate('FILED', key, filing, HEADER);
    if (party.sic !== null && /^\d{3,4}$/.test(party.sic)) {
      const sic = party.sic.padStart(4, '0');
      const sector = draft.node({ label: 'Sector', id: sic }, { sic, name: sectorName(sic) });
      draft.relate('BELONGS_TO_SECTOR', key, sector, HEADER);
    }
  }
  draft.relate('PARTY_TO', key, filing, { ...HEADER, role });
}
