const FORM =
  '(?:Co\\.?,?\\s?(?:Ltd|Limited|LLC)|Company(?:\\sLimited)?|Ltda|Ltd|Limited|Inc|LLC|L\\.L\\.C|plc|PLC|Corp|Corporation|AG|GmbH|S\\.A|SA|N\\.V|NV|B\\.V|BV|AB|ASA|AS|A/S|S\\.p\\.A|S\\.r\\.l|L\\.P|LP|LLP|Sdn\\.?\\sBhd|Pte\\.?\\sLtd|Pty\\.?\\sLtd)';
/** A year or a word in parentheses and a legal form; a second legal form behind a full stop; forms in small letters. */
const GOES_ON = new RegExp(
  '(?:' +
    [
      `\\s*\\((?:\\d{4}|\\p{Lu}[\\p{L}.]{1,14}(?:\\s\\p{Lu}\\p{L}{1,12})?)\\),?\\s{0,2}${FORM}\\.?`,
      '(?<=Pte|Pty|Sdn|Co|Cia)\\.?,?\\s(?:Ltd|Limited|Bhd|Ltda|LLC)\\.?',
      '(?<=Ltda)\\.',
      '\\.?\\s?z\\s?o\\.\\s?o\\.',
      ',?\\s(?:de|DE)\\sC\\.\\s?V\\.',
    ].join('|') +
    ')(?![\\p{L}\\p{N}])',
  'uy',
);
const PARTS = 3;

/** Where a name really ends: "Acme Services (1998) Ltd.", "Acme (USA) LLC", "Acme Pte. Ltd.", "Acme Sp. z o.o.". */
export function nameEnd(text: string, end: number): number {
  let at = end;
  for (let part = 0; part < PARTS; part++) {
    GOES_ON.lastIndex = at;
    const more = GOES_ON.exec(text);
    if (more === null) break;
    at += more[0].length;
  }
  return at;
}

const COMPANY =
  /(?:\b(?:limited|ltd|ltda|inc|incorporated|corp|corporation|plc|llc|gmbh|ag|asa|as|ab|nv|bv|sa)|\b(?:n\.v|b\.v|s\.a|l\.p|l\.l\.c|s\.p\.a|s\.r\.l|c\.v))\.?$/iu;

/** Whether a legal form ends the name: it makes a company of any words. */
export function hasLegalForm(name: string): boolean {
  return COMPANY.test(name);
}
