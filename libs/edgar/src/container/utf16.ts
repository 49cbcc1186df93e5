export type Endian = 'little' | 'big';

const SAMPLE_BYTES = 4096;
const LEAST_BYTES = 16;
const MOSTLY = 0.6;
const HARDLY = 0.1;
// `</TEXT>` and the like cut off the second half of a last character.
const UNIT = 2;

/**
 * Whether bytes are UTF-16, and in which order: by their byte order mark, or because every second byte of their beginning
 * is 0, as it is where most characters are Latin. Null for anything else, UTF-32 too.
 */
export function utf16Of(bytes: Uint8Array): Endian | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  const size = Math.min(bytes.length - (bytes.length % UNIT), SAMPLE_BYTES);
  if (size < LEAST_BYTES) return null;
  const zeros = [0, 0];
  for (let at = 0; at < size; at++) if (bytes[at] === 0) zeros[at % UNIT]!++;
  const [even, odd] = zeros.map((count) => (count * UNIT) / size) as [number, number];
  if (odd >= MOSTLY && even <= HARDLY) return 'little';
  return even >= MOSTLY && odd <= HARDLY ? 'big' : null;
}

/** UTF-16 as a string, without its byte order mark and without NULs; half a character at the end is left out. */
export function decodeUtf16(bytes: Buffer, endian: Endian): string {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % UNIT));
  const little = endian === 'little' ? whole : Buffer.from(whole).swap16();
  const text = little.toString('utf16le').replaceAll('\0', '');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
