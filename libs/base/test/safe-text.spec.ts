import { csvCell, safeText } from '@filigree/base';

describe('text from filings', () => {
  it('loses what could move a terminal’s cursor or rewrite its lines', () => {
    expect(safeText('Acme\u001b[2J\u0007 plc\r\nLeeds\u202egnp\u0085')).toBe('Acme [2J  plc Leeds gnp ');
  });

  it('keeps letters of any script', () => {
    expect(safeText('Ana Botín, 陳大文, Žižek')).toBe('Ana Botín, 陳大文, Žižek');
  });
});

describe('a CSV cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
    'that a spreadsheet would run as a formula (%j) gets an apostrophe',
    (text) => {
      expect(csvCell(text).replaceAll('"', '')).toBe(`'${text}`);
    },
  );

  it('is quoted where it holds a comma, a quote or a line end', () => {
    expect(csvCell('a "b", c\n')).toBe('"a ""b"", c\n"');
  });

  it('of a number is the number, negative too, and nothing is empty', () => {
    expect([csvCell(-5), csvCell(null), csvCell(undefined), csvCell(true)]).toEqual(['-5', '', '', 'true']);
  });
});
