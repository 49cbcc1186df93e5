/** In a class a blank or an apostrophe stands for one character, outside for a run of white space or either apostrophe. */
function translate(source: string): string {
  let out = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const letter = source[at]!;
    if (letter === '\\') {
      out += letter + (source[++at] ?? '');
      continue;
    }
    if (letter === '[') inClass = true;
    else if (letter === ']') inClass = false;
    if (letter === ' ') {
      const optional = source[at + 1] === '?';
      if (inClass) out += '\\s';
      else if (optional) out += '\\s{0,9}';
      else out += source[at + 1] === '{' || source[at + 1] === '*' ? '\\s' : '\\s+';
      if (optional && !inClass) at++;
    } else if (letter === "'") out += inClass ? "'\u2019" : "['\u2019]";
    else out += letter;
  }
  return out;
}

/**
 * A pattern over running text: a blank in `source` stands for any run of white space, `'` for either apostrophe, case is ignored.
 * Keep every repetition bounded (`.{0,60}`), so that matching stays linear in the text.
 */
export function wording(source: string, flags = 'iu'): RegExp {
  return new RegExp(translate(source), flags);
}

/**
 * A pattern for text in small letters, see `smallLetters`: it needs no case folding, which makes it several times as fast
 * over long texts. `source` is written as for `wording`; its capitals become small ones.
 */
export function smallWording(source: string, flags = 'u'): RegExp {
  const small = translate(source).replace(/\\[pP]\{[^}]*\}|\\.|\(\?<[a-zA-Z]+>|[A-Z]/gu, (part) => {
    if (/^\\p\{L[ut]\}$/u.test(part)) return '\\p{L}';
    return part.length === 1 ? part.toLowerCase() : part;
  });
  return new RegExp(small, flags);
}

/** One pattern for small letters out of several alternatives, on word boundaries. */
export function anyOf(alternatives: readonly string[], flags = 'u'): RegExp {
  return smallWording(
    `(?<!\\w)(?:${alternatives.map((source) => source.trimEnd()).join('|')})(?:(?<=\\s)|(?!\\w))`,
    flags,
  );
}

/** The text in small letters, of the same length: the few letters whose small form is longer stay as they are. */
export function smallLetters(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('');
}

/** White space folded to single blanks, ends trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
