import type { OwnershipFact } from '../facts.ts';
import { extractHoldings } from '../holdings/index.ts';
import { foldName, organizationKey } from '../reading/index.ts';
import type { Reading, Sentence, Span } from '../reading/index.ts';
import { isFactless } from '../wording/forms.ts';
import { matchesIn } from '../wording/matches.ts';
import { smallLetters } from '../wording/pattern.ts';
import { BELONGING_RULES } from './belonging-rules.ts';
import { Candidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { DEAL_RULES, dealStatus } from './deal-rules.ts';
import { formOwnership } from './forms.ts';
import { HELD_DEAL_RULES } from './held-deal-rules.ts';
import { IMPLIED_DEAL_RULES } from './implied-deal-rules.ts';
import { IMPLIED_SUBSIDIARY_RULES } from './implied-rules.ts';
import { JOINT_RULES } from './joint-rules.ts';
import { announcedSubsidiaries, subsidiaryLists } from './lists.ts';
import { TRADE } from './rule.ts';
import type { OwnershipRule } from './rule.ts';
import { SHAREHOLDER_RULES } from './shareholder-rules.ts';
import { settled } from './settled.ts';
import { RELATIVE_RULES, STAKE_RULES } from './stake-rules.ts';
import { mayBeOwned, subject } from './subject.ts';
import type { Named } from './subject.ts';
import { PARENTHETIC_RULES, SUBSIDIARY_RULES } from './subsidiary-rules.ts';
import { tableOwnership } from './tables.ts';
import { makeTemplate } from './template.ts';
import type { Template } from './template.ts';

const RULES: readonly OwnershipRule[] = [
  ...SUBSIDIARY_RULES,
  ...PARENTHETIC_RULES,
  ...BELONGING_RULES,
  ...RELATIVE_RULES,
  ...STAKE_RULES,
  ...SHAREHOLDER_RULES,
  ...JOINT_RULES,
  ...HELD_DEAL_RULES,
  ...DEAL_RULES,
  ...IMPLIED_SUBSIDIARY_RULES,
  ...IMPLIED_DEAL_RULES,
];
const MAJORITY = 50;
/** A sentence that names two organizations and what is between them is longer than this. */
const SHORTEST = 20;

/** An organization in a template. */
const MARK = /<(\d+)>/gu;

function indices(group: string | undefined): number[] {
  // Organizations in parentheses, and former names, repeat the one before them or name something else: they are no members of the list.
  return matchesIn((group ?? '').replace(/\([^()]*\)|known\s+as\s+(?:the\s+)?<\d+>/gu, ''), MARK).map((match) =>
    Number(match[1]),
  );
}

/** The rule's percentage, else the one printed between its words. */
function percentOf(match: RegExpMatchArray): number | null {
  const printed = match.groups?.['percent'] ?? SHARE.exec(match[0])?.[1];
  if (printed === undefined) return null;
  const value = Number(printed.replace(',', '.'));
  return value > 0 && value <= 100 ? value : null;
}

class Gathered {
  readonly facts: OwnershipFact[] = [];
  private readonly known = new Map<string, number>();

  add(fact: OwnershipFact): void {
    const [parent, child] = [organizationKey(fact.parent), organizationKey(fact.child)];
    const same =
      fact.source === 'rule:exhibit-list' ? foldName(fact.parent) === foldName(fact.child) : parent === child;
    if (same || parent === '' || child === '' || foldName(fact.child).length < 2) return;
    const group = fact.kind === 'divested' ? 'acquisition' : fact.kind === 'joint_venture' ? 'stake' : fact.kind;
    const key = `${parent}|${child}|${group}`;
    const at = this.known.get(key);
    if (at === undefined) {
      this.known.set(key, this.facts.length);
      this.facts.push(fact);
    } else if (this.facts[at]!.percent === null && fact.percent !== null) this.facts[at] = fact;
  }
}

function namesOf(template: Template, group: string | undefined): readonly Candidate[] {
  return indices(group).flatMap((index) => template.organizations[index] ?? []);
}

/** "the Borealis" is a ship or a place, "a Georgian" goes on with what it is; companies that nothing else shows to be one go without the article. */
function withArticle(reading: Reading, candidate: Candidate): boolean {
  return /\b(?:the|an?)\s+$/iu.test(reading.text.slice(Math.max(0, candidate.start - 6), candidate.start));
}

/** The names of the two; where the filing's short forms make one of both, the one that is printed otherwise keeps its print. */
function pair(owner: Named, owned: Named): { readonly parent: string; readonly child: string } {
  if (organizationKey(owner.name) !== organizationKey(owned.name)) return { parent: owner.name, child: owned.name };
  if (organizationKey(owned.printed) !== organizationKey(owned.name))
    return { parent: owner.name, child: owned.printed };
  return { parent: owner.printed, child: owned.name };
}

/** An abbreviation in parentheses is the same company: only a longer name is another one. */
function abbreviates(rule: OwnershipRule, owned: Named): boolean {
  return rule.name === 'named-subsidiary' && !/\s/u.test(owned.printed);
}

/** Rules whose verbs also take products and places: one capitalized word is a company only where shares of it change hands. */
const PLAIN_DEALS: ReadonlySet<string> = new Set([
  'acquires',
  'sells-to',
  'sale-of',
  'bought-from',
  ...IMPLIED_DEAL_RULES.map(({ name }) => name),
]);
const SAID_COMPANY = new RegExp(`(?<![\\p{L}-])${TRADE} <\\d+>$`, 'u');
const APPOSED_COMPANY = new RegExp(`^,? (?:an?|the|one of the) [^<>;.,]{0,60}(?<![\\p{L}])${TRADE}(?![\\p{L}])`, 'u');
/** Deals told of the one whom the words stand for, not of the filing's subject. */
const DONE: ReadonlySet<string> = new Set(['its-acquisition-of', 'it-acquired']);
const HELD = /stake|shares?|interest|equity/;

const JOINT = /\bjoint[- ]venture\b/iu;
const JOINT_REACH = 700;

/** More than half makes a subsidiary, unless the text has just spoken of a joint venture. */
function majorityKind(reading: Reading, sentence: Span): 'subsidiary' | 'joint_venture' {
  return JOINT.test(reading.text.slice(Math.max(0, sentence.start - JOINT_REACH), sentence.end))
    ? 'joint_venture'
    : 'subsidiary';
}

/** "its subsidiary Acme Ltd. and Borealis plc": the word before the names speaks of one. */
const ONE_OF_MANY =
  /(?:subsidiary|unit|affiliate|associate|arm|division)(?: company)?,?(?: (?:named|called|in \p{L}+),?)? (?:the )?$/u;

/** What may be owned among the names that a match holds. */
function childrenOf(
  reading: Reading,
  candidates: Candidates,
  template: Template,
  match: RegExpMatchArray,
  deal: boolean,
): readonly Candidate[] {
  const group = match.groups?.['child'];
  const children = namesOf(template, group).filter(
    (child) => child.sure || !(withArticle(reading, child) || candidates.isPlace(child.printed)),
  );
  if (group !== undefined && ONE_OF_MANY.test(match[0].slice(0, match[0].indexOf(group)))) return children.slice(0, 1);
  // "Swiss Lens Maker, Acme AG": the words before the comma say what the company is.
  const apposed = deal && children.length === 2 && children[1]!.sure && group?.includes(' and ') === false;
  return apposed ? children.filter(({ sure }) => sure) : children;
}

const CONDITION = /(?<![\p{L}])(?:none of|neither|if|unless|whether|in the event(?: that)?) (?:the )?$/u;
const ADVICE = /(?<![\p{L}])(?:advis(?:ed|er|or|ory|ing)|counsel|underwriter)/u;

const SHARE = /(?<![\d.,])(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent|percent)/iu;

/** All matches, also those that begin with the last name of the one before: "A, a unit of B, which is a unit of C". */
function chained(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    const both = match.groups?.['parent'] !== undefined && match.groups['child'] !== undefined;
    if (both) pattern.lastIndex = Math.max(match.index + 1, match.index + match[0].lastIndexOf('<'));
  }
  return found;
}

function applyRule(
  reading: Reading,
  candidates: Candidates,
  template: Template,
  sentence: Sentence,
  rule: OwnershipRule,
  gathered: Gathered,
): void {
  for (const match of chained(template.small, rule.pattern)) {
    const groups = match.groups ?? {};
    const deal = rule.kind === 'acquisition' || rule.kind === 'divested';
    const children = childrenOf(reading, candidates, template, match, deal);
    if (groups['child'] !== undefined && children.length === 0) continue;
    if (rule.sureChild === true && !children.some(({ sure }) => sure)) continue;
    const head = template.small.slice(0, match.index);
    if (CONDITION.test(head)) continue;
    if (
      PLAIN_DEALS.has(rule.name) &&
      children.every(({ sure, printed }) => !sure && !/\s/u.test(printed)) &&
      !HELD.test(match[0]) &&
      !SAID_COMPANY.test(match[0]) &&
      !APPOSED_COMPANY.test(template.small.slice(match.index + match[0].length))
    )
      continue;
    const parents = namesOf(template, groups['parent']).filter(
      (parent) => parent.person !== true && (parent.sure || rule.sureParent !== true),
    );
    if (groups['parent'] !== undefined && parents.length === 0) continue;
    // Who advises on a deal is no party to it.
    if (deal && parents.length === 0 && ADVICE.test(head)) continue;
    const before = subject(reading, template, sentence, match.index);
    // A percentage that several hold together is nobody's own.
    const percent = rule.kind === 'stake' && parents.length > 1 ? null : percentOf(match);
    const kind =
      rule.kind === 'stake' && percent !== null && percent > MAJORITY ? majorityKind(reading, sentence) : rule.kind;
    const span: Span = template.span(match.index, match.index + match[0].length);
    for (const owner of parents.length > 0 ? parents : [before]) {
      for (const owned of children.length > 0 ? children : [before]) {
        if (!mayBeOwned(owned.name) || abbreviates(rule, owned)) continue;
        // Who buys the filer is named, not meant by "it"; who holds it is named in the sentence at least.
        if (
          parents.length === 0 &&
          (before.here !== true || (deal && !DONE.has(rule.name))) &&
          owned.name === reading.filer
        )
          continue;
        gathered.add({
          ...pair(owner, owned),
          kind,
          percent,
          dealStatus: deal ? dealStatus(reading.text.slice(sentence.start, sentence.end)) : null,
          ...reading.quote(span.start, span.end),
          source: `rule:${rule.name}`,
          confidence: rule.confidence,
        });
      }
    }
  }
}

const PERCENT_SIGN = /%|per ?cent/;
/** Every rule's words, once each. */
const NEEDS: ReadonlyMap<string, RegExp> = new Map(RULES.map((rule) => [rule.needs.source, rule.needs]));
/** All of them, so that most sentences are passed over at one look. */
const ANY_NEEDED = new RegExp([...NEEDS.keys()].join('|'));

function fromSentence(reading: Reading, candidates: Candidates, sentence: Sentence, gathered: Gathered): void {
  const text = smallLetters(reading.text.slice(sentence.start, sentence.end));
  if (text.length < SHORTEST || !ANY_NEEDED.test(text)) return;
  const percent = PERCENT_SIGN.test(text);
  const needed = new Set([...NEEDS.values()].filter((needs) => needs.test(text)).map((needs) => needs.source));
  const rules = RULES.filter((rule) => (percent || !rule.percent) && needed.has(rule.needs.source));
  if (rules.length === 0) return;
  const template = makeTemplate(reading, candidates, sentence);
  if (template === undefined) return;
  for (const rule of rules) {
    if (template.organizations.length >= rule.least) applyRule(reading, candidates, template, sentence, rule, gathered);
  }
}

/** Where the resolved names fall together, the longer printed one is a company of its own: "Acme" and "Acme Finance". */
function distinct(fact: OwnershipFact, parent: string, child: string): Pick<OwnershipFact, 'parent' | 'child'> {
  const own = (name: string) => name.includes(' ') && organizationKey(name).includes(' ');
  if (organizationKey(parent) !== organizationKey(child)) return { parent, child };
  return own(fact.child) ? { parent: fact.parent, child: fact.child } : { parent, child };
}

/** Companies among the holders of a schedule or a table of owners. */
function companyHolders(reading: Reading): readonly OwnershipFact[] {
  return extractHoldings(reading).flatMap((holding) => {
    if (holding.holderKind !== 'company' || holding.percent === null) return [];
    const { quote, start, end, source, confidence, percent } = holding;
    const kind = percent > MAJORITY ? 'subsidiary' : 'stake';
    return {
      parent: holding.holder,
      child: holding.company,
      kind,
      percent,
      dealStatus: null,
      quote,
      start,
      end,
      source,
      confidence,
    } as const;
  });
}

/** Who owns, buys, holds or sells whom: from sentences, and from the lists of subsidiaries in exhibits 21 and 8. */
export function extractOwnership(reading: Reading): readonly OwnershipFact[] {
  if (isFactless(reading.submission.form)) return [];
  const candidates = new Candidates(reading);
  const gathered = new Gathered();
  for (const fact of subsidiaryLists(reading)) gathered.add(fact);
  for (const fact of announcedSubsidiaries(reading)) gathered.add(fact);
  for (const fact of companyHolders(reading)) gathered.add(fact);
  for (const fact of tableOwnership(reading)) gathered.add(fact);
  for (const fact of formOwnership(reading)) gathered.add(fact);
  for (const sentence of reading.sentences) fromSentence(reading, candidates, sentence, gathered);
  // Only the whole filing shows which names are parts of longer ones.
  const resolved = new Gathered();
  for (const fact of gathered.facts)
    resolved.add({ ...fact, ...distinct(fact, candidates.resolve(fact.parent), candidates.resolve(fact.child)) });
  return settled(resolved.facts);
}
