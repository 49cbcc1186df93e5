export type {
  Address,
  FilingText,
  FormerName,
  Losses,
  Party,
  Submission,
  SubmissionDocument,
  TextBlock,
} from './types.ts';
export { accessionOfFileName, asAccession } from './container/header.ts';
export { readSubmission } from './container/read-submission.ts';
export { amendedAccession } from './text/amended-accession.ts';
export { filingText } from './text/filing-text.ts';
export { headerJson } from './header-json.ts';
export type { HeaderJson } from './header-json.ts';
export { readFilingBytes, readFilingFile } from './files/filing-disk.ts';
export { LARGEST_FILING_BYTES, unpackFiling } from './files/unpack.ts';
export type { FilingFile } from './files/filing-disk.ts';
export { discoverFilings } from './discovery/discover.ts';
export type { DiscoverOptions, Discovery, FoundFiling } from './discovery/discover.ts';
export type { FilingEssentials } from './discovery/essentials.ts';
export type { FilingFilter } from './discovery/filter.ts';
export { filingYear } from './discovery/filter.ts';
export { RecentHeaders } from './discovery/recent-headers.ts';
export { liesWithin, realRoot } from './discovery/walk-disk.ts';
export { downloadFilings } from './download/download.ts';
export type { DownloadOptions, DownloadProgress, DownloadSummary } from './download/download-options.ts';
export { parseIndex } from './download/index-file.ts';
export type { IndexEntry } from './download/index-file.ts';
