// A filing as bytes in the job table's arena and in submit records. What varies little is packed: a million jobs are to
// fit in 250 MB, and the accession number stands in most paths as well.
//
//   u8 shape · accession · varint size · varint root · varint filed (yyyymmdd) · text form · text company · text path
//
// shape bit 0: the accession is DDDDDDDDDD-DD-DDDDDD, packed in 9 bytes; else it is a text. The accession comes first and
// is unique to its number, so that its bytes (shape included) serve as the key of the accession index.
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import type { Filing } from './types.ts';

const PACKED = 1;
const DASHED = /^\d{10}-\d{2}-\d{6}$/;
const COMPANY_BYTES_MAX = 60;
// Stand in a path for its filing's accession, with and without dashes; no path holds control characters.
const WITH_DASHES = '\u0001';
const WITHOUT_DASHES = '\u0002';

export function encodeAccession(writer: ByteWriter, accession: string): void {
  if (!DASHED.test(accession)) {
    writer.u8(0).text(accession);
    return;
  }
  const issuer = Number(accession.slice(0, 10));
  const number = Number(accession.slice(14));
  writer
    .u8(PACKED)
    .u32(issuer)
    .u8(Math.floor(issuer / 2 ** 32))
    .u8(Number(accession.slice(11, 13)))
    .u8(number)
    .u8(number >>> 8)
    .u8(number >>> 16);
}

export function encodeFiling(writer: ByteWriter, filing: Filing): void {
  encodeAccession(writer, filing.accession);
  const plain = filing.accession.replaceAll('-', '');
  let path = filing.path;
  if (plain.length > 2) path = path.replace(filing.accession, WITH_DASHES).replace(plain, WITHOUT_DASHES);
  writer
    .varint(filing.sizeBytes)
    .varint(filing.root)
    .varint(Number(filing.filed.replaceAll('-', '')) || 0)
    .text(filing.form)
    .text(cut(filing.company))
    .text(path);
}

/** Length of the accession key at the start of an encoded filing, in bytes. */
export function accessionKeyLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === PACKED) return 10;
  let size = 0;
  let scale = 1;
  let position = at + 1;
  for (;;) {
    const byte = bytes[position++] ?? 0;
    size += (byte & 0x7f) * scale;
    if (byte < 0x80) return position - at + size;
    scale *= 0x80;
  }
}

export function decodeAccession(reader: ByteReader): string {
  if (reader.u8() !== PACKED) return reader.text();
  const issuer = reader.u32() + reader.u8() * 2 ** 32;
  const year = reader.u8();
  const number = reader.u8() + reader.u8() * 0x100 + reader.u8() * 0x10000;
  return `${digits(issuer, 10)}-${digits(year, 2)}-${digits(number, 6)}`;
}

export function decodeFiling(reader: ByteReader): Filing {
  const accession = decodeAccession(reader);
  const sizeBytes = reader.varint();
  const root = reader.varint();
  const day = reader.varint();
  const form = reader.text();
  const company = reader.text();
  const path = unfold(reader.text(), accession);
  const filed = day === 0 ? '' : isoDay(day);
  return { accession, path, root, sizeBytes, form, filed, company };
}

/** Only what a lease needs: accession, path, root and size. */
export function decodeLeaseFields(reader: ByteReader): Pick<Filing, 'accession' | 'path' | 'root' | 'sizeBytes'> {
  const accession = decodeAccession(reader);
  const sizeBytes = reader.varint();
  const root = reader.varint();
  reader.varint();
  reader.bytes(reader.varint());
  reader.bytes(reader.varint());
  return { accession, path: unfold(reader.text(), accession), root, sizeBytes };
}

function unfold(path: string, accession: string): string {
  let full = path;
  if (full.includes(WITH_DASHES)) full = full.replace(WITH_DASHES, () => accession);
  if (full.includes(WITHOUT_DASHES)) full = full.replace(WITHOUT_DASHES, () => accession.replaceAll('-', ''));
  return full;
}

function isoDay(day: number): string {
  const text = digits(day, 8);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function cut(name: string): string {
  if (name.length <= COMPANY_BYTES_MAX / 3) return name;
  const bytes = Buffer.from(name);
  if (bytes.length <= COMPANY_BYTES_MAX) return name;
  return bytes.toString('utf8', 0, COMPANY_BYTES_MAX).replace(/\ufffd+$/, '');
}
