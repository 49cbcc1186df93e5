// A terminal's screen, as `tmux capture-pane -e` gives it, as an SVG picture.

const CELL = { width: 8.4, height: 17 };
const MARGIN = 14;
const INK = '#d5d9e0';
const PAPER = '#14161b';
// The sixteen colours by their SGR numbers.
const COLOURS = new Map([
  [30, '#5c6370'],
  [31, '#ef6b73'],
  [32, '#8fc97a'],
  [33, '#e5c07b'],
  [34, '#6aa9f0'],
  [35, '#c98bdb'],
  [36, '#5bc2c9'],
  [37, INK],
  [90, '#7d8590'],
]);

/** A colour thinned with the paper below it: not every viewer knows opacity. */
function thin(colour, share) {
  const channel = (from, at) => Number.parseInt(from.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(colour, at) * share + channel(PAPER, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const DIM = 0.65;

// Characters that are shapes are drawn as such: fonts differ in them, and leave gaps between rows.
const SHAPES = new Map([
  ['█', { height: 1 }],
  ['▓', { height: 1, opacity: 0.7 }],
  ['░', { height: 1, opacity: 0.2 }],
  ['─', { height: 0.06, above: 0.5 }],
  ...[...'▁▂▃▄▅▆▇'].map((mark, index) => [mark, { height: (index + 1) / 8 }]),
]);

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The runs of one style in a line, with the cell where each begins. */
function piecesOf(line) {
  const pieces = [];
  let style = {};
  let column = 0;
  for (const match of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (match[2] !== undefined) {
      pieces.push({ ...style, column, text: match[2] });
      column += [...match[2]].length;
      continue;
    }
    for (const code of (match[1] || '0').split(';').map(Number)) {
      if (code === 0) style = {};
      else if (code === 1) style = { ...style, bold: true };
      else if (code === 2) style = { ...style, dim: true };
      else if (code === 22) style = { ...style, bold: false, dim: false };
      else if (code === 7) style = { ...style, inverse: true };
      else if (code === 27) style = { ...style, inverse: false };
      else if (code === 39) style = { ...style, colour: undefined };
      else if (COLOURS.has(code)) style = { ...style, colour: COLOURS.get(code) };
    }
  }
  return pieces;
}

/** Neighbours of one kind: shapes of one form, or text. */
function splitShapes(piece) {
  const parts = piece.text.match(/(█+|▓+|░+|─+|[▁▂▃▄▅▆▇]|[^█▓░─▁▂▃▄▅▆▇]+)/gu) ?? [];
  let { column } = piece;
  return parts.map((text) => {
    const part = { ...piece, text, column };
    column += [...text].length;
    return part;
  });
}

function drawShape({ column, text, colour = INK, dim = false }, row) {
  const { height, above = 1 - height, opacity = 1 } = SHAPES.get(text[0]);
  const x = (MARGIN + column * CELL.width).toFixed(1);
  // A bar leaves a little air above and below it.
  const top = MARGIN + row * CELL.height + 2 + above * (CELL.height - 4);
  const fill = thin(colour, opacity * (dim && opacity === 1 ? DIM : 1));
  const size = `width="${([...text].length * CELL.width).toFixed(1)}" height="${(height * (CELL.height - 4)).toFixed(1)}"`;
  return `<rect x="${x}" y="${top.toFixed(1)}" ${size} fill="${fill}"/>`;
}

function drawPiece({ column, text, colour = INK, bold = false, dim = false, inverse = false }, row) {
  if (SHAPES.has(text[0])) return drawShape({ column, text, colour, dim }, row);
  const cells = [...text].length;
  const x = MARGIN + column * CELL.width;
  const y = MARGIN + row * CELL.height;
  const width = (cells * CELL.width).toFixed(1);
  const box = inverse
    ? `<rect x="${x.toFixed(1)}" y="${y}" width="${width}" height="${CELL.height}" fill="${colour}"/>`
    : '';
  const words = text.trim();
  if (words === '') return box;
  // Spaces at the ends are left to the place where the words stand.
  const from = MARGIN + (column + text.length - text.trimStart().length) * CELL.width;
  const length = ([...words].length * CELL.width).toFixed(1);
  const ink = inverse ? PAPER : dim ? thin(colour, DIM) : colour;
  const look = `fill="${ink}"${bold ? ' font-weight="700"' : ''}`;
  return `${box}<text x="${from.toFixed(1)}" y="${y + 13}" textLength="${length}" ${look}>${escapeXml(words)}</text>`;
}

/** The picture of a screen of `columns` by `rows`. */
export function screenSvg(screen, { columns, rows }) {
  const width = Math.round(columns * CELL.width + 2 * MARGIN);
  const height = rows * CELL.height + 2 * MARGIN;
  const lines = screen.split('\n').slice(0, rows);
  const drawn = lines
    .flatMap((line, row) =>
      piecesOf(line)
        .flatMap(splitShapes)
        .map((piece) => drawPiece(piece, row)),
    )
    .filter(Boolean);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '<title>The Filigree monitor in the middle of a run</title>',
    `<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13.5" style="white-space:pre">`,
    ...drawn,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
