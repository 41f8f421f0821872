import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Administration } from '../administration/administration.ts';

/** Context of every resolver. */
export interface Context {
  /**
   * The loaders of this request.
   * @throws ClientError `DATASET_UNAVAILABLE` while there is no build; introspection works all the same.
   */
  readonly loaders: Loaders;
  readonly limits: Limits;
  /**
   * Called before something is picked at random. Such an answer must not be shared with other requests for the same
   * document; the callback throws where it would be.
   */
  readonly onRandom?: () => void;
  /** Runs, builds and source files, for the fields that require the role ADMIN. Not there where nobody administers. */
  readonly administration?: Administration | undefined;
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
