import { foldSpace } from './fold.ts';
import { mayBeOrganization } from './organizations.ts';
import { firstEndingAfter } from './spans.ts';
import type { DefinedTerm, Span } from './types.ts';

const QUOTED = /["“”„]\s?([^"“”„()]{1,50}?)\s?["“”]/g;
const ACRONYM = /^[A-Z][A-Z&.]{1,8}$/;
const LONGEST_PARENTHESIS = 200;
const LONGEST_KIND = 110;
const KIND_BEFORE =
  /,\s(?:an?|the)\s[^,;.()"“”]{2,90}\b(?:corporation|company|partnership|bank|institution|association|trust|entity|cooperative|subsidiary)[^,;.()"“”]{0,30}$/;

/** A run of words that may be the name before the parenthesis. */
export interface NameBefore extends Span {
  /** Known to be an organization, by a legal form, the header or its shape. */
  readonly sure: boolean;
}

/** The name that ends where the parenthesis begins; other parentheses may stand between ("Acme plc (NYSE: ACM) (the "Company")"). */
function nameBefore(text: string, names: readonly NameBefore[], paren: number): NameBefore | undefined {
  let at = paren;
  for (let step = 0; step < 3; step++) {
    while (at > 0 && /[\s,]/.test(text[at - 1]!)) at--;
    if (text[at - 1] !== ')') break;
    const from = Math.max(0, at - LONGEST_PARENTHESIS);
    const open = text.slice(from, at).lastIndexOf('(');
    if (open < 0) break;
    at = from + open;
  }
  // "Acme Corp., a Nevada corporation (the "Issuer")": what it is stands between.
  const kind = KIND_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_KIND), at));
  if (kind !== null) at = Math.max(0, at - LONGEST_KIND) + kind.index;
  const index = firstEndingAfter(names, Math.max(0, at - 1));
  for (let i = Math.max(0, index - 1); i <= index && i < names.length; i++) {
    const name = names[i]!;
    if (Math.abs(name.end - at) <= 1 || (name.end < at && /^[\s.,’'s]*$/.test(text.slice(name.end, at)))) return name;
  }
  return undefined;
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]!)
    .join('');
}

function termsOf(inside: string, name: string): string[] {
  const terms: string[] = [];
  QUOTED.lastIndex = 0;
  for (let m = QUOTED.exec(inside); m !== null; m = QUOTED.exec(inside)) terms.push(foldSpace(m[1]!));
  const bare = foldSpace(inside);
  if (terms.length === 0 && ACRONYM.test(bare) && initialsOf(name).includes(bare.replace(/[.&]/g, '')))
    terms.push(bare);
  return terms;
}

const PLACED = /\b(?:in|at|from|under|near)\s{1,3}(?:the\s)?$/;
const OR_TERM = /,?\s+or\s+(?:the\s+)?[“"]?([A-Z][A-Za-z0-9&]{1,24})[”"]?(?=,|\s*\()/y;

/** "Acme Development Co., Ltd., or ADC, ...": a term that stands between commas after the name. */
export function findOrTerms(text: string, names: readonly NameBefore[], nameOf: (span: Span) => string): DefinedTerm[] {
  const found: DefinedTerm[] = [];
  for (const name of names) {
    if (!name.sure) continue;
    OR_TERM.lastIndex = name.end;
    const m = OR_TERM.exec(text);
    if (m !== null) found.push({ start: m.index, end: m.index + m[0].length, term: m[1]!, name: nameOf(name) });
  }
  return found;
}

const LISTED_TERM = /(?:^|\n)\s{0,3}[“"]([A-Z][^“”"\n]{1,40})[”"][\t :]{0,5}(?:(?:means|refers to)\s)?\s?(?:the\s)?/g;

/** A list of definitions, one a line or row: `"Vendor" | Acme Limited, a company incorporated in ...`. `names` are known names. */
export function findListedTerms(text: string, names: readonly Span[], nameOf: (span: Span) => string): DefinedTerm[] {
  const starting = new Map(names.map((name) => [name.start, name]));
  const found: DefinedTerm[] = [];
  LISTED_TERM.lastIndex = 0;
  for (let m = LISTED_TERM.exec(text); m !== null; m = LISTED_TERM.exec(text)) {
    const name = starting.get(m.index + m[0].length);
    const term = m[1]!;
    if (name === undefined || term.length < 3 || !mayBeOrganization(term)) continue;
    found.push({ start: m.index, end: m.index + m[0].length, term, name: nameOf(name) });
  }
  return found;
}

/** The terms that the filing defines in parentheses, with what they stand for. `names` are sorted by position. */
export function findDefinedTerms(
  text: string,
  names: readonly NameBefore[],
  nameOf: (span: Span) => string,
): DefinedTerm[] {
  const found: DefinedTerm[] = [];
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const inside = text.slice(open + 1, open + 1 + LONGEST_PARENTHESIS);
    const close = inside.indexOf(')');
    if (close < 2 || close > LONGEST_PARENTHESIS) continue;
    const body = inside.slice(0, close);
    if (!/["“”„]/.test(body) && !ACRONYM.test(foldSpace(body))) continue;
    // `("ACM" means Acme Company Mills.)`: the name stands inside, and not before.
    if (/["”]\s+(?:means|refers to)\s/.test(body)) continue;
    const before = nameBefore(text, names, open);
    if (before === undefined) continue;
    // "having its seat in Basel (hereinafter "Acme")" defines nothing as Basel.
    if (!before.sure && PLACED.test(text.slice(Math.max(0, before.start - 12), before.start))) continue;
    const name = nameOf(before);
    if ((!before.sure && !mayBeOrganization(name)) || /\d{5}/.test(name)) continue;
    for (const term of termsOf(body, name)) {
      if (!/^(?:the\s|an?\s)?\s?\p{Lu}/iu.test(term) || term.length < 2 || !mayBeOrganization(term)) continue;
      found.push({ start: open, end: open + close + 2, term: term.replace(/^(?:the|an?)\s/i, ''), name });
    }
  }
  return found;
}
