import { Writable } from 'node:stream';
import { useLayoutEffect } from 'react';
import { useInput } from 'ink';
import { keyNames } from './key-names.ts';

/** One screen of the monitor: Ink brings the keys, `draw` puts the lines on the terminal. */
export function Screen(props: {
  readonly lines: readonly string[];
  readonly draw: (lines: readonly string[]) => void;
  readonly onKey: (name: string) => void;
}): null {
  const { lines, draw, onKey } = props;
  useInput((input, key) => {
    for (const name of keyNames(input, key)) onKey(name);
  });
  useLayoutEffect(() => {
    draw(lines);
  }, [lines, draw]);
  return null;
}

/** Where Ink writes the frame that it has: an empty one. */
export function nowhere(): NodeJS.WriteStream {
  const stream = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  return Object.assign(stream, { columns: 80, rows: 24 }) as unknown as NodeJS.WriteStream;
}
