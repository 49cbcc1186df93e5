import type { EventType } from '../facts.ts';
import { CORPORATE_EVENTS } from './events-corporate.ts';
import { DEAL_EVENTS } from './events-deals.ts';
import { FINANCE_EVENTS } from './events-finance.ts';
import { OPERATION_EVENTS } from './events-operations.ts';

/** The phrases that show a type of event, in the form of `Phrases`. */
export interface EventWords {
  readonly type: EventType;
  /** The words alone name the event. */
  readonly names: readonly string[];
  /** They need to stand where events are announced. */
  readonly hints?: readonly string[];
  /** Where these stand in the same sentence, the others do not count. */
  readonly unless?: readonly string[];
}

/** Words that stand for one another in the phrases, by name. */
export const EVENT_CLASSES = {
  post:
    'chief ceo cfo coo cto chair chairman chairwoman chairperson president vp director directors board officer officers treasurer ' +
    'secretary counsel head managing executive executives management supervisory member members controller manager trustee trustees leader leadership',
  meeting:
    'annual extraordinary special ordinary general court scheme shareholder shareholders stockholder stockholders unitholder unitholders',
  holder: 'shareholders stockholders unitholders holders members warrantholders bondholders noteholders shareowners',
  month: 'january february march april may june july august september october november december',
  period:
    'first second third fourth 1st 2nd 3rd 4th final preliminary audited unaudited interim half full fiscal financial calendar annual quarterly yearly ' +
    'nine six three twelve monthly quarter year week weeks seven ten',
  figures:
    'result results earnings profit profits loss losses income revenue revenues sales turnover ebitda production traffic figures operating underlying',
  amid: 'consolidated financial operating operational net unaudited adjusted audited and business record quarter half year full fiscal months month period end for of the results fourth annual january february march april may june july august september october november december #y',
  share: 'share shares stock unit units ads adss equity',
  stake: 'stake stakes interest interests shareholding shareholdings holding holdings participation',
  rater: 'moody s&p fitch dbrs best standard poor r&i',
  notes: 'note notes bond bonds debenture debentures eurobond eurobonds sukuk',
  ship: 'vessel vessels ship ships tanker tankers carrier carriers aircraft rig rigs supramax panamax capesize handymax newbuilding newbuildings',
  authority:
    'fda ema emea ftc sec authority authorities commission ministry government regulator regulators department agency administration anac fcc fdic occ ofac epa office bank reserve court',
  plant:
    'plant plants factory factories facility facilities site sites office offices mine mines mill operations branch branches works kilns refinery warehouse stores',
  award: 'award+ win+ secure+ receive+ sign+ conclude+ obtain+',
  say: 'announce+ report+ declare+ disclose+ state+ inform+',
} as const;

/** Every type's words, in no order that matters: a sentence may show several types. */
export const EVENT_WORDS: readonly EventWords[] = [
  ...DEAL_EVENTS,
  ...FINANCE_EVENTS,
  ...CORPORATE_EVENTS,
  ...OPERATION_EVENTS,
];

/** What says that a sentence tells something as having happened or been decided. */
export const ANNOUNCING: readonly string[] = [
  'announce+|report+|advise+',
  'is|are pleased to',
  'has|have today|now|been|also|recently|successfully|entered|signed|agreed|completed|closed|appointed|acquired|sold|received|filed|issued|granted|decided|approved|adopted|launched|resigned|reached|commenced|concluded|implemented|initiated|declared|increased|repurchased|named|elected|awarded|obtained|begun',
  'today|yesterday',
  'on # @month #',
  'on @month # #',
  'effective',
  'will be',
  'intends to',
  'was approved|appointed|elected|served|issued|granted|filed|entered',
];

/** Before a cue: what it names did not happen, or not yet. */
export const HEDGES: ReadonlySet<string> = new Set(
  'may might could would can should shall if unless whether no not never neither nor without any possible potential proposed future'.split(
    ' ',
  ),
);

/** What shows the event that a form reports by being that form. */
export const FORM_PHRASES = {
  figures: [
    'net|operating|total sales|income|loss|revenues|revenue|profit|earnings ..16 year|quarter|months|period|years|fiscal ended',
    'net|operating|total sales|income|loss|revenues|revenue|profit|earnings ..6 was|were|increased|decreased|amounted|of #',
    'revenues|revenue|sales|profit|earnings|loss ..12 year|quarter|months|period ended',
    'consolidated|condensed|combined ..2 statements|statement|balance of? operations|income|earnings|sheets|sheet|loss',
    'statements of operations|income|earnings',
  ],
  period: ['year|quarter|months|period ended', 'years ended'],
  convened: [
    'meeting ..12 will|to be held',
    'invited to attend',
    'notice is hereby',
    'notice of ..2 meeting',
    'meeting of @holder ..8 on|at',
  ],
  meeting: [
    'meeting of the? @holder',
    'annual|special|extraordinary general? meeting',
    'proxy|proxies ..12 vote|voted',
    'nominees ..10 election',
  ],
  prospectus: ['securities|shares|notes covered|offered by this prospectus', 'this prospectus is a? part of a|the|our'],
  offer: ['tender offer', 'offer ..10 to purchase|acquire'],
  shares: [
    'shares of ..4 common|ordinary|class ..3 stock|shares offered',
    'offering|offer|offered ..10 shares|adss|units|warrants',
    'resale ..12 shares',
    '# shares common|ordinary|of',
    'sold|issued ..8 shares|warrants|units ..8 private|investor|sponsor|purchase|holders',
  ],
  notes: ['# % ..4 notes|debentures|bonds due', 'offering|offer|offered ..6 notes|debentures|bonds'],
} as const;

/** The one side takes the other over, whatever the way is called: the merger is an acquisition. */
export const TAKEOVERS: readonly string[] = [
  'merger ..14 affiliate',
  'become|becomes a? private company',
  'wholly owned subsidiary of',
  'acquired by',
  'will|to|would acquire all|the ..4 shares|stock|company',
  'entitled to ..8 cash',
  'per share in cash',
  'merger sub ..8 completed|acquired',
  'completed|complete|completion of? ..3 acquisition',
];
