import type { Span } from '../reading/index.ts';
import type { TitlePhrase } from './title-phrase.ts';

const BOARD =
  /\b(?:to|from|on|onto|join(?:s|ed|ing)?|leav(?:e|es|ing)|left|off)\s+(?:the|its|our|their|[A-Z][\w&.-]{1,20}(?:\s[A-Z][\w&.-]{1,20}){0,2}[’']s?)\s+((?:(?:supervisory|executive|management|managing)\s+)?board(?:\s+of\s+(?:directors|management|trustees))?)\b/gi;

/** "retires from the Supervisory Board", "joins its Board of Directors": seats on a board told without a title. */
export function boardPhrases(text: string, sentence: Span): TitlePhrase[] {
  const found: TitlePhrase[] = [];
  const part = text.slice(sentence.start, sentence.end);
  BOARD.lastIndex = 0;
  for (let m = BOARD.exec(part); m !== null; m = BOARD.exec(part)) {
    const end = sentence.start + m.index + m[0].length;
    const start = end - m[1]!.length;
    found.push({ start, end, text: `member of the ${m[1]!.replace(/\s+/g, ' ')}` });
  }
  return found;
}
