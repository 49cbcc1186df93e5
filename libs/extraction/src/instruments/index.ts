import type { DebtFact, RatingFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { debtFacts } from './debt.ts';
import { ratingFacts } from './ratings.ts';

/** Forms that report holdings, sales or a fund's figures: no ratings and no debt of anybody. */
const FACTLESS = /^(?:24F-2|D|13F|40-APP|3|4|5|144)(?:[-A-Z0-9/ ]*)$/u;

/** Ratings that the filing reports with their value. */
export function extractRatings(reading: Reading): readonly RatingFact[] {
  return FACTLESS.test(reading.submission.form ?? '') ? [] : ratingFacts(reading);
}

/** Notes, bonds, loans and facilities that the filing reports with an amount or a coupon. */
export function extractDebt(reading: Reading): readonly DebtFact[] {
  return FACTLESS.test(reading.submission.form ?? '') ? [] : debtFacts(reading);
}
