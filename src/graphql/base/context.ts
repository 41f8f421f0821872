import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Administration } from '../administration/interface/administration.ts';
import type { Client, Role } from './client.ts';

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
  /** Address of TMDB's pictures, before size and path; TMDB's own by default. */
  readonly tmdbImageUrl?: string | undefined;
  /** Called before TMDB's data is answered with: the answer then carries TMDB's attribution. */
  readonly onTmdb?: () => void;
  /** The rate limits of the client with what is left of each; none by default. */
  readonly rateLimits?: () => Promise<readonly ClientLimit[]>;
  /** Runs, builds and source files, for the fields that require the role ADMIN. Not there where nobody administers. */
  readonly administration?: Administration | undefined;
  /** Aborted when the client leaves. Only where a subscription begins. */
  readonly left?: () => AbortSignal;
  /** Calls of a subscription: one whenever another build answers. Only where a subscription begins. */
  readonly promotions?: () => AsyncIterable<unknown>;
}

/** A rate limit as it stands for one client. */
export interface ClientLimit {
  /** `requests`, `cost`, or the name of a root field. */
  name: string;
  /** The role that it was set for; null if for all but administrators. */
  role: Role | null;
  /** Requests, points of cost, or occurrences of the field, in a window. */
  limit: number;
  windowSeconds: number;
  remaining: number;
  /** Seconds until the window ends; 0 if nothing was used in it. */
  resetSeconds: number;
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
