import fc from 'fast-check';
import stringWidth from 'string-width';
import { cellWidth, clip, fit, wrap } from '@filigree/base';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '株式会社三菱UFJ',
    'Telefónica, S.A.',
    '👨‍👩‍👧 family',
    'a\u001b[31mred\u0007',
    '\u202eevil',
    '한국전력공사',
  ),
);

describe('text in cells', () => {
  it('never takes more cells than it is given, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 40 }), (text, cells) => {
        expect(stringWidth(clip(text, cells))).toBeLessThanOrEqual(cells);
      }),
    );
  });

  it('takes exactly the cells it is fitted to', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), fc.constantFrom('left', 'right'), (text, cells, align) => {
        expect(stringWidth(fit(text, cells, align as 'left'))).toBe(cells);
      }),
    );
  });

  it('measures as a terminal does, also where it takes the short way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(cellWidth(text)).toBe(stringWidth(text));
      }),
    );
    for (let code = 0x20; code < 0x2800; code++) {
      const text = String.fromCodePoint(code);
      if (/\p{Control}|\p{Mark}|\p{Format}/u.test(text)) continue;
      expect([code.toString(16), cellWidth(text)]).toEqual([code.toString(16), stringWidth(text)]);
    }
  });

  it('takes out what a terminal would obey', () => {
    expect(clip('a\u001b[2Jb\u0007\u202ec', 20)).toBe('a [2Jb c');
  });

  it('says with an ellipsis that something is missing', () => {
    expect(clip('Banco Santander', 8)).toBe('Banco S…');
    expect(clip('Banco', 5)).toBe('Banco');
  });

  it('folds text into lines that fit and loses no word that fits', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 20 }), (words) => {
        const lines = wrap(words.join('  '), 14);
        expect(lines.join(' ').split(' ').filter(Boolean)).toEqual(words);
        for (const text of lines) expect(cellWidth(text)).toBeLessThanOrEqual(14);
      }),
    );
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, cells) => {
        for (const part of wrap(text, cells)) expect(stringWidth(part)).toBeLessThanOrEqual(cells);
      }),
    );
  });
});
