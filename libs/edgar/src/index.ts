export type { Address, FilingText, FormerName, Party, Submission, SubmissionDocument, TextBlock } from './types.ts';
export { readSubmission } from './container/read-submission.ts';
export { filingText } from './text/filing-text.ts';
