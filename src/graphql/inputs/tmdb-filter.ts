import { badInput } from '../../errors.ts';
import type { TmdbTitleFilter } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { shown } from '../base/ids.ts';
import { checkCount, readSet } from './filter-inputs.ts';

const MAX_COLLECTIONS = 100;

const TmdbWordSetInput = builder.inputType('TmdbWordSet', {
  description:
    "A filter by words of TMDB's; case does not matter. An empty or absent list does not filter. A word that is not in the data matches nothing.",
  fields: (t) => ({
    any: t.stringList({ description: 'Keeps only titles with at least one of these words. At most 100 words.' }),
    all: t.stringList({ description: 'Keeps only titles with all of these words. At most 10 words.' }),
    exclude: t.stringList({
      description: 'Removes titles with any of these words; takes precedence over any and all. At most 100 words.',
    }),
  }),
});

const TmdbCollectionSetInput = builder.inputType('TmdbCollectionSet', {
  description: 'A filter by collections. An empty or absent list does not filter.',
  fields: (t) => ({
    any: t.idList({
      description: `Keeps only titles of one of these collections, by id (tmdb:collection:2344) or number (2344). At most ${MAX_COLLECTIONS}.`,
    }),
    exclude: t.idList({ description: `Removes titles of any of these collections. At most ${MAX_COLLECTIONS}.` }),
  }),
});

const DateRangeInput = builder.inputType('DateRange', {
  description: 'A range of days, both ends inclusive. A missing date is in no range.',
  fields: (t) => ({
    min: t.string({ description: 'First day in the range, as YYYY-MM-DD. Default: no lower limit.' }),
    max: t.string({ description: 'Last day in the range, as YYYY-MM-DD, not before min. Default: no upper limit.' }),
  }),
});

export const TmdbTitleFilterInput = builder.inputType('TmdbTitleFilter', {
  description:
    "A filter of titles by what TMDB says of them (Title.tmdb). Titles that have nothing of TMDB's, and all titles where this server has no data of TMDB's, pass what excludes alone.",
  fields: (t) => ({
    status: t.field({ type: TmdbWordSetInput, description: 'Filters by status, such as Released or Ended.' }),
    originalLanguage: t.field({
      type: TmdbWordSetInput,
      description: 'Filters by original language, in codes of ISO 639-1 such as de.',
    }),
    country: t.field({
      type: TmdbWordSetInput,
      description: 'Filters by countries of production or origin, in codes of ISO 3166-1 such as DE.',
    }),
    keyword: t.field({ type: TmdbWordSetInput, description: 'Filters by keywords.' }),
    collection: t.field({
      type: TmdbCollectionSetInput,
      description: 'Filters by the collection that a film belongs to.',
    }),
    releaseDate: t.field({
      type: DateRangeInput,
      description: 'Filters by the date of the release, or of the first broadcast of a series.',
    }),
  }),
});

type Given = typeof TmdbTitleFilterInput.$inferInput;

/** @throws ClientError `BAD_USER_INPUT` that names the invalid field. */
export function readTmdbFilter(filter: Given | null | undefined, at: string): TmdbTitleFilter | undefined {
  if (filter === null || filter === undefined) return undefined;
  const { collection, releaseDate, ...sets } = filter;
  const given: TmdbTitleFilter = {};
  for (const name of ['status', 'originalLanguage', 'country', 'keyword'] as const) {
    const set = readSet(sets[name], `${at}.${name}`);
    if (set !== undefined) given[name] = set;
  }
  const collections = readCollections(collection, `${at}.collection`);
  if (collections !== undefined) given.collection = collections;
  const dates = readDates(releaseDate, `${at}.releaseDate`);
  if (dates !== undefined) given.releaseDate = dates;
  return Object.keys(given).length === 0 ? undefined : given;
}

function readCollections(set: Given['collection'], at: string): TmdbTitleFilter['collection'] {
  const given: NonNullable<TmdbTitleFilter['collection']> = {};
  for (const key of ['any', 'exclude'] as const) {
    const ids = set?.[key];
    if (ids === null || ids === undefined || ids.length === 0) continue;
    checkCount(ids, { most: MAX_COLLECTIONS, at: `${at}.${key}`, what: 'collections' });
    given[key] = ids.map((id, index) => readCollection(id, `${at}.${key}[${index}]`));
  }
  return Object.keys(given).length === 0 ? undefined : given;
}

function readCollection(id: string, at: string): number {
  const number = /^(?:tmdb:collection:)?([1-9][0-9]{0,8})$/.exec(id)?.[1];
  if (number === undefined)
    throw badInput(
      `${at}: ${shown(id)} is no collection. It is a number of TMDB's, such as 2344 or tmdb:collection:2344.`,
    );
  return Number(number);
}

function readDates(range: Given['releaseDate'], at: string): TmdbTitleFilter['releaseDate'] {
  const { min, max } = range ?? {};
  if (min == null && max == null) return undefined;
  if (min != null) checkDate(min, `${at}.min`);
  if (max != null) checkDate(max, `${at}.max`);
  if (min != null && max != null && min > max)
    throw badInput(`${at}: min ${min} is after max ${max}, so that nothing can match. Exchange them.`);
  return { ...(min != null && { min }), ...(max != null && { max }) };
}

function checkDate(text: string, at: string): void {
  const isDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
  const time = isDay ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== text)
    throw badInput(`${at}: ${shown(text)} is no day. A day is written as YYYY-MM-DD, such as 1999-03-31.`);
}
