/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Treatment of the titles that IMDb marks as adult. */
export type AdultContent =
  /** Leaves adult titles out. The default of every argument of this type. */
  | 'EXCLUDE'
  /** Includes adult titles. */
  | 'INCLUDE'
  /** Includes adult titles only. */
  | 'ONLY';

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

/** A range of numbers of credits, both ends inclusive. The data has principal cast and crew only, not full credits. */
export type CreditCount = {
  /** Whether credits on adult titles are counted. Default EXCLUDE: they are not. */
  adult?: AdultContent | null | undefined;
  /** Greatest number of credits, not less than min. Default: no upper limit. */
  max?: number | null | undefined;
  /** Smallest number of credits. Default: no lower limit. */
  min?: number | null | undefined;
};

/** A condition on a credit of a person. One credit must match every field that is given. */
export type CreditMatch = {
  /** Category of the credit. OTHER stands for every category that the enum does not know. Default: any category. */
  category?: CreditCategory | null | undefined;
  /** Substring of a character's name in the credit; case does not matter. Default: any character, or none. */
  character?: string | null | undefined;
  /** IMDb's id of the person, such as nm0000151. */
  personId: string;
};

/** A filter by credits, such as "with A as director and B as actor, without C". An empty or absent list does not filter. IMDb's files have principal cast and crew only. At most 20 in each list. */
export type CreditSet = {
  /** Keeps only titles with all of these credits. */
  all?: Array<CreditMatch> | null | undefined;
  /** Keeps only titles with at least one of these credits. */
  any?: Array<CreditMatch> | null | undefined;
  /** Removes titles with any of these credits; takes precedence over any and all. */
  exclude?: Array<CreditMatch> | null | undefined;
};

/** A range of days, both ends inclusive. A missing date is in no range. */
export type DateRange = {
  /** Last day in the range, as YYYY-MM-DD, not before min. Default: no upper limit. */
  max?: string | null | undefined;
  /** First day in the range, as YYYY-MM-DD. Default: no lower limit. */
  min?: string | null | undefined;
};

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

/** A filter of people. A person must match every field that is given. */
export type PersonFilter = {
  /** Filters by birthYear. */
  birthYear?: IntRange | null | undefined;
  /** Filters by the number of credits. */
  credits?: CreditCount | null | undefined;
  /** Filters by deathYear; only people with a known year of death match. */
  deathYear?: IntRange | null | undefined;
  /** Keeps only the people with these ids, at most 100 (a setting of the server). They are sorted as the list is, each once; unknown ids are left out, and an empty list matches nobody. For the order of the ids, use peopleByIds. */
  ids?: Array<string> | null | undefined;
  /** Filters by primaryName. */
  name?: TextFilter | null | undefined;
  /** Filters by primaryProfessions, in IMDb's words, such as actress or casting_director. A person has at most three. */
  professions?: WordSet | null | undefined;
};

/** What the data has for a number of a season. */
export type RatingGridState =
  /** No episode, though there are episodes with lower and higher numbers in the season. */
  | 'MISSING'
  /** An episode with a rating. */
  | 'RATED'
  /** An episode without a rating. */
  | 'UNRATED';

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

export type BrowseTitlesQueryVariables = Exact<{ [key: string]: never; }>;


export type BrowseTitlesQuery = { titles: { edges: Array<{ cursor: string, node:
        | { __typename: 'Episode', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ChartQueryVariables = Exact<{ [key: string]: never; }>;


export type ChartQuery = { chart: { formula: string, minVotes: number, meanRating: number | null, totalCount: number, nodes: Array<{ rank: number, rankChange: number | null, weightedRating: number, rating: { average: number, votes: number }, title:
        | { id: string, primaryTitle: string, startYear: number | null }
        | { id: string, primaryTitle: string, startYear: number | null }
        | { id: string, primaryTitle: string, startYear: number | null }
        | { id: string, primaryTitle: string, startYear: number | null }
        | { id: string, primaryTitle: string, startYear: number | null }
        | { id: string, primaryTitle: string, startYear: number | null }
        | { id: string, primaryTitle: string, startYear: number | null }
        | { id: string, primaryTitle: string, startYear: number | null }
       }> } | null };

export type CollaboratorsQueryVariables = Exact<{ [key: string]: never; }>;


export type CollaboratorsQuery = { person: { primaryName: string, collaborators: { totalCount: number, nodes: Array<{ titleCount: number, averageRating: number | null, firstYear: number | null, lastYear: number | null, person: { id: string, primaryName: string }, sharedTitles: { nodes: Array<{ title:
              | { primaryTitle: string, startYear: number | null }
              | { primaryTitle: string, startYear: number | null }
              | { primaryTitle: string, startYear: number | null }
              | { primaryTitle: string, startYear: number | null }
              | { primaryTitle: string, startYear: number | null }
              | { primaryTitle: string, startYear: number | null }
              | { primaryTitle: string, startYear: number | null }
              | { primaryTitle: string, startYear: number | null }
            , people: Array<{ categories: Array<CreditCategory>, person: { primaryName: string } }> }> } }> } } | null };

export type ProvenanceQueryVariables = Exact<{ [key: string]: never; }>;


export type ProvenanceQuery = { dataset: { buildId: string, version: number, builtAt: string, licence: string, attribution: string, sources: Array<{ name: string, lastModified: string | null, bytes: number, rows: number, rejected: number, nulled: number }>, tables: Array<{ name: string, rows: number }> } };

export type FilteredTitlesQueryVariables = Exact<{ [key: string]: never; }>;


export type FilteredTitlesQuery = { titles: { totalCount: number, nodes: Array<
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { id: string, primaryTitle: string, startYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    >, facets: { genre: Array<{ value: string, label: string, count: number, filter: TitleFilter }>, decade: Array<{ label: string, count: number, filter: TitleFilter }> } | null } | null };

export type PathQueryVariables = Exact<{ [key: string]: never; }>;


export type PathQuery = { path: Array<{ degrees: number, steps: Array<{ category: CreditCategory, nextCategory: CreditCategory, person: { id: string, primaryName: string }, title:
        | { id: string, primaryTitle: string }
        | { id: string, primaryTitle: string }
        | { id: string, primaryTitle: string }
        | { id: string, primaryTitle: string }
        | { id: string, primaryTitle: string }
        | { id: string, primaryTitle: string }
        | { id: string, primaryTitle: string }
        | { id: string, primaryTitle: string }
      , next: { id: string, primaryName: string } }> }> | null };

export type PersonWithFilmographyQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonWithFilmographyQuery = { person: { id: string, primaryName: string, birthYear: number | null, primaryProfessions: Array<string>, knownFor: Array<
      | { id: string, primaryTitle: string, startYear: number | null }
      | { id: string, primaryTitle: string, startYear: number | null }
      | { id: string, primaryTitle: string, startYear: number | null }
      | { id: string, primaryTitle: string, startYear: number | null }
      | { id: string, primaryTitle: string, startYear: number | null }
      | { id: string, primaryTitle: string, startYear: number | null }
      | { id: string, primaryTitle: string, startYear: number | null }
      | { id: string, primaryTitle: string, startYear: number | null }
    >, credits: { totalCount: number, nodes: Array<{ characters: Array<string> | null, title:
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
          | { id: string, primaryTitle: string, startYear: number | null, rating: { average: number, votes: number } | null }
         | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RatingGridQueryVariables = Exact<{ [key: string]: never; }>;


export type RatingGridQuery = { title:
    | { primaryTitle: string }
    | { primaryTitle: string }
    | { primaryTitle: string }
    | { primaryTitle: string, ratingGrid: { average: number | null, votes: number, trend: number | null, missing: number, unrated: number, best: { seasonNumber: number | null, episodeNumber: number | null, episode: { primaryTitle: string } | null } | null, seasons: Array<{ number: number | null, average: number | null, trend: number | null, episodes: Array<{ episodeNumber: number | null, state: RatingGridState, rating: { average: number, votes: number } | null }> }> } }
    | { primaryTitle: string }
    | { primaryTitle: string }
    | { primaryTitle: string }
    | { primaryTitle: string }
   | null };

export type SearchQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchQuery = { search: { totalCount: number, totalCountIsExact: boolean, correctedQuery: string | null, nodes: Array<{ score: number, matchedOn: MatchedOn, matchedText: string, region: string | null, node:
        | { __typename: 'Episode', id: string, primaryTitle: string, startYear: number | null }
        | { __typename: 'Movie', id: string, primaryTitle: string, startYear: number | null }
        | { __typename: 'OtherTitle', id: string, primaryTitle: string, startYear: number | null }
        | { __typename: 'Person', id: string, primaryName: string, birthYear: number | null }
        | { __typename: 'Series', id: string, primaryTitle: string, startYear: number | null }
        | { __typename: 'Short', id: string, primaryTitle: string, startYear: number | null }
        | { __typename: 'Special', id: string, primaryTitle: string, startYear: number | null }
        | { __typename: 'Video', id: string, primaryTitle: string, startYear: number | null }
        | { __typename: 'VideoGame', id: string, primaryTitle: string, startYear: number | null }
       }> } | null };

export type SeriesWithEpisodesQueryVariables = Exact<{ [key: string]: never; }>;


export type SeriesWithEpisodesQuery = { title:
    | { primaryTitle: string, startYear: number | null, endYear: number | null }
    | { primaryTitle: string, startYear: number | null, endYear: number | null }
    | { primaryTitle: string, startYear: number | null, endYear: number | null }
    | { seasonCount: number, primaryTitle: string, startYear: number | null, endYear: number | null, seasons: Array<{ number: number | null, episodes: { totalCount: number, nodes: Array<{ id: string, episodeNumber: number | null, primaryTitle: string, rating: { average: number, votes: number } | null }> } }>, best: { nodes: Array<{ seasonNumber: number | null, episodeNumber: number | null, primaryTitle: string, rating: { average: number } | null, nextEpisode: { primaryTitle: string } | null }> } }
    | { primaryTitle: string, startYear: number | null, endYear: number | null }
    | { primaryTitle: string, startYear: number | null, endYear: number | null }
    | { primaryTitle: string, startYear: number | null, endYear: number | null }
    | { primaryTitle: string, startYear: number | null, endYear: number | null }
   | null };

export type SeveralByIdQueryVariables = Exact<{ [key: string]: never; }>;


export type SeveralByIdQuery = { titlesByIds: Array<
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
    | { id: string, titleType: TitleType, primaryTitle: string, rating: { average: number } | null }
   | null> | null, peopleByIds: Array<{ id: string, primaryName: string } | null> | null, nodes: Array<
    | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, series: { primaryTitle: string } | null }
    | { __typename: 'Movie', id: string }
    | { __typename: 'OtherTitle', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Season', id: string }
    | { __typename: 'Series', id: string }
    | { __typename: 'Short', id: string }
    | { __typename: 'Special', id: string }
    | { __typename: 'TmdbPerson', id: string }
    | { __typename: 'TmdbTitle', id: string }
    | { __typename: 'Video', id: string }
    | { __typename: 'VideoGame', id: string }
   | null> | null };

export type SimilarQueryVariables = Exact<{ [key: string]: never; }>;


export type SimilarQuery = { title:
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
    | { primaryTitle: string, similar: { totalCount: number, nodes: Array<{ score: number, title:
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
            | { id: string, primaryTitle: string, startYear: number | null }
          , reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }> }> } }
   | null, compare:
    | { similarity: { score: number } | null }
    | { sharedGenres: Array<Genre>, sharedPeople: { totalCount: number, nodes: Array<{ categoriesInA: Array<CreditCategory>, categoriesInB: Array<CreditCategory>, person: { primaryName: string } }> }, similarity: { score: number } }
   | null };

export type SuggestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SuggestionsQuery = { suggest: Array<{ id: string, displayName: string, matchedText: string, matchedOn: MatchedOn, node:
      | { __typename: 'Episode', startYear: number | null }
      | { __typename: 'Movie', startYear: number | null }
      | { __typename: 'OtherTitle', startYear: number | null }
      | { __typename: 'Person', birthYear: number | null }
      | { __typename: 'Series', startYear: number | null }
      | { __typename: 'Short', startYear: number | null }
      | { __typename: 'Special', startYear: number | null }
      | { __typename: 'Video', startYear: number | null }
      | { __typename: 'VideoGame', startYear: number | null }
     }> | null };

export type TimelineQueryVariables = Exact<{ [key: string]: never; }>;


export type TimelineQuery = { person: { primaryName: string, timeline: { undated: number, periods: Array<{ startYear: number, titles: number, credits: number, rating: { average: number, votes: number } | null, bestTitle:
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
         | null }> }, creditSummary: { firstYear: number | null, lastYear: number | null, categories: Array<{ category: CreditCategory, count: number }>, titleTypes: Array<{ titleType: TitleType, count: number }>, genres: Array<{ genre: Genre, count: number }> }, credits: { totalCount: number, nodes: Array<{ category: CreditCategory, episodeCount: number | null, title:
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
          | { primaryTitle: string }
         | null }> } } | null };

export type TitleWithCreditsQueryVariables = Exact<{ [key: string]: never; }>;


export type TitleWithCreditsQuery = { title:
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
    | { id: string, titleType: TitleType, primaryTitle: string, originalTitle: string | null, displayTitle: string, startYear: number | null, runtimeMinutes: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, credits: { totalCount: number, nodes: Array<{ billingOrder: number, category: CreditCategory, job: string | null, characters: Array<string> | null, person: { id: string, primaryName: string, birthYear: number | null, knownFor: Array<
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
              | { id: string, primaryTitle: string }
            > } | null }> }, akas: { nodes: Array<{ title: string, region: string | null, language: string | null, types: Array<string> }> } }
   | null };

export type FacetsOfPeopleQueryVariables = Exact<{
  filter?: PersonFilter | null | undefined;
}>;


export type FacetsOfPeopleQuery = { people: { totalCount: number, facets: { profession: Array<{ value: string, count: number, filter: PersonFilter }> } | null } | null };

export type FacetsOfTitlesQueryVariables = Exact<{
  filter?: TitleFilter | null | undefined;
}>;


export type FacetsOfTitlesQuery = { titles: { totalCount: number, facets: { genre: Array<{ value: string, count: number, filter: TitleFilter }>, decade: Array<{ filter: TitleFilter, value: string, count: number }> } | null } | null };

type Bucket_PersonFacetBucket_Fragment = { value: string, count: number };

type Bucket_TitleFacetBucket_Fragment = { value: string, count: number };

export type BucketFragment =
  | Bucket_PersonFacetBucket_Fragment
  | Bucket_TitleFacetBucket_Fragment
;

export const BucketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Bucket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FacetBucket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]} as unknown as DocumentNode<BucketFragment, unknown>;
export const BrowseTitlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BrowseTitles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"titles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"adult"},"value":{"kind":"EnumValue","value":"EXCLUDE"}},{"kind":"ObjectField","name":{"kind":"Name","value":"types"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"any"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"MOVIE"},{"kind":"EnumValue","value":"TV_MOVIE"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"VOTES"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"YEAR"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}},{"kind":"Field","name":{"kind":"Name","value":"genres"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<BrowseTitlesQuery, BrowseTitlesQueryVariables>;
export const ChartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Chart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"TOP_RATED_MOVIES"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"min"},"value":{"kind":"IntValue","value":"1980"}},{"kind":"ObjectField","name":{"kind":"Name","value":"max"},"value":{"kind":"IntValue","value":"2019"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"genres"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"any"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAMA"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"minVotes"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"minVotes"}},{"kind":"Field","name":{"kind":"Name","value":"meanRating"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"rankChange"}},{"kind":"Field","name":{"kind":"Name","value":"weightedRating"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChartQuery, ChartQueryVariables>;
export const CollaboratorsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Collaborators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"nm0900001","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryName"}},{"kind":"Field","name":{"kind":"Name","value":"collaborators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"titleCount"}},{"kind":"Field","name":{"kind":"Name","value":"averageRating"}},{"kind":"Field","name":{"kind":"Name","value":"firstYear"}},{"kind":"Field","name":{"kind":"Name","value":"lastYear"}},{"kind":"Field","name":{"kind":"Name","value":"sharedTitles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CollaboratorsQuery, CollaboratorsQueryVariables>;
export const ProvenanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"buildId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"builtAt"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastModified"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"nulled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tables"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}}]}}]}}]}}]} as unknown as DocumentNode<ProvenanceQuery, ProvenanceQueryVariables>;
export const FilteredTitlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FilteredTitles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"titles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"types"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"any"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"MOVIE"}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"genres"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"any"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAMA"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"exclude"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"HORROR"}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"min"},"value":{"kind":"IntValue","value":"1990"}},{"kind":"ObjectField","name":{"kind":"Name","value":"max"},"value":{"kind":"IntValue","value":"2019"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"rating"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"min"},"value":{"kind":"IntValue","value":"6"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"votes"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"min"},"value":{"kind":"IntValue","value":"100"}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"RATING"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"VOTES"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}},{"kind":"Field","name":{"kind":"Name","value":"genres"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"genre"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"filter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"filter"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FilteredTitlesQuery, FilteredTitlesQueryVariables>;
export const PathDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Path"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"nm0900001","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"nm0900010","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"alternatives"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"degrees"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextCategory"}}]}}]}}]}}]} as unknown as DocumentNode<PathQuery, PathQueryVariables>;
export const PersonWithFilmographyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonWithFilmography"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"nm0900001","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}},{"kind":"Field","name":{"kind":"Name","value":"birthYear"}},{"kind":"Field","name":{"kind":"Name","value":"primaryProfessions"}},{"kind":"Field","name":{"kind":"Name","value":"knownFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"categories"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ACTRESS"}]}},{"kind":"Argument","name":{"kind":"Name","value":"titleTypes"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"MOVIE"},{"kind":"EnumValue","value":"TV_MOVIE"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"characters"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonWithFilmographyQuery, PersonWithFilmographyQueryVariables>;
export const RatingGridDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RatingGrid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"tt0900100","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Series"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratingGrid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}},{"kind":"Field","name":{"kind":"Name","value":"trend"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"unrated"}},{"kind":"Field","name":{"kind":"Name","value":"best"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seasonNumber"}},{"kind":"Field","name":{"kind":"Name","value":"episodeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"episode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"seasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"trend"}},{"kind":"Field","name":{"kind":"Name","value":"episodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"episodeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RatingGridQuery, RatingGridQueryVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"StringValue","value":"midnigth at the orpheum","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TITLE"},{"kind":"EnumValue","value":"PERSON"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountIsExact"}},{"kind":"Field","name":{"kind":"Name","value":"correctedQuery"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"matchedOn"}},{"kind":"Field","name":{"kind":"Name","value":"matchedText"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Title"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}},{"kind":"Field","name":{"kind":"Name","value":"birthYear"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const SeriesWithEpisodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SeriesWithEpisodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"tt0900100","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}},{"kind":"Field","name":{"kind":"Name","value":"endYear"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Series"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seasonCount"}},{"kind":"Field","name":{"kind":"Name","value":"seasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"episodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"episodeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"best"},"name":{"kind":"Name","value":"episodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"RATING"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seasonNumber"}},{"kind":"Field","name":{"kind":"Name","value":"episodeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextEpisode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SeriesWithEpisodesQuery, SeriesWithEpisodesQueryVariables>;
export const SeveralByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SeveralById"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"titlesByIds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"tt0900002","block":false},{"kind":"StringValue","value":"tt0900001","block":false},{"kind":"StringValue","value":"tt0900100","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"titleType"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"peopleByIds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"nm0900002","block":false},{"kind":"StringValue","value":"nm0900001","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"tt0900101","block":false},{"kind":"StringValue","value":"nm0900002","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Episode"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seasonNumber"}},{"kind":"Field","name":{"kind":"Name","value":"episodeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SeveralByIdQuery, SeveralByIdQueryVariables>;
export const SimilarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Similar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"tt0900001","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"similar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"minScore"},"value":{"kind":"FloatValue","value":"0.1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"startYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"compare"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"a"},"value":{"kind":"StringValue","value":"tt0900001","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"b"},"value":{"kind":"StringValue","value":"tt0900002","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"similarity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TitleComparison"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sharedGenres"}},{"kind":"Field","name":{"kind":"Name","value":"sharedPeople"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categoriesInA"}},{"kind":"Field","name":{"kind":"Name","value":"categoriesInB"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SimilarQuery, SimilarQueryVariables>;
export const SuggestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Suggestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suggest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"prefix"},"value":{"kind":"StringValue","value":"mid","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"matchedText"}},{"kind":"Field","name":{"kind":"Name","value":"matchedOn"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Title"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startYear"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"birthYear"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuggestionsQuery, SuggestionsQueryVariables>;
export const TimelineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"nm0900001","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryName"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"DECADE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startYear"}},{"kind":"Field","name":{"kind":"Name","value":"titles"}},{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bestTitle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"undated"}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstYear"}},{"kind":"Field","name":{"kind":"Name","value":"lastYear"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"titleTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"titleType"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"genres"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"genre"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"credits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"episodes"},"value":{"kind":"EnumValue","value":"BY_SERIES"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"episodeCount"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TimelineQuery, TimelineQueryVariables>;
export const TitleWithCreditsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TitleWithCredits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"tt0900001","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"titleType"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}},{"kind":"Field","name":{"kind":"Name","value":"originalTitle"}},{"kind":"Field","name":{"kind":"Name","value":"displayTitle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"StringValue","value":"DE","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"startYear"}},{"kind":"Field","name":{"kind":"Name","value":"runtimeMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"genres"}},{"kind":"Field","name":{"kind":"Name","value":"rating"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"votes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"directors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"credits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billingOrder"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"job"}},{"kind":"Field","name":{"kind":"Name","value":"characters"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryName"}},{"kind":"Field","name":{"kind":"Name","value":"birthYear"}},{"kind":"Field","name":{"kind":"Name","value":"knownFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"primaryTitle"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"akas"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"types"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TitleWithCreditsQuery, TitleWithCreditsQueryVariables>;
export const FacetsOfPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FacetsOfPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"filter"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FacetsOfPeopleQuery, FacetsOfPeopleQueryVariables>;
export const FacetsOfTitlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FacetsOfTitles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TitleFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"titles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"genre"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"filter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Bucket"}},{"kind":"Field","name":{"kind":"Name","value":"filter"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Bucket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FacetBucket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]} as unknown as DocumentNode<FacetsOfTitlesQuery, FacetsOfTitlesQueryVariables>;