// Words of ownership and deals, each once. Verbs in their base form; particles that belong to a verb stand behind it.

/** What a verb or noun of ownership says. Each names its sides: see `Sides` in `frames/claim.ts`. */
export type DealSense =
  'buy' | 'sell' | 'own' | 'belong' | 'found' | 'merge' | 'subscribe' | 'offer' | 'dilute' | 'pass' | 'conduct';

/** Verbs by sense. "take over" counts only with its particle, directly behind or behind the object. */
export const DEAL_VERBS: Readonly<Record<DealSense, readonly string[]>> = {
  buy: [
    'acquire',
    'buy',
    'purchase',
    'reacquire',
    'repurchase',
    'obtain',
    'gain',
    'take over',
    'take private',
    'buy out',
    'snap up',
    'absorb',
  ],
  sell: [
    'sell',
    'divest',
    'dispose of',
    'dispose',
    'spin off',
    'hive off',
    'hive down',
    'offload',
    'transfer',
    'shed',
    'distribute',
    'make over',
    'hand over',
    'part with',
  ],
  own: ['own', 'have', 'hold', 'control', 'possess', 'retain', 'keep', 'take', 'receive', 'get'],
  belong: ['belong'],
  found: ['form', 'establish', 'incorporate', 'found', 'create', 'set up', 'organize', 'organise'],
  merge: ['merge', 'amalgamate'],
  subscribe: ['subscribe', 'contribute', 'invest'],
  offer: ['bid'],
  dilute: ['reduce', 'lower', 'increase', 'raise', 'lift', 'boost', 'cut', 'trim'],
  pass: ['pass'],
  conduct: ['conduct', 'carry on'],
};

/** Verbs that say nothing of a deal unless what they take is a holding: "obtain a stake in", "hold 20% of", "retain the shares". */
export const NEEDS_HOLDING: ReadonlySet<string> = new Set(
  'take receive get obtain gain have hold possess retain keep subscribe reduce lower increase raise lift boost cut trim distribute purchase repurchase absorb contribute transfer'.split(
    ' ',
  ),
);

/** Nouns of a deal, with the sense of the verb that they stand for. */
export const DEAL_NOUNS: ReadonlyMap<string, DealSense> = new Map(
  (
    [
      ['buy', 'acquisition purchase takeover buyout buy-out take-private'],
      ['sell', 'sale disposal divestiture divestment disposition spin-off spinoff'],
      ['offer', 'offer bid'],
      ['merge', 'merger amalgamation'],
    ] as const
  ).flatMap(([sense, nouns]) =>
    nouns
      .split(' ')
      .flatMap((noun) =>
        noun === 'sale' ? [[noun, sense] as const] : [[noun, sense] as const, [`${noun}s`, sense] as const],
      ),
  ),
);

/** What is bought, sold and held when a company is: the noun before "of" or "in" its name. */
export const HOLDING_NOUNS: ReadonlySet<string> = new Set(
  (
    'share shares stock stocks stake stakes interest interests holding holdings shareholding shareholdings stockholding participation participations ' +
    'equity capital quotas quota ownership securities units block position majority minority half portion rest remainder balance third quarter ' +
    'control voting rights votes membership partnership ads adss adrs'
  ).split(' '),
);

/** What is bought and sold of a company without its shares. */
export const ASSET_NOUNS: ReadonlySet<string> = new Set(
  'asset assets business businesses operations operation activities undertaking'.split(' '),
);

/** Nouns that relate one organization to another. `holder` is the side that the noun itself names. */
export type RelationSense =
  'subsidiary' | 'parent' | 'shareholder' | 'owner' | 'joint-venture' | 'associate' | 'investment';

export const RELATION_NOUNS: ReadonlyMap<string, RelationSense> = new Map(
  (
    [
      ['subsidiary', 'subsidiary subsidiaries unit units division divisions arm part company vie entity'],
      ['parent', 'parent parents holding'],
      [
        'shareholder',
        'shareholder shareholders stockholder stockholders holder holders unitholder unitholders shareowner',
      ],
      ['owner', 'owner owners'],
      ['joint-venture', 'venture ventures'],
      ['associate', 'associate associates affiliate affiliates investee investees'],
      ['investment', 'investments investment portfolio'],
    ] as const
  ).flatMap(([sense, nouns]) => nouns.split(' ').map((noun) => [noun, sense] as const)),
);

/** Words that make the whole of what is held. */
export const WHOLE_WORDS: ReadonlySet<string> = new Set(
  'all entire whole full sole outright outstanding issued remaining rest remainder wholly fully 100%'.split(' '),
);

/** What somebody has in a company: "Acme's 22% shareholding in Borealis". */
export const HELD_NOUNS: ReadonlySet<string> = new Set(
  'share stake stakes shareholding shareholdings stockholding interest interests holding holdings participation investment investments'.split(
    ' ',
  ),
);
