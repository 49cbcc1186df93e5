const MARK = '…';

/** The text, or its beginning with an ellipsis where it has more than `maxChars` UTF-16 units; never half of a surrogate pair. */
export function clipped(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = maxChars - MARK.length;
  const cut = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end;
  return text.slice(0, cut) + MARK;
}
