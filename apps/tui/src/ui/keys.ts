// The one table of keys: the handler, the help, the hints at the foot and the documentation are made from it.

export type Action =
  | 'help'
  | 'quit'
  | 'back'
  | 'next-view'
  | 'previous-view'
  | 'view-1'
  | 'view-2'
  | 'view-3'
  | 'view-4'
  | 'view-5'
  | 'pause'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'top'
  | 'bottom'
  | 'open'
  | 'filter'
  | 'sort'
  | 'reverse'
  | 'drain'
  | 'state'
  | 'retry'
  | 'cancel';

/** Where a key means something: lists are workers, jobs, events and facts; pages are what `enter` opens. */
export type Scope = 'everywhere' | 'lists' | 'pages' | 'workers' | 'worker' | 'jobs' | 'job';

export interface Binding {
  readonly action: Action;
  /** Names as `keyNames` in the shell makes them: a character, or a word such as `pageup`. */
  readonly keys: readonly string[];
  /** How people read them. */
  readonly label: string;
  readonly text: string;
  readonly scopes: readonly Scope[];
  /** It changes something at the coordinator; with --read-only it does nothing. */
  readonly changes: boolean;
  /** It asks before it acts. */
  readonly asks: boolean;
  /** A word for the foot of the screen; empty keeps it out. */
  readonly hint: string;
}

function key(
  action: Action,
  keys: readonly string[],
  label: string,
  text: string,
  scopes: readonly Scope[],
  more: { readonly hint?: string; readonly changes?: boolean; readonly asks?: boolean } = {},
): Binding {
  const { hint = '', changes = false, asks = false } = more;
  return { action, keys, label, text, scopes, changes, asks, hint };
}

export const KEYS: readonly Binding[] = [
  key('help', ['?'], '?', 'this help', ['everywhere'], { hint: 'help' }),
  key('quit', ['q', 'ctrl-c'], 'q', 'quit', ['everywhere'], { hint: 'quit' }),
  key('back', ['esc'], 'esc', 'back; in a list, clear the filter', ['everywhere']),
  key('next-view', ['tab'], 'tab', 'next view', ['everywhere'], { hint: 'views' }),
  key('previous-view', ['shift-tab'], 'shift-tab', 'view before', ['everywhere']),
  key('view-1', ['1'], '1', 'overview', ['everywhere']),
  key('view-2', ['2'], '2', 'workers', ['everywhere']),
  key('view-3', ['3'], '3', 'jobs', ['everywhere']),
  key('view-4', ['4'], '4', 'events', ['everywhere']),
  key('view-5', ['5'], '5', 'facts', ['everywhere']),
  key('pause', ['p'], 'p', 'pause granting, or resume it', ['everywhere'], {
    changes: true,
    asks: true,
    hint: 'pause',
  }),
  key('up', ['up', 'k'], 'up, k', 'one row up', ['lists', 'pages']),
  key('down', ['down', 'j'], 'down, j', 'one row down', ['lists', 'pages']),
  key('page-up', ['pageup', 'ctrl-b'], 'page up', 'a screen up', ['lists', 'pages']),
  key('page-down', ['pagedown', 'ctrl-f', 'space'], 'page down', 'a screen down', ['lists', 'pages']),
  key('top', ['home', 'g'], 'home, g', 'to the beginning; feeds follow again', ['lists', 'pages']),
  key('bottom', ['end', 'G'], 'end, G', 'to the end', ['lists', 'pages']),
  key('open', ['enter'], 'enter', 'open what is selected', ['lists'], { hint: 'open' }),
  key('filter', ['/'], '/', 'filter the list; enter keeps the filter, esc clears it', ['lists'], { hint: 'filter' }),
  key('sort', ['s'], 's', 'sort by the next column', ['workers'], { hint: 'sort' }),
  key('reverse', ['S'], 'S', 'reverse the order', ['workers']),
  key('drain', ['d'], 'd', 'drain the worker: it finishes what it holds and leaves', ['workers', 'worker'], {
    changes: true,
    asks: true,
    hint: 'drain',
  }),
  key('state', ['s'], 's', 'only jobs in the next state', ['jobs'], { hint: 'state' }),
  key('retry', ['r'], 'r', 'put a failed or cancelled job back', ['jobs', 'job'], { changes: true, hint: 'retry' }),
  key('cancel', ['c'], 'c', 'cancel a pending or running job', ['jobs', 'job'], {
    changes: true,
    asks: true,
    hint: 'cancel',
  }),
];

/** What a key means where these scopes hold; null when nothing. */
export function findBinding(name: string, scopes: readonly Scope[]): Binding | null {
  return KEYS.find((binding) => binding.keys.includes(name) && bindingHolds(binding, scopes)) ?? null;
}

/** Whether the key means something where these scopes hold. */
export function bindingHolds(binding: Binding, scopes: readonly Scope[]): boolean {
  return binding.scopes.some((scope) => scopes.includes(scope));
}

const SCOPE_TITLES: readonly (readonly [Scope, string])[] = [
  ['everywhere', 'Everywhere'],
  ['lists', 'In lists (workers, jobs, events, facts) and on pages'],
  ['workers', 'Workers, and a worker’s page'],
  ['jobs', 'Jobs, and a job’s page'],
];

/** The table in groups, each key once, in the order of the table. */
export function keyGroups(): { readonly title: string; readonly bindings: readonly Binding[] }[] {
  return SCOPE_TITLES.map(([scope, title]) => ({
    title,
    bindings: KEYS.filter((binding) => binding.scopes[0] === scope),
  }));
}

/** The keys as the documentation has them: a Markdown table. */
export function keysMarkdown(): string {
  const rows = keyGroups().flatMap(({ title, bindings }) =>
    bindings.map((binding) => {
      const notes = [binding.asks ? 'asks first' : '', binding.changes ? 'not with `--read-only`' : ''];
      const names = binding.label
        .split(', ')
        .map((name) => `\`${name}\``)
        .join(', ');
      const note = notes.filter(Boolean).join(', ');
      return `| ${title} | ${names} | ${binding.text}${note === '' ? '' : ` (${note})`} |`;
    }),
  );
  return ['| where | key | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}
