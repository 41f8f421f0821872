import type { ExportTableName } from './export-tables.ts';
import { TMDB_EXPORT_NOTICE } from './tmdb-export-tables.ts';

/** A view of an export, in SQL that all engines read. */
export interface ExportView {
  name: string;
  meaning: string;
  /** The tables that it reads. */
  reads: readonly ExportTableName[];
  select: string;
}

const RATED = 'FROM title_basics b JOIN title_ratings r ON r.tconst = b.tconst';
const COLUMNS = 'b.tconst, b.primaryTitle, b.originalTitle, b.startYear';
const READS = ['title_basics', 'title_ratings'] as const;

/** Votes that a film needs among the top rated. */
export const TOP_RATED_MIN_VOTES = 1000;

export const EXPORT_VIEWS: readonly ExportView[] = [
  {
    name: 'movies_with_ratings',
    meaning: 'Films that have a rating.',
    reads: READS,
    select: `SELECT ${COLUMNS}, b.runtimeMinutes, b.genres, r.averageRating, r.numVotes ${RATED}
WHERE b.titleType = 'movie'`,
  },
  {
    name: 'tv_series_with_ratings',
    meaning: 'Series and mini-series that have a rating.',
    reads: READS,
    select: `SELECT ${COLUMNS}, b.endYear, b.genres, r.averageRating, r.numVotes ${RATED}
WHERE b.titleType IN ('tvSeries', 'tvMiniSeries')`,
  },
  {
    name: 'top_rated_movies',
    meaning: `Films with ${TOP_RATED_MIN_VOTES} votes or more, numbered from the best rating.`,
    reads: READS,
    select: `SELECT row_number() OVER (ORDER BY r.averageRating DESC, r.numVotes DESC, b.tconst) AS ranking,
  ${COLUMNS}, b.runtimeMinutes, b.genres, r.averageRating, r.numVotes ${RATED}
WHERE b.titleType = 'movie' AND r.numVotes >= ${TOP_RATED_MIN_VOTES}`,
  },
  {
    name: 'titles_with_tmdb',
    meaning: `Titles of IMDb's with what TMDB has of them. ${TMDB_EXPORT_NOTICE}`,
    reads: ['title_basics', 'tmdb_title_links', 'tmdb_titles'],
    select: `SELECT b.titleType, ${COLUMNS}, t.tmdbKey, t.kind, t.id, t.title, t.overview, t.tagline, t.status,
  t.originalLanguage, t.releaseDate, t.collectionName, t.popularity, t.voteAverage, t.voteCount, t.posterPath, t.fetchedAt
FROM title_basics b JOIN tmdb_title_links l ON l.tconst = b.tconst JOIN tmdb_titles t ON t.tmdbKey = l.tmdbKey`,
  },
  {
    name: 'people_with_tmdb',
    meaning: `People of IMDb's with what TMDB has of them. ${TMDB_EXPORT_NOTICE}`,
    reads: ['name_basics', 'tmdb_person_links', 'tmdb_people'],
    select: `SELECT n.nconst, n.primaryName, p.id, p.biography, p.birthday, p.deathday, p.placeOfBirth, p.knownForDepartment,
  p.popularity, p.profilePath, p.fetchedAt
FROM name_basics n JOIN tmdb_person_links l ON l.nconst = n.nconst JOIN tmdb_people p ON p.id = l.id`,
  },
];

/** The views over some tables. */
export function viewsOver(tables: readonly { name: ExportTableName }[]): readonly ExportView[] {
  const names = new Set(tables.map(({ name }) => name));
  return EXPORT_VIEWS.filter(({ reads }) => reads.every((table) => names.has(table)));
}
