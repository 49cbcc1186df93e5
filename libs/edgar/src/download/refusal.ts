/** What an answer other than a plain 200 means. */
export type Verdict =
  | { readonly kind: 'refused'; readonly reason: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'missing' }
  | { readonly kind: 'retry'; readonly reason: string };

// Phrases of the pages that the SEC shows instead of a document.
const BLOCK_PAGE = /Request Rate Threshold Exceeded|Undeclared Automated Tool|automated tool|rate threshold/i;
const NO_SUCH_OBJECT = /<Code>(?:AccessDenied|NoSuchKey)<\/Code>/;

/** True for a page of the SEC that says why it refuses to serve. */
export function isBlockPage(text: string): boolean {
  return BLOCK_PAGE.test(text);
}

/** Milliseconds of a Retry-After header (RFC 9110: seconds or a date), or null. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d{1,6}\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/** Judges an answer by status, Retry-After and the beginning of its body. */
export function judge(status: number, retryAfter: string | undefined, body: string, nowMs: number): Verdict {
  const waitMs = retryAfterMs(retryAfter, nowMs);
  if (status === 429) return { kind: 'refused', reason: '429 Too Many Requests', retryAfterMs: waitMs };
  if (isBlockPage(body)) {
    const undeclared = /undeclared/i.test(body);
    const reason = undeclared ? 'the User-Agent is not accepted' : 'too many requests';
    return { kind: 'refused', reason: `${status}, ${reason}`, retryAfterMs: waitMs };
  }
  if (status === 404 || status === 410 || (status === 403 && NO_SUCH_OBJECT.test(body))) return { kind: 'missing' };
  if (status === 403) return { kind: 'refused', reason: '403 Forbidden', retryAfterMs: waitMs };
  if (status === 503 && waitMs !== null)
    return { kind: 'refused', reason: '503 Service Unavailable', retryAfterMs: waitMs };
  return { kind: 'retry', reason: `status ${status}` };
}
