// Original file: ../../proto/filigree/v1/worker.proto


/**
 * A fact in words, for people who watch.
 */
export interface FactLine {
  /**
   * roles, events, ownership, ratings, debt, holdings or trades.
   */
  'kind'?: (string);
  /**
   * The fact in one line.
   */
  'text'?: (string);
  /**
   * The sentence that shows it, at most 400 characters.
   */
  'quote'?: (string);
  /**
   * Offset of the quote into the filing's text, UTF-16 code units.
   */
  'start'?: (number);
  /**
   * End of the quote, exclusive.
   */
  'end'?: (number);
  /**
   * The rule's name or model:NAME.
   */
  'source'?: (string);
}

/**
 * A fact in words, for people who watch.
 */
export interface FactLine__Output {
  /**
   * roles, events, ownership, ratings, debt, holdings or trades.
   */
  'kind': (string);
  /**
   * The fact in one line.
   */
  'text': (string);
  /**
   * The sentence that shows it, at most 400 characters.
   */
  'quote': (string);
  /**
   * Offset of the quote into the filing's text, UTF-16 code units.
   */
  'start': (number);
  /**
   * End of the quote, exclusive.
   */
  'end': (number);
  /**
   * The rule's name or model:NAME.
   */
  'source': (string);
}
