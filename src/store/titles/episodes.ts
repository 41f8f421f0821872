import { itemsIn } from '../../dataset/indexes/field-kinds.ts';
import { SERIES_EPISODE } from '../../dataset/indexes/document-fields.ts';
import type { EpisodeOrderField, OrderBy, Title } from '../model/model.ts';
import type { Pageable, SortValue } from '../model/page.ts';
import { materialisedList, sortItems } from '../lists/materialised-list.ts';
import type { SortTerm } from '../lists/materialised-list.ts';
import { titleReader } from './titles.ts';

/** All episodes of one series, by season and number, the unnumbered ones last. */
export interface Episodes {
  episodes: readonly Title[];
  /** Where each stands among them, by its id. */
  positions: ReadonlyMap<number, number>;
}

/** A series without any. */
export const NO_EPISODES: Episodes = { episodes: [], positions: new Map() };

const BY_NUMBER: readonly OrderBy<EpisodeOrderField>[] = [{ field: 'NUMBER', direction: 'ASC' }];

const episodeOf = titleReader(SERIES_EPISODE);

export function decodeEpisodes(_seriesId: number, text: string): Episodes {
  const episodes = itemsIn(text).map((item) => episodeOf(SERIES_EPISODE.id.of(item), item));
  const inOrder = sortItems(episodes, episodeTerms(BY_NUMBER));
  return { episodes: inOrder, positions: new Map(inOrder.map(({ id }, position) => [id, position])) };
}

/** Season numbers in order, null last where some episodes have none. */
export function seasonsOf({ episodes }: Episodes): readonly (number | null)[] {
  return [...new Set(episodes.map(({ position }) => position?.seasonNumber ?? null))];
}

/** All episodes, or those of one season; the season null is that of the episodes without one. */
export function episodesOf(
  { episodes }: Episodes,
  {
    seriesId,
    season,
    orderBy,
  }: { seriesId: number; season: number | null | undefined; orderBy: readonly OrderBy<EpisodeOrderField>[] },
): Pageable<Title> {
  return materialisedList({
    name: `series.episodes ${seriesId} ${season === undefined ? 'all' : season}`,
    items:
      season === undefined ? episodes : episodes.filter(({ position }) => (position?.seasonNumber ?? null) === season),
    terms: episodeTerms(orderBy),
    sorted: orderBy.length === 1 && orderBy[0]?.field === 'NUMBER' && orderBy[0].direction === 'ASC',
  });
}

/** The episodes before and after one in the order of its series. */
export function neighboursOf(
  { episodes, positions }: Episodes,
  id: number,
): { previous: Title | null; next: Title | null } {
  const at = positions.get(id);
  if (at === undefined) return { previous: null, next: null };
  return { previous: episodes[at - 1] ?? null, next: episodes[at + 1] ?? null };
}

function episodeTerms(orderBy: readonly OrderBy<EpisodeOrderField>[]): SortTerm<Title>[] {
  const values: Record<EpisodeOrderField, readonly ((episode: Title) => SortValue)[]> = {
    NUMBER: [({ position }) => position?.seasonNumber ?? null, ({ position }) => position?.episodeNumber ?? null],
    RATING: [({ rating }) => rating?.average ?? null],
    VOTES: [({ rating }) => rating?.votes ?? null],
    YEAR: [({ startYear }) => startYear],
  };
  return [
    ...orderBy.flatMap(({ field, direction }) =>
      values[field].map((of): SortTerm<Title> => ({ name: field, direction, type: 'number', of })),
    ),
    { name: 'ID', direction: 'ASC', type: 'number', of: ({ id }) => id },
  ];
}
