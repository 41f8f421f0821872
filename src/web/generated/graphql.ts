/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Direction of a sort. Rows without a value come last in both directions. */
export type Direction =
  /** Ascending: the smallest, earliest or alphabetically first value comes first. */
  | 'ASC'
  /** Descending: the greatest, latest or alphabetically last value comes first. */
  | 'DESC';

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
  /** The years of both; the weight falls to a third in 15 years. */
  | 'ERA'
  /** A genre of both, alone and in pairs with others; rare genres and rare pairs weigh more. */
  | 'GENRE'
  /** A person with a credit on both, weighted by role and billing, and by how few other titles they have. */
  | 'PERSON'
  /** The name of a series in both titles: the whole title or what stands before its subtitle, without article and number. It is what sequels and remakes share. */
  | 'SERIES'
  /** Words in both titles; rare words weigh more, and the commonest nothing. */
  | 'TITLE_WORDS';

/** Length of the periods of a timeline. */
export type TimelineUnit =
  /** Ten years each, of which the first is divisible by ten: 1990 to 1999. */
  | 'DECADE'
  /** A year each. */
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

export type SuggestQueryVariables = Exact<{
  prefix: string;
  region?: string | null | undefined;
}>;


export type SuggestQuery = { suggest: Array<{ matchedText: string, node:
      | { __typename: 'Episode', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Person', id: string, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string> }
      | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
      | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre> }
     }> | null };

export type HomeQueryVariables = Exact<{
  region?: string | null | undefined;
  seed?: string | null | undefined;
}>;


export type HomeQuery = { movies: { nodes: Array<{ rank: number, rankChange: number | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, series: { nodes: Array<{ rank: number, rankChange: number | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, mostVoted: { nodes: Array<{ rank: number, rankChange: number | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       }> } | null, changes: { nodes: Array<{ id: string, kind: ChangeKind, ratingBefore: { average: number, votes: number } | null, ratingAfter: { average: number, votes: number } | null, title:
        | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
        | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
       | null }> } | null, randomTitles: { seed: string, nodes: Array<
      | { __typename: 'Episode', runtimeMinutes: number | null, seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', runtimeMinutes: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', runtimeMinutes: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', runtimeMinutes: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', runtimeMinutes: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', runtimeMinutes: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', runtimeMinutes: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', runtimeMinutes: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, directors: { nodes: Array<{ id: string, primaryName: string }> }, rating: { average: number, votes: number } | null }
    > } | null, genres: Array<{ word: string, value: string | null, count: number }> | null, dataset: { buildId: string, builtAt: string } };

export type ChartShortFragment = { nodes: Array<{ rank: number, rankChange: number | null, title:
      | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
     }> };

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


export type PersonPageQuery = { person: { id: string, primaryName: string, birthYear: number | null, deathYear: number | null, primaryProfessions: Array<string>, imdbUrl: string | null, knownFor: Array<
      | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
      | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
      | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
    >, creditSummary: { credits: number, titles: number, firstYear: number | null, lastYear: number | null, categories: Array<{ category: CreditCategory, count: number }>, genres: Array<{ genre: Genre, genreName: string, count: number }>, titleTypes: Array<{ titleTypeName: string, titleType: TitleType, count: number }> }, credits: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, episodeCount: number | null, title:
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
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
}>;


export type TitlePageQuery = { title:
    | { __typename: 'Episode', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, previousEpisode: { id: string, displayTitle: string, seasonNumber: number | null, episodeNumber: number | null } | null, nextEpisode: { id: string, displayTitle: string, seasonNumber: number | null, episodeNumber: number | null } | null, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, series: { id: string, displayTitle: string } | null }
    | { __typename: 'Movie', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > } }
    | { __typename: 'OtherTitle', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > } }
    | { __typename: 'Series', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, seasonCount: number, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > }, ratingGrid: { average: number | null, trend: number | null, missing: number, unrated: number, best: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, worst: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, seasons: Array<{ number: number | null, average: number | null, episodes: Array<{ state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null }> }> } }
    | { __typename: 'Short', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > } }
    | { __typename: 'Special', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > } }
    | { __typename: 'Video', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > } }
    | { __typename: 'VideoGame', primaryTitle: string, originalTitle: string | null, genreNames: Array<string>, runtimeMinutes: number | null, imdbUrl: string | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number, history: Array<{ buildId: string, builtAt: string, average: number, votes: number }> } | null, directors: { nodes: Array<{ id: string, primaryName: string }> }, writers: { nodes: Array<{ id: string, primaryName: string }> }, cast: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, crew: { totalCount: number, nodes: Array<{ category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null }> }, akas: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ ordering: number, title: string, region: string | null, language: string | null, types: Array<string>, attributes: Array<string>, isOriginalTitle: boolean }> }, similar: { nodes: Array<{ score: number, reasons: Array<{ kind: SimilarityReasonKind, detail: string, weight: number }>, title:
            | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
            | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
            | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
           }> }, namesakes: { nodes: Array<
          | { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null }
          | { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
          | { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null }
        > } }
   | null };

export type CreditLineFragment = { category: CreditCategory, categoryName: string, characters: Array<string> | null, job: string | null, person: { id: string, primaryName: string } | null };

export type EpisodeLinkFragment = { id: string, displayTitle: string, seasonNumber: number | null, episodeNumber: number | null };

export type SeriesPartsFragment = { seasonCount: number, ratingGrid: { average: number | null, trend: number | null, missing: number, unrated: number, best: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, worst: { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null } | null, seasons: Array<{ number: number | null, average: number | null, episodes: Array<{ state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null }> }> } };

export type GridCellFragment = { state: RatingGridState, seasonNumber: number | null, episodeNumber: number | null, rating: { average: number, votes: number } | null, episode: { id: string, primaryTitle: string } | null };

export type PageLinksFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

type TitleLine_Episode_Fragment = { __typename: 'Episode', seasonNumber: number | null, episodeNumber: number | null, id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, series: { id: string, displayTitle: string } | null, rating: { average: number, votes: number } | null };

type TitleLine_Movie_Fragment = { __typename: 'Movie', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_OtherTitle_Fragment = { __typename: 'OtherTitle', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Series_Fragment = { __typename: 'Series', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Short_Fragment = { __typename: 'Short', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Special_Fragment = { __typename: 'Special', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_Video_Fragment = { __typename: 'Video', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

type TitleLine_VideoGame_Fragment = { __typename: 'VideoGame', id: string, titleType: TitleType, displayTitle: string, startYear: number | null, endYear: number | null, genres: Array<Genre>, rating: { average: number, votes: number } | null };

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
export const TitleLineFragmentDoc = new TypedDocumentString(`
    fragment TitleLine on Title {
  __typename
  id
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
}`, {"fragmentName":"SeriesParts"}) as unknown as TypedDocumentString<SeriesPartsFragment, unknown>;
export const PageLinksFragmentDoc = new TypedDocumentString(`
    fragment PageLinks on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageLinks"}) as unknown as TypedDocumentString<PageLinksFragment, unknown>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($prefix: String!, $region: String) {
  suggest(prefix: $prefix, first: 8) {
    matchedText
    node {
      __typename
      ... on Title {
        id
        titleType
        displayTitle(region: $region)
        startYear
        endYear
        genres
      }
      ... on Person {
        id
        primaryName
        birthYear
        deathYear
        primaryProfessions
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
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
export const PersonPageDocument = new TypedDocumentString(`
    query PersonPage($id: ID!, $region: String, $categories: [CreditCategory!], $orderBy: [CreditOrder!], $unit: TimelineUnit!, $withDegrees: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
  person(id: $id) {
    id
    primaryName
    birthYear
    deathYear
    primaryProfessions
    imdbUrl
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
}`) as unknown as TypedDocumentString<PersonPageQuery, PersonPageQueryVariables>;
export const TitlePageDocument = new TypedDocumentString(`
    query TitlePage($id: ID!, $region: String, $castFirst: Int, $castAfter: String, $castLast: Int, $castBefore: String, $akasFirst: Int, $akasAfter: String, $akasLast: Int, $akasBefore: String) {
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
}`) as unknown as TypedDocumentString<TitlePageQuery, TitlePageQueryVariables>;