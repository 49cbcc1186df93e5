// What text from a filing, a file name, a worker or a service may not do to a terminal or a log: move the cursor, change the
// order of what is read (bidirectional controls), hide text (characters without a shape), begin a line, or cover the lines
// around it (towers of combining marks). The classes are those of Unicode 16.

// Nothing in these ranges is changed: almost all text passes here, and is not looked at twice.
const PLAIN =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058a\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u27bf\u3000-\u3029\u3030-\u3098\u30a0-\u312f\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** A pictograph with its variation selector or skin tone, behind which ZWJ joins another one. */
const PICTOGRAPH_BEFORE = '(?<=\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)';
/** Scripts whose letters take another shape beside ZWJ and ZWNJ: Arabic and those of India and its neighbours. */
const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}' +
  '\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}]';
/** ZWJ, ZWNJ and variation selectors where they do their work: in emoji, and between letters that join. */
const AT_WORK =
  `${PICTOGRAPH_BEFORE}\\u200d(?=\\p{Extended_Pictographic})|(?<=[\\p{Extended_Pictographic}0-9#*])[\\ufe0e\\ufe0f]` +
  `|(?<=${JOINING})[\\u200c\\u200d](?=${JOINING})`;
/** Line ends, controls (C0, DEL, C1) and what changes the direction of text. */
const ORDERS = '[\\p{Cc}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]';
/** Everything else that has no shape: zero-width characters, tags, fillers, variation selectors. */
const SHAPELESS = '[\\p{Cf}\\p{Default_Ignorable_Code_Point}]';
/** Marks that stand above or below the letter before them; so many in a row no language needs. */
const TOWER = '(?<=[\\p{Mn}\\p{Me}]{4})[\\p{Mn}\\p{Me}]+';

const KEPT_OR_SHAPELESS = new RegExp(`(${AT_WORK}|${ORDERS})|${SHAPELESS}`, 'gu');
const ORDERS_IN_A_ROW = new RegExp(`${ORDERS}+`, 'gu');
/** Whatever is changed has one of these in it. */
const SUSPECT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]|[\p{Mn}\p{Me}]{5}/u;
const LONE_SURROGATES = /\p{Cs}/gu;
const TOWERS = new RegExp(TOWER, 'gu');
const HOSTILE = new RegExp(`(${AT_WORK})|${ORDERS}|${SHAPELESS}|\\p{Cs}|${TOWER}`, 'gu');

/**
 * Text made safe for a terminal or a plain log, in one line: each run of controls, line ends and direction marks becomes one
 * space; what has no shape goes, except where it joins letters or emoji; of a tower of combining marks four stay; half a
 * surrogate pair becomes U+FFFD. Letters of every script stay. Safe text stays as it is.
 */
export function safeText(text: string): string {
  if (isSafe(text)) return text;
  return text
    .replace(KEPT_OR_SHAPELESS, '$1')
    .replace(ORDERS_IN_A_ROW, ' ')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(TOWERS, '');
}

/** Serialized JSON whose text is exact and safe to show: all that `safeText` would change is written as a `\uXXXX` escape. */
export function safeJson(json: string): string {
  return isSafe(json) ? json : json.replace(HOSTILE, (found, atWork?: string) => atWork ?? escaped(found));
}

function isSafe(text: string): boolean {
  return PLAIN.test(text) || !SUSPECT.test(text);
}

function escaped(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) out += `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return out;
}
