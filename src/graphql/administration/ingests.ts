import { badInput } from '../../errors.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import { administrationOf } from './administration-of.ts';
import { IngestRunRef, IngestStatusRef, IngestStepEnum } from './ingest-runs.ts';
import type { CancelledIngest, StartedIngest } from './interface/ingest-administration.ts';

const StartIngestOutcomeEnum = builder.enumType('StartIngestOutcome', {
  description: 'Whether a run was started.',
  values: {
    STARTED: { description: 'It has begun. `ingestProgress` tells of it, and `ingestRuns` how it ended.' },
    BUSY: { description: 'Another process works on the data folder: `status` has its run, if it is one.' },
  },
});

export const StartIngestResultRef = builder.objectRef<StartedIngest>('StartIngestResult').implement({
  description: 'Answer to the start of an ingest.',
  fields: (t) => ({
    outcome: t.field({
      type: StartIngestOutcomeEnum,
      description: 'Whether a run was started.',
      resolve: ({ outcome }) => outcome,
    }),
    status: t.field({
      type: IngestStatusRef,
      description: 'The run that goes on now: the one that was started, or the one in its way.',
      resolve: ({ running }, _args, context) =>
        administrationOf(context)
          .administration.ingests.status()
          .then((status) => ({ ...status, running: status.running ?? running })),
    }),
  }),
});

const CancelIngestOutcomeEnum = builder.enumType('CancelIngestOutcome', {
  description: 'Whether a run was ended.',
  values: {
    CANCELLED: { description: 'It has ended. Nothing of it is left, and the build that is served stays.' },
    CANCELLING: { description: 'It was asked to end and has not ended within 10 seconds: look at `ingestStatus`.' },
    NOT_RUNNING: { description: 'No run goes on.' },
    TOO_LATE: { description: 'It ended by itself meanwhile: `run` says how.' },
  },
});

const CancelIngestResultRef = builder.objectRef<CancelledIngest>('CancelIngestResult').implement({
  description: 'Answer to the cancellation of an ingest.',
  fields: (t) => ({
    outcome: t.field({
      type: CancelIngestOutcomeEnum,
      description: 'Whether the run was ended.',
      resolve: ({ outcome }) => outcome,
    }),
    run: t.field({
      type: IngestRunRef,
      nullable: true,
      description: 'The run that has ended.',
      resolve: ({ run }) => run,
    }),
  }),
});

builder.mutationFields((t) => ({
  startIngest: t.field({
    type: StartIngestResultRef,
    nullable: true,
    args: {
      steps: t.arg({
        type: [IngestStepEnum],
        description:
          'Steps to run alone, in their order, with what those before them have left; all four steps by default.',
      }),
      force: t.arg.boolean({
        defaultValue: false,
        description:
          'Make a build although the files have not changed, take files of which too much does not fit, and accept a build that the guards refuse.',
      }),
    },
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description: 'Starts an ingest, and answers when it has begun.',
    resolve: (_root, { steps, force }, context) => {
      if (steps?.length === 0) throw badInput('steps: expected at least one step, or no list for all steps.');
      const { administration, who } = administrationOf(context);
      return administration.ingests.start({ steps: steps ?? undefined, force: force ?? false }, who);
    },
  }),
  cancelIngest: t.field({
    type: CancelIngestResultRef,
    nullable: true,
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description:
      'Ends the run that goes on, in whichever process, also one of the command line. Waits up to 10 seconds for its end.',
    resolve: (_root, _args, context) => {
      const { administration, who } = administrationOf(context);
      return administration.ingests.cancel(who);
    },
  }),
}));

builder.subscriptionField('ingestProgress', (t) =>
  t.field({
    type: IngestStatusRef,
    extensions: requiresRole('ADMIN', costs({ weight: 2000 })),
    description:
      'The status at once, then whenever it has changed, at most once a second, and at the beginning and end of each run. It goes on from run to run, until the client leaves or the service stops.',
    subscribe: (_root, _args, context) => {
      const { left } = context;
      if (left === undefined) throw new Error('this request follows no runs');
      return administrationOf(context).administration.ingests.follow(left());
    },
    resolve: (_root, _args, context) => administrationOf(context).administration.ingests.status(),
  }),
);
