import { Failed } from '../../../outcomes/outcome.ts';

/** TMDB does not serve us at all: the token, the address, the network. The run ends, and nothing is noted of any thing. */
export class TmdbUnavailable extends Failed {
  override readonly name = 'TmdbUnavailable';
}

/** One thing cannot be had, while others can. The message says why. */
export class ThingFailed extends Failed {
  override readonly name = 'ThingFailed';
}

/** The run has sent all the requests that it may. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}
