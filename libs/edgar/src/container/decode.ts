import { isAscii, isUtf8 } from 'node:buffer';
import { decodeUtf16, utf16Of } from './utf16.ts';

// Windows-1252, bytes 0x80 to 0x9f; the five that it leaves open (0 here) stay what they are in latin-1, as for browsers.
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];
const NOT_LATIN1 = /[\x80-\x9f]/g;
const LIKE_UTF8 = /[\xc2-\xf4][\x80-\xbf]/;
const HIGH_RUN = /[\x80-\xff]+/g;
const SMALL_LETTER = /[a-z]/;

function windows1252(code: number): number {
  return (code >= 0x80 && code <= 0x9f && WINDOWS_1252[code - 0x80]) || code;
}

function isTail(code: number, least = 0x80, most = 0xbf): boolean {
  return code >= least && code <= most;
}

/**
 * Length of the well-formed UTF-8 sequence at `at` of a string of bytes, 0 where none stands there: what is cut, overlong,
 * a surrogate or above U+10FFFF is none (Unicode, table 3-7).
 */
function sequenceLength(bytes: string, at: number): number {
  const lead = bytes.charCodeAt(at);
  const second = bytes.charCodeAt(at + 1);
  if (lead >= 0xc2 && lead <= 0xdf) return isTail(second) ? 2 : 0;
  if (!isTail(bytes.charCodeAt(at + 2))) return 0;
  if (lead >= 0xe0 && lead <= 0xef)
    return isTail(second, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf) ? 3 : 0;
  if (lead < 0xf0 || lead > 0xf4 || !isTail(bytes.charCodeAt(at + 3))) return 0;
  return isTail(second, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf) ? 4 : 0;
}

function codePointAt(bytes: string, at: number, length: number): number {
  let code = bytes.charCodeAt(at) & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next++) code = (code << 6) | (bytes.charCodeAt(next) & 0x3f);
  return code;
}

// Where stray bytes prevail, the page is one of windows-1252, in which "é »" or "É”" happen to be UTF-8 as well. Of its
// sequences only those count that windows-1252 makes nonsense of: quotation marks, dashes and signs ("â€™", "Â©"), and
// letters beside a small one ("GÃ©rard").
function isUnlikelyWindows1252(code: number, before: string, after: string): boolean {
  if (code <= 0xbf) return true;
  if (code <= 0xff) return SMALL_LETTER.test(before) || SMALL_LETTER.test(after);
  return (code >= 0x2010 && code <= 0x2044) || (code >= 0x20ac && code <= 0x2122);
}

function utf8Prevails(bytes: string): boolean {
  let balance = 0;
  for (const [run] of bytes.matchAll(HIGH_RUN)) {
    for (let at = 0; at < run.length;) {
      const length = sequenceLength(run, at);
      balance += length === 0 ? -1 : 1;
      at += Math.max(length, 1);
    }
  }
  return balance >= 0;
}

/** Each well-formed sequence of UTF-8 as it is, each byte outside of one as windows-1252. */
function decodeMixed(bytes: string): string {
  if (!LIKE_UTF8.test(bytes))
    return bytes.replace(NOT_LATIN1, (char) => String.fromCharCode(windows1252(char.charCodeAt(0))));
  const prevails = utf8Prevails(bytes);
  return bytes.replace(HIGH_RUN, (run, offset: number) => {
    let text = '';
    for (let at = 0; at < run.length;) {
      const length = sequenceLength(run, at);
      const code = length === 0 ? 0 : codePointAt(run, at, length);
      const [before, after] = [bytes[offset + at - 1] ?? '', bytes[offset + at + length] ?? ''];
      if (length > 0 && (prevails || isUnlikelyWindows1252(code, before, after))) {
        text += String.fromCodePoint(code);
        at += length;
      } else text += String.fromCharCode(windows1252(run.charCodeAt(at++)));
    }
    return text;
  });
}

/**
 * Bytes of a header or a document as a string: UTF-16 where they are that, else UTF-8, in which a stray byte is read by
 * itself as windows-1252, else windows-1252. NULs are left out: they are no text, and a browser shows none.
 */
export function decodeBytes(bytes: Buffer): string {
  const hasNul = bytes.includes(0);
  const endian = hasNul || bytes[0] === 0xfe || bytes[0] === 0xff ? utf16Of(bytes) : null;
  if (endian !== null) return decodeUtf16(bytes, endian);
  const text = decodeNarrow(bytes);
  return hasNul ? text.replaceAll('\0', '') : text;
}

function decodeNarrow(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1', 0, bytes.length);
  if (isUtf8(bytes)) return bytes.toString('utf8', 0, bytes.length);
  return decodeMixed(bytes.toString('latin1', 0, bytes.length));
}
