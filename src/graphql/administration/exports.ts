import { MOST_EXPORT_TARGETS } from '../../dataset/most-export-targets.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import { administrationOf } from './administration-of.ts';
import type {
  CancelledExport,
  EndedExport,
  ExportedTmdb,
  ExportTarget,
  RunningExport,
  StartedExports,
} from './interface/export-administration.ts';

const RunningExportRef = builder.objectRef<RunningExport>('RunningExport').implement({
  description: 'An export that goes on.',
  fields: (t) => ({
    startedAt: t.exposeString('startedAt', {
      description: 'Time at which it began, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    startedBy: t.exposeString('startedBy', {
      description: 'Name of the token, `command line`, or `schedule` after an ingest.',
    }),
    buildId: t.exposeID('buildId', { description: 'The build that is exported.' }),
    rows: t.exposeFloat('rows', { description: 'Number of rows loaded so far.' }),
    totalRows: t.float({
      nullable: true,
      description: 'Number of rows that are loaded in all; null until they are counted.',
      resolve: ({ totalRows }) => (totalRows === 0 ? null : totalRows),
    }),
    estimatedSeconds: t.float({
      nullable: true,
      description: 'Time that it still takes if it goes on as fast; null until a row is loaded.',
      resolve: ({ startedAt, rows, totalRows }) => {
        if (rows === 0 || totalRows === 0) return null;
        return Math.round(((Date.now() - Date.parse(startedAt)) / 1000) * (totalRows / rows - 1));
      },
    }),
  }),
});

const ExportOutcomeEnum = builder.enumType('ExportOutcome', {
  description: 'How an export ended.',
  values: {
    EXPORTED: { description: 'The target has the rows of the build.' },
    UNCHANGED: { description: 'The target had them already.' },
    BUSY: { description: 'Another export to the target was running.' },
    CANCELLED: { description: 'It was ended early; the tables that were there stay, and the next export goes on.' },
    FAILED: { description: 'Something broke, which `reason` tells; the tables that were there stay.' },
  },
});

const ExportedTmdbRef = builder.objectRef<ExportedTmdb>('ExportedTmdb').implement({
  description: "What goes with the data of TMDB in an export, by TMDB's terms.",
  fields: (t) => ({
    notice: t.exposeString('notice', { description: "TMDB's sentence and its terms, which go where the data goes." }),
    oldestFetchedAt: t.exposeString('oldestFetchedAt', {
      nullable: true,
      description:
        'When the oldest of the rows was asked of TMDB, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. Null without rows.',
    }),
    keepUntil: t.exposeString('keepUntil', {
      nullable: true,
      description: 'Day by which the rows have to be renewed or deleted, as YYYY-MM-DD. Null without rows.',
    }),
  }),
});

const EndedExportRef = builder.objectRef<EndedExport>('EndedExport').implement({
  description: 'An export that has ended.',
  fields: (t) => ({
    startedAt: t.exposeString('startedAt', {
      description: 'Time at which it began, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    endedAt: t.exposeString('endedAt', {
      description: 'Time at which it ended, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    startedBy: t.exposeString('startedBy', {
      description: 'Name of the token, `command line`, or `schedule` after an ingest.',
    }),
    outcome: t.field({
      type: ExportOutcomeEnum,
      description: 'How it ended.',
      resolve: ({ outcome }) => outcome as 'FAILED',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it has not exported, and what to do; null where it has.',
    }),
    buildId: t.exposeID('buildId', { nullable: true, description: 'The build that was exported.' }),
    rows: t.exposeFloat('rows', { description: 'Number of rows that it loaded.' }),
    tmdb: t.field({
      type: ExportedTmdbRef,
      nullable: true,
      description: 'What goes with the data of TMDB that the target has since; null where it has none.',
      resolve: ({ tmdb }) => tmdb,
    }),
  }),
});

const ExportTargetRef = builder.objectRef<ExportTarget>('ExportTarget').implement({
  description: 'A database that exports go to, of the setting EXPORT_URL.',
  fields: (t) => ({
    target: t.exposeString('target', { description: 'Its address, without user, password and options.' }),
    running: t.field({
      type: RunningExportRef,
      nullable: true,
      description: 'The export that goes on, in whichever process; null if there is none.',
      resolve: ({ running }) => running,
    }),
    lastExport: t.field({
      type: EndedExportRef,
      nullable: true,
      description: 'The last export that has ended; null if there was none.',
      resolve: ({ last }) => last,
    }),
    tmdb: t.exposeBoolean('tmdb', {
      description: "Whether TMDB's data is exported too where nobody says otherwise, by the setting EXPORT_TMDB.",
    }),
  }),
});

const StartExportOutcomeEnum = builder.enumType('StartExportOutcome', {
  description: 'Whether an export was started.',
  values: {
    STARTED: { description: 'At least one has begun. `exportProgress` tells of it.' },
    BUSY: { description: 'Each of these targets has an export that goes on.' },
    NO_SUCH_TARGET: { description: 'EXPORT_URL names no such target, or none at all.' },
  },
});

const StartExportResultRef = builder.objectRef<StartedExports>('StartExportResult').implement({
  description: 'Answer to the start of exports.',
  fields: (t) => ({
    outcome: t.field({
      type: StartExportOutcomeEnum,
      description: 'Whether an export was started.',
      resolve: ({ outcome }) => outcome,
    }),
    targets: t.field({
      type: [ExportTargetRef],
      extensions: costs({ rows: MOST_EXPORT_TARGETS }),
      description: 'The targets that were meant, with what goes on now; all of them if there is no such target.',
      resolve: ({ targets }) => targets,
    }),
  }),
});

const CancelExportOutcomeEnum = builder.enumType('CancelExportOutcome', {
  description: 'Whether an export was ended.',
  values: {
    CANCELLED: { description: 'It has ended. The tables that were there stay.' },
    CANCELLING: { description: 'It was asked to end and has not ended within 10 seconds: look at `exportTargets`.' },
    NOT_RUNNING: { description: 'No export to this target goes on.' },
    NO_SUCH_TARGET: { description: 'EXPORT_URL names no such target.' },
  },
});

const CancelExportResultRef = builder.objectRef<CancelledExport>('CancelExportResult').implement({
  description: 'Answer to the cancellation of an export.',
  fields: (t) => ({
    outcome: t.field({
      type: CancelExportOutcomeEnum,
      description: 'Whether the export was ended.',
      resolve: ({ outcome }) => outcome,
    }),
    target: t.field({
      type: ExportTargetRef,
      nullable: true,
      description: 'The target, with how its export ended.',
      resolve: ({ target }) => target,
    }),
  }),
});

builder.queryField('exportTargets', (t) =>
  t.field({
    type: [ExportTargetRef],
    nullable: true,
    extensions: requiresRole('ADMIN', costs({ weight: 2000, rows: MOST_EXPORT_TARGETS })),
    description: 'The databases that exports go to, with what goes on and how the last exports ended.',
    resolve: (_root, _args, context) => administrationOf(context).administration.exports.list(),
  }),
);

const TARGET = 'Address of a target as `exportTargets` shows it';

builder.mutationFields((t) => ({
  startExport: t.field({
    type: StartExportResultRef,
    nullable: true,
    args: {
      target: t.arg.string({ description: `${TARGET}; all of them if not given.` }),
      tmdb: t.arg.boolean({
        description:
          "Whether TMDB's data is exported too, with TMDB's terms; where it is not, tables of it that an earlier export has made are dropped. As the setting EXPORT_TMDB says if not given. False is an error where EXPORT_TABLES names tables of it.",
      }),
    },
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description: 'Starts an export of the build that is served, and answers when it has begun.',
    resolve: (_root, { target, tmdb }, context) => {
      const { administration, who } = administrationOf(context);
      return administration.exports.start(target ?? undefined, who, { tmdb: tmdb ?? undefined });
    },
  }),
  cancelExport: t.field({
    type: CancelExportResultRef,
    nullable: true,
    args: { target: t.arg.string({ required: true, description: `${TARGET}.` }) },
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description:
      'Ends the export to a target, in whichever process, also one of the command line. Waits up to 10 seconds for its end.',
    resolve: (_root, { target }, context) => {
      const { administration, who } = administrationOf(context);
      return administration.exports.cancel(target, who);
    },
  }),
}));

builder.subscriptionField('exportProgress', (t) =>
  t.field({
    type: [ExportTargetRef],
    extensions: requiresRole('ADMIN', costs({ weight: 2000, rows: MOST_EXPORT_TARGETS })),
    description:
      'The targets at once, then whenever one of them has changed, at most once a second, until the client leaves or the service stops.',
    subscribe: (_root, _args, context) => {
      const { left } = context;
      if (left === undefined) throw new Error('this request follows no exports');
      return administrationOf(context).administration.exports.follow(left());
    },
    resolve: (_root, _args, context) => administrationOf(context).administration.exports.list(),
  }),
);
