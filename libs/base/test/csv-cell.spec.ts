import { csvCell } from '@filigree/base';

describe('a CSV cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1'])(
    'that a spreadsheet would run as a formula (%j) gets an apostrophe',
    (text) => {
      expect(csvCell(text).replaceAll('"', '')).toBe(`'${text}`);
    },
  );

  it.each(['\u200b=1+1', '\ufeff@SUM(A1)', '\u{e0041}-1'])(
    'that hides the sign of a formula (%j) gets one too',
    (text) => {
      expect(csvCell(text)).toMatch(/^'[=@-]/);
    },
  );

  it('is quoted where it holds a comma, a quote or a line end, which stay', () => {
    expect(csvCell('a "b", c\n')).toBe('"a ""b"", c\n"');
  });

  it('holds nothing that a terminal would obey', () => {
    expect(csvCell('Acme\u009b2J\u202egnp\u2028plc\u200b')).toBe('Acme 2J gnp plc');
  });

  it('of a number is the number, negative too, and nothing is empty', () => {
    expect([csvCell(-5), csvCell(null), csvCell(undefined), csvCell(true)]).toEqual(['-5', '', '', 'true']);
  });
});
