import type { Person, PersonSummary, Title, TitleSummary } from '../../store/model/model.ts';
import type { TmdbPerson } from '../../store/tmdb/tmdb-people.ts';
import type { TmdbTitle } from '../../store/tmdb/tmdb-titles.ts';

/** A title as a resolver gets it: the full title, or the summary that is embedded in a document that refers to it. */
export type TitleValue = TitleSummary | Title;

/**
 * A person as a resolver gets them: the full person, or the summary that is embedded in a document that refers to them.
 */
export type PersonValue = PersonSummary | Person;

export interface SeasonValue {
  /** Key of the series. */
  seriesId: number;
  /** null for the season of the episodes without a season number. */
  number: number | null;
}

export type NodeValue = TitleValue | PersonValue | SeasonValue | TmdbTitle | TmdbPerson;

/** The object types that implement `Title`. */
export type TitleTypeName = 'Movie' | 'Series' | 'Episode' | 'Short' | 'Special' | 'Video' | 'VideoGame' | 'OtherTitle';

const TYPE_NAMES: Readonly<Record<string, TitleTypeName>> = {
  movie: 'Movie',
  tvMovie: 'Movie',
  tvSeries: 'Series',
  tvMiniSeries: 'Series',
  tvEpisode: 'Episode',
  short: 'Short',
  tvShort: 'Short',
  tvSpecial: 'Special',
  video: 'Video',
  videoGame: 'VideoGame',
};

/** The object type of a title. `tvPilot`, and any word that is newer than the list, is an `OtherTitle`. */
export function titleTypeName(title: TitleValue): TitleTypeName {
  return Object.hasOwn(TYPE_NAMES, title.titleType) ? (TYPE_NAMES[title.titleType] ?? 'OtherTitle') : 'OtherTitle';
}

/** The object type of a title or a person. */
export function resultTypeName(value: TitleValue | PersonValue): TitleTypeName | 'Person' {
  return 'titleType' in value ? titleTypeName(value) : 'Person';
}

/** The object type of whatever has an id. */
export function nodeTypeName(value: NodeValue): TitleTypeName | 'Person' | 'Season' | 'TmdbTitle' | 'TmdbPerson' {
  if ('voteCount' in value) return 'TmdbTitle';
  if ('knownForDepartment' in value) return 'TmdbPerson';
  return 'seriesId' in value ? 'Season' : resultTypeName(value);
}
