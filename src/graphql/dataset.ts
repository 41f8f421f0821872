import { hasTmdb } from '../dataset/builds/manifest.ts';
import type { Manifest } from '../dataset/builds/manifest.ts';
import { oddInputOf, sumOf } from '../dataset/builds/odd-input.ts';
import { ATTRIBUTION, LICENCE } from '../dataset/sources/imdb.ts';
import { TMDB_ATTRIBUTION, TMDB_LICENCE, TMDB_LOGO_URL } from '../dataset/sources/tmdb-terms.ts';
import type { TmdbTableName } from '../dataset/tables/table-names.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { DatasetRef, SourceRef, TableInfoRef } from './base/refs.ts';

SourceRef.implement({
  description: "One of IMDb's daily files, as the build read it.",
  fields: (t) => ({
    name: t.string({
      description: "IMDb's name of the file without its extensions, such as title.basics.",
      resolve: (source) => source.name,
    }),
    etag: t.exposeString('etag', {
      nullable: true,
      description: 'ETag of the response that was downloaded. Null if this server did not download the file.',
    }),
    lastModified: t.exposeString('lastModified', {
      nullable: true,
      description:
        'Last-Modified of the response that was downloaded, as an HTTP date in GMT, such as Sat, 21 Nov 2026 01:12:45 GMT. Null if this server did not download the file.',
    }),
    bytes: t.exposeFloat('bytes', { description: 'Compressed size in bytes, as a whole number.' }),
    rows: t.exposeFloat('rows', { description: 'Number of lines after the header, as a whole number.' }),
    rejected: t.exposeFloat('rejected', {
      description:
        'Number of lines left out, as a whole number: lines that cannot be parsed, lack an id or another required value, or repeat an earlier line.',
    }),
    nulled: t.exposeFloat('nulled', {
      description:
        'Number of values that do not fit their column and became null, and of lists that lost an element, as a whole number.',
    }),
  }),
});

TableInfoRef.implement({
  description: 'A Parquet table of the build.',
  fields: (t) => ({
    name: t.string({
      description:
        'Name of the table. Its file is tables/<name>.parquet in the folder of the build, or its parts are tables/<name>/*.parquet.',
      resolve: (table) => table.name,
    }),
    rows: t.exposeFloat('rows', { description: 'Number of rows, as a whole number.' }),
  }),
});

const TmdbDatasetRef = builder.objectRef<Pick<Manifest, 'tmdb' | 'tables'>>('TmdbDataset');

TmdbDatasetRef.implement({
  description: "TMDB's data in a build: a second source beside IMDb's files.",
  fields: (t) => ({
    attribution: t.string({
      description: "Sentence that must be shown wherever TMDB's data is shown.",
      resolve: () => TMDB_ATTRIBUTION,
    }),
    logoUrl: t.string({
      description: "URL of the logo of TMDB that must stand beside the sentence, an SVG at TMDB's site.",
      resolve: () => TMDB_LOGO_URL,
    }),
    licence: t.string({ description: "Summary of TMDB's terms of use, in one sentence.", resolve: () => TMDB_LICENCE }),
    oldestFetchedAt: t.string({
      nullable: true,
      description:
        'When the oldest row was asked of TMDB, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. None is older than 180 days when the build is made. Null without rows.',
      resolve: ({ tables }) => timesOf(tables, 'oldestFetchedAt').at(0) ?? null,
    }),
    newestFetchedAt: t.string({
      nullable: true,
      description:
        'When the newest row was asked of TMDB, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. Null without rows.',
      resolve: ({ tables }) => timesOf(tables, 'newestFetchedAt').at(-1) ?? null,
    }),
    titles: t.int({
      description: 'Number of films and series.',
      resolve: ({ tables }) => rowsOf(tables, 'tmdb_titles'),
    }),
    linkedTitles: t.int({
      description: "Number of IMDb's titles that have one of them.",
      resolve: ({ tables }) => rowsOf(tables, 'tmdb_title_links'),
    }),
    people: t.int({ description: 'Number of people.', resolve: ({ tables }) => rowsOf(tables, 'tmdb_people') }),
    linkedPeople: t.int({
      description: "Number of IMDb's people who are one of them.",
      resolve: ({ tables }) => rowsOf(tables, 'tmdb_person_links'),
    }),
  }),
});

function rowsOf(tables: Manifest['tables'], name: TmdbTableName): number {
  return tables.find((table) => table.name === name)?.rows ?? 0;
}

/** Times of the tables that have some, the earliest first. */
function timesOf(tables: Manifest['tables'], which: 'oldestFetchedAt' | 'newestFetchedAt'): string[] {
  return tables.flatMap((table) => table[which] ?? []).sort();
}

DatasetRef.implement({
  description: 'The build of the data that this request reads, and its sources.',
  fields: (t) => ({
    buildId: t.string({
      description:
        'Id of the build: the time at which the build was started, in ISO 8601 without separators, UTC, such as 20261121T013000Z.',
      resolve: ({ manifest }) => manifest.buildId,
    }),
    version: t.exposeInt('version', {
      description: 'Version of the data: grows by one with every build that is put in service.',
    }),
    builtAt: t.string({
      description: 'Time at which the build was finished, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
      resolve: ({ manifest }) => manifest.builtAt,
    }),
    sources: t.field({
      type: [SourceRef],
      extensions: costs({ rows: 7 }),
      description: "IMDb's files that the build was made from.",
      resolve: ({ manifest }) => {
        const odd = oddInputOf(manifest);
        return manifest.sources.map((source, at) => {
          const { rejected = 0, nulled = {} } = odd[at] ?? {};
          return { ...source, rejected, nulled: sumOf(nulled) };
        });
      },
    }),
    tables: t.field({
      type: [TableInfoRef],
      extensions: costs({ rows: 12 }),
      description:
        'Tables of the build: one for each file of IMDb, tables derived from these for faster answers, ratings_before, the ratings before their last change, which is empty if no earlier build had ratings, changes, what differs from earlier builds, and those of TMDB, where the build has its data.',
      resolve: ({ manifest }) => manifest.tables,
    }),
    tmdb: t.field({
      type: TmdbDatasetRef,
      nullable: true,
      description: "TMDB's data in the build. Null where it has none.",
      resolve: ({ manifest }) => (hasTmdb(manifest) ? manifest : null),
    }),
    licence: t.string({ description: "Summary of IMDb's terms of use, in one sentence.", resolve: () => LICENCE }),
    attribution: t.string({
      description: 'Sentence that must be shown wherever the data is shown.',
      resolve: () => ATTRIBUTION,
    }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: DatasetRef,
    description: 'The build that this request reads.',
    resolve: (_root, _args, { loaders }) => loaders.dataset,
  }),
);
