// Original file: ../../proto/filigree/v1/control.proto

import type { FactLine as _filigree_v1_FactLine, FactLine__Output as _filigree_v1_FactLine__Output } from '../../filigree/v1/FactLine.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A fact for the live feed.
 */
export interface FeedFact {
  /**
   * The job that found it.
   */
  'jobId'?: (number | string | Long);
  /**
   * The filing.
   */
  'accession'?: (string);
  /**
   * First party's name.
   */
  'company'?: (string);
  /**
   * Path below its filings directory.
   */
  'path'?: (string);
  /**
   * CIK of the first party, ten digits; empty unless the path has it, as below edgar/data at sec.gov.
   */
  'cik'?: (string);
  /**
   * The fact.
   */
  'fact'?: (_filigree_v1_FactLine | null);
}

/**
 * A fact for the live feed.
 */
export interface FeedFact__Output {
  /**
   * The job that found it.
   */
  'jobId': (number);
  /**
   * The filing.
   */
  'accession': (string);
  /**
   * First party's name.
   */
  'company': (string);
  /**
   * Path below its filings directory.
   */
  'path': (string);
  /**
   * CIK of the first party, ten digits; empty unless the path has it, as below edgar/data at sec.gov.
   */
  'cik': (string);
  /**
   * The fact.
   */
  'fact': (_filigree_v1_FactLine__Output | null);
}
