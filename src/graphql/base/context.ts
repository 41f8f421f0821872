import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Administration } from '../administration/interface/administration.ts';
import type { Client } from './client.ts';

/** Context of every resolver. */
export interface Context {
  /**
   * The loaders of this request.
   * @throws ClientError `DATASET_UNAVAILABLE` while there is no build; introspection works all the same.
   */
  readonly loaders: Loaders;
  readonly limits: Limits;
  /** Who asks. */
  readonly client: Client;
  /**
   * Called before something is read that is for this request alone, such as a random pick or what depends on the
   * client. Such an answer is not kept for other requests with the same document, and caches may not store it.
   */
  readonly onPrivate?: () => void;
  /** Runs, builds and source files, for the fields that require the role ADMIN. Not there where nobody administers. */
  readonly administration?: Administration | undefined;
  /** Aborted when the client leaves. Only where a subscription begins. */
  readonly left?: () => AbortSignal;
  /** Calls of a subscription: one whenever another build answers. Only where a subscription begins. */
  readonly promotions?: () => AsyncIterable<unknown>;
}

/** Page sizes, from the settings in deploy/SETTINGS.md. */
export interface Limits {
  /** Rows of a page if neither first nor last is given. */
  defaultPage: number;
  /** The largest page of titles, people, akas and crew. */
  maxPage: number;
  /** The largest page of credits, of episodes and of changes. */
  maxLongPage: number;
  /** The largest page of search hits. */
  maxSearchPage: number;
  /** The most ids in one list of ids. */
  maxIds: number;
  /** The most ids in `TitleFilter.ids`. */
  maxFilterIds: number;
}
