import fc from 'fast-check';
import { safeJson, safeText } from '@filigree/base';

const family = '👨‍👩‍👧';
const tower = `a${'\u0301\u0336\u0489'.repeat(12)}`;

/** One of every kind that may not reach a terminal or a log, between two letters. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['a C0 control', '\u0007'],
  ['an escape', '\u001b'],
  ['DEL', '\u007f'],
  ['a C1 control', '\u009b'],
  ['NEL', '\u0085'],
  ['a line end', '\r\n'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['an override', '\u202e'],
  ['an embedding', '\u202a'],
  ['an isolate', '\u2067'],
  ['a direction mark', '\u200f'],
  ['the Arabic letter mark', '\u061c'],
  ['a zero-width space', '\u200b'],
  ['a joiner between Latin letters', '\u200d'],
  ['a non-joiner between Latin letters', '\u200c'],
  ['a word joiner', '\u2060'],
  ['an invisible plus', '\u2064'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a Mongolian vowel separator', '\u180e'],
  ['a Hangul filler', '\u3164'],
  ['a grapheme joiner', '\u034f'],
  ['a variation selector', '\ufe0f'],
  ['a supplementary variation selector', '\u{e0101}'],
  ['a tag', '\u{e0041}'],
  ['an annotation', '\ufff9'],
  ['half a surrogate pair', '\ud83d'],
];

const anyText = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(...HOSTILE.map(([, text]) => text), family, 'क्‍ष', 'x', tower),
  ),
);
const asString = (parts: readonly string[]): string => parts.join('');

describe('safe text', () => {
  it.each(HOSTILE)('has no trace of %s', (_name, text) => {
    expect(safeText(`A${text}B`)).toMatch(/^A[ \ufffd]?B$/u);
    expect(safeText(text.repeat(3))).toMatch(/^[ \ufffd]*$/u);
  });

  it('has one space for a run of what could move a terminal’s cursor or rewrite its lines', () => {
    expect(safeText('Acme\u001b[2J\u0007 plc\r\nLeeds\u202egnp\u0085')).toBe('Acme [2J  plc Leeds gnp ');
  });

  it('keeps letters of any script, and marks in the numbers that languages use', () => {
    for (const text of [
      'Ana Botín, 陳大文, Žižek',
      'Zu\u0308rich',
      'שָׁלוֹם',
      'مرحبا',
      'क्ष्म्य',
      'မြွှာ',
      'ที่นี่',
      '株式会社',
      'Nguyễn Văn Ỷ',
    ])
      expect(safeText(text)).toBe(text);
  });

  it('keeps joiners that join emoji or the letters of a script that needs them', () => {
    for (const text of [`${family} plc`, '❤️ 3️⃣', '🏳️‍🌈', 'می‌خواهم', 'क्‍ष']) expect(safeText(text)).toBe(text);
  });

  it('keeps four marks of a tower', () => {
    expect(safeText(`${tower}b`)).toBe('a\u0301\u0336\u0489\u0301b');
  });

  it('is as it was when it is made safe again, and well-formed', () => {
    fc.assert(
      fc.property(anyText.map(asString), (text) => {
        const safe = safeText(text);
        expect(safeText(safe)).toBe(safe);
        expect(safe).not.toMatch(/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]|[\p{Mn}\p{Me}]{5}/u);
      }),
    );
  });
});

describe('JSON that is safe to show', () => {
  it('is exact and has nothing in it that a terminal would obey', () => {
    fc.assert(
      fc.property(anyText.map(asString), (text) => {
        const json = safeJson(JSON.stringify({ text }));
        expect(JSON.parse(json)).toEqual({ text });
        expect(safeText(json)).toBe(json);
      }),
    );
  });

  it('shows C1, direction, separators, tags and surplus marks as escapes, and leaves emoji alone', () => {
    const json = safeJson(JSON.stringify(`\u009b\u202e\u2028\u{e0041}${family}${tower.slice(0, 6)}`));
    expect(json).toBe(String.raw`"\u009b\u202e\u2028\udb40\udc41${family}${tower.slice(0, 5)}\u0336"`);
  });
});
