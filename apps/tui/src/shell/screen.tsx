import { memo } from 'react';
import { Box, Text, useInput } from 'ink';
import type { Line, Span } from '../view/line.ts';
import { keyNames } from './key-names.ts';

function sameSpans(a: Line, b: Line): boolean {
  return (
    a.length === b.length &&
    a.every((span, index) => {
      const other = b[index]!;
      return (
        span.text === other.text &&
        span.colour === other.colour &&
        span.bold === other.bold &&
        span.dim === other.dim &&
        span.inverse === other.inverse
      );
    })
  );
}

function Piece({ span }: { readonly span: Span }) {
  const { text, colour, bold = false, dim = false, inverse = false } = span;
  return (
    <Text {...(colour === undefined ? {} : { color: colour })} bold={bold} dimColor={dim} inverse={inverse}>
      {text}
    </Text>
  );
}

// Most rows are as they were in the frame before: those are neither made nor measured again.
const Row = memo(
  function Row({ row }: { readonly row: Line }) {
    if (row.length === 0) return <Text> </Text>;
    return (
      <Text wrap="truncate">
        {row.map((span, index) => (
          <Piece key={index} span={span} />
        ))}
      </Text>
    );
  },
  (before, after) => sameSpans(before.row, after.row),
);

const Keys = memo(function Keys({ onKey }: { readonly onKey: (name: string) => void }) {
  useInput((input, key) => {
    for (const name of keyNames(input, key)) onKey(name);
  });
  return null;
});

/** The lines of a frame, and the keys. `onKey` must stay the same function. */
export function Screen({ lines, onKey }: { readonly lines: readonly Line[]; readonly onKey: (name: string) => void }) {
  return (
    <Box flexDirection="column">
      <Keys onKey={onKey} />
      {lines.map((row, index) => (
        <Row key={index} row={row} />
      ))}
    </Box>
  );
}
