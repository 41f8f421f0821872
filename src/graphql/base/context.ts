import type { Loaders } from '../../loaders/create-loaders.ts';

/** What every resolver gets. */
export interface Context {
  /**
   * The loaders of this request.
   * @throws ClientError `DATASET_UNAVAILABLE` while there is no build: introspection works, data does not.
   */
  readonly loaders: Loaders;
  readonly limits: Limits;
  /**
   * Told before something is picked by chance, which is for one answer only: that must not be given to others who ask
   * the same. It throws where it would be.
   */
  readonly onChance?: () => void;
}

/** Page sizes; the settings they come from are named in deploy/SETTINGS.md. */
export interface Limits {
  /** Rows of a page when neither first nor last is given. */
  defaultPage: number;
  /** The largest page of titles, people, akas and crew. */
  maxPage: number;
  /** The largest page of credits and of episodes. */
  maxLongPage: number;
  /** The largest page of search hits. */
  maxSearchPage: number;
  /** The most ids in one list of ids. */
  maxIds: number;
}
