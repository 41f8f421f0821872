import type { ClientLimit } from '../../graphql/base/context.ts';

/** What an operation takes of the rate limits of its client. */
export interface OperationUse {
  /** Cost of the operation. */
  points: number;
  /** Names of the root fields, once for each key of the answer. */
  rootFields: readonly string[];
}

/** The rate limits of a client, for the length of one request. */
export interface Allowance {
  /**
   * Takes what an operation uses, or nothing if one of the limits does not allow it.
   * @throws ClientError `RATE_LIMITED`, with the time until the window ends, or `COST_LIMIT_EXCEEDED` if a whole window
   * would not be enough.
   */
  takeOperation(use: OperationUse): Promise<void>;
  /** The limits with what is left of each. */
  left(): Promise<readonly ClientLimit[]>;
}
