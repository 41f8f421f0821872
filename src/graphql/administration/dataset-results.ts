import type { DatasetAction, FileResult } from '../../dataset/sources/dataset-action.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { DatasetsAnswer } from './interface/dataset-administration.ts';

/** IMDb publishes so many. */
const FILES = 7;

const DatasetsOutcomeEnum = builder.enumType('DatasetsOutcome', {
  description: 'How an action on source files ended.',
  values: {
    DONE: { description: 'Each of the files is done.' },
    FAILED: { description: 'At least one file failed; the others are done.' },
    BUSY: { description: 'An ingest or another action is running, and nothing was done.' },
    RUNNING: { description: 'It has not ended yet, and goes on: `Datasets.lastAction` has the result.' },
  },
});

const DatasetFileOutcomeEnum = builder.enumType('DatasetFileOutcome', {
  description: 'How an action on one file ended.',
  values: {
    DONE: { description: 'It is done, or was already.' },
    FAILED: { description: 'It is not done, for the reason in the message.' },
  },
});

const DatasetActionKindEnum = builder.enumType('DatasetActionKind', {
  description: 'What was done with source files.',
  values: {
    DOWNLOAD: { value: 'download', description: 'They were downloaded.' },
    EXTRACT: { value: 'extract', description: 'Their text was written.' },
    DELETE: { value: 'delete', description: 'They were deleted.' },
  } as const,
});

const DatasetFileResultRef = builder.objectRef<FileResult>('DatasetFileResult').implement({
  description: 'How an action on one file ended.',
  fields: (t) => ({
    file: t.exposeString('file', {
      description: 'Name of the file, such as title.basics.tsv.gz, or the name that was given if no file has it.',
    }),
    outcome: t.expose('outcome', { type: DatasetFileOutcomeEnum, description: 'Whether it is done.' }),
    message: t.exposeString('message', { description: 'What was done, or why not, in one line.' }),
    bytes: t.exposeFloat('bytes', {
      nullable: true,
      description: 'Bytes that were downloaded, written or deleted, as a whole number.',
    }),
    rows: t.exposeFloat('rows', {
      nullable: true,
      description: 'Number of lines after the header, as a whole number, where the file was read to its end.',
    }),
  }),
});

export const DatasetsResultRef = builder.objectRef<DatasetsAnswer>('DatasetsResult').implement({
  description: 'How an action on source files ended.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: DatasetsOutcomeEnum, description: 'How it ended.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'What failed, in one line. Null for nothing.' }),
    files: t.field({
      type: [DatasetFileResultRef],
      extensions: costs({ rows: FILES }),
      description: 'Each of the files. Empty before the end.',
      resolve: ({ files }) => files,
    }),
    doneCount: t.exposeInt('done', { description: 'Number of files that are done.' }),
    failedCount: t.exposeInt('failed', { description: 'Number of files that failed.' }),
  }),
});

export const DatasetActionRef = builder.objectRef<DatasetAction>('DatasetAction').implement({
  description: 'An action on source files.',
  fields: (t) => ({
    kind: t.expose('action', { type: DatasetActionKindEnum, description: 'What was done.' }),
    startedBy: t.exposeString('startedBy', { description: 'Name of the token that asked for it, or `command line`.' }),
    startedAt: t.exposeString('startedAt', {
      description: 'Time at which it was started, in ISO 8601, UTC, such as 2026-11-21T01:30:00.512Z.',
    }),
    endedAt: t.exposeString('endedAt', {
      nullable: true,
      description: 'Time at which it ended, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. Null while it goes on.',
    }),
    result: t.field({
      type: DatasetsResultRef,
      description: 'How it ended.',
      resolve: (action) => action,
    }),
  }),
});
