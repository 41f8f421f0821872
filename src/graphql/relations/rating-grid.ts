import type { RatingGrid, RatingGridCell, RatingGridSeason } from '../../store/relations/rating-grid.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { EpisodeRef, RatingRef, SeriesRef } from '../base/refs.ts';

/** Seasons and episodes of a daily series, for the cost: a grid has no pages. */
const MANY_SEASONS = 20;
const MANY_EPISODES = 200;

const RatingGridRef = builder.objectRef<RatingGrid>('RatingGrid');
const RatingGridSeasonRef = builder.objectRef<RatingGridSeason>('RatingGridSeason');
const RatingGridCellRef = builder.objectRef<RatingGridCell>('RatingGridCell');

const AVERAGE =
  'Mean of the ratings, each rated episode counting once, however many votes it has. Null if none is rated.';
const BEST =
  'Episode with the highest rating; of equal ones, the one with the most votes, then the first. Null if none is rated.';
const WORST =
  'Episode with the lowest rating; of equal ones, the one with the most votes, then the first. Null if none is rated.';
const TREND =
  'Slope of the least-squares line through the ratings in the order of the episodes, in points of rating per episode: below 0 if they fall. Missing numbers take no place in it, unrated episodes do. Null if fewer than two numbered episodes are rated.';

const RatingGridStateEnum = builder.enumType('RatingGridState', {
  description: 'What the data has for a number of a season.',
  values: {
    RATED: { description: 'An episode with a rating.' },
    UNRATED: { description: 'An episode without a rating.' },
    MISSING: { description: 'No episode, though there are episodes with lower and higher numbers in the season.' },
  } as const,
});

RatingGridCellRef.implement({
  description:
    'A place in the grid of a series: an episode, or a number that none has. Episodes with the same number have a cell each.',
  fields: (t) => ({
    seasonNumber: t.exposeInt('seasonNumber', {
      nullable: true,
      description: 'Number of the season. Null for an episode without one.',
    }),
    episodeNumber: t.exposeInt('episodeNumber', {
      nullable: true,
      description: 'Number within the season. Null for an episode without one.',
    }),
    state: t.field({
      type: RatingGridStateEnum,
      description: 'Whether the episode is rated, unrated or missing.',
      resolve: ({ state }) => state,
    }),
    episode: t.field({
      type: EpisodeRef,
      nullable: true,
      description: 'Episode of the cell. Null if it is missing.',
      resolve: ({ episode }) => episode,
    }),
    rating: t.field({
      type: RatingRef,
      nullable: true,
      description: 'Rating of the episode. Null if it is unrated or missing.',
      resolve: ({ episode }) => episode?.rating ?? null,
    }),
  }),
});

RatingGridSeasonRef.implement({
  description: 'A row of the grid: the episodes of a season with their ratings.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      nullable: true,
      description: 'Season number. Null for the episodes without a season number, which form the last season.',
    }),
    episodes: t.field({
      type: [RatingGridCellRef],
      extensions: costs({ rows: MANY_EPISODES }),
      description:
        'Cells in the order of their numbers; episodes without a number come last. In a numbered season, the numbers between two episodes have cells too, as MISSING. More than 100 of them in a row have none, because such numbers (dates, say) do not count episodes; a grid has at most 5,000 missing cells.',
      resolve: ({ cells }) => cells,
    }),
    average: t.exposeFloat('average', { nullable: true, description: AVERAGE }),
    best: t.field({ type: RatingGridCellRef, nullable: true, description: BEST, resolve: ({ best }) => best }),
    worst: t.field({ type: RatingGridCellRef, nullable: true, description: WORST, resolve: ({ worst }) => worst }),
    trend: t.exposeFloat('trend', { nullable: true, description: TREND }),
  }),
});

RatingGridRef.implement({
  description: 'Seasons by episodes with their ratings, as a heat map shows them.',
  fields: (t) => ({
    seasons: t.field({
      type: [RatingGridSeasonRef],
      extensions: costs({ rows: MANY_SEASONS }),
      description:
        'Rows of the grid in the order of the season numbers; the episodes without a season number come last. Empty if IMDb lists no episodes.',
      resolve: ({ seasons }) => seasons,
    }),
    average: t.exposeFloat('average', { nullable: true, description: AVERAGE }),
    votes: t.exposeInt('votes', { description: 'Number of votes for all episodes together.' }),
    best: t.field({ type: RatingGridCellRef, nullable: true, description: BEST, resolve: ({ best }) => best }),
    worst: t.field({ type: RatingGridCellRef, nullable: true, description: WORST, resolve: ({ worst }) => worst }),
    trend: t.exposeFloat('trend', { nullable: true, description: TREND }),
    missing: t.exposeInt('missing', { description: 'Number of cells that are MISSING.' }),
    unrated: t.exposeInt('unrated', { description: 'Number of episodes without a rating.' }),
    isComplete: t.exposeBoolean('isComplete', {
      description:
        'Whether every missing number has a cell. False if numbers are more than 100 apart, or more than 5,000 are missing; no episode is ever left out.',
    }),
  }),
});

builder.objectField(SeriesRef, 'ratingGrid', (t) =>
  t.field({
    type: RatingGridRef,
    extensions: costs({ weight: 200 }),
    description: 'Ratings of all episodes, by season and number.',
    resolve: (series, _args, { loaders }) => loaders.episodes.ratingGrid(series.id),
  }),
);
