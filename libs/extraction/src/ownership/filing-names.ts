import { foldName, isMergerVehicle, organizationKey } from '../reading/index.ts';
import type { Reading } from '../reading/index.ts';
import { OF_LEAD } from './capitalized-runs.ts';
import { hasLegalForm } from './name-end.ts';

/** `Acme Gauge Ltd., or Acme,` defines as parentheses do. */
const OR_TERM = /^,?\s+or\s+["\u201c]?(\p{Lu}[\p{L}\p{N}]+(?:\s\p{Lu}[\p{L}\p{N}]+)?)["\u201d]?\s{0,2}[,(]/u;

/** "R.J. " before the rest of a name. */
const INITIALS_BEFORE = /^(?:\p{Lu}\.\s?){1,3}$/u;

const ACRONYM = /^\p{Lu}{3,6}$/u;
/** A name whose exclamation mark looks like the end of a sentence: "Acme! Media Ltd." where "Acme" is defined as short for it. */
const EXCLAIMED = /(?<![\p{L}])(\p{Lu}\p{L}{2,24})!\s{1,3}$/u;

/** What one filing calls its organizations: defined terms, printed forms, short forms that only the whole filing shows. */
export class FilingNames {
  private readonly reading: Reading;
  private readonly defined = new Map<string, string>();
  private readonly printed = new Map<string, string>();
  private readonly firstWords = new Map<string, Map<string, { readonly name: string; abridged: boolean }>>();
  /** Names that turned out to be the end of a longer one: "Communication Ltd." of "Walla! Communication Ltd.". */
  private readonly longer = new Map<string, string>();
  private readonly initials = new Map<string, string | null>();
  /** Terms that the reading does not know: it finds mentions of the others. */
  readonly ownTerms: readonly string[];

  constructor(reading: Reading) {
    this.reading = reading;
    for (const { term, name } of reading.defined) {
      if (/^\p{Lu}/u.test(term) && term.length > 2) this.defined.set(term, name);
    }
    const own: string[] = [];
    const seen = new Set<string>();
    for (const { printed, name, start, end, by } of reading.organizations) {
      const or = by === 'legal-form' ? OR_TERM.exec(reading.text.slice(end, end + 60))?.[1] : undefined;
      if (or !== undefined) {
        this.defined.set(or, name.replace(OF_LEAD, ''));
        own.push(or);
      }
      const called = EXCLAIMED.exec(reading.text.slice(Math.max(0, start - 30), start))?.[1];
      if (called !== undefined && this.defined.get(called) === name) this.lengthen(name, `${called}! ${name}`);
      const key = `${printed}|${name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      this.printed.set(foldName(printed), name);
      this.shorter(printed, name);
      this.addInitials(name);
    }
    for (const name of new Set(this.printed.values())) {
      const rest = name.replace(/^(?:\p{Lu}\.\s?){1,3}(?=\p{Lu}\p{Ll})/u, '');
      if (rest !== name && INITIALS_BEFORE.test(name.slice(0, -rest.length))) this.lengthen(rest, name);
    }
    this.ownTerms = [...new Set(own)];
  }

  /** Notes which full names begin with which word, and which of them the filing also prints in a form of several words. */
  private shorter(printed: string, name: string): void {
    const first = /^\p{Lu}[\p{L}\p{N}]{2,}(?=\s)/u.exec(name)?.[0];
    if (first === undefined || isMergerVehicle(name)) return;
    const known = this.firstWords.get(first) ?? new Map<string, { readonly name: string; abridged: boolean }>();
    this.firstWords.set(first, known);
    const entry = known.get(organizationKey(name)) ?? { name, abridged: false };
    const words = foldName(printed).split(' ').length;
    if (words > 1 && words < foldName(name).split(' ').length) entry.abridged = true;
    known.set(organizationKey(name), entry);
  }

  /** "Acme" alone is the name that all others with this first word go on from, or the one that has no other short form. */
  private byFirstWord(word: string): string | undefined {
    const entries = [...(this.firstWords.get(word)?.entries() ?? [])];
    const stem = entries.find(([key]) => entries.every(([other]) => other === key || other.startsWith(`${key} `)));
    const unabridged = entries.filter(([, entry]) => !entry.abridged);
    return (stem ?? (unabridged.length === 1 ? unabridged[0] : undefined))?.[1].name;
  }

  /** The full name with a legal form that this short form begins, where the filing prints one such name. */
  short(printed: string): string | undefined {
    const first = /^\p{Lu}[\p{L}\p{N}]{2,}/u.exec(printed)?.[0];
    if (first === undefined || this.reading.isCommonWord(foldName(first))) return undefined;
    const key = `${organizationKey(printed)} `;
    const longer = [...(this.firstWords.get(first)?.entries() ?? [])].filter(([other]) => `${other} `.startsWith(key));
    const name = printed === first ? this.byFirstWord(first) : longer.length === 1 ? longer[0]![1].name : undefined;
    return name !== undefined && hasLegalForm(name) ? name : undefined;
  }

  /** What a term stands for, if the filing defines it. */
  term(printed: string): string | undefined {
    return this.defined.get(printed);
  }

  /** The defined term or the filer's name that ends with `last` at the offset `end`: "LLC V" for a bare "V". */
  endingAt(last: string, end: number): string | undefined {
    if (this.defined.has(last) || this.reading.filerAliases.has(foldName(last))) return last;
    for (const term of this.defined.keys()) {
      if (term.endsWith(` ${last}`) && this.reading.text.slice(end - term.length, end) === term) return term;
    }
    return undefined;
  }

  /** The name whose initials these are, where the filing prints one such name: "HIL" of Harrowgate Instruments Limited. */
  acronym(printed: string): string | undefined {
    if (!ACRONYM.test(printed)) return undefined;
    return this.defined.get(printed) ?? this.initials.get(printed) ?? undefined;
  }

  private addInitials(name: string): void {
    const words = name.match(/(?<![\p{L}])\p{Lu}[\p{L}]*/gu) ?? [];
    if (words.length < 3) return;
    const all = words.map((word) => word[0]).join('');
    for (let count = 3; count <= Math.min(6, all.length); count++) {
      const short = all.slice(0, count);
      // A part of the initials stands for the whole only where what is left out is the legal form.
      if (count < words.length && organizationKey(name).split(' ').length > count) continue;
      const other = this.initials.get(short);
      this.initials.set(short, other === undefined || other === name ? name : null);
    }
  }

  /** Remembers that a name is the end of a longer one. */
  lengthen(name: string, longer: string): void {
    if (foldName(longer).includes(foldName(name))) this.longer.set(name, longer);
  }

  /** The full name, after what the whole filing showed. */
  resolve(name: string): string {
    const whole = this.acronym(name);
    if (whole !== undefined) return whole;
    const full = this.reading.organizationName(this.defined.get(name) ?? name);
    // "Acme Pte. Ltd." where the reading stops at "Acme Pte".
    if (name !== full && name.startsWith(full) && hasLegalForm(name)) return name;
    return (
      this.longer.get(full) ??
      this.longer.get(name) ??
      this.printed.get(foldName(full)) ??
      this.byFirstWord(full) ??
      full
    );
  }
}
