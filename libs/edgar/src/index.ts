export type { Address, FilingText, FormerName, Party, Submission, SubmissionDocument, TextBlock } from './types.ts';
