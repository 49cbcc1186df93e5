import type { FilingFacts, Grounded } from '../facts.ts';
import type { Reading, Span } from '../reading/index.ts';
import { choicesOf } from './choices.ts';

/** A passage for the model, and why the rules could not settle it. */
export interface Passage extends Span {
  readonly reason: 'names without posts' | 'appointment language' | 'deal language' | 'no event found';
}

export interface PassageLimits {
  /** Longest passage, UTF-16 code units. About four a token. */
  readonly maxChars: number;
  /** Most passages a filing: what holds the cost to about one call and a half. */
  readonly maxPassages: number;
}

export const DEFAULT_PASSAGE_LIMITS: PassageLimits = { maxChars: 3600, maxPassages: 2 };

const POST =
  /\b(?:chief|president|chair(?:man|woman|person)?|director|officer|secretary|treasurer|manager|head of|counsel|partner)\b/i;
const CHANGE =
  /\b(?:appoint|elect|resign|retire|step(?:s|ped|ping)? down|succe(?:ed|ssor)|nominat|promot|depart|named as)/i;
const DEAL =
  /\b(?:acqui(?:re|red|res|ring|sition)|merge(?:r|d)?|takeover|tender offer|joint venture|divest|dispos(?:al|ed)|stake in|shareholding in|subsidiary of|sale of its)\b/i;

interface Candidate extends Passage {
  readonly score: number;
}

/**
 * Chooses what the model reads: blocks in which rules see promise and found nothing, neighbours merged, the most
 * promising first, then put back into text order. A pure function of its arguments.
 */
export function choosePassages(
  reading: Reading,
  facts: FilingFacts,
  limits: PassageLimits = DEFAULT_PASSAGE_LIMITS,
): Passage[] {
  const settled = settledBlocks(reading, facts);
  const candidates: Candidate[] = [];
  reading.blocks.forEach((block, index) => {
    if (settled.has(index) || block.end - block.start < 40) return;
    const found = promise(reading, block, facts);
    if (found !== null)
      candidates.push({ start: block.start, end: Math.min(block.end, block.start + limits.maxChars), ...found });
  });
  if (facts.events.length === 0) {
    const opening = openingOf(reading, limits.maxChars);
    if (opening !== null) candidates.push({ ...opening, reason: 'no event found', score: 5 });
  }
  const chosen = merge(candidates, limits.maxChars)
    .filter((passage) => passage.score >= 3 && choicesOf(reading, passage, facts) !== null)
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, limits.maxPassages);
  return chosen.sort((a, b) => a.start - b.start).map(({ start, end, reason }) => ({ start, end, reason }));
}

function settledBlocks(reading: Reading, facts: FilingFacts): Set<number> {
  const settled = new Set<number>();
  const all: readonly Grounded[] = [
    ...facts.roles,
    ...facts.ownership,
    ...facts.ratings,
    ...facts.debt,
    ...facts.holdings,
    ...facts.trades,
  ];
  for (const fact of all) for (const index of reading.blocksIn(fact)) settled.add(index);
  return settled;
}

function promise(reading: Reading, block: Span, facts: FilingFacts): Pick<Candidate, 'reason' | 'score'> | null {
  const text = reading.text.slice(block.start, block.end);
  const people = reading.peopleIn(block);
  const known = people.every((person) => facts.roles.some((role) => role.person === person.name));
  if (people.length > 0 && CHANGE.test(text) && POST.test(text))
    return { reason: 'appointment language', score: known ? 2 : 6 };
  if (people.length > 0 && !known && POST.test(text)) return { reason: 'names without posts', score: 4 };
  if (DEAL.test(text) && reading.organizationsIn(block).length >= 2) return { reason: 'deal language', score: 3 };
  return null;
}

// The first paragraphs of an exhibit say what happened; without an exhibit, those of the filing.
function openingOf(reading: Reading, maxChars: number): Span | null {
  const documents = reading.submission.documents;
  const exhibit = documents.findIndex((document) => document.type?.startsWith('EX-99') === true);
  const first = reading.blocks.find((block) => block.document === Math.max(exhibit, 0) && block.end > block.start);
  if (first === undefined) return null;
  let end = first.end;
  for (const block of reading.blocks) {
    if (block.start <= first.start) continue;
    if (block.document !== first.document || block.end - first.start > maxChars) break;
    end = block.end;
  }
  return { start: first.start, end: Math.min(end, first.start + maxChars) };
}

function merge(candidates: readonly Candidate[], maxChars: number): Candidate[] {
  const merged: Candidate[] = [];
  for (const next of [...candidates].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    const near =
      last !== undefined && next.start - last.end < 400 && Math.max(last.end, next.end) - last.start <= maxChars;
    if (last !== undefined && near) {
      const reason = next.score > last.score ? next.reason : last.reason;
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, next.end),
        reason,
        score: Math.max(last.score, next.score) + 1,
      };
    } else merged.push(next);
  }
  return merged;
}

/** Two halves of a passage, cut where a block begins, or at a space where there is one block; null when it is too short to cut. */
export function splitPassage(reading: Reading, passage: Span, minChars = 400): [Span, Span] | null {
  if (passage.end - passage.start < 2 * minChars) return null;
  const middle = (passage.start + passage.end) >> 1;
  let cut = -1;
  for (const index of reading.blocksIn(passage)) {
    const start = reading.blocks[index]!.start;
    const inside = start - passage.start >= minChars && passage.end - start >= minChars;
    if (inside && (cut < 0 || Math.abs(start - middle) < Math.abs(cut - middle))) cut = start;
  }
  if (cut < 0) {
    const space = reading.text.indexOf(' ', middle);
    cut = space > 0 && space < passage.end - minChars ? space + 1 : middle;
  }
  return [
    { start: passage.start, end: cut },
    { start: cut, end: passage.end },
  ];
}
