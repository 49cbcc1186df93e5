/**
 * The version of the rules of @filigree/extraction. It rises with every change of them that changes facts: filings processed by
 * an older version are worth a second run. It stands here because the queue names jobs by it, and a coordinator that loaded
 * the rules for this one word would start in half as much time again.
 */
export const EXTRACTOR_VERSION = '5';
