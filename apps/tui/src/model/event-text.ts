import type { FeedEventView } from '@filigree/protocol';

/** What an event is about, in one line: the worker, the filing, and what the coordinator says of it. */
export function eventText(event: FeedEventView): string {
  return [event.worker, event.accession, event.text].filter((part) => part !== '' && part !== event.kind).join(' ');
}
