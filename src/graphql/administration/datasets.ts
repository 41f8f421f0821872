import type { DatasetFile } from '../../dataset/sources/dataset-file.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import { administrationOf } from './administration-of.ts';
import type { KnownDatasets } from './interface/dataset-administration.ts';
import { DatasetActionRef } from './dataset-results.ts';

/** IMDb publishes so many. */
const FILES = 7;

const DatasetFileRef = builder.objectRef<DatasetFile>('DatasetFile').implement({
  description: "One of IMDb's files as it is on the disk of the service. What is not known of it is null.",
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the file, such as title.basics.tsv.gz.' }),
    sizeBytes: t.exposeFloat('sizeBytes', {
      nullable: true,
      description: 'Compressed size in bytes, as a whole number. Null if the file is not downloaded.',
    }),
    modified: t.exposeString('modified', {
      nullable: true,
      description:
        'Time at which IMDb published the file, or at which it was written where the server has sent none, in ISO 8601, UTC, such as 2026-11-21T01:12:45.000Z.',
    }),
    contentType: t.exposeString('contentType', { description: 'Media type of the file.' }),
    etag: t.exposeString('etag', { nullable: true, description: 'ETag of the response that was downloaded.' }),
    verified: t.exposeBoolean('verified', {
      nullable: true,
      description:
        'Whether the file was read to its end and found whole, and has not changed since. Null if it is not downloaded.',
    }),
    extracted: t.exposeBoolean('extracted', {
      description: 'Whether the text of this very file is in the folder for extracted text.',
    }),
    rows: t.exposeFloat('rows', {
      nullable: true,
      description: 'Number of lines after the header, as a whole number. Null unless the file is verified.',
    }),
    rejected: t.exposeFloat('rejected', {
      nullable: true,
      description:
        'Number of lines that the served build has left out, as a whole number. Null if that build was made from another version of the file.',
    }),
  }),
});

const DatasetsRef = builder.objectRef<KnownDatasets>('Datasets').implement({
  description: "IMDb's files on the disk of the service.",
  fields: (t) => ({
    files: t.field({
      type: [DatasetFileRef],
      extensions: costs({ rows: FILES }),
      description: 'All of the files, also those that are not downloaded, but for those that the settings leave out.',
      resolve: ({ files }) => files,
    }),
    totalCount: t.int({ description: 'Number of files in the list.', resolve: ({ files }) => files.length }),
    location: t.exposeString('location', { description: 'Folder of the downloads, on the machine of the service.' }),
    extractLocation: t.exposeString('extractLocation', {
      nullable: true,
      description: 'Folder that text is extracted to. Null if the settings name none.',
    }),
    freeBytes: t.exposeFloat('freeBytes', {
      description: 'Bytes that may still be written on the disk of the downloads, as a whole number.',
    }),
    lastAction: t.field({
      type: DatasetActionRef,
      nullable: true,
      description: 'The last action on the files, whoever asked for it. Null if there was none.',
      resolve: ({ lastAction }) => lastAction,
    }),
  }),
});

builder.queryField('datasets', (t) =>
  t.field({
    type: DatasetsRef,
    nullable: true,
    extensions: requiresRole('ADMIN', costs({ weight: 2000 })),
    description: "IMDb's files on the disk of the service: which are downloaded, whole and extracted.",
    resolve: (_root, _args, context) => administrationOf(context).administration.datasets.list(),
  }),
);
