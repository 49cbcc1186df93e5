import type { DebtFact, RatingFact } from '../facts.ts';
import type { Reading } from '../reading/index.ts';
import { formTraits } from '../forms/index.ts';
import { debtFacts } from './debt.ts';
import { ratingFacts } from './ratings.ts';

/** Ratings that the filing reports with their value. */
export function extractRatings(reading: Reading): readonly RatingFact[] {
  return formTraits(reading.submission.form).facts === 'roles' ? [] : ratingFacts(reading);
}

/** Notes, bonds, loans and facilities that the filing reports with an amount or a coupon. */
export function extractDebt(reading: Reading): readonly DebtFact[] {
  return formTraits(reading.submission.form).facts === 'roles' ? [] : debtFacts(reading);
}
