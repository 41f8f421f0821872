import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';
import { titleItem } from '../bodies/list-items.ts';
import type { Day } from '../ids/lifetimes.ts';
import type { Catalogue, CatalogueEntry } from '../things/catalogue.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';
import type { TmdbAnswer } from './answer.ts';
import { pageOf } from './pages.ts';

const PAGE = 20;
type KeyOf = (entry: CatalogueEntry, day: Day) => number | string;

const POPULARITY: KeyOf = ({ popularity }, day) => popularity(day);

const ORDERS: Record<string, KeyOf> = {
  popularity: POPULARITY,
  vote_count: ({ voteCount }, day) => voteCount(day),
  vote_average: ({ voteAverage }) => voteAverage,
  primary_release_date: ({ date }) => date,
  release_date: ({ date }) => date,
  first_air_date: ({ date }) => date,
};

/** `/3/discover/movie` and `/3/discover/tv`: by year, dates, genres and votes, in pages of twenty. */
export function discover(
  kind: TmdbTitleKind,
  query: URLSearchParams,
  from: { world: TmdbWorld; catalogue: Catalogue; day: Day },
): TmdbAnswer {
  const { world, catalogue, day } = from;
  const wanted = conditionsOf(kind, { query, day });
  const entries = catalogue
    .entries(kind)
    .filter((entry) => day >= entry.from && day < entry.to && wanted.every((condition) => condition(entry)));
  const [name = '', direction] = (query.get('sort_by') ?? 'popularity.desc').split('.');
  const keyOf = ORDERS[name] ?? POPULARITY;
  const sign = direction === 'asc' ? 1 : -1;
  const keyed = entries.map((entry) => ({ id: entry.id, key: keyOf(entry, day) }));
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : a.id - b.id));
  return pageOf(keyed, { query, size: PAGE, bodyOf: ({ id }) => titleItem(world.title(kind, id, day) as TmdbTitle) });
}

type Condition = (entry: CatalogueEntry) => boolean;

function conditionsOf(kind: TmdbTitleKind, { query, day }: { query: URLSearchParams; day: Day }): Condition[] {
  const date = kind === 'movie' ? ['primary_release_date', 'release_date'] : ['first_air_date'];
  const year = query.get('primary_release_year') ?? query.get('year') ?? query.get('first_air_date_year');
  const conditions: Condition[] = [];
  if (query.get('include_adult') !== 'true') conditions.push(({ adult }) => !adult);
  if (year !== null) conditions.push((entry) => entry.date.startsWith(`${year}-`));
  for (const name of date) {
    const least = query.get(`${name}.gte`);
    const most = query.get(`${name}.lte`);
    if (least !== null) conditions.push((entry) => entry.date >= least);
    if (most !== null) conditions.push((entry) => entry.date !== '' && entry.date <= most);
  }
  const votes = query.get('vote_count.gte');
  if (votes !== null) conditions.push(({ voteCount }) => voteCount(day) >= Number(votes));
  const genres = query.get('with_genres');
  if (genres !== null && genres !== '') {
    const some = genres.includes('|');
    const ids = genres.split(some ? '|' : ',').map(Number);
    conditions.push(({ genreIds }) =>
      some ? ids.some((id) => genreIds.includes(id)) : ids.every((id) => genreIds.includes(id)),
    );
  }
  return conditions;
}
