import type { Values } from '../../dataset/indexes/field-kinds.ts';
import type { PERSON, TITLE } from '../../dataset/indexes/document-fields.ts';
import type { Pageable } from './page.ts';

/**
 * What the store answers with. Ids are integer keys (`tt0111161` is 111161); words are as in IMDb's files. A card
 * is the part of an entity that is copied beside a reference to it; the whole entity has more fields.
 */

export interface TitleSummary {
  id: number;
  /** IMDb's word, `tvMiniSeries`: may be one that the vocabulary does not know. */
  titleType: string;
  startYear: number | null;
  /** Undefined where it is not at hand. */
  primaryTitle?: string | null;
  rating?: Rating | null;
}

/** A title's document, with what belongs together put together. */
export interface Title extends TitleSummary, Omit<Values<typeof TITLE>, 'average' | 'votes' | keyof EpisodePosition> {
  /** The original title where IMDb gives no primary one. */
  primaryTitle: string | null;
  rating: Rating | null;
  /** For a title that IMDb lists as an episode. */
  position: EpisodePosition | null;
}

/** `average` from 1.0 to 10.0, over `votes` votes. */
export interface Rating {
  average: number;
  votes: number;
  /** The title that it is of; undefined for a mean of several titles. */
  titleId?: number | undefined;
}

export interface EpisodePosition {
  /** Key of the series; it may dangle. */
  seriesId: number;
  seasonNumber: number | null;
  episodeNumber: number | null;
}

export interface PersonSummary {
  id: number;
  primaryName: string | null;
  birthYear: number | null;
  deathYear: number | null;
}

/** A person's document. `knownFor` are keys of titles in IMDb's order; some may dangle. */
export interface Person extends PersonSummary, Values<typeof PERSON> {}

export interface CreditSummary {
  /** `ordering` of the file: position in the title's billing, from 1. */
  billingOrder: number;
  category: string;
}

/** A credit as read from its title's side; person is null where the reference dangles. */
export interface TitleCredit extends CreditSummary {
  job: string | null;
  characters: readonly string[] | null;
  person: PersonSummary | null;
}

/** A credit as read from its person's side; title is null where the reference dangles, its id is there all the same. */
export interface PersonCredit extends CreditSummary {
  titleId: number;
  title: TitleSummary | null;
  /** Episodes whose credits were folded into it: `title` is their series, and `titleId` the title of the credit itself. */
  episodeCount?: number | null;
}

/** Keys of directors and writers in the order of IMDb's title.crew; some may dangle. */
export interface Crew {
  directors: readonly number[];
  writers: readonly number[];
}

export interface Aka {
  ordering: number;
  title: string;
  region: string | null;
  language: string | null;
  types: readonly string[];
  attributes: readonly string[];
  isOriginalTitle: boolean;
}

export interface SearchHit {
  node: Title | Person;
  /** Greater is better, from 0 to 1. */
  score: number;
  matchedOn: MatchedOn;
  matchedText: string;
  /** Of the aka that matched. */
  region: string | null;
}

export type MatchedOn = 'PRIMARY' | 'ORIGINAL' | 'AKA' | 'NAME' | 'ID' | 'TMDB_ALTERNATIVE_TITLE';

export interface SearchRequest {
  query: string;
  filter: SearchFilter;
}

export interface SearchFilter {
  /** Absent for IMDb's. */
  source?: FurtherSource | undefined;
  types?: readonly SearchType[] | undefined;
  /** The market that other titles must be of. */
  region?: string | undefined;
  /** The startYear that titles must have. */
  year?: number | undefined;
  adult: AdultContent;
  includeAkas: boolean;
}

/** Hits, counted up to a number beyond which nobody reads on. */
export interface SearchList extends Pageable<SearchHit> {
  counted(): Promise<{ total: number; exact: boolean }>;
  /** The query as it was understood, where its spelling was corrected; else null. */
  corrected(): Promise<string | null>;
}

export type AdultContent = 'EXCLUDE' | 'INCLUDE' | 'ONLY';
export type Direction = 'ASC' | 'DESC';

export interface OrderBy<Field extends string> {
  field: Field;
  direction: Direction;
}

export type TitleOrderField = 'VOTES' | 'RATING' | 'YEAR' | 'RUNTIME' | 'TITLE' | 'EPISODES';
export type PersonOrderField = 'CREDITS' | 'NAME' | 'BIRTH_YEAR' | 'DEATH_YEAR';
export type CreditOrderField = 'YEAR' | 'VOTES' | 'RATING' | 'BILLING';
export type EpisodeOrderField = 'NUMBER' | 'RATING' | 'VOTES' | 'YEAR';
export type SearchType = 'TITLE' | 'PERSON' | 'MOVIE' | 'SERIES' | 'EPISODE';

export interface WordSet {
  any?: readonly string[];
  all?: readonly string[];
  exclude?: readonly string[];
}

/** Both ends belong to it. */
export interface Range {
  min?: number;
  max?: number;
}

/** A text fits when it passes every test that is given. */
export interface TextFilter {
  /** Each of its words is a whole word of the text; case, accents, punctuation and apostrophes do not matter. */
  words?: string;
  /** A plain part of the text; case does not matter. */
  contains?: string;
  /** A regular expression as RE2 reads it; case does not matter. */
  matches?: string;
}

export interface CreditMatch {
  personId: number;
  category?: string;
  /** A plain part of one of the characters; case does not matter. */
  character?: string;
}

/** Whose titles or people there are beside those of IMDb's: what TMDB alone has, or both. */
export type FurtherSource = 'TMDB' | 'ANY';

/** Titles that pass every part that is given. Words are IMDb's, or `OTHER` for every word outside of the vocabulary. */
export interface TitleFilter {
  /** Absent for IMDb's. */
  source?: FurtherSource | undefined;
  adult: AdultContent;
  /** Keys of titles: only these. */
  ids?: readonly number[];
  types?: Omit<WordSet, 'all'>;
  genres?: WordSet;
  akaRegions?: WordSet;
  akaLanguages?: WordSet;
  year?: Range;
  runtimeMinutes?: Range;
  rating?: Range;
  votes?: Range;
  seasonNumber?: Range;
  episodeNumber?: Range;
  hasRating?: boolean;
  /** Keys of series: only their episodes. */
  series?: readonly number[];
  credits?: { any?: readonly CreditMatch[]; all?: readonly CreditMatch[]; exclude?: readonly CreditMatch[] };
  primaryTitle?: TextFilter;
  originalTitle?: TextFilter;
  /** One of its genres. */
  genre?: TextFilter;
  /** The name of one of the people credited. */
  person?: TextFilter;
  people?: { allNames?: readonly string[] };
  tmdb?: TmdbTitleFilter | undefined;
}

/** By what TMDB says of titles. Words in any case. */
export interface TmdbTitleFilter {
  status?: WordSet;
  originalLanguage?: WordSet;
  country?: WordSet;
  keyword?: WordSet;
  /** TMDB's numbers. */
  collection?: { any?: readonly number[]; exclude?: readonly number[] };
  /** YYYY-MM-DD, both ends inclusive. */
  releaseDate?: { min?: string; max?: string };
}

export interface PersonFilter {
  /** Absent for IMDb's. */
  source?: FurtherSource | undefined;
  ids?: readonly number[];
  name?: TextFilter;
  birthYear?: Range;
  deathYear?: Range;
  professions?: WordSet;
  /** Credits on titles of this kind. */
  credits?: Range & { adult: AdultContent };
}

export type TitleFacet = OwnTitleFacet | TmdbTitleFacet;
/** Of IMDb's data. */
export type OwnTitleFacet = 'genre' | 'type' | 'decade' | 'ratingBucket' | 'runtimeBucket' | 'akaRegion';
/** Of TMDB's. */
export type TmdbTitleFacet = 'language' | 'country' | 'keyword';
export type PersonFacet = 'profession' | 'birthDecade' | 'deathDecade';

/** Rows of a list that have one value. */
export interface FacetBucket<Filter> {
  value: string;
  label: string;
  count: number;
  /** What takes the place of the facet's own part in the filter, so that these rows and no others fit. */
  narrows: Partial<Filter>;
}

export interface CreditFilter {
  categories?: readonly string[];
  titleTypes?: readonly string[];
}

export interface AkaFilter {
  region?: string;
  language?: string;
  type?: string;
}
