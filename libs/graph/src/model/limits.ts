// What one filing may state, in numbers: more than any filing does that is not made to do harm.

/** Names of a node, and entries of a property that is a list. */
export const MAX_LIST_ENTRIES = 1000;
/** A quote, bytes of UTF-8. Other texts have the bound of `boundedText`. */
export const MAX_QUOTE_BYTES = 16_000;
export const MAX_NODES = 100_000;
export const MAX_RELATIONSHIPS = 300_000;
/** Nothing is filed before, ISO date. */
export const FIRST_FILED = '1900-01-01';
/** A statement may speak from a day so many years after its filing, and no later: the latest counts as the present. */
export const MAX_YEARS_AHEAD = 10;
/** The same where no filing date is known. */
export const LAST_YEAR = 2100;
