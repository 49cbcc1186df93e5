export type { Address, FilingText, FormerName, Party, Submission, SubmissionDocument, TextBlock } from './types.ts';
export { accessionOfFileName, asAccession } from './container/header.ts';
export { readSubmission } from './container/read-submission.ts';
export { filingText } from './text/filing-text.ts';
export { headerJson } from './header-json.ts';
export type { HeaderJson } from './header-json.ts';
export { LARGEST_FILING_BYTES, readFilingBytes, readFilingFile } from './files/filing-disk.ts';
export type { FilingFile } from './files/filing-disk.ts';
