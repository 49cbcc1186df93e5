import { safeText } from '@filigree/base';
import type { FilingText } from '@filigree/edgar';

import type { FilingFacts, Grounded } from './facts.ts';

const CONTEXT = 60;

interface Shown {
  readonly kind: string;
  readonly line: string;
  readonly fact: Grounded;
}

function percent(value: number | null): string {
  return value === null ? '' : ` ${value}%`;
}

function shownFacts(facts: FilingFacts): Shown[] {
  const shown: Shown[] = [];
  const add = (kind: string, line: string, fact: Grounded): void => {
    shown.push({ kind, line, fact });
  };
  for (const fact of facts.roles)
    add(
      'role',
      `${fact.person}, ${fact.title === '' ? fact.role : fact.title} (${fact.role}, ${fact.status}) at ${fact.organization}`,
      fact,
    );
  for (const fact of facts.events) add('event', `${fact.type}${fact.date === null ? '' : ` on ${fact.date}`}`, fact);
  for (const fact of facts.ownership)
    add('owns', `${fact.parent} > ${fact.child} (${fact.kind}${percent(fact.percent)})`, fact);
  for (const fact of facts.ratings)
    add(
      'rating',
      `${fact.agency} rates ${fact.subject} ${fact.value}${fact.outlook === null ? '' : `, outlook ${fact.outlook}`}`,
      fact,
    );
  for (const fact of facts.debt) {
    const sum = fact.amount === null ? '' : ` ${fact.currency ?? ''} ${fact.amount}`;
    add(
      'debt',
      `${fact.issuer}: ${fact.instrument}${sum}${percent(fact.coupon)}${fact.maturity === null ? '' : ` due ${fact.maturity}`}`,
      fact,
    );
  }
  for (const fact of facts.holdings)
    add('holds', `${fact.holder} holds ${fact.shares ?? ''}${percent(fact.percent)} of ${fact.company}`, fact);
  for (const fact of facts.trades)
    add(
      'trade',
      `${fact.person} ${fact.code} ${fact.shares ?? ''} of ${fact.company}${fact.date === null ? '' : ` on ${fact.date}`}`,
      fact,
    );
  return shown;
}

function oneLine(text: string): string {
  return safeText(text.replace(/\s+/g, ' '));
}

/** The quote with a little of the text around it; the quote itself in colour or between « ». */
function inContext(text: string, fact: Grounded, color: boolean): string {
  const before = oneLine(text.slice(Math.max(0, fact.start - CONTEXT), fact.start)).trimStart();
  const after = oneLine(text.slice(fact.end, fact.end + CONTEXT)).trimEnd();
  const quote = oneLine(text.slice(fact.start, fact.end));
  return `${before}${color ? `\u001b[30;43m${quote}\u001b[0m` : `«${quote}»`}${after}`;
}

/**
 * A filing's facts for a person to read: one line a fact, and below it the passage with the quote highlighted.
 * Control characters of the filing are removed. `color` uses terminal colours, else « » stand around the quote.
 */
export function prettyFacts(facts: FilingFacts, text: FilingText, { color }: { readonly color: boolean }): string {
  const shown = shownFacts(facts);
  const bold = (line: string): string => (color ? `\u001b[1m${line}\u001b[0m` : line);
  const dim = (line: string): string => (color ? `\u001b[2m${line}\u001b[0m` : line);
  const lines = [bold(`${safeText(facts.accession)}: ${shown.length} ${shown.length === 1 ? 'fact' : 'facts'}`)];
  for (const { kind, line, fact } of shown) {
    lines.push(
      `  ${kind.padEnd(7)}${bold(oneLine(line))} ${dim(`${oneLine(fact.source)} ${fact.confidence.toFixed(2)}`)}`,
    );
    lines.push(`         ${inContext(text.text, fact, color)}`);
  }
  return `${lines.join('\n')}\n`;
}
