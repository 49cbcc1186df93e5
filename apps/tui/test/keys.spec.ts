import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KEYS, findBinding, keyGroups, keysMarkdown } from '../src/ui/keys.ts';
import type { Scope } from '../src/ui/keys.ts';
import { keyNames } from '../src/shell/key-names.ts';

const DOC = fileURLToPath(new URL('../../../docs/monitor.md', import.meta.url));

const SITUATIONS: readonly (readonly Scope[])[] = [
  ['everywhere'],
  ['workers', 'lists', 'everywhere'],
  ['jobs', 'lists', 'everywhere'],
  ['lists', 'everywhere'],
  ['worker', 'pages', 'everywhere'],
  ['job', 'pages', 'everywhere'],
];

describe('the key table', () => {
  it('is what docs/monitor.md says (if not: node scripts/monitor-keys.mjs)', () => {
    const doc = readFileSync(DOC, 'utf8');
    const [, table = ''] = /<!-- keys -->\n\n([\s\S]*?)\n\n<!-- \/keys -->/.exec(doc) ?? [];
    // The formatter pads the cells of tables; the words are what counts.
    const words = (text: string): string => text.replaceAll(/ *\| */g, '|').replaceAll(/-{3,}/g, '---');
    expect(words(table)).toBe(words(keysMarkdown()));
  });

  it('gives no key two meanings in one place', () => {
    for (const scopes of SITUATIONS) {
      const names = KEYS.filter((binding) => binding.scopes.some((scope) => scopes.includes(scope))).flatMap(
        (binding) => binding.keys,
      );
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it('asks before everything that takes something away', () => {
    for (const action of ['pause', 'drain', 'cancel']) {
      expect(KEYS.find((binding) => binding.action === action)).toMatchObject({ asks: true, changes: true });
    }
    expect(KEYS.find((binding) => binding.action === 'retry')).toMatchObject({ changes: true });
  });

  it('shows every key once in the help', () => {
    const shown = keyGroups().flatMap((group) => group.bindings);
    expect([...shown].sort()).toEqual([...KEYS].sort());
    expect(shown).toHaveLength(KEYS.length);
  });

  it('knows keys only where they mean something', () => {
    expect(findBinding('d', ['workers', 'lists', 'everywhere'])?.action).toBe('drain');
    expect(findBinding('d', ['jobs', 'lists', 'everywhere'])).toBeNull();
    expect(findBinding('s', ['workers'])?.action).toBe('sort');
    expect(findBinding('s', ['jobs'])?.action).toBe('state');
  });
});

describe('what Ink tells of a key', () => {
  const none = {} as Parameters<typeof keyNames>[1];

  it('becomes the name that the table uses', () => {
    expect(keyNames('', { ...none, upArrow: true })).toEqual(['up']);
    expect(keyNames('', { ...none, tab: true, shift: true })).toEqual(['shift-tab']);
    expect(keyNames('c', { ...none, ctrl: true })).toEqual(['ctrl-c']);
    expect(keyNames('', { ...none, escape: true, meta: true })).toEqual(['esc']);
    expect(keyNames('\u007f', { ...none, delete: true })).toEqual(['backspace']);
  });

  it('is one key for each character of what came at once', () => {
    expect(keyNames('jj k', none)).toEqual(['j', 'j', 'space', 'k']);
  });
});
