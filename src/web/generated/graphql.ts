/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Treatment of the titles that IMDb marks as adult. */
export type AdultContent =
  /** Leaves adult titles out. The default of every argument of this type. */
  | 'EXCLUDE'
  /** Includes adult titles. */
  | 'INCLUDE'
  /** Includes adult titles only. */
  | 'ONLY';

/** Number to sort careers by, greatest first. Ties are broken by the other numbers, then by id. */
export type CareerOrderField =
  /** Mean rating of the titles; people without a rated title come last. */
  | 'MEAN_RATING'
  /** Number of titles. */
  | 'TITLES'
  /** Sum of the votes of the titles. */
  | 'VOTES';

/** Kind of a change between two builds. */
export type ChangeKind =
  /** A person whom the earlier build did not have. */
  | 'PERSON_ADDED'
  /** A person whom the earlier build had. */
  | 'PERSON_REMOVED'
  /** A person whose primaryName was another. */
  | 'PERSON_RENAMED'
  /** A title in both builds whose average rating is another, by a tenth or more, or that was or became unrated. Votes alone are no change here; Rating.history has them. */
  | 'RATING_MOVED'
  /** A title that the earlier build did not have. */
  | 'TITLE_ADDED'
  /** A title that the earlier build had. */
  | 'TITLE_REMOVED'
  /** A title whose primaryTitle was another. */
  | 'TITLE_RENAMED';

/** Kind of chart: the titles it ranks and their order. Ties are broken by votes, then by id. */
export type ChartKind =
  /** Titles of every type by weightedRating, worst first. */
  | 'LOWEST_RATED'
  /** Titles of every type by votes, greatest first; equal votes by weightedRating. */
  | 'MOST_VOTED'
  /** Movies, including those made for television, by weightedRating, best first. */
  | 'TOP_RATED_MOVIES'
  /** Series, including mini-series, by weightedRating, best first. */
  | 'TOP_RATED_SERIES';

/** IMDb's categories of credits. IMDb adds categories without notice; these are OTHER, with the word in categoryName. */
export type CreditCategory =
  /** Plays a character. IMDb's word: actor. */
  | 'ACTOR'
  /** Plays a character. IMDb's word: actress. */
  | 'ACTRESS'
  /** Is seen in archive footage. IMDb's word: archive_footage. */
  | 'ARCHIVE_FOOTAGE'
  /** Is heard in archive recordings. IMDb's word: archive_sound. */
  | 'ARCHIVE_SOUND'
  /** Cast the title. IMDb's word: casting_director. */
  | 'CASTING_DIRECTOR'
  /** Was director of photography. IMDb's word: cinematographer. */
  | 'CINEMATOGRAPHER'
  /** Composed the music. IMDb's word: composer. */
  | 'COMPOSER'
  /** Directed the title. IMDb's word: director. */
  | 'DIRECTOR'
  /** Edited the title. IMDb's word: editor. */
  | 'EDITOR'
  /** A category that is newer than this list; categoryName has the word. */
  | 'OTHER'
  /** Produced the title; job may name the exact role. IMDb's word: producer. */
  | 'PRODUCER'
  /** Designed the production. IMDb's word: production_designer. */
  | 'PRODUCTION_DESIGNER'
  /** Appears as themselves. IMDb's word: self. */
  | 'SELF'
  /** Wrote the title, or the work it is based on; job says which. IMDb's word: writer. */
  | 'WRITER';

/** A condition on a credit of a person. One credit must match every field that is given. */
export type CreditMatch = {
  /** Category of the credit. OTHER stands for every category that the enum does not know. Default: any category. */
  category?: CreditCategory | null | undefined;
  /** Substring of a character's name in the credit; case does not matter. Default: any character, or none. */
  character?: string | null | undefined;
  /** IMDb's id of the person, such as nm0000151. */
  personId: string;
};

/** One sort key of a person's credits. Credits without a value come last in both directions. */
export type CreditOrder = {
  /** Direction of the sort. Default DESC. */
  direction?: Direction;
  /** Value to sort by. */
  field: CreditOrderField;
};

/** Value to sort a person's credits by. */
export type CreditOrderField =
  /** The billingOrder, from 1. */
  | 'BILLING'
  /** Average rating of the title; unrated titles come last. */
  | 'RATING'
  /** Number of votes of the title; unrated titles come last. */
  | 'VOTES'
  /** The startYear of the title; credits without a year come last. */
  | 'YEAR';

/** A filter by credits, such as "with A as director and B as actor, without C". An empty or absent list does not filter. IMDb's files have principal cast and crew only. At most 20 in each list. */
export type CreditSet = {
  /** Keeps only titles with all of these credits. */
  all?: Array<CreditMatch> | null | undefined;
  /** Keeps only titles with at least one of these credits. */
  any?: Array<CreditMatch> | null | undefined;
  /** Removes titles with any of these credits; takes precedence over any and all. */
  exclude?: Array<CreditMatch> | null | undefined;
};

/** Whose data: that of IMDb, or of The Movie Database (TMDB) as far as this server has any. */
export type DataSource =
  /** Both. Only for arguments: each object is of one source. */
  | 'ANY'
  /** What is in IMDb's files. */
  | 'IMDB'
  /** What TMDB alone has. As a filter of lists: nothing where this server has no data of TMDB. */
  | 'TMDB';

/** A range of days, both ends inclusive. A missing date is in no range. */
export type DateRange = {
  /** Last day in the range, as YYYY-MM-DD, not before min. Default: no upper limit. */
  max?: string | null | undefined;
  /** First day in the range, as YYYY-MM-DD. Default: no lower limit. */
  min?: string | null | undefined;
};

/** Direction of a sort. Rows without a value come last in both directions. */
export type Direction =
  /** Ascending: the smallest, earliest or alphabetically first value comes first. */
  | 'ASC'
  /** Descending: the greatest, latest or alphabetically last value comes first. */
  | 'DESC';

/** A range of numbers, both ends inclusive. A missing number is in no range. */
export type FloatRange = {
  /** Greatest number in the range, not less than min. Default: no upper limit. */
  max?: number | null | undefined;
  /** Smallest number in the range. Default: no lower limit. */
  min?: number | null | undefined;
};

/** IMDb's genres; a title has at most three. IMDb adds genres without notice; these are OTHER, with the word in genreNames. */
export type Genre =
  /** IMDb's genre Action. */
  | 'ACTION'
  /** IMDb's genre Adult. */
  | 'ADULT'
  /** IMDb's genre Adventure. */
  | 'ADVENTURE'
  /** IMDb's genre Animation. */
  | 'ANIMATION'
  /** IMDb's genre Biography. */
  | 'BIOGRAPHY'
  /** IMDb's genre Comedy. */
  | 'COMEDY'
  /** IMDb's genre Crime. */
  | 'CRIME'
  /** IMDb's genre Documentary. */
  | 'DOCUMENTARY'
  /** IMDb's genre Drama. */
  | 'DRAMA'
  /** IMDb's genre Family. */
  | 'FAMILY'
  /** IMDb's genre Fantasy. */
  | 'FANTASY'
  /** IMDb's genre Film-Noir. */
  | 'FILM_NOIR'
  /** IMDb's genre Game-Show. */
  | 'GAME_SHOW'
  /** IMDb's genre History. */
  | 'HISTORY'
  /** IMDb's genre Horror. */
  | 'HORROR'
  /** IMDb's genre Music. */
  | 'MUSIC'
  /** IMDb's genre Musical. */
  | 'MUSICAL'
  /** IMDb's genre Mystery. */
  | 'MYSTERY'
  /** IMDb's genre News. */
  | 'NEWS'
  /** A genre that is newer than this list; genreNames has the word. */
  | 'OTHER'
  /** IMDb's genre Reality-TV. */
  | 'REALITY_TV'
  /** IMDb's genre Romance. */
  | 'ROMANCE'
  /** IMDb's genre Sci-Fi. */
  | 'SCI_FI'
  /** IMDb's genre Short. */
  | 'SHORT'
  /** IMDb's genre Sport. */
  | 'SPORT'
  /** IMDb's genre Talk-Show. */
  | 'TALK_SHOW'
  /** IMDb's genre Thriller. */
  | 'THRILLER'
  /** IMDb's genre War. */
  | 'WAR'
  /** IMDb's genre Western. */
  | 'WESTERN';

/** A filter by genres. An empty or absent list does not filter. OTHER stands for every genre that the enum does not know. */
export type GenreSet = {
  /** Keeps only titles with all of these genres; a title has at most three. */
  all?: Array<Genre> | null | undefined;
  /** Keeps only titles with at least one of these genres. */
  any?: Array<Genre> | null | undefined;
  /** Removes titles with any of these genres; takes precedence over any and all. */
  exclude?: Array<Genre> | null | undefined;
};

/** A range of whole numbers, both ends inclusive. A missing number is in no range. */
export type IntRange = {
  /** Greatest number in the range, not less than min. Default: no upper limit. */
  max?: number | null | undefined;
  /** Smallest number in the range. Default: no lower limit. */
  min?: number | null | undefined;
};

/** Kind of text that matches the query. */
export type MatchedOn =
  /** An alternative title; region is its market. */
  | 'AKA'
  /** The id itself. */
  | 'ID'
  /** The primaryName of a person. */
  | 'NAME'
  /** The originalTitle of a title. */
  | 'ORIGINAL'
  /** The primaryTitle of a title. */
  | 'PRIMARY'
  /** An alternative title that TMDB has and IMDb has not; region is its country. Only with source ANY or TMDB. */
  | 'TMDB_ALTERNATIVE_TITLE';

/** A filter by the exact names of the people credited on a title. */
export type PeopleFilter = {
  /** Full names; case does not matter. For each name, a person with that name must be credited. At most 10 names. */
  allNames?: Array<string> | null | undefined;
};

/** What the data has for a number of a season. */
export type RatingGridState =
  /** No episode, though there are episodes with lower and higher numbers in the season. */
  | 'MISSING'
  /** An episode with a rating. */
  | 'RATED'
  /** An episode without a rating. */
  | 'UNRATED';

/** Kind of result of a search. */
export type SearchType =
  /** Episodes. */
  | 'EPISODE'
  /** Movies, including those made for television. */
  | 'MOVIE'
  /** People. */
  | 'PERSON'
  /** Series, including mini-series. */
  | 'SERIES'
  /** Titles of every type. */
  | 'TITLE';

/** What two titles have in common. */
export type SimilarityReasonKind =
  /** A collection of TMDB's that both are in; it stands for the name of a series, too. Only where the server lets TMDB's data count. */
  | 'COLLECTION'
  /** The years of both; the weight falls to a third in 15 years. */
  | 'ERA'
  /** A genre of both, alone and in pairs with others; rare genres and rare pairs weigh more. */
  | 'GENRE'
  /** A keyword that TMDB has for both; rare keywords weigh more. Only where the server lets TMDB's data count. */
  | 'KEYWORD'
  /** Words in TMDB's keywords of both, such as "space" in "space travel" and "space opera". Only where the server lets TMDB's data count. */
  | 'KEYWORD_WORDS'
  /** Words in TMDB's overviews of both; rare words weigh more, and the commonest nothing. Only where the server lets TMDB's data count. */
  | 'OVERVIEW_WORDS'
  /** A person with a credit on both, weighted by role and billing, and by how few other titles they have. */
  | 'PERSON'
  /** The name of a series in both titles: the whole title or what stands before its subtitle, without article and number. It is what sequels and remakes share. */
  | 'SERIES'
  /** Words in both titles; rare words weigh more, and the commonest nothing. */
  | 'TITLE_WORDS';

/** A filter by text: the text must pass every test that is given. Each test has at most 200 characters. A missing text passes no test. */
export type TextFilter = {
  /** Substring that the text must contain. Case does not matter (İ equals i); there are no wildcards: % and _ stand for themselves. */
  contains?: string | null | undefined;
  /** Regular expression that must match a part of the text; case does not matter. The syntax is that of RE2, which runs in linear time and has no look-around and no back references. */
  matches?: string | null | undefined;
  /** Words that the text must contain as whole words, in any order. As in search, case, accents, punctuation and apostrophes do not matter. A value of signs alone matches texts that are these signs. */
  words?: string | null | undefined;
};

/** Length of the periods of a timeline. */
export type TimelineUnit =
  /** Ten years each, of which the first is divisible by ten: 1990 to 1999. */
  | 'DECADE'
  /** A year each. */
  | 'YEAR';

/** A filter of titles. A title must match every field that is given. */
export type TitleFilter = {
  /** Whether adult titles are listed. Default EXCLUDE, also if no filter is given at all. */
  adult?: AdultContent | null | undefined;
  /** Filters by the languages of alternative titles, in IMDb's codes, usually those of ISO 639-1, such as de. */
  akaLanguages?: WordSet | null | undefined;
  /** Filters by the markets of alternative titles, in IMDb's codes, usually those of ISO 3166-1, such as DE. */
  akaRegions?: WordSet | null | undefined;
  /** Filters by the people credited on the title, and for what. */
  credits?: CreditSet | null | undefined;
  /** Filters by number within the season; only episodes have one. */
  episodeNumber?: IntRange | null | undefined;
  /** Filters by genreNames. One genre must pass every test. */
  genre?: TextFilter | null | undefined;
  /** Filters by genre. */
  genres?: GenreSet | null | undefined;
  /** Filters by whether a title is rated: true keeps rated titles only, false unrated titles only. Default: both. */
  hasRating?: boolean | null | undefined;
  /** Keeps only the titles with these ids, at most 1000 (a setting of the server): a watch list, sorted and filtered like any other list. Each title is listed once; ids of titles that are not in the data match nothing, and an empty list matches nothing. Each id costs 20 points more. For the order of the ids, use titlesByIds. */
  ids?: Array<string> | null | undefined;
  /** Filters by originalTitle. */
  originalTitle?: TextFilter | null | undefined;
  /** Filters by the full names of the people credited. */
  people?: PeopleFilter | null | undefined;
  /** Filters by the names of the people credited. One name must pass every test. If more than 10,000 people match, the filter is BAD_USER_INPUT. */
  person?: TextFilter | null | undefined;
  /** Filters by primaryTitle. */
  primaryTitle?: TextFilter | null | undefined;
  /** Filters by average rating, from 1.0 to 10.0 in steps of 0.1. */
  rating?: FloatRange | null | undefined;
  /** Filters by running time in minutes. */
  runtimeMinutes?: IntRange | null | undefined;
  /** Filters by number of the season; only episodes have one. */
  seasonNumber?: IntRange | null | undefined;
  /** Keeps only episodes of the series with these IMDb ids, at most 100 (a setting of the server). An empty list matches nothing. */
  series?: Array<string> | null | undefined;
  /** Filters by what TMDB says of the title. */
  tmdb?: TmdbTitleFilter | null | undefined;
  /** Filters by type. Default: every type, including episodes. */
  types?: TitleTypeSet | null | undefined;
  /** Filters by number of votes. */
  votes?: IntRange | null | undefined;
  /** Filters by startYear: the year of release, or the first year of a series. */
  year?: IntRange | null | undefined;
};

/** One sort key of titles. Titles without a value come last in both directions. */
export type TitleOrder = {
  /** Direction of the sort. Default DESC. */
  direction?: Direction;
  /** Value to sort by. */
  field: TitleOrderField;
};

/** Value to sort titles by. */
export type TitleOrderField =
  /** Number of episodes; titles without episodes come last. */
  | 'EPISODES'
  /** Average rating, regardless of the number of votes; unrated titles come last. */
  | 'RATING'
  /** The runtimeMinutes; titles without one come last. */
  | 'RUNTIME'
  /** The primaryTitle, compared by code point: upper case before lower case. */
  | 'TITLE'
  /** Number of votes, the measure of popularity here; unrated titles come last. */
  | 'VOTES'
  /** The startYear; titles without one come last. */
  | 'YEAR';

/** IMDb's types of titles. IMDb adds types without notice; these are OTHER, with the word in titleTypeName. */
export type TitleType =
  /** A film made for cinemas or released like one. Object type: Movie. IMDb's word: movie. */
  | 'MOVIE'
  /** A type that is newer than this list; titleTypeName has the word. */
  | 'OTHER'
  /** A short film. Object type: Short. IMDb's word: short. */
  | 'SHORT'
  /** One episode of a series. Object type: Episode. IMDb's word: tvEpisode. */
  | 'TV_EPISODE'
  /** A series with a fixed number of episodes. Object type: Series. IMDb's word: tvMiniSeries. */
  | 'TV_MINI_SERIES'
  /** A film made for television. Object type: Movie. IMDb's word: tvMovie. */
  | 'TV_MOVIE'
  /** A pilot listed on its own. Object type: OtherTitle. IMDb's word: tvPilot. */
  | 'TV_PILOT'
  /** A series without a fixed end. Object type: Series. IMDb's word: tvSeries. */
  | 'TV_SERIES'
  /** A short film made for television. Object type: Short. IMDb's word: tvShort. */
  | 'TV_SHORT'
  /** A single programme made for television, such as a gala. Object type: Special. IMDb's word: tvSpecial. */
  | 'TV_SPECIAL'
  /** A work made for home video or for the web. Object type: Video. IMDb's word: video. */
  | 'VIDEO'
  /** A video game. Object type: VideoGame. IMDb's word: videoGame. */
  | 'VIDEO_GAME';

/** A filter by types of titles. An empty or absent list does not filter. */
export type TitleTypeSet = {
  /** Keeps only titles of these types. OTHER stands for every type that the enum does not know. */
  any?: Array<TitleType> | null | undefined;
  /** Removes titles of these types; takes precedence over any. */
  exclude?: Array<TitleType> | null | undefined;
};

/** A filter by collections. An empty or absent list does not filter. */
export type TmdbCollectionSet = {
  /** Keeps only titles of one of these collections, by id (tmdb:collection:2344) or number (2344). At most 100. */
  any?: Array<string> | null | undefined;
  /** Removes titles of any of these collections. At most 100. */
  exclude?: Array<string> | null | undefined;
};

/** A filter of titles by what TMDB says of them (Title.tmdb). Titles that have nothing of TMDB's, and all titles where this server has no data of TMDB's, pass what excludes alone. */
export type TmdbTitleFilter = {
  /** Filters by the collection that a film belongs to. */
  collection?: TmdbCollectionSet | null | undefined;
  /** Filters by countries of production or origin, in codes of ISO 3166-1 such as DE. */
  country?: TmdbWordSet | null | undefined;
  /** Filters by keywords. */
  keyword?: TmdbWordSet | null | undefined;
  /** Filters by original language, in codes of ISO 639-1 such as de. */
  originalLanguage?: TmdbWordSet | null | undefined;
  /** Filters by the date of the release, or of the first broadcast of a series. */
  releaseDate?: DateRange | null | undefined;
  /** Filters by status, such as Released or Ended. */
  status?: TmdbWordSet | null | undefined;
};

/** What a title is to TMDB, which numbers films and series apart. */
export type TmdbTitleKind =
  /** An episode of a series. */
  | 'EPISODE'
  /** A film. */
  | 'MOVIE'
  /** A series. */
  | 'TV';

/** A filter by words of TMDB's; case does not matter. An empty or absent list does not filter. A word that is not in the data matches nothing. */
export type TmdbWordSet = {
  /** Keeps only titles with all of these words. At most 10 words. */
  all?: Array<string> | null | undefined;
  /** Keeps only titles with at least one of these words. At most 100 words. */
  any?: Array<string> | null | undefined;
  /** Removes titles with any of these words; takes precedence over any and all. At most 100 words. */
  exclude?: Array<string> | null | undefined;
};

/** A filter by words of the data; case does not matter. An empty or absent list does not filter. A word that is not in the data is BAD_USER_INPUT; the error lists known words. */
export type WordSet = {
  /** Keeps only rows with all of these words. At most 10 words. */
  all?: Array<string> | null | undefined;
  /** Keeps only rows with at least one of these words. At most 100 words. */
  any?: Array<string> | null | undefined;
  /** Removes rows with any of these words; takes precedence over any and all. At most 100 words. */
  exclude?: Array<string> | null | undefined;
};

type FacetValue_PersonFacetBucket_Fragment = { value: string, label: string, count: number };

type FacetValue_TitleFacetBucket_Fragment = { value: string, label: string, count: number };

export type FacetValueFragment =
  | FacetValue_PersonFacetBucket_Fragment
  | FacetValue_TitleFacetBucket_Fragment
;

export type ListedPersonFragment = { id: string, source: DataSource, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string> };

export type OnlyTmdbFragment = { tmdb: { titles: number, linkedTitles: number } | null };

export type SearchFacetsFragment = { type: Array<{ value: string, label: string, count: number }>, genre: Array<{ value: string, label: string, count: number }>, decade: Array<{ value: string, label: string, count: number }>, ratingBucket: Array<{ value: string, label: string, count: number }>, runtimeBucket?: Array<{ value: string, label: string, count: number }>, akaRegion?: Array<{ value: string, label: string, count: number }>, language: Array<{ value: string, label: string, count: number }>, country: Array<{ value: string, label: string, count: number }>, keyword: Array<{ value: string, label: string, count: number }> };

export type TitleListFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<
    | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
  > };

export type TmdbFacetsFragment = { language: Array<{ value: string, label: string, count: number }>, country: Array<{ value: string, label: string, count: number }>, keyword: Array<{ value: string, label: string, count: number }> };

export type CareerPageQueryVariables = Exact<{
  category: CreditCategory;
  orderBy: CareerOrderField;
  minTitles?: number | null | undefined;
  minRatedTitles?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CareerPageQuery = { careers: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ titles: number, ratedTitles: number, votes: number, meanRating: number | null, person: { id: string, source: DataSource, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string> } }> } | null };

export type ChartPageQueryVariables = Exact<{
  region?: string | null | undefined;
  kind: ChartKind;
  filter?: TitleFilter | null | undefined;
  listed?: TitleFilter | null | undefined;
  minVotes?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ChartPageQuery = { chart: { totalCount: number, minVotes: number, meanRating: number | null, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ rank: number, rankChange: number | null, weightedRating: number, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, besides: { facets: { genre: Array<{ value: string, label: string, count: number }>, decade: Array<{ value: string, label: string, count: number }> } | null } | null };

export type ComparePageQueryVariables = Exact<{
  a: string;
  b: string;
  hasA: boolean;
  hasB: boolean;
  isAsked: boolean;
  isOne: boolean;
  isNone: boolean;
  region?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ComparePageQuery = { a?:
    | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Person', id: string, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string>, collaborators?: { nodes: Array<{ titleCount: number, person: { id: string, primaryName: string } }> }, knownFor: Array<
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
      >, creditSummary: { credits: number, titles: number, firstYear: number | null, lastYear: number | null } }
    | { __typename: 'Season' }
    | { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'TmdbPerson' }
    | { __typename: 'TmdbTitle' }
    | { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, similar?: { nodes: Array<{ score: number, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
   | null, b?:
    | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Person', id: string, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string>, knownFor: Array<
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
        | { id: string, displayTitle: string }
      >, creditSummary: { credits: number, titles: number, firstYear: number | null, lastYear: number | null } }
    | { __typename: 'Season' }
    | { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'TmdbPerson' }
    | { __typename: 'TmdbTitle' }
    | { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
   | null, compare?:
    | { __typename: 'PersonComparison', firstSharedYear: number | null, lastSharedYear: number | null, sharedTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          , people: Array<{ categories: Array<CreditCategory>, person: { id: string, primaryName: string } }> }> } }
    | { __typename: 'TitleComparison', similarity: { score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }, sharedPeople: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ categoriesInA: Array<CreditCategory>, categoriesInB: Array<CreditCategory>, person: { id: string, primaryName: string } }> } }
   | null, examples?: { nodes: Array<{ title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null };

type ComparedNode_Episode_Fragment = { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null };

type ComparedNode_Movie_Fragment = { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null };

type ComparedNode_OtherTitle_Fragment = { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null };

type ComparedNode_Person_Fragment = { __typename: 'Person', id: string, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string>, knownFor: Array<
    | { id: string, displayTitle: string }
    | { id: string, displayTitle: string }
    | { id: string, displayTitle: string }
    | { id: string, displayTitle: string }
    | { id: string, displayTitle: string }
    | { id: string, displayTitle: string }
    | { id: string, displayTitle: string }
    | { id: string, displayTitle: string }
  >, creditSummary: { credits: number, titles: number, firstYear: number | null, lastYear: number | null } };

type ComparedNode_Season_Fragment = { __typename: 'Season' };

type ComparedNode_Series_Fragment = { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null };

type ComparedNode_Short_Fragment = { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null };

type ComparedNode_Special_Fragment = { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null };

type ComparedNode_TmdbPerson_Fragment = { __typename: 'TmdbPerson' };

type ComparedNode_TmdbTitle_Fragment = { __typename: 'TmdbTitle' };

type ComparedNode_Video_Fragment = { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null };

type ComparedNode_VideoGame_Fragment = { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null };

export type ComparedNodeFragment =
  | ComparedNode_Episode_Fragment
  | ComparedNode_Movie_Fragment
  | ComparedNode_OtherTitle_Fragment
  | ComparedNode_Person_Fragment
  | ComparedNode_Season_Fragment
  | ComparedNode_Series_Fragment
  | ComparedNode_Short_Fragment
  | ComparedNode_Special_Fragment
  | ComparedNode_TmdbPerson_Fragment
  | ComparedNode_TmdbTitle_Fragment
  | ComparedNode_Video_Fragment
  | ComparedNode_VideoGame_Fragment
;

export type DatasetPageQueryVariables = Exact<{
  region?: string | null | undefined;
  since?: string | null | undefined;
  kinds?: Array<ChangeKind> | ChangeKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DatasetPageQuery = { dataset: { buildId: string, builtAt: string, version: number, attribution: string, licence: string, previousBuildIds: Array<string>, tmdb: { attribution: string, licence: string, oldestFetchedAt: string | null, newestFetchedAt: string | null, titles: number, linkedTitles: number, people: number, linkedPeople: number } | null, sources: Array<{ name: string, rows: number, bytes: number, lastModified: string | null, rejected: number }>, tables: Array<{ name: string, rows: number }> }, changes: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, kind: ChangeKind, nameBefore: string | null, nameAfter: string | null, person: { id: string } | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       | null, ratingBefore: { average: number, votes: number } | null, ratingAfter: { average: number, votes: number } | null }> } | null, TITLE_ADDED: { totalCount: number } | null, TITLE_REMOVED: { totalCount: number } | null, TITLE_RENAMED: { totalCount: number } | null, RATING_MOVED: { totalCount: number } | null, PERSON_ADDED: { totalCount: number } | null, PERSON_REMOVED: { totalCount: number } | null, PERSON_RENAMED: { totalCount: number } | null };

export type BuildFragment = { buildId: string, builtAt: string, version: number, attribution: string, licence: string, previousBuildIds: Array<string>, tmdb: { attribution: string, licence: string, oldestFetchedAt: string | null, newestFetchedAt: string | null, titles: number, linkedTitles: number, people: number, linkedPeople: number } | null, sources: Array<{ name: string, rows: number, bytes: number, lastModified: string | null, rejected: number }>, tables: Array<{ name: string, rows: number }> };

export type ChangeLineFragment = { id: string, kind: ChangeKind, nameBefore: string | null, nameAfter: string | null, person: { id: string } | null, title:
    | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
   | null, ratingBefore: { average: number, votes: number } | null, ratingAfter: { average: number, votes: number } | null };

export type GenrePageQueryVariables = Exact<{
  region?: string | null | undefined;
  filter?: TitleFilter | null | undefined;
  orderBy?: Array<TitleOrder> | TitleOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GenrePageQuery = { titles: { totalCount: number, facets: { type: Array<{ value: string, label: string, count: number }>, decade: Array<{ value: string, label: string, count: number }>, language: Array<{ value: string, label: string, count: number }>, country: Array<{ value: string, label: string, count: number }>, keyword: Array<{ value: string, label: string, count: number }> } | null, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<
      | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    > } | null };

export type HomeQueryVariables = Exact<{
  region?: string | null | undefined;
  seed?: string | null | undefined;
}>;


export type HomeQuery = { movies: { nodes: Array<{ rank: number, rankChange: number | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, series: { nodes: Array<{ rank: number, rankChange: number | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, mostVoted: { nodes: Array<{ rank: number, rankChange: number | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, changes: { nodes: Array<{ id: string, kind: ChangeKind, ratingBefore: { average: number, votes: number } | null, ratingAfter: { average: number, votes: number } | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       | null }> } | null, randomTitles: { seed: string, nodes: Array<
      | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    > } | null, genres: Array<{ word: string, value: string | null, count: number }> | null, dataset: { buildId: string, builtAt: string } };

export type ChartShortFragment = { nodes: Array<{ rank: number, rankChange: number | null, title:
      | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
     }> };

export type PathPageQueryVariables = Exact<{
  from: string;
  to: string;
  hasFrom: boolean;
  hasTo: boolean;
  isAsked: boolean;
  needsExamples: boolean;
  region?: string | null | undefined;
  via?: TitleFilter | null | undefined;
  categories?: Array<CreditCategory> | CreditCategory | null | undefined;
  alternatives: number;
  maxDegrees: number;
}>;


export type PathPageQuery = { from?: { id: string, primaryName: string } | null, to?: { id: string, primaryName: string } | null, path?: Array<{ degrees: number, steps: Array<{ category: CreditCategory, nextCategory: CreditCategory, person: { id: string, primaryName: string }, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      , next: { id: string, primaryName: string } }> }> | null, examples?: { nodes: Array<{ title:
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
        | { id: string, cast: { nodes: Array<{ person: { id: string, primaryName: string } | null }> } }
       }> } | null };

export type PersonNameFragment = { id: string, primaryName: string };

export type PersonPageQueryVariables = Exact<{
  id: string;
  region?: string | null | undefined;
  categories?: Array<CreditCategory> | CreditCategory | null | undefined;
  orderBy?: Array<CreditOrder> | CreditOrder | null | undefined;
  unit: TimelineUnit;
  withDegrees: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PersonPageQuery = { person: { id: string, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string>, imdbUrl: string | null, tmdb: { url: string, biography: string | null, birthday: string | null, deathday: string | null, placeOfBirth: string | null, alsoKnownAs: Array<string>, w185: string | null, w421: string | null } | null, knownFor: Array<
      | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    >, creditSummary: { credits: number, titles: number, firstYear: number | null, lastYear: number | null, categories: Array<{ category: CreditCategory, count: number }>, genres: Array<{ genre: Genre, genreName: string, count: number }>, titleTypes: Array<{ titleTypeName: string, titleType: TitleType, count: number }> }, credits: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, episodeCount: number | null, title:
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
         | null }> }, timeline: { undated: number, periods: Array<{ startYear: number, endYear: number, titles: number, rating: { average: number, votes: number } | null, bestTitle:
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
         | null }>, gaps: Array<{ startYear: number, endYear: number }> }, collaborators: { totalCount: number, nodes: Array<{ titleCount: number, averageRating: number | null, firstYear: number | null, lastYear: number | null, person: { id: string, primaryName: string }, sharedTitles: { nodes: Array<{ title:
              | { id: string, displayTitle: string }
              | { id: string, displayTitle: string }
              | { id: string, displayTitle: string }
              | { id: string, displayTitle: string }
              | { id: string, displayTitle: string }
              | { id: string, displayTitle: string }
              | { id: string, displayTitle: string }
              | { id: string, displayTitle: string }
             }> } }> }, degrees?: { reachable: number, mean: number | null, degrees: Array<{ degree: number, people: number }> } } | null };

export type TmdbPersonPageQueryVariables = Exact<{
  id: string;
}>;


export type TmdbPersonPageQuery = { personBy: { id: string, source: DataSource, primaryName: string, birthYear: number | null, deathYear: number | null, tmdb: { knownForDepartment: string | null, url: string, biography: string | null, birthday: string | null, deathday: string | null, placeOfBirth: string | null, alsoKnownAs: Array<string>, w185: string | null, w421: string | null } | null } | null };

export type SearchPageQueryVariables = Exact<{
  region?: string | null | undefined;
  query: string;
  searchTypes?: Array<SearchType> | SearchType | null | undefined;
  byRelevance: boolean;
  source?: DataSource;
  filter?: TitleFilter | null | undefined;
  orderBy?: Array<TitleOrder> | TitleOrder | null | undefined;
  withFacets: boolean;
  withMore: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SearchPageQuery = { dataset: { tmdb: { titles: number, linkedTitles: number } | null }, search?: { totalCount: number, totalCountIsExact: boolean, correctedQuery: string | null, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ matchedOn: MatchedOn, matchedText: string, region: string | null, node:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Person', id: string, source: DataSource, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string>, knownFor: Array<
            | { id: string, displayTitle: string }
            | { id: string, displayTitle: string }
            | { id: string, displayTitle: string }
            | { id: string, displayTitle: string }
            | { id: string, displayTitle: string }
            | { id: string, displayTitle: string }
            | { id: string, displayTitle: string }
            | { id: string, displayTitle: string }
          > }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, titles?: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<
      | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    > } | null, besides?: { facets: { type: Array<{ value: string, label: string, count: number }>, genre: Array<{ value: string, label: string, count: number }>, decade: Array<{ value: string, label: string, count: number }>, ratingBucket: Array<{ value: string, label: string, count: number }>, runtimeBucket?: Array<{ value: string, label: string, count: number }>, akaRegion?: Array<{ value: string, label: string, count: number }>, language: Array<{ value: string, label: string, count: number }>, country: Array<{ value: string, label: string, count: number }>, keyword: Array<{ value: string, label: string, count: number }> } | null } | null };

export type HitsFragment = { totalCount: number, totalCountIsExact: boolean, correctedQuery: string | null, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ matchedOn: MatchedOn, matchedText: string, region: string | null, node:
      | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Person', id: string, source: DataSource, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string>, knownFor: Array<
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
          | { id: string, displayTitle: string }
        > }
      | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
     }> };

export type TitlePageQueryVariables = Exact<{
  id: string;
  region?: string | null | undefined;
  castFirst?: number | null | undefined;
  castAfter?: string | null | undefined;
  castLast?: number | null | undefined;
  castBefore?: string | null | undefined;
  akasFirst?: number | null | undefined;
  akasAfter?: string | null | undefined;
  akasLast?: number | null | undefined;
  akasBefore?: string | null | undefined;
  tmdbCastFirst?: number | null | undefined;
  tmdbCastAfter?: string | null | undefined;
  tmdbCastLast?: number | null | undefined;
  tmdbCastBefore?: string | null | undefined;
  withTmdbOrder: boolean;
}>;


export type TitlePageQuery = { title:
    | { __typename: 'Episode', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, previousEpisode: { id: string, displayTitle: string, seasonNumber: number | null, episodeNumber: number | null } | null, nextEpisode: { id: string, displayTitle: string, seasonNumber: number | null, episodeNumber: number | null } | null, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, series: { id: string, displayTitle: string } | null }
    | { __typename: 'Movie', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null }
    | { __typename: 'OtherTitle', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null }
    | { __typename: 'Series', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, seasonCount: number, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, ratingGrid: { average: number | null, trend: number | null, missing: number, unrated: number, best: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, worst: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, seasons: Array<{ number: number | null, average: number | null, episodes: Array<{ state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, episode: { id: string, primaryTitle: string, tmdb?: { url: string, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null } | null } | null, rating: { average: number, votes: number } | null }> }> } }
    | { __typename: 'Short', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null }
    | { __typename: 'Special', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null }
    | { __typename: 'Video', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null }
    | { __typename: 'VideoGame', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, tmdb: { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null }
   | null };

export type CreditLineFragment = { category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null };

export type EpisodeLinkFragment = { id: string, displayTitle: string, seasonNumber: number | null, episodeNumber: number | null };

export type SeriesPartsFragment = { seasonCount: number, ratingGrid: { average: number | null, trend: number | null, missing: number, unrated: number, best: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, worst: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, seasons: Array<{ number: number | null, average: number | null, episodes: Array<{ state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, episode: { id: string, primaryTitle: string, tmdb?: { url: string, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null } | null } | null, rating: { average: number, votes: number } | null }> }> } };

export type GridCellFragment = { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null };

export type TmdbTitlePageQueryVariables = Exact<{
  id: string;
  region?: string | null | undefined;
  castFirst?: number | null | undefined;
  castAfter?: string | null | undefined;
  castLast?: number | null | undefined;
  castBefore?: string | null | undefined;
  namesFirst?: number | null | undefined;
  namesAfter?: string | null | undefined;
  namesLast?: number | null | undefined;
  namesBefore?: string | null | undefined;
}>;


export type TmdbTitlePageQuery = { titleBy:
    | { __typename: 'Episode', originalTitle: string | null, runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Movie', originalTitle: string | null, runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'OtherTitle', originalTitle: string | null, runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Series', originalTitle: string | null, runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Short', originalTitle: string | null, runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Special', originalTitle: string | null, runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Video', originalTitle: string | null, runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'VideoGame', originalTitle: string | null, runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, tmdb: { spokenLanguages: Array<string>, genres: Array<string>, budget: number | null, revenue: number | null, voteAverage: number | null, voteCount: number, url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> }, crew: { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> }, alternativeTitles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ title: string, country: string | null, type: string | null }> }, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
                | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
                | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
                | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
               | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
              | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
              | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
              | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
             | null }> } } | null, rating: { average: number, votes: number } | null }
   | null };

export type YearPageQueryVariables = Exact<{
  region?: string | null | undefined;
  source?: DataSource;
  filter?: TitleFilter | null | undefined;
  orderBy?: Array<TitleOrder> | TitleOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type YearPageQuery = { dataset: { tmdb: { titles: number, linkedTitles: number } | null }, titles: { totalCount: number, facets: { type: Array<{ value: string, label: string, count: number }>, genre: Array<{ value: string, label: string, count: number }>, language: Array<{ value: string, label: string, count: number }>, country: Array<{ value: string, label: string, count: number }>, keyword: Array<{ value: string, label: string, count: number }> } | null, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<
      | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    > } | null };

export type PageLinksFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type SuggestQueryVariables = Exact<{
  prefix: string;
  region?: string | null | undefined;
  types?: Array<SearchType> | SearchType | null | undefined;
}>;


export type SuggestQuery = { suggest: Array<{ matchedText: string, node:
      | { __typename: 'Episode', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Movie', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'OtherTitle', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Person', id: string, primaryName: string, primaryProfessions: Array<string>, birthYear: number | null, deathYear: number | null }
      | { __typename: 'Series', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Short', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Special', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Video', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'VideoGame', id: string, displayTitle: string, titleType: TitleType, startYear: number | null, endYear: number | null, genres: Array<Genre> }
     }> | null };

type TitleLine_Episode_Fragment = { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null };

type TitleLine_Movie_Fragment = { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_OtherTitle_Fragment = { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Series_Fragment = { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Short_Fragment = { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Special_Fragment = { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Video_Fragment = { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_VideoGame_Fragment = { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

export type TitleLineFragment =
  | TitleLine_Episode_Fragment
  | TitleLine_Movie_Fragment
  | TitleLine_OtherTitle_Fragment
  | TitleLine_Series_Fragment
  | TitleLine_Short_Fragment
  | TitleLine_Special_Fragment
  | TitleLine_Video_Fragment
  | TitleLine_VideoGame_Fragment
;

export type TmdbCastFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ name: string | null, character: string | null, episodeCount: number | null, tmdbPersonId: string, tmdbPerson: { w45: string | null, w185: string | null } | null, person: { id: string } | null }> };

export type TmdbCrewFragment = { totalCount: number, nodes: Array<{ name: string | null, job: string | null, person: { id: string } | null }> };

export type TmdbOfPersonFragment = { url: string, biography: string | null, birthday: string | null, deathday: string | null, placeOfBirth: string | null, alsoKnownAs: Array<string>, w185: string | null, w421: string | null };

export type TmdbOfTitleFragment = { url: string, kind: TmdbTitleKind, overview: string | null, tagline: string | null, status: string | null, originalLanguage: string | null, countries: Array<string>, keywords: Array<string>, releaseDate: string | null, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null, w185: string | null, w342: string | null, w500: string | null, collection: { name: string | null, parts: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
         | null }> } } | null, recommendations: { nodes: Array<{ tmdb: { w92: string | null, w154: string | null } | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       | null }> } };

export type TmdbRelatedFragment = { tmdb: { w92: string | null, w154: string | null } | null, title:
    | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
    | { __typename: 'Movie', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'OtherTitle', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Series', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Short', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Special', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'Video', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    | { __typename: 'VideoGame', id: string, source: DataSource, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
   | null };

export type TmdbPlaceFragment = { url: string, seasonNumber: number | null, episodeNumber: number | null, confidence: number | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const OnlyTmdbFragmentDoc = new TypedDocumentString(`
    fragment OnlyTmdb on Dataset {
  tmdb {
    titles
    linkedTitles
  }
}
    `, {"fragmentName":"OnlyTmdb"}) as unknown as TypedDocumentString<OnlyTmdbFragment, unknown>;
export const FacetValueFragmentDoc = new TypedDocumentString(`
    fragment FacetValue on FacetBucket {
  value
  label
  count
}
    `, {"fragmentName":"FacetValue"}) as unknown as TypedDocumentString<FacetValueFragment, unknown>;
export const TmdbFacetsFragmentDoc = new TypedDocumentString(`
    fragment TmdbFacets on TitleFacets {
  language {
    ...FacetValue
  }
  country {
    ...FacetValue
  }
  keyword {
    ...FacetValue
  }
}
    fragment FacetValue on FacetBucket {
  value
  label
  count
}`, {"fragmentName":"TmdbFacets"}) as unknown as TypedDocumentString<TmdbFacetsFragment, unknown>;
export const SearchFacetsFragmentDoc = new TypedDocumentString(`
    fragment SearchFacets on TitleFacets {
  type {
    ...FacetValue
  }
  genre {
    ...FacetValue
  }
  decade {
    ...FacetValue
  }
  ratingBucket {
    ...FacetValue
  }
  ...TmdbFacets
  runtimeBucket @include(if: $withMore) {
    ...FacetValue
  }
  akaRegion @include(if: $withMore) {
    ...FacetValue
  }
}
    fragment FacetValue on FacetBucket {
  value
  label
  count
}
fragment TmdbFacets on TitleFacets {
  language {
    ...FacetValue
  }
  country {
    ...FacetValue
  }
  keyword {
    ...FacetValue
  }
}`, {"fragmentName":"SearchFacets"}) as unknown as TypedDocumentString<SearchFacetsFragment, unknown>;
export const PageLinksFragmentDoc = new TypedDocumentString(`
    fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageLinks"}) as unknown as TypedDocumentString<PageLinksFragment, unknown>;
export const TitleLineFragmentDoc = new TypedDocumentString(`
    fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}
    `, {"fragmentName":"TitleLine"}) as unknown as TypedDocumentString<TitleLineFragment, unknown>;
export const TitleListFragmentDoc = new TypedDocumentString(`
    fragment TitleList on TitleConnection {
  totalCount
  pageInfo {
    ...PageLinks
  }
  nodes {
    ...TitleLine
    runtimeMinutes
    directors(first: 2) {
      nodes {
        id
        primaryName
      }
    }
  }
}
    fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`, {"fragmentName":"TitleList"}) as unknown as TypedDocumentString<TitleListFragment, unknown>;
export const ComparedNodeFragmentDoc = new TypedDocumentString(`
    fragment ComparedNode on Node {
  __typename
  ... on Title {
    ...TitleLine
    runtimeMinutes
    directors(first: 3) {
      nodes {
        id
        primaryName
      }
    }
  }
  ... on Person {
    id
    primaryName
    birthYear
    deathYear
    primaryProfessions
    knownFor {
      id
      displayTitle(region: $region)
    }
    creditSummary {
      credits
      titles
      firstYear
      lastYear
    }
  }
}
    fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`, {"fragmentName":"ComparedNode"}) as unknown as TypedDocumentString<ComparedNodeFragment, unknown>;
export const BuildFragmentDoc = new TypedDocumentString(`
    fragment Build on Dataset {
  buildId
  builtAt
  version
  attribution
  licence
  previousBuildIds
  tmdb {
    attribution
    licence
    oldestFetchedAt
    newestFetchedAt
    titles
    linkedTitles
    people
    linkedPeople
  }
  sources {
    name
    rows
    bytes
    lastModified
    rejected
  }
  tables {
    name
    rows
  }
}
    `, {"fragmentName":"Build"}) as unknown as TypedDocumentString<BuildFragment, unknown>;
export const ChangeLineFragmentDoc = new TypedDocumentString(`
    fragment ChangeLine on Change {
  id
  kind
  nameBefore
  nameAfter
  person {
    id
  }
  title {
    ...TitleLine
  }
  ratingBefore {
    average
    votes
  }
  ratingAfter {
    average
    votes
  }
}
    fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`, {"fragmentName":"ChangeLine"}) as unknown as TypedDocumentString<ChangeLineFragment, unknown>;
export const ChartShortFragmentDoc = new TypedDocumentString(`
    fragment ChartShort on ChartConnection {
  nodes {
    rank
    rankChange
    title {
      ...TitleLine
    }
  }
}
    fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`, {"fragmentName":"ChartShort"}) as unknown as TypedDocumentString<ChartShortFragment, unknown>;
export const PersonNameFragmentDoc = new TypedDocumentString(`
    fragment PersonName on Person {
  id
  primaryName
}
    `, {"fragmentName":"PersonName"}) as unknown as TypedDocumentString<PersonNameFragment, unknown>;
export const ListedPersonFragmentDoc = new TypedDocumentString(`
    fragment ListedPerson on Person {
  id
  source
  primaryName
  birthYear
  deathYear
  primaryProfessions
}
    `, {"fragmentName":"ListedPerson"}) as unknown as TypedDocumentString<ListedPersonFragment, unknown>;
export const HitsFragmentDoc = new TypedDocumentString(`
    fragment Hits on SearchConnection {
  totalCount
  totalCountIsExact
  correctedQuery
  pageInfo {
    ...PageLinks
  }
  nodes {
    matchedOn
    matchedText
    region
    node {
      __typename
      ...TitleLine
      ... on Person {
        ...ListedPerson
        knownFor {
          id
          displayTitle(region: $region)
        }
      }
    }
  }
}
    fragment ListedPerson on Person {
  id
  source
  primaryName
  birthYear
  deathYear
  primaryProfessions
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`, {"fragmentName":"Hits"}) as unknown as TypedDocumentString<HitsFragment, unknown>;
export const CreditLineFragmentDoc = new TypedDocumentString(`
    fragment CreditLine on Credit {
  category
  categoryName
  characters
  job
  person {
    id
    primaryName
  }
}
    `, {"fragmentName":"CreditLine"}) as unknown as TypedDocumentString<CreditLineFragment, unknown>;
export const EpisodeLinkFragmentDoc = new TypedDocumentString(`
    fragment EpisodeLink on Episode {
  id
  displayTitle(region: $region)
  seasonNumber
  episodeNumber
}
    `, {"fragmentName":"EpisodeLink"}) as unknown as TypedDocumentString<EpisodeLinkFragment, unknown>;
export const GridCellFragmentDoc = new TypedDocumentString(`
    fragment GridCell on RatingGridCell {
  state
  seasonNumber
  episodeNumber
  rating {
    average
    votes
  }
  episode {
    id
    primaryTitle
  }
}
    `, {"fragmentName":"GridCell"}) as unknown as TypedDocumentString<GridCellFragment, unknown>;
export const TmdbPlaceFragmentDoc = new TypedDocumentString(`
    fragment TmdbPlace on TmdbTitle {
  url
  seasonNumber
  episodeNumber
  confidence
}
    `, {"fragmentName":"TmdbPlace"}) as unknown as TypedDocumentString<TmdbPlaceFragment, unknown>;
export const SeriesPartsFragmentDoc = new TypedDocumentString(`
    fragment SeriesParts on Series {
  seasonCount
  ratingGrid {
    average
    trend
    missing
    unrated
    best {
      ...GridCell
    }
    worst {
      ...GridCell
    }
    seasons {
      number
      average
      episodes {
        ...GridCell
        episode {
          tmdb @include(if: $withTmdbOrder) {
            ...TmdbPlace
          }
        }
      }
    }
  }
}
    fragment GridCell on RatingGridCell {
  state
  seasonNumber
  episodeNumber
  rating {
    average
    votes
  }
  episode {
    id
    primaryTitle
  }
}
fragment TmdbPlace on TmdbTitle {
  url
  seasonNumber
  episodeNumber
  confidence
}`, {"fragmentName":"SeriesParts"}) as unknown as TypedDocumentString<SeriesPartsFragment, unknown>;
export const TmdbCastFragmentDoc = new TypedDocumentString(`
    fragment TmdbCast on TmdbCreditConnection {
  totalCount
  pageInfo {
    ...PageLinks
  }
  nodes {
    name
    character
    episodeCount
    tmdbPersonId
    tmdbPerson {
      w45: profileUrl(size: W45)
      w185: profileUrl(size: W185)
    }
    person {
      id
    }
  }
}
    fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"TmdbCast"}) as unknown as TypedDocumentString<TmdbCastFragment, unknown>;
export const TmdbCrewFragmentDoc = new TypedDocumentString(`
    fragment TmdbCrew on TmdbCreditConnection {
  totalCount
  nodes {
    name
    job
    person {
      id
    }
  }
}
    `, {"fragmentName":"TmdbCrew"}) as unknown as TypedDocumentString<TmdbCrewFragment, unknown>;
export const TmdbOfPersonFragmentDoc = new TypedDocumentString(`
    fragment TmdbOfPerson on TmdbPerson {
  url
  biography
  birthday
  deathday
  placeOfBirth
  alsoKnownAs
  w185: profileUrl(size: W185)
  w421: profileUrl(size: H632)
}
    `, {"fragmentName":"TmdbOfPerson"}) as unknown as TypedDocumentString<TmdbOfPersonFragment, unknown>;
export const TmdbRelatedFragmentDoc = new TypedDocumentString(`
    fragment TmdbRelated on TmdbRelatedTitle {
  tmdb {
    w92: posterUrl(size: W92)
    w154: posterUrl(size: W154)
  }
  title {
    ...TitleLine
  }
}
    fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`, {"fragmentName":"TmdbRelated"}) as unknown as TypedDocumentString<TmdbRelatedFragment, unknown>;
export const TmdbOfTitleFragmentDoc = new TypedDocumentString(`
    fragment TmdbOfTitle on TmdbTitle {
  url
  kind
  overview
  tagline
  status
  originalLanguage
  countries
  keywords
  releaseDate
  ...TmdbPlace
  w185: posterUrl(size: W185)
  w342: posterUrl(size: W342)
  w500: posterUrl(size: W500)
  collection {
    name
    parts(first: 12) {
      nodes {
        ...TmdbRelated
      }
    }
  }
  recommendations(first: 8) {
    nodes {
      ...TmdbRelated
    }
  }
}
    fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}
fragment TmdbRelated on TmdbRelatedTitle {
  tmdb {
    w92: posterUrl(size: W92)
    w154: posterUrl(size: W154)
  }
  title {
    ...TitleLine
  }
}
fragment TmdbPlace on TmdbTitle {
  url
  seasonNumber
  episodeNumber
  confidence
}`, {"fragmentName":"TmdbOfTitle"}) as unknown as TypedDocumentString<TmdbOfTitleFragment, unknown>;
export const CareerPageDocument = new TypedDocumentString(`
    query CareerPage($category: CreditCategory!, $orderBy: CareerOrderField!, $minTitles: Int, $minRatedTitles: Int, $first: Int, $after: String, $last: Int, $before: String) {
  careers(
    category: $category
    orderBy: $orderBy
    minTitles: $minTitles
    minRatedTitles: $minRatedTitles
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...PageLinks
    }
    nodes {
      titles
      ratedTitles
      votes
      meanRating
      person {
        ...ListedPerson
      }
    }
  }
}
    fragment ListedPerson on Person {
  id
  source
  primaryName
  birthYear
  deathYear
  primaryProfessions
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<CareerPageQuery, CareerPageQueryVariables>;
export const ChartPageDocument = new TypedDocumentString(`
    query ChartPage($region: String, $kind: ChartKind!, $filter: TitleFilter, $listed: TitleFilter, $minVotes: Int, $first: Int, $after: String, $last: Int, $before: String) {
  chart(
    kind: $kind
    filter: $filter
    minVotes: $minVotes
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    minVotes
    meanRating
    pageInfo {
      ...PageLinks
    }
    nodes {
      rank
      rankChange
      weightedRating
      title {
        ...TitleLine
      }
    }
  }
  besides: titles(filter: $listed, first: 0) {
    facets {
      genre {
        ...FacetValue
      }
      decade {
        ...FacetValue
      }
    }
  }
}
    fragment FacetValue on FacetBucket {
  value
  label
  count
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<ChartPageQuery, ChartPageQueryVariables>;
export const ComparePageDocument = new TypedDocumentString(`
    query ComparePage($a: ID!, $b: ID!, $hasA: Boolean!, $hasB: Boolean!, $isAsked: Boolean!, $isOne: Boolean!, $isNone: Boolean!, $region: String, $first: Int, $after: String, $last: Int, $before: String) {
  a: node(id: $a) @include(if: $hasA) {
    ...ComparedNode
    ... on Title {
      similar(first: 6) @include(if: $isOne) {
        nodes {
          score
          title {
            ...TitleLine
          }
        }
      }
    }
    ... on Person {
      collaborators(first: 6) @include(if: $isOne) {
        nodes {
          titleCount
          person {
            id
            primaryName
          }
        }
      }
    }
  }
  b: node(id: $b) @include(if: $hasB) {
    ...ComparedNode
  }
  compare(a: $a, b: $b) @include(if: $isAsked) {
    __typename
    ... on TitleComparison {
      similarity {
        score
        reasons {
          kind
          detail
          weight
        }
      }
      sharedPeople(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageLinks
        }
        nodes {
          categoriesInA
          categoriesInB
          person {
            id
            primaryName
          }
        }
      }
    }
    ... on PersonComparison {
      firstSharedYear
      lastSharedYear
      sharedTitles(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageLinks
        }
        nodes {
          title {
            ...TitleLine
          }
          people {
            categories
            person {
              id
              primaryName
            }
          }
        }
      }
    }
  }
  examples: chart(kind: TOP_RATED_MOVIES, first: 6) @include(if: $isNone) {
    nodes {
      title {
        ...TitleLine
      }
    }
  }
}
    fragment ComparedNode on Node {
  __typename
  ... on Title {
    ...TitleLine
    runtimeMinutes
    directors(first: 3) {
      nodes {
        id
        primaryName
      }
    }
  }
  ... on Person {
    id
    primaryName
    birthYear
    deathYear
    primaryProfessions
    knownFor {
      id
      displayTitle(region: $region)
    }
    creditSummary {
      credits
      titles
      firstYear
      lastYear
    }
  }
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<ComparePageQuery, ComparePageQueryVariables>;
export const DatasetPageDocument = new TypedDocumentString(`
    query DatasetPage($region: String, $since: ID, $kinds: [ChangeKind!], $first: Int, $after: String, $last: Int, $before: String) {
  dataset {
    ...Build
  }
  changes(
    since: $since
    kinds: $kinds
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    pageInfo {
      ...PageLinks
    }
    nodes {
      ...ChangeLine
    }
  }
  TITLE_ADDED: changes(since: $since, kinds: [TITLE_ADDED], first: 0) {
    totalCount
  }
  TITLE_REMOVED: changes(since: $since, kinds: [TITLE_REMOVED], first: 0) {
    totalCount
  }
  TITLE_RENAMED: changes(since: $since, kinds: [TITLE_RENAMED], first: 0) {
    totalCount
  }
  RATING_MOVED: changes(since: $since, kinds: [RATING_MOVED], first: 0) {
    totalCount
  }
  PERSON_ADDED: changes(since: $since, kinds: [PERSON_ADDED], first: 0) {
    totalCount
  }
  PERSON_REMOVED: changes(since: $since, kinds: [PERSON_REMOVED], first: 0) {
    totalCount
  }
  PERSON_RENAMED: changes(since: $since, kinds: [PERSON_RENAMED], first: 0) {
    totalCount
  }
}
    fragment Build on Dataset {
  buildId
  builtAt
  version
  attribution
  licence
  previousBuildIds
  tmdb {
    attribution
    licence
    oldestFetchedAt
    newestFetchedAt
    titles
    linkedTitles
    people
    linkedPeople
  }
  sources {
    name
    rows
    bytes
    lastModified
    rejected
  }
  tables {
    name
    rows
  }
}
fragment ChangeLine on Change {
  id
  kind
  nameBefore
  nameAfter
  person {
    id
  }
  title {
    ...TitleLine
  }
  ratingBefore {
    average
    votes
  }
  ratingAfter {
    average
    votes
  }
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<DatasetPageQuery, DatasetPageQueryVariables>;
export const GenrePageDocument = new TypedDocumentString(`
    query GenrePage($region: String, $filter: TitleFilter, $orderBy: [TitleOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  titles(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    ...TitleList
    facets {
      ...TmdbFacets
      type {
        ...FacetValue
      }
      decade {
        ...FacetValue
      }
    }
  }
}
    fragment FacetValue on FacetBucket {
  value
  label
  count
}
fragment TitleList on TitleConnection {
  totalCount
  pageInfo {
    ...PageLinks
  }
  nodes {
    ...TitleLine
    runtimeMinutes
    directors(first: 2) {
      nodes {
        id
        primaryName
      }
    }
  }
}
fragment TmdbFacets on TitleFacets {
  language {
    ...FacetValue
  }
  country {
    ...FacetValue
  }
  keyword {
    ...FacetValue
  }
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<GenrePageQuery, GenrePageQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($region: String, $seed: String) {
  movies: chart(kind: TOP_RATED_MOVIES, first: 5) {
    ...ChartShort
  }
  series: chart(kind: TOP_RATED_SERIES, first: 5) {
    ...ChartShort
  }
  mostVoted: chart(kind: MOST_VOTED, first: 5) {
    ...ChartShort
  }
  changes(kinds: [RATING_MOVED, TITLE_ADDED], first: 8) {
    nodes {
      id
      kind
      ratingBefore {
        average
        votes
      }
      ratingAfter {
        average
        votes
      }
      title {
        ...TitleLine
      }
    }
  }
  randomTitles(
    first: 1
    seed: $seed
    filter: {votes: {min: 100}, types: {exclude: [TV_EPISODE]}}
  ) {
    seed
    nodes {
      ...TitleLine
      runtimeMinutes
      directors(first: 3) {
        nodes {
          id
          primaryName
        }
      }
    }
  }
  genres {
    word
    value
    count
  }
  dataset {
    buildId
    builtAt
  }
}
    fragment ChartShort on ChartConnection {
  nodes {
    rank
    rankChange
    title {
      ...TitleLine
    }
  }
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const PathPageDocument = new TypedDocumentString(`
    query PathPage($from: ID!, $to: ID!, $hasFrom: Boolean!, $hasTo: Boolean!, $isAsked: Boolean!, $needsExamples: Boolean!, $region: String, $via: TitleFilter, $categories: [CreditCategory!], $alternatives: Int!, $maxDegrees: Int!) {
  from: person(id: $from) @include(if: $hasFrom) {
    ...PersonName
  }
  to: person(id: $to) @include(if: $hasTo) {
    ...PersonName
  }
  path(
    from: $from
    to: $to
    via: $via
    categories: $categories
    alternatives: $alternatives
    maxDegrees: $maxDegrees
  ) @include(if: $isAsked) {
    degrees
    steps {
      category
      nextCategory
      person {
        ...PersonName
      }
      title {
        ...TitleLine
      }
      next {
        ...PersonName
      }
    }
  }
  examples: chart(kind: MOST_VOTED, first: 6) @include(if: $needsExamples) {
    nodes {
      title {
        id
        cast(first: 1) {
          nodes {
            person {
              ...PersonName
            }
          }
        }
      }
    }
  }
}
    fragment PersonName on Person {
  id
  primaryName
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<PathPageQuery, PathPageQueryVariables>;
export const PersonPageDocument = new TypedDocumentString(`
    query PersonPage($id: ID!, $region: String, $categories: [CreditCategory!], $orderBy: [CreditOrder!], $unit: TimelineUnit!, $withDegrees: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
  person(id: $id) {
    id
    primaryName
    birthYear
    deathYear
    primaryProfessions
    imdbUrl
    tmdb {
      ...TmdbOfPerson
    }
    knownFor {
      ...TitleLine
    }
    creditSummary {
      credits
      titles
      firstYear
      lastYear
      categories {
        category
        count
      }
      genres {
        genre
        genreName
        count
      }
      titleTypes {
        titleTypeName
        titleType
        count
      }
    }
    credits(
      episodes: BY_SERIES
      categories: $categories
      orderBy: $orderBy
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...PageLinks
      }
      nodes {
        category
        categoryName
        characters
        job
        episodeCount
        title {
          ...TitleLine
        }
      }
    }
    timeline(by: $unit) {
      undated
      periods {
        startYear
        endYear
        titles
        rating {
          average
          votes
        }
        bestTitle {
          id
          displayTitle(region: $region)
        }
      }
      gaps {
        startYear
        endYear
      }
    }
    collaborators(first: 8) {
      totalCount
      nodes {
        titleCount
        averageRating
        firstYear
        lastYear
        person {
          id
          primaryName
        }
        sharedTitles(first: 3) {
          nodes {
            title {
              id
              displayTitle(region: $region)
            }
          }
        }
      }
    }
    degrees @include(if: $withDegrees) {
      reachable
      mean
      degrees {
        degree
        people
      }
    }
  }
}
    fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}
fragment TmdbOfPerson on TmdbPerson {
  url
  biography
  birthday
  deathday
  placeOfBirth
  alsoKnownAs
  w185: profileUrl(size: W185)
  w421: profileUrl(size: H632)
}`) as unknown as TypedDocumentString<PersonPageQuery, PersonPageQueryVariables>;
export const TmdbPersonPageDocument = new TypedDocumentString(`
    query TmdbPersonPage($id: ID!) {
  personBy(lookup: {id: $id}) {
    id
    source
    primaryName
    birthYear
    deathYear
    tmdb {
      ...TmdbOfPerson
      knownForDepartment
    }
  }
}
    fragment TmdbOfPerson on TmdbPerson {
  url
  biography
  birthday
  deathday
  placeOfBirth
  alsoKnownAs
  w185: profileUrl(size: W185)
  w421: profileUrl(size: H632)
}`) as unknown as TypedDocumentString<TmdbPersonPageQuery, TmdbPersonPageQueryVariables>;
export const SearchPageDocument = new TypedDocumentString(`
    query SearchPage($region: String, $query: String!, $searchTypes: [SearchType!], $byRelevance: Boolean!, $source: DataSource! = IMDB, $filter: TitleFilter, $orderBy: [TitleOrder!], $withFacets: Boolean!, $withMore: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
  dataset {
    ...OnlyTmdb
  }
  search(
    source: $source
    query: $query
    types: $searchTypes
    first: $first
    after: $after
    last: $last
    before: $before
  ) @include(if: $byRelevance) {
    ...Hits
  }
  titles(
    source: $source
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) @skip(if: $byRelevance) {
    ...TitleList
  }
  besides: titles(source: $source, filter: $filter, first: 0) @include(if: $withFacets) {
    facets {
      ...SearchFacets
    }
  }
}
    fragment FacetValue on FacetBucket {
  value
  label
  count
}
fragment ListedPerson on Person {
  id
  source
  primaryName
  birthYear
  deathYear
  primaryProfessions
}
fragment OnlyTmdb on Dataset {
  tmdb {
    titles
    linkedTitles
  }
}
fragment SearchFacets on TitleFacets {
  type {
    ...FacetValue
  }
  genre {
    ...FacetValue
  }
  decade {
    ...FacetValue
  }
  ratingBucket {
    ...FacetValue
  }
  ...TmdbFacets
  runtimeBucket @include(if: $withMore) {
    ...FacetValue
  }
  akaRegion @include(if: $withMore) {
    ...FacetValue
  }
}
fragment TitleList on TitleConnection {
  totalCount
  pageInfo {
    ...PageLinks
  }
  nodes {
    ...TitleLine
    runtimeMinutes
    directors(first: 2) {
      nodes {
        id
        primaryName
      }
    }
  }
}
fragment TmdbFacets on TitleFacets {
  language {
    ...FacetValue
  }
  country {
    ...FacetValue
  }
  keyword {
    ...FacetValue
  }
}
fragment Hits on SearchConnection {
  totalCount
  totalCountIsExact
  correctedQuery
  pageInfo {
    ...PageLinks
  }
  nodes {
    matchedOn
    matchedText
    region
    node {
      __typename
      ...TitleLine
      ... on Person {
        ...ListedPerson
        knownFor {
          id
          displayTitle(region: $region)
        }
      }
    }
  }
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<SearchPageQuery, SearchPageQueryVariables>;
export const TitlePageDocument = new TypedDocumentString(`
    query TitlePage($id: ID!, $region: String, $castFirst: Int, $castAfter: String, $castLast: Int, $castBefore: String, $akasFirst: Int, $akasAfter: String, $akasLast: Int, $akasBefore: String, $tmdbCastFirst: Int, $tmdbCastAfter: String, $tmdbCastLast: Int, $tmdbCastBefore: String, $withTmdbOrder: Boolean!) {
  title(id: $id) {
    ...TitleLine
    primaryTitle
    originalTitle
    genreNames
    runtimeMinutes
    imdbUrl
    rating {
      history {
        buildId
        builtAt
        average
        votes
      }
    }
    directors(first: 8) {
      nodes {
        id
        primaryName
      }
    }
    writers(first: 8) {
      nodes {
        id
        primaryName
      }
    }
    cast(first: $castFirst, after: $castAfter, last: $castLast, before: $castBefore) {
      totalCount
      pageInfo {
        ...PageLinks
      }
      nodes {
        ...CreditLine
      }
    }
    crew: credits(
      first: 40
      categories: [DIRECTOR, WRITER, PRODUCER, CINEMATOGRAPHER, COMPOSER, EDITOR, PRODUCTION_DESIGNER, CASTING_DIRECTOR, ARCHIVE_FOOTAGE, ARCHIVE_SOUND, OTHER]
    ) {
      totalCount
      nodes {
        ...CreditLine
      }
    }
    akas(first: $akasFirst, after: $akasAfter, last: $akasLast, before: $akasBefore) {
      totalCount
      pageInfo {
        ...PageLinks
      }
      nodes {
        ordering
        title
        region
        language
        types
        attributes
        isOriginalTitle
      }
    }
    similar(first: 12, filter: {types: {exclude: [TV_EPISODE]}}) {
      nodes {
        score
        reasons {
          kind
          detail
          weight
        }
        title {
          ...TitleLine
        }
      }
    }
    namesakes(first: 6) {
      nodes {
        ...TitleLine
      }
    }
    tmdb {
      ...TmdbOfTitle
      cast: credits(
        kind: CAST
        first: $tmdbCastFirst
        after: $tmdbCastAfter
        last: $tmdbCastLast
        before: $tmdbCastBefore
      ) {
        ...TmdbCast
      }
    }
    ... on Series {
      ...SeriesParts
    }
    ... on Episode {
      previousEpisode {
        ...EpisodeLink
      }
      nextEpisode {
        ...EpisodeLink
      }
    }
  }
}
    fragment CreditLine on Credit {
  category
  categoryName
  characters
  job
  person {
    id
    primaryName
  }
}
fragment EpisodeLink on Episode {
  id
  displayTitle(region: $region)
  seasonNumber
  episodeNumber
}
fragment SeriesParts on Series {
  seasonCount
  ratingGrid {
    average
    trend
    missing
    unrated
    best {
      ...GridCell
    }
    worst {
      ...GridCell
    }
    seasons {
      number
      average
      episodes {
        ...GridCell
        episode {
          tmdb @include(if: $withTmdbOrder) {
            ...TmdbPlace
          }
        }
      }
    }
  }
}
fragment GridCell on RatingGridCell {
  state
  seasonNumber
  episodeNumber
  rating {
    average
    votes
  }
  episode {
    id
    primaryTitle
  }
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}
fragment TmdbCast on TmdbCreditConnection {
  totalCount
  pageInfo {
    ...PageLinks
  }
  nodes {
    name
    character
    episodeCount
    tmdbPersonId
    tmdbPerson {
      w45: profileUrl(size: W45)
      w185: profileUrl(size: W185)
    }
    person {
      id
    }
  }
}
fragment TmdbOfTitle on TmdbTitle {
  url
  kind
  overview
  tagline
  status
  originalLanguage
  countries
  keywords
  releaseDate
  ...TmdbPlace
  w185: posterUrl(size: W185)
  w342: posterUrl(size: W342)
  w500: posterUrl(size: W500)
  collection {
    name
    parts(first: 12) {
      nodes {
        ...TmdbRelated
      }
    }
  }
  recommendations(first: 8) {
    nodes {
      ...TmdbRelated
    }
  }
}
fragment TmdbRelated on TmdbRelatedTitle {
  tmdb {
    w92: posterUrl(size: W92)
    w154: posterUrl(size: W154)
  }
  title {
    ...TitleLine
  }
}
fragment TmdbPlace on TmdbTitle {
  url
  seasonNumber
  episodeNumber
  confidence
}`) as unknown as TypedDocumentString<TitlePageQuery, TitlePageQueryVariables>;
export const TmdbTitlePageDocument = new TypedDocumentString(`
    query TmdbTitlePage($id: ID!, $region: String, $castFirst: Int, $castAfter: String, $castLast: Int, $castBefore: String, $namesFirst: Int, $namesAfter: String, $namesLast: Int, $namesBefore: String) {
  titleBy(lookup: {id: $id}) {
    ...TitleLine
    originalTitle
    runtimeMinutes
    tmdb {
      ...TmdbOfTitle
      spokenLanguages
      genres
      budget
      revenue
      voteAverage
      voteCount
      cast: credits(
        kind: CAST
        first: $castFirst
        after: $castAfter
        last: $castLast
        before: $castBefore
      ) {
        ...TmdbCast
      }
      crew: credits(kind: CREW, first: 40) {
        ...TmdbCrew
      }
      alternativeTitles(
        first: $namesFirst
        after: $namesAfter
        last: $namesLast
        before: $namesBefore
      ) {
        totalCount
        pageInfo {
          ...PageLinks
        }
        nodes {
          title
          country
          type
        }
      }
    }
  }
}
    fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}
fragment TmdbCast on TmdbCreditConnection {
  totalCount
  pageInfo {
    ...PageLinks
  }
  nodes {
    name
    character
    episodeCount
    tmdbPersonId
    tmdbPerson {
      w45: profileUrl(size: W45)
      w185: profileUrl(size: W185)
    }
    person {
      id
    }
  }
}
fragment TmdbCrew on TmdbCreditConnection {
  totalCount
  nodes {
    name
    job
    person {
      id
    }
  }
}
fragment TmdbOfTitle on TmdbTitle {
  url
  kind
  overview
  tagline
  status
  originalLanguage
  countries
  keywords
  releaseDate
  ...TmdbPlace
  w185: posterUrl(size: W185)
  w342: posterUrl(size: W342)
  w500: posterUrl(size: W500)
  collection {
    name
    parts(first: 12) {
      nodes {
        ...TmdbRelated
      }
    }
  }
  recommendations(first: 8) {
    nodes {
      ...TmdbRelated
    }
  }
}
fragment TmdbRelated on TmdbRelatedTitle {
  tmdb {
    w92: posterUrl(size: W92)
    w154: posterUrl(size: W154)
  }
  title {
    ...TitleLine
  }
}
fragment TmdbPlace on TmdbTitle {
  url
  seasonNumber
  episodeNumber
  confidence
}`) as unknown as TypedDocumentString<TmdbTitlePageQuery, TmdbTitlePageQueryVariables>;
export const YearPageDocument = new TypedDocumentString(`
    query YearPage($region: String, $source: DataSource! = IMDB, $filter: TitleFilter, $orderBy: [TitleOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  dataset {
    ...OnlyTmdb
  }
  titles(
    source: $source
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    ...TitleList
    facets {
      ...TmdbFacets
      type {
        ...FacetValue
      }
      genre {
        ...FacetValue
      }
    }
  }
}
    fragment FacetValue on FacetBucket {
  value
  label
  count
}
fragment OnlyTmdb on Dataset {
  tmdb {
    titles
    linkedTitles
  }
}
fragment TitleList on TitleConnection {
  totalCount
  pageInfo {
    ...PageLinks
  }
  nodes {
    ...TitleLine
    runtimeMinutes
    directors(first: 2) {
      nodes {
        id
        primaryName
      }
    }
  }
}
fragment TmdbFacets on TitleFacets {
  language {
    ...FacetValue
  }
  country {
    ...FacetValue
  }
  keyword {
    ...FacetValue
  }
}
fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment TitleLine on Title {
  __typename
  id
  source
  titleType
  displayTitle(region: $region)
  startYear
  endYear
  genres
  rating {
    average
    votes
  }
  ... on Episode {
    seasonNumber
    episodeNumber
    series {
      id
      displayTitle(region: $region)
    }
  }
}`) as unknown as TypedDocumentString<YearPageQuery, YearPageQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($prefix: String!, $region: String, $types: [SearchType!]) {
  suggest(prefix: $prefix, types: $types, first: 8) {
    matchedText
    node {
      __typename
      ... on Title {
        id
        displayTitle(region: $region)
        titleType
        startYear
        endYear
        genres
      }
      ... on Person {
        id
        primaryName
        primaryProfessions
        birthYear
        deathYear
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;