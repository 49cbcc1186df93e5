/**
 * The version of the rules of @filigree/extraction. It rises with every change of them that changes facts: filings that
 * an older version has read are worth a second run. It stands here because jobs are told apart by it, and a coordinator
 * that loaded the rules for this one word would take half as long again to start.
 */
export const EXTRACTOR_VERSION = '5';
