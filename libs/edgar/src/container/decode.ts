import { isAscii, isUtf8 } from 'node:buffer';

// Windows-1252, bytes 0x80 to 0x9f; the five bytes that it leaves open are 0.
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/**
 * Bytes of a header or a document as a string: UTF-8 if they are valid UTF-8, else windows-1252, else latin-1
 * (where one of the five bytes stands that windows-1252 does not define).
 */
export function decodeBytes(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1', 0, bytes.length);
  if (isUtf8(bytes)) return bytes.toString('utf8', 0, bytes.length);
  const latin1 = bytes.toString('latin1', 0, bytes.length);
  if (/[\x81\x8d\x8f\x90\x9d]/.test(latin1)) return latin1;
  return latin1.replace(/[\x80-\x9f]/g, (char) => String.fromCharCode(WINDOWS_1252[char.charCodeAt(0) - 0x80]!));
}
