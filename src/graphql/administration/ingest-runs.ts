import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import { administrationOf } from './administration-of.ts';
import { checkedFirst } from './first.ts';
import type { IngestRun, IngestStatus, StepDuration } from './interface/ingest-administration.ts';

export const IngestStepEnum = builder.enumType('IngestStep', {
  description: 'Steps of an ingest, in their order.',
  values: {
    DOWNLOAD: { value: 'download', description: 'Downloads those of the seven files that have changed.' },
    BUILD: { value: 'build', description: 'Makes the tables and indexes of a new build.' },
    VERIFY: { value: 'verify', description: 'Reads the build back, and compares it with the one that is served.' },
    PROMOTE: { value: 'promote', description: 'Puts the build in service.' },
  },
});

const IngestRunKindEnum = builder.enumType('IngestRunKind', {
  description: 'What a run was begun for.',
  values: {
    NIGHTLY: { value: 'nightly', description: 'The run of the schedule.' },
    BY_HAND: { value: 'by hand', description: 'Somebody started it, by GraphQL or on the command line.' },
    REPAIR: { value: 'repair', description: 'It checks the build that is served, and replaces damaged files.' },
    REBUILD: { value: 'rebuild', description: 'No build was whole, or the build was of an older format.' },
    GO_BACK: { value: 'go back', description: 'It promotes a build that is kept.' },
  },
});

const IngestOutcomeEnum = builder.enumType('IngestOutcome', {
  description: 'How a run ended.',
  values: {
    PROMOTED: { value: 'promoted', description: 'Its build is in service.' },
    UNCHANGED: { value: 'unchanged', description: 'The files are those of the build that is served.' },
    DONE: { value: 'done', description: 'The steps that were asked for are done.' },
    REJECTED: { value: 'rejected', description: 'The data was refused; the build that is served stays.' },
    FAILED: { value: 'failed', description: 'Something broke; the build that is served stays.' },
    CANCELLED: { value: 'cancelled', description: 'It was ended early; the build that is served stays.' },
  },
});

const StepDurationRef = builder.objectRef<StepDuration>('IngestStepDuration').implement({
  description: 'A step of a run.',
  fields: (t) => ({
    step: t.field({ type: IngestStepEnum, description: 'The step.', resolve: ({ step }) => step }),
    seconds: t.float({
      description: 'Time that the run spent in it.',
      resolve: ({ durationMs }) => durationMs / 1000,
    }),
  }),
});

export const IngestRunRef = builder.objectRef<IngestRun>('IngestRun').implement({
  description: 'A run that has ended, in whichever process it was.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the run.' }),
    kind: t.field({
      type: IngestRunKindEnum,
      description: 'What it was begun for.',
      resolve: ({ kind }) => kind,
    }),
    startedAt: t.exposeString('startedAt', {
      description: 'Time at which it began, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    endedAt: t.exposeString('endedAt', {
      description: 'Time at which it ended, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    startedBy: t.exposeString('startedBy', {
      description:
        'Name of the token that started it, `command line`, `schedule`, or `service`, which replaces builds that are damaged or outdated.',
    }),
    outcome: t.field({
      type: IngestOutcomeEnum,
      description: 'How it ended.',
      resolve: ({ outcome }) => outcome,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it ended so, or what its steps have done. Null where the outcome says all.',
      resolve: ({ reason }) => reason,
    }),
    buildId: t.id({
      nullable: true,
      description: 'Build that it promoted or found to be current.',
      resolve: ({ buildId }) => buildId,
    }),
    steps: t.field({
      type: [StepDurationRef],
      extensions: costs({ rows: 4 }),
      description: 'Steps that it began, in their order.',
      resolve: ({ steps }) => steps,
    }),
  }),
});

const IngestStateEnum = builder.enumType('IngestState', {
  description: 'Whether a run goes on.',
  values: {
    IDLE: { description: 'No run goes on.' },
    RUNNING: { description: 'A run goes on, in one of the processes on the data folder.' },
  },
});

export const IngestStatusRef = builder.objectRef<IngestStatus>('IngestStatus').implement({
  description: 'The run that goes on, if there is one, and those around it.',
  fields: (t) => ({
    state: t.field({
      type: IngestStateEnum,
      description: 'Whether a run goes on. The fields of it are null otherwise.',
      resolve: ({ running }) => (running === undefined ? 'IDLE' : 'RUNNING'),
    }),
    runId: t.id({ nullable: true, description: 'Id of the run.', resolve: ({ running }) => running?.id }),
    kind: t.field({
      type: IngestRunKindEnum,
      nullable: true,
      description: 'What it was begun for.',
      resolve: ({ running }) => running?.kind,
    }),
    step: t.field({
      type: IngestStepEnum,
      nullable: true,
      description: 'Step that it is in.',
      resolve: ({ running }) => running?.step,
    }),
    startedAt: t.string({
      nullable: true,
      description: 'Time at which it began, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
      resolve: ({ running }) => running?.startedAt,
    }),
    startedBy: t.string({
      nullable: true,
      description: 'Who started it, as in `IngestRun.startedBy`.',
      resolve: ({ running }) => running?.startedBy,
    }),
    bytes: t.float({
      nullable: true,
      description: 'Bytes that are downloaded, as a whole number. Null until a file is.',
      resolve: ({ running }) => running?.bytes,
    }),
    totalBytes: t.float({
      nullable: true,
      description: 'Bytes of the downloads that have begun, as a whole number. Null until their sizes are known.',
      resolve: ({ running }) => running?.totalBytes,
    }),
    rows: t.float({
      nullable: true,
      description: 'Rows of the tables and indexes that are written, as a whole number.',
      resolve: ({ running }) => running?.rows,
    }),
    stepShare: t.float({
      nullable: true,
      description: 'Share of the step that is done, from 0 to 1. Null where it is not known.',
      resolve: ({ running }) => running?.stepShare,
    }),
    estimatedSeconds: t.float({
      nullable: true,
      description:
        'Estimate of the seconds until it ends, by the rate of its step and the last run that promoted a build. Null where neither tells.',
      resolve: ({ running }) => running?.estimatedSeconds,
    }),
    lastRun: t.field({
      type: IngestRunRef,
      nullable: true,
      description: 'The run that ended last.',
      resolve: ({ lastRun }) => lastRun,
    }),
    nextRun: t.string({
      nullable: true,
      description:
        'Time at which the schedule starts a run, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. Null if the schedule is off.',
      resolve: ({ nextRun }) => nextRun,
    }),
    learnedUpdateTime: t.string({
      nullable: true,
      description:
        'When IMDb publishes the last of the files, as the last nights have taught: hour and minute in ISO 8601, UTC, such as 12:05Z. Null before three nights are known.',
      resolve: ({ learnedUpdateTime }) => learnedUpdateTime,
    }),
  }),
});

/** Number of runs that are kept. */
const MOST_RUNS = 50;

builder.queryFields((t) => ({
  ingestStatus: t.field({
    type: IngestStatusRef,
    nullable: true,
    extensions: requiresRole('ADMIN', costs({ weight: 2000 })),
    description: 'The run that goes on, in whichever process, and the one that ended last.',
    resolve: (_root, _args, context) => administrationOf(context).administration.ingests.status(),
  }),
  ingestRuns: t.field({
    type: [IngestRunRef],
    nullable: true,
    args: {
      first: t.arg.int({ description: `Number of runs, from 1 to ${MOST_RUNS}; ${MOST_RUNS} by default.` }),
    },
    extensions: requiresRole('ADMIN', costs({ weight: 2000, rows: MOST_RUNS })),
    description: `The runs that ended last, newest first. ${MOST_RUNS} are kept.`,
    resolve: (_root, { first }, context) =>
      administrationOf(context).administration.ingests.runs(checkedFirst(first, MOST_RUNS)),
  }),
}));
