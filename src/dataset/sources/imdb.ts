/** One of IMDb's seven daily files. */
export interface Source {
  /** IMDb's name, such as `title.basics`, whose file is `title.basics.tsv.gz`. */
  name: SourceName;
  /** Columns of the header line in their order. A file with any other header is refused. */
  columns: readonly string[];
}

export type SourceName = keyof typeof COLUMNS;

/** The name of a column of a source. */
export type SourceColumnName<S extends SourceName> = Words<(typeof COLUMNS)[S]>;

type Words<Text extends string> = Text extends `${infer First} ${infer Others}` ? First | Words<Others> : Text;

const COLUMNS = {
  'title.basics': 'tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres',
  'title.akas': 'titleId ordering title region language types attributes isOriginalTitle',
  'title.crew': 'tconst directors writers',
  'title.episode': 'tconst parentTconst seasonNumber episodeNumber',
  'title.principals': 'tconst ordering nconst category job characters',
  'title.ratings': 'tconst averageRating numVotes',
  'name.basics': 'nconst primaryName birthYear deathYear primaryProfession knownForTitles',
} as const;

export const SOURCES: readonly Source[] = Object.entries(COLUMNS).map(([name, columns]) => ({
  name: name as SourceName,
  columns: columns.split(' '),
}));

/** File name of a source, at IMDb and in DOWNLOAD_DIR. */
export function sourceFile(name: SourceName): string {
  return `${name}.tsv.gz`;
}

/** The sentence that IMDb requires every user of the data to show. */
export const ATTRIBUTION = 'Information courtesy of IMDb (https://www.imdb.com). Used with permission.';

/** Summary of IMDb's terms, in one sentence for `dataset.licence`. */
export const LICENCE =
  'IMDb non-commercial datasets: personal and non-commercial use only, no redistribution ' +
  '(https://developer.imdb.com/non-commercial-datasets/).';
