import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import { administrationOf } from './administration-of.ts';
import type { PromotedBuild, PrunedBuilds, VerifiedBuild } from './interface/build-administration.ts';

const VerifyBuildOutcomeEnum = builder.enumType('VerifyBuildOutcome', {
  description: 'What a check of a build has found.',
  values: {
    WHOLE: { description: 'Every file is as its manifest says.' },
    DAMAGED: { description: 'Some files are not: `reasons` names them. An ingest replaces them.' },
    RUNNING: {
      description: 'It goes on: ask again, which waits for the same check, or read `Build.verification`.',
    },
    NO_SUCH_BUILD: { description: 'No such build is kept: `reasons` says which are.' },
  },
});

const VerifyBuildResultRef = builder.objectRef<VerifiedBuild>('VerifyBuildResult').implement({
  description: 'Answer to the check of a build.',
  fields: (t) => ({
    outcome: t.field({
      type: VerifyBuildOutcomeEnum,
      description: 'What was found.',
      resolve: ({ outcome }) => outcome,
    }),
    reasons: t.stringList({
      extensions: costs({ rows: 40 }),
      description: 'One sentence for each damaged file, or which builds there are.',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
});

const PromoteBuildOutcomeEnum = builder.enumType('PromoteBuildOutcome', {
  description: 'Whether a build was put in service.',
  values: {
    PROMOTED: { description: 'It is in service.' },
    RUNNING: { description: 'Its files are still being read: `ingestProgress` and `ingestRuns` tell how it ends.' },
    BUSY: { description: 'Another process works on the data folder: `ingestStatus` has its run, if it is one.' },
    REFUSED: { description: 'It is not whole, or of a format that this program does not read.' },
    NO_SUCH_BUILD: { description: 'No such build is kept: `reason` says which are.' },
    CANCELLED: { description: 'Somebody ended it.' },
    FAILED: { description: 'Something broke; the build that is served stays.' },
  },
});

const PromoteBuildResultRef = builder.objectRef<PromotedBuild>('PromoteBuildResult').implement({
  description: 'Answer to the promotion of a build.',
  fields: (t) => ({
    outcome: t.field({
      type: PromoteBuildOutcomeEnum,
      description: 'Whether it was put in service.',
      resolve: ({ outcome }) => outcome,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it was not. Null where the outcome says all.',
      resolve: ({ reason }) => reason,
    }),
    version: t.int({
      nullable: true,
      description: 'Version with which it is in service, which is a new one.',
      resolve: ({ version }) => version,
    }),
  }),
});

const PruneBuildsOutcomeEnum = builder.enumType('PruneBuildsOutcome', {
  description: 'Whether builds were removed.',
  values: {
    DONE: { description: 'Those beyond KEEP_BUILDS were removed, if there were any.' },
    BUSY: { description: 'Another process works on the data folder: `ingestStatus` has its run, if it is one.' },
  },
});

const PruneBuildsResultRef = builder.objectRef<PrunedBuilds>('PruneBuildsResult').implement({
  description: 'Answer to the removal of builds.',
  fields: (t) => ({
    outcome: t.field({
      type: PruneBuildsOutcomeEnum,
      description: 'Whether builds were removed.',
      resolve: ({ outcome }) => outcome,
    }),
    removed: t.idList({
      extensions: costs({ rows: 10 }),
      description: 'Builds that were removed.',
      resolve: ({ removed }) => [...removed],
    }),
    spared: t.idList({
      extensions: costs({ rows: 10 }),
      description: 'Builds that another process may still read: a later run removes them.',
      resolve: ({ spared }) => [...spared],
    }),
  }),
});

builder.mutationFields((t) => ({
  verifyBuild: t.field({
    type: VerifyBuildResultRef,
    nullable: true,
    args: { buildId: t.arg.id({ required: true, description: 'Id of a build that is kept.' }) },
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description:
      'Reads every file of a build against its manifest. Waits up to 5 seconds for the end; a larger build is read on.',
    resolve: (_root, { buildId }, context) => {
      const { administration, who } = administrationOf(context);
      return administration.builds.verify(buildId, who);
    },
  }),
  promoteBuild: t.field({
    type: PromoteBuildResultRef,
    nullable: true,
    args: { buildId: t.arg.id({ required: true, description: 'Id of a build that is kept.' }) },
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description:
      'Goes back to a build that is kept, after reading every file of it. Waits up to 5 seconds for the end; a larger build is read on, as a run of the kind GO_BACK.',
    resolve: (_root, { buildId }, context) => {
      const { administration, who } = administrationOf(context);
      return administration.builds.promote(buildId, who);
    },
  }),
  pruneBuilds: t.field({
    type: PruneBuildsResultRef,
    nullable: true,
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description: 'Removes the builds beyond KEEP_BUILDS that nobody reads.',
    resolve: (_root, _args, context) => {
      const { administration, who } = administrationOf(context);
      return administration.builds.prune(who);
    },
  }),
}));
