import { oddInputOf, sumOf } from '../dataset/builds/odd-input.ts';
import { ATTRIBUTION, LICENCE } from '../dataset/sources/imdb.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { DatasetRef, SourceRef, TableInfoRef } from './base/refs.ts';

SourceRef.implement({
  description: "One of IMDb's daily files, as it was when the build read it.",
  fields: (t) => ({
    name: t.string({
      description: "IMDb's name of the file, without its endings: title.basics.",
      resolve: (source) => source.name,
    }),
    etag: t.exposeString('etag', {
      nullable: true,
      description: 'ETag it was served with. Null where it was not downloaded by this server.',
    }),
    lastModified: t.exposeString('lastModified', {
      nullable: true,
      description:
        'Last-Modified it was served with, as an HTTP date. Null where it was not downloaded by this server.',
    }),
    bytes: t.exposeFloat('bytes', { description: 'Compressed size in bytes, a whole number.' }),
    rows: t.exposeFloat('rows', { description: 'Lines after the header, a whole number.' }),
    rejected: t.exposeFloat('rejected', {
      description:
        'Lines that are left out, a whole number: they cannot be read, lack an id or another value they must have, or repeat an earlier line.',
    }),
    nulled: t.exposeFloat('nulled', {
      description: 'Values that do not fit their column and are null, or lists that lost a part, a whole number.',
    }),
  }),
});

TableInfoRef.implement({
  description: 'A Parquet table of the build.',
  fields: (t) => ({
    name: t.string({
      description: 'Its name; the file is tables/<name>.parquet in the folder of the build.',
      resolve: (table) => table.name,
    }),
    rows: t.exposeFloat('rows', { description: 'Its rows, a whole number.' }),
  }),
});

DatasetRef.implement({
  description: 'The build of the data that this request reads, and where it comes from.',
  fields: (t) => ({
    buildId: t.string({
      description: 'Name of the build: the UTC time at which its making began, 20261121T013000Z.',
      resolve: ({ manifest }) => manifest.buildId,
    }),
    version: t.exposeInt('version', { description: 'Grows by one with every build that is put in service.' }),
    builtAt: t.string({
      description: 'When the build was finished: ISO 8601, UTC.',
      resolve: ({ manifest }) => manifest.builtAt,
    }),
    sources: t.field({
      type: [SourceRef],
      extensions: costs({ rows: 7 }),
      description: "IMDb's files that it was made from.",
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
        'Its tables: one for each file of IMDb, and those that are made from them to answer faster. And ratings_before, the ratings as they were before they last changed: empty where no earlier build had any.',
      resolve: ({ manifest }) => manifest.tables,
    }),
    licence: t.string({ description: "What IMDb's terms allow, in one sentence.", resolve: () => LICENCE }),
    attribution: t.string({
      description: 'The sentence to show wherever the data is shown.',
      resolve: () => ATTRIBUTION,
    }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: DatasetRef,
    description: 'What the answers of this request are made from.',
    resolve: (_root, _args, { loaders }) => loaders.dataset,
  }),
);
