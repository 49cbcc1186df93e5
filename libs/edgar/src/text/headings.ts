const LONGEST_HEADING = 120;

/** A short bold line, or a short line in capitals, that ends no sentence and is no line of a signature. */
export function headingOrParagraph(text: string, bold: boolean): 'heading' | 'paragraph' {
  if (text.length > LONGEST_HEADING || /[.;,:]$/.test(text) || !/\p{L}{2}/u.test(text)) return 'paragraph';
  if (/^\/s\/|^(?:by|name|title|date)\s*:/i.test(text)) return 'paragraph';
  if (bold) return 'heading';
  return text.length >= 4 && !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text) ? 'heading' : 'paragraph';
}
