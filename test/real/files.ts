import type { SourceColumnName, SourceName } from '../../src/dataset/sources/imdb.ts';
import type { Ask } from './ask.ts';
import type { IdSet } from './id-set.ts';
import {
  flag,
  ids,
  isNameId,
  isTitleId,
  numberOfId,
  rating,
  reference,
  text,
  texts,
  whole,
  words,
  year,
} from './rules.ts';
import type { Value } from './rules.ts';

/** The ids that the files have, without which some of what refers to them is not in an answer. */
export interface Known {
  titles: IdSet;
  episodes: IdSet;
  series: IdSet;
  names: IdSet;
}

type Row<S extends SourceName> = Record<SourceColumnName<S>, string>;

/** How the rows of a file are asked for, and what the answers have to be. */
export interface FileCheck<R = Record<string, string>> {
  /** How many of the first columns tell a row from others. */
  keys: number;
  /** Whether the line is taken at all. */
  fits: (row: R) => boolean;
  /** Whether there is something to ask: what refers to a title that the data has not is in no answer. */
  isReachable: (row: R, known: Known) => boolean;
  /** By the columns of the file. */
  expected: (row: R, known: Known) => Record<string, Value>;
  /** The same as it is answered; undefined where the row is not there. */
  answered: (row: R, ask: Ask) => Promise<Record<string, unknown> | undefined>;
}

const EPISODE_TYPE = 'tvEpisode';
const SERIES_TYPES: ReadonlySet<string> = new Set(['tvSeries', 'tvMiniSeries']);

/** Learns the ids of a line that fits. */
export function learn(known: Known, row: Record<string, string>): void {
  const { tconst = '', nconst = '', titleType = '' } = row;
  if (nconst !== '') return known.names.add(numberOfId(nconst));
  const id = numberOfId(tconst);
  known.titles.add(id);
  if (titleType === EPISODE_TYPE) known.episodes.add(id);
  if (SERIES_TYPES.has(titleType)) known.series.add(id);
}

export const FILE_CHECKS = {
  'title.basics': check<'title.basics'>({
    keys: 1,
    fits: (row) => isTitleId(row.tconst) && text(row.titleType) !== null,
    isReachable: () => true,
    expected: (row) => ({
      tconst: row.tconst,
      titleType: row.titleType,
      primaryTitle: text(row.primaryTitle) ?? text(row.originalTitle) ?? row.tconst,
      originalTitle: text(row.originalTitle),
      isAdult: flag(row.isAdult),
      startYear: whole(row.startYear),
      endYear: whole(row.endYear),
      runtimeMinutes: whole(row.runtimeMinutes),
      genres: words(row.genres),
    }),
    answered: ({ tconst }, ask) =>
      ask.title(
        tconst,
        `tconst: id titleType: titleTypeName primaryTitle originalTitle isAdult startYear endYear runtimeMinutes
         genres: genreNames`,
      ),
  }),
  'title.akas': check<'title.akas'>({
    keys: 2,
    fits: (row) => isTitleId(row.titleId) && whole(row.ordering) !== null,
    isReachable: ({ titleId }, { titles }) => titles.has(numberOfId(titleId)),
    expected: (row) => ({
      titleId: row.titleId,
      ordering: whole(row.ordering),
      title: text(row.title),
      region: text(row.region),
      language: text(row.language),
      types: words(row.types, '\u0002'),
      attributes: words(row.attributes, '\u0002'),
      isOriginalTitle: flag(row.isOriginalTitle),
    }),
    async answered({ titleId, ordering }, ask) {
      const akas = await ask.list(titleId, 'akas', 'ordering title region language types attributes isOriginalTitle');
      return withId(
        { titleId },
        akas.find((aka) => aka['ordering'] === Number(ordering)),
      );
    },
  }),
  'title.crew': check<'title.crew'>({
    keys: 1,
    fits: ({ tconst }) => isTitleId(tconst),
    isReachable: ({ tconst }, { titles }) => titles.has(numberOfId(tconst)),
    expected: (row, { names }) => ({
      tconst: row.tconst,
      directors: ids(row.directors, names),
      writers: ids(row.writers, names),
    }),
    async answered({ tconst }, ask) {
      const directors = await ask.list(tconst, 'directors', 'id');
      const writers = await ask.list(tconst, 'writers', 'id');
      return { tconst, directors: directors.map(({ id }) => id), writers: writers.map(({ id }) => id) };
    },
  }),
  'title.episode': check<'title.episode'>({
    keys: 1,
    fits: (row) => isTitleId(row.tconst) && isTitleId(row.parentTconst),
    isReachable: ({ tconst }, { episodes }) => episodes.has(numberOfId(tconst)),
    expected: (row, { series }) => ({
      tconst: row.tconst,
      parentTconst: reference(row.parentTconst, series),
      seasonNumber: whole(row.seasonNumber),
      episodeNumber: whole(row.episodeNumber),
    }),
    async answered({ tconst }, ask) {
      const title = await ask.title(tconst, 'id ... on Episode { series { id } seasonNumber episodeNumber }');
      return title && { ...title, tconst: title['id'], parentTconst: idOf(title['series']) };
    },
  }),
  'title.principals': check<'title.principals'>({
    keys: 2,
    fits: (row) =>
      isTitleId(row.tconst) && whole(row.ordering) !== null && isNameId(row.nconst) && text(row.category) !== null,
    isReachable: ({ tconst }, { titles }) => titles.has(numberOfId(tconst)),
    expected: (row, { names }) => ({
      tconst: row.tconst,
      ordering: whole(row.ordering),
      nconst: reference(row.nconst, names),
      category: row.category,
      job: text(row.job),
      characters: texts(row.characters),
    }),
    async answered({ tconst, ordering }, ask) {
      const selection = 'ordering: billingOrder category: categoryName job characters person { id }';
      const credits = await ask.list(tconst, 'credits', selection);
      const credit = credits.find((one) => one['ordering'] === Number(ordering));
      return withId({ tconst, nconst: idOf(credit?.['person']) }, credit);
    },
  }),
  'title.ratings': check<'title.ratings'>({
    keys: 1,
    fits: (row) => isTitleId(row.tconst) && rating(row.averageRating) !== null && whole(row.numVotes) !== null,
    isReachable: ({ tconst }, { titles }) => titles.has(numberOfId(tconst)),
    expected: (row) => ({
      tconst: row.tconst,
      averageRating: rating(row.averageRating),
      numVotes: whole(row.numVotes),
    }),
    async answered({ tconst }, ask) {
      const title = await ask.title(tconst, 'rating { averageRating: average numVotes: votes }');
      return withId({ tconst }, title?.['rating'] as Record<string, unknown> | null | undefined);
    },
  }),
  'name.basics': check<'name.basics'>({
    keys: 1,
    fits: ({ nconst }) => isNameId(nconst),
    isReachable: () => true,
    expected: (row, { titles }) => ({
      nconst: row.nconst,
      primaryName: text(row.primaryName) ?? row.nconst,
      birthYear: year(row.birthYear),
      deathYear: year(row.deathYear),
      primaryProfession: words(row.primaryProfession),
      knownForTitles: ids(row.knownForTitles, titles),
    }),
    async answered({ nconst }, ask) {
      const person = await ask.person(
        nconst,
        'nconst: id primaryName birthYear deathYear primaryProfession: primaryProfessions knownFor { id }',
      );
      return person && { ...person, knownForTitles: (person['knownFor'] as unknown[]).map(idOf) };
    },
  }),
} satisfies Record<SourceName, FileCheck>;

/** Rows are read as what the header says: their columns are those of the source. */
function check<S extends SourceName>(file: FileCheck<Row<S>>): FileCheck {
  return file as unknown as FileCheck;
}

function withId(
  id: Record<string, unknown>,
  found: Record<string, unknown> | null | undefined,
): Record<string, unknown> | undefined {
  return found ? { ...found, ...id } : undefined;
}

function idOf(node: unknown): unknown {
  return (node as { id: unknown } | null | undefined)?.id ?? null;
}
