import { z } from 'zod';

import type { TmdbKind } from '../../../../dataset/sources/tmdb.ts';

const id = z.int().positive();
const text = z.string().nullish();
const withId = z.looseObject({ id });
const people = z.array(withId);
const list = z.array(z.unknown());
const externalIds = z.looseObject({ imdb_id: text });
const page = z.looseObject({ results: list });

/**
 * What an answer must have to be taken for one. Whatever else it has is kept as it is; whether a value makes sense is
 * for whoever reads it.
 */
export const ANSWER_SHAPES = {
  genres: z.looseObject({ genres: z.array(withId) }),
  find: z.looseObject({ movie_results: people, tv_results: people }),
  movie: z.looseObject({
    id,
    title: z.string(),
    belongs_to_collection: withId.nullish(),
    external_ids: externalIds,
    credits: z.looseObject({ cast: people, crew: people }),
    keywords: z.looseObject({ keywords: list }),
    alternative_titles: z.looseObject({ titles: list }),
    recommendations: page,
  }),
  tv: z.looseObject({
    id,
    name: z.string(),
    seasons: z.array(z.looseObject({ season_number: z.int().min(0) })),
    external_ids: externalIds,
    aggregate_credits: z.looseObject({ cast: people, crew: people }),
    keywords: page,
    alternative_titles: page,
    recommendations: page,
  }),
  season: z.looseObject({ season_number: z.int().min(0), episodes: list }),
  collection: z.looseObject({ id, name: z.string(), parts: list }),
  person: z.looseObject({ id, name: z.string(), external_ids: externalIds }),
} satisfies Record<TmdbKind, z.ZodType>;

export type AnswerOf<K extends TmdbKind> = z.infer<(typeof ANSWER_SHAPES)[K]>;
