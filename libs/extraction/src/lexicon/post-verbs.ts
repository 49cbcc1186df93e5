import { formsOf, type VerbForm } from './inflect.ts';

// Words of posts, each once: verbs by what they say of the post, and nouns that stand for them.

/** What a verb says of somebody's post. */
export type PostSense = 'serve' | 'appoint' | 'take-up' | 'leave' | 'nominate' | 'succeed' | 'join' | 'work';

const VERBS: Readonly<Record<PostSense, readonly string[]>> = {
  serve: ['serve', 'act', 'hold', 'remain', 'continue', 'stay', 'sit', 'occupy', 'function', 'chair', 'fill'],
  appoint: [
    'appoint',
    'name',
    'elect',
    'promote',
    'designate',
    'hire',
    'select',
    'reappoint',
    're-appoint',
    'reelect',
    're-elect',
    'confirm',
    'choose',
    'recruit',
    'elevate',
    'ratify',
    'install',
    'entrust',
    'tap',
    'add',
  ],
  'take-up': ['become', 'assume', 'take', 'accept', 'return', 'move'],
  leave: [
    'resign',
    'hand',
    'give',
    'exit',
    'surrender',
    'retire',
    'step',
    'leave',
    'depart',
    'relinquish',
    'cease',
    'vacate',
    'quit',
    'remove',
    'dismiss',
    'terminate',
    'die',
    'release',
    'relieve',
    'discharge',
    'oust',
    'suspend',
  ],
  nominate: ['nominate', 'propose', 'recommend', 'submit', 'stand', 'seek', 'put'],
  succeed: ['succeed', 'replace'],
  join: ['join', 'rejoin'],
  work: ['work', 'employ', 'spend', 'begin', 'start', 'found', 'co-found', 'cofound', 'lead', 'head', 'run', 'manage'],
};

const NOUNS: Readonly<Record<string, PostSense>> = {
  appointment: 'appoint',
  election: 'appoint',
  reelection: 'appoint',
  're-election': 'appoint',
  promotion: 'appoint',
  reappointment: 'appoint',
  hiring: 'appoint',
  resignation: 'leave',
  retirement: 'leave',
  departure: 'leave',
  death: 'leave',
  removal: 'leave',
  dismissal: 'leave',
  termination: 'leave',
  nomination: 'nominate',
  nominee: 'nominate',
  nominees: 'nominate',
  candidate: 'nominate',
  candidates: 'nominate',
  successor: 'succeed',
};

/** Verbs that say something of a post only with a word behind them, and what: "steps down", "stands for election", "stands down". */
const PARTICLES: Readonly<Record<string, Readonly<Record<string, PostSense>>>> = {
  step: { down: 'leave', aside: 'leave', back: 'leave', up: 'take-up', into: 'take-up' },
  take: { over: 'take-up', up: 'take-up', on: 'take-up', office: 'take-up', the: 'take-up', charge: 'take-up' },
  stand: { for: 'nominate', as: 'nominate', down: 'leave', aside: 'leave' },
  seek: { election: 'nominate', 're-election': 'nominate', reelection: 'nominate', reappointment: 'nominate' },
  put: { forward: 'nominate' },
  hand: { over: 'leave' },
  give: { up: 'leave' },
  move: { up: 'take-up' },
  stay: { on: 'serve' },
};

/** What a verb says by the word behind it, where it says nothing of a post without one. */
export function particlesOf(base: string): Readonly<Record<string, PostSense>> | undefined {
  return Object.hasOwn(PARTICLES, base) ? PARTICLES[base] : undefined;
}

/** Verbs that say that somebody means to do what the next verb says: "has decided not to stand". */
export const INTENTIONS: ReadonlySet<string> = new Set(
  ['intend', 'wish', 'plan', 'expect', 'agree', 'decide', 'consent', 'want', 'elect', 'choose'].flatMap((base) => [
    ...formsOf(base).keys(),
  ]),
);

/** A form of a verb of posts. */
export interface PostVerbForm {
  readonly base: string;
  readonly sense: PostSense;
  readonly form: VerbForm;
}

const FORMS: ReadonlyMap<string, PostVerbForm> = new Map(
  (Object.entries(VERBS) as [PostSense, readonly string[]][]).flatMap(([sense, verbs]) =>
    verbs.flatMap((base) => [...formsOf(base)].map(([printed, form]) => [printed, { base, sense, form }] as const)),
  ),
);

/** The verb of posts that a word, in small letters, is a form of. One look-up. */
export function postVerb(word: string): PostVerbForm | undefined {
  return FORMS.get(word);
}

/** What a noun such as "resignation" says of a post. */
export function postNounSense(word: string): PostSense | undefined {
  return Object.hasOwn(NOUNS, word) ? NOUNS[word] : undefined;
}

/** Before a title these say that it was held, will be held, or is being given up. */
export const TITLE_FORMER: ReadonlySet<string> = new Set(
  'former formerly previous previously ex past retired emeritus late one-time then'.split(' '),
);
export const TITLE_INCOMING: ReadonlySet<string> = new Set('incoming designate elect new newly'.split(' '));
export const TITLE_OUTGOING: ReadonlySet<string> = new Set('outgoing retiring departing'.split(' '));
