import type { TmdbThing } from '../../../../dataset/sources/tmdb.ts';
import { ANSWER_SHAPES } from './answer-shapes.ts';
import type { AnswerOf } from './answer-shapes.ts';

/** What an answer makes of other things. */
export interface ReadAnswer {
  /** Things that it names: they are wanted. */
  wants: readonly TmdbThing[];
  /** Things that it says have changed. */
  changed: readonly TmdbThing[];
}

/**
 * Checks that an answer is one about the thing that was asked for, and finds what else it names. `before` is the answer
 * that is kept of it.
 * @returns a text that says what is wrong with the answer.
 */
export function readAnswer(thing: TmdbThing, body: unknown, before?: unknown): ReadAnswer | string {
  const parsed = ANSWER_SHAPES[thing.kind].safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.') ?? '';
    return `the answer is not as TMDB documents it: ${at === '' ? '' : `${at}: `}${issue?.message ?? ''}`;
  }
  const found = foundId(thing, parsed.data);
  if (found !== undefined) return `the answer is about ${found}, another one than was asked for`;
  return namedBy(thing, { body: parsed.data, before });
}

/** Which other thing an answer is about; undefined where it is about the right one, or does not say. */
function foundId({ kind, id, part }: TmdbThing, body: Record<string, unknown>): string | undefined {
  if (kind === 'season' && body['season_number'] !== part) return `season ${String(body['season_number'])}`;
  // The id of a season is one of its own, and a list has none.
  const hasOwn = kind === 'movie' || kind === 'tv' || kind === 'person' || kind === 'collection';
  return hasOwn && body['id'] !== id ? `${kind} ${String(body['id'])}` : undefined;
}

function namedBy(
  { kind, id }: TmdbThing,
  { body, before }: { body: Record<string, unknown>; before: unknown },
): ReadAnswer {
  switch (kind) {
    case 'movie': {
      const { credits, belongs_to_collection: collection } = body as AnswerOf<'movie'>;
      const people = peopleOf(credits.cast, credits.crew);
      const own = collection == null ? [] : [collectionOf(collection)];
      return { wants: [...people, ...own], changed: changedCollections(own, before) };
    }
    case 'tv': {
      const { aggregate_credits: credits, seasons } = body as AnswerOf<'tv'>;
      const all = seasons.map(({ season_number: part }) => ({ kind: 'season', id, part }) as const);
      return {
        wants: [...peopleOf(credits.cast, credits.crew), ...all],
        changed: before === undefined ? [] : changedSeasons(id, { body: body as AnswerOf<'tv'>, before }),
      };
    }
    case 'find': {
      const { movie_results: films, tv_results: series } = body as AnswerOf<'find'>;
      const wants = [...films.map((film) => titleOf('movie', film)), ...series.map((one) => titleOf('tv', one))];
      return { wants, changed: [] };
    }
    case 'genres':
    case 'season':
    case 'collection':
    case 'person':
      return { wants: [], changed: [] };
  }
}

function collectionOf({ id }: { id: number }): TmdbThing {
  return { kind: 'collection', id, part: 0 };
}

/** The collections that a film came into or left: TMDB lists no changes of collections. */
function changedCollections(own: readonly TmdbThing[], before: unknown): readonly TmdbThing[] {
  const earlier = ANSWER_SHAPES.movie.safeParse(before).data?.belongs_to_collection;
  const left = earlier == null ? [] : [collectionOf(earlier)];
  return own[0]?.id === left[0]?.id ? [] : [...own, ...left];
}

function titleOf(kind: 'movie' | 'tv', { id }: { id: number }): TmdbThing {
  return { kind, id, part: 0 };
}

function peopleOf(...lists: readonly (readonly { id: number }[])[]): TmdbThing[] {
  const ids = new Set(lists.flat().map(({ id }) => id));
  return [...ids].map((id) => ({ kind: 'person', id, part: 0 }));
}

/**
 * The seasons that a series describes otherwise than before, or no more, and its last one, whose episodes come week by
 * week.
 */
function changedSeasons(id: number, { body, before }: { body: AnswerOf<'tv'>; before: unknown }): TmdbThing[] {
  const earlier = ANSWER_SHAPES.tv.safeParse(before).data?.seasons ?? [];
  const known = new Map(earlier.map((season) => [season.season_number, textOf(season)] as const));
  const now = new Map(body.seasons.map((season) => [season.season_number, textOf(season)] as const));
  const last = Math.max(...now.keys());
  return [...new Set([...known.keys(), ...now.keys()])]
    .filter((part) => part === last || known.get(part) !== now.get(part))
    .map((part) => ({ kind: 'season', id, part }));
}

/** Votes change daily, and tell nothing of the episodes. */
function textOf(season: Record<string, unknown>): string {
  return JSON.stringify({ ...season, vote_average: undefined });
}
