import { filingText, readSubmission } from '@filigree/edgar';
import { cooked, document, htmlFiling } from '../support/build.ts';

function textOf(body: string): string {
  const bytes = htmlFiling(body);
  return filingText(bytes, readSubmission(bytes)).text;
}

function rowsOf(body: string): string[][] {
  const bytes = htmlFiling(body);
  const { text, blocks } = filingText(bytes, readSubmission(bytes));
  return blocks.map((block) => [
    block.kind,
    ...(block.cells.length === 0
      ? [text.slice(block.start, block.end)]
      : block.cells.map((c) => text.slice(c.start, c.end))),
  ]);
}

describe('the text of an HTML document', () => {
  it('has no spaces where inline tags stand', () => {
    expect(textOf('<p>Ex<b>chan</b>ge of the 10<sup>th</sup> <i>Board</i></p>')).toBe('Exchange of the 10th Board');
  });

  it('folds white space and decodes entities, those of windows-1252 too', () => {
    expect(textOf('<p>A&nbsp;&nbsp;B\n  C &amp; D &#147;x&#148; caf&eacute;&#151; AT&T &lt;b&gt;</p>')).toBe(
      'A B C & D “x” café— AT&T <b>',
    );
  });

  it('drops characters that are not printed', () => {
    expect(textOf('<p>Man&#173;agement of&#8203; the bank</p>')).toBe('Management of the bank');
  });

  it('ends a line at a break and a block at two', () => {
    expect(rowsOf('<p>one<br>two<br><br>three</p>')).toEqual([
      ['paragraph', 'one\ntwo'],
      ['paragraph', 'three'],
    ]);
  });

  it.each([
    ['display none', '<div style="font:x; display:none">secret <b>more</b></div>'],
    ['visibility hidden', "<span style='visibility:hidden'>secret</span>"],
    ['the hidden attribute', '<div hidden>secret</div>'],
    ['an unclosed hidden part in a closed block', '<div><span style="display:none">secret</div>'],
    ['a hidden paragraph that the next one ends', '<p style="display:none">secret'],
    ['comments', '<!-- secret > -- --><!-- x -->'],
    ['scripts and styles', '<script>if (a<b) "secret"</script><style>p { secret }</style>'],
    ['the inline XBRL header', '<ix:header><ix:hidden>secret</ix:hidden></ix:header>'],
  ])('leaves out %s', (_, part) => {
    expect(textOf(`<p>before</p>${part}<p>after</p>`)).toBe('before\nafter');
  });

  it('leaves out the head with its title, even if nothing closes it', () => {
    const bytes = cooked({ documents: document('6-K', '<html><head><title>form6k.htm<body><p>Text</p>') });
    expect(filingText(bytes, readSubmission(bytes)).text).toBe('Text');
  });

  it('keeps a < that begins no tag, and does not lose text to a quote that never closes', () => {
    expect(textOf('<p>EBITDA < 5 and a<1</p><p align="left>text</p><p>more</p>')).toBe(
      'EBITDA < 5 and a<1\ntext\nmore',
    );
  });

  it('tells headings from paragraphs', () => {
    expect(rowsOf('<h2>One</h2><p><b>Bold line</b></p><p>ALL CAPITALS</p><p><b>Bold.</b></p><p>Some text</p>')).toEqual(
      [
        ['heading', 'One'],
        ['heading', 'Bold line'],
        ['heading', 'ALL CAPITALS'],
        ['paragraph', 'Bold.'],
        ['paragraph', 'Some text'],
      ],
    );
  });

  it('joins the cells of a row by tabs, and tells their grid columns', () => {
    const bytes = htmlFiling(
      '<table><tr><td colspan=2>2010</td><td>2009</td></tr><tr><td rowspan=2>Sales<td>1<td>2</tr><tr><td>3<td>4</tr></table>',
    );
    const { text, blocks } = filingText(bytes, readSubmission(bytes));
    expect(text).toBe('2010\t2009\nSales\t1\t2\n3\t4');
    expect(blocks.map((block) => block.cells.map((cell) => cell.column))).toEqual([
      [0, 2],
      [0, 1, 2],
      [1, 2],
    ]);
    expect(new Set(blocks.map((block) => block.table))).toEqual(new Set([0]));
  });

  it('gives the offsets of every block and cell', () => {
    const bytes = htmlFiling('<p>One</p><table><tr><td>a<td>b<tr><td>c<td>d</table><p>Two</p>');
    const { text, blocks } = filingText(bytes, readSubmission(bytes));
    expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual(['One', 'a\tb', 'c\td', 'Two']);
    expect(blocks[2]!.cells.map((cell) => text.slice(cell.start, cell.end))).toEqual(['c', 'd']);
  });

  it('reads a table that only arranges paragraphs as paragraphs', () => {
    const long = 'A sentence of a letter that goes on for quite a while. '.repeat(6).trim();
    expect(rowsOf(`<table><tr><td><p>${long}</p><p>Second</p></td></tr></table>`)).toEqual([
      ['paragraph', long],
      ['paragraph', 'Second'],
    ]);
    expect(rowsOf(`<table><tr><td>${long}</td><td>${long}</td></tr></table>`)).toHaveLength(2);
    expect(rowsOf('<table><tr><td>•</td><td>An item</td></tr></table>')).toEqual([['paragraph', '• An item']]);
  });

  it('reads tables in cells of tables, and tables that nothing closes', () => {
    expect(textOf('<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></td><td>e</td></tr></table>')).toBe(
      'a\tb\nc\td\ne',
    );
    expect(textOf('<table><tr><td>a<td>b<p>after')).toBe('a\tb\nafter');
  });

  it('reads preformatted text line by line', () => {
    expect(textOf('<pre>\nACME PLC\n\nBy:  /s/ A. Smith\nName: A. Smith\n</pre>')).toBe(
      'ACME PLC\nBy: /s/ A. Smith\nName: A. Smith',
    );
  });

  it('is the text of its documents in order, without encoded bodies', () => {
    const documents =
      document('6-K', '<p>First</p>') +
      document('GRAPHIC', 'begin 644 a.jpg\nM1234\n`\nend') +
      document('EX-99.1', '<p>Second</p>');
    const bytes = cooked({ documents });
    const { text, blocks } = filingText(bytes, readSubmission(bytes));
    expect(text).toBe('First\nSecond');
    expect(blocks.map((block) => block.document)).toEqual([0, 2]);
  });

  it('joins lines that were cut at 1023 bytes, and only these', () => {
    const line = `<p>${'x'.repeat(1017)}wor`;
    expect(line).toHaveLength(1023);
    expect(textOf(`\n${line}\nld</p><p>short\nline</p>`)).toBe(`${'x'.repeat(1017)}world\nshort line`);
    expect(textOf(`\n${line}\nld</p><p>${'y'.repeat(1100)}</p>`)).toMatch(/wor ld/);
  });
});
