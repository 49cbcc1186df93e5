import type { FeedEventView } from '@filigree/protocol';

/** What the coordinator says of an event, without its kind, which stands beside it. */
export function eventDetail({ kind, text }: Pick<FeedEventView, 'kind' | 'text'>): string {
  if (text === kind) return '';
  return text.startsWith(`${kind} `) ? text.slice(kind.length + 1) : text;
}

/** What an event is about, in one line: the worker, the filing, and what the coordinator says of it. */
export function eventText(event: FeedEventView): string {
  return [event.worker, event.accession, eventDetail(event)].filter((part) => part !== '').join(' ');
}
