import { SOURCES } from '../sources/imdb.ts';
import type { SourceColumnName, SourceName } from '../sources/imdb.ts';
import { flag, id, idList, integer, named, rating, required, text, textList, word, wordList } from './column.ts';
import type { DeclaredColumn, SourceColumn } from './column.ts';
import type { CanonicalTableName } from './table-names.ts';

/** The columns of the canonical tables: IMDb's names, ids as integers, lists as lists. */
export const CANONICAL_COLUMNS: Record<CanonicalTableName, readonly SourceColumn[]> = {
  titles: columnsOf('title.basics', {
    tconst: id('tt', 'The id of the title, as a number.'),
    titleType: required(word("The kind of title, a word of IMDb's: movie, tvSeries, tvEpisode.")),
    primaryTitle: text('The title by which it is best known.'),
    originalTitle: text('The title in the original language.'),
    isAdult: flag('Whether it is an adult title.'),
    startYear: integer('The year of release; of a series, the first one.'),
    endYear: integer('The last year of a series.'),
    runtimeMinutes: integer('The running time, in minutes.'),
    genres: wordList(',', 'Up to three genres.'),
  }),
  akas: columnsOf('title.akas', {
    titleId: named('tconst', id('tt', 'The id of the title, as a number.')),
    ordering: required(integer('The number of the row among those of the title, from 1.')),
    title: text('The title as it is known there.'),
    region: word("The market, a code of IMDb's: mostly ISO 3166-1, such as DE."),
    language: word("The language, a code of IMDb's: mostly ISO 639-1, such as de."),
    types: wordList('\u0002', 'The uses of the title: imdbDisplay, working, dvd.'),
    attributes: wordList('\u0002', 'Further words on the title, such as short version.'),
    isOriginalTitle: flag('Whether it is the original title.'),
  }),
  crew: columnsOf('title.crew', {
    tconst: id('tt', 'The id of the title, as a number.'),
    directors: idList('nm', "The ids of the directors, in IMDb's order."),
    writers: idList('nm', "The ids of the writers, in IMDb's order."),
  }),
  episodes: columnsOf('title.episode', {
    tconst: id('tt', 'The id of the episode, as a number.'),
    parentTconst: id('tt', 'The id of its series, as a number.'),
    seasonNumber: integer('The number of the season.'),
    episodeNumber: integer('The number of the episode in its season.'),
  }),
  principals: columnsOf('title.principals', {
    tconst: id('tt', 'The id of the title, as a number.'),
    ordering: required(integer('The place in the billing of the title, from 1.')),
    nconst: id('nm', 'The id of the person, as a number.'),
    category: required(word("The category of the credit, a word of IMDb's: actor, director, self.")),
    job: text('The job, where it says more than the category.'),
    characters: textList('The characters that are played.'),
  }),
  ratings: columnsOf('title.ratings', {
    tconst: id('tt', 'The id of the title, as a number.'),
    averageRating: rating('The average rating, from 1.0 to 10.0.'),
    numVotes: required(integer('The number of votes.')),
  }),
  names: columnsOf('name.basics', {
    nconst: id('nm', 'The id of the person, as a number.'),
    primaryName: text('The name by which the person is mostly credited.'),
    birthYear: integer('The year of birth; before Christ it is negative.', { negative: true }),
    deathYear: integer('The year of death; before Christ it is negative.', { negative: true }),
    primaryProfession: wordList(',', 'Up to three professions.'),
    knownForTitles: idList('tt', 'The ids of the titles that the person is known for.'),
  }),
};

/** Columns in the order of the source's header. */
function columnsOf<S extends SourceName>(
  source: S,
  declared: Record<SourceColumnName<S>, DeclaredColumn>,
): readonly SourceColumn[] {
  const header = SOURCES.find(({ name }) => name === source)?.columns ?? [];
  return header.map((from) => sourceColumn(from, declared[from as SourceColumnName<S>]));
}

function sourceColumn(
  from: string,
  { name = from, required: isRequired = false, ...column }: DeclaredColumn,
): SourceColumn {
  const nullable = !isRequired && column.content.kind !== 'flag';
  return { ...column, name, from, required: isRequired, nullable };
}
