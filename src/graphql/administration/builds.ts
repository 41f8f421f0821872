import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import { administrationOf } from './administration-of.ts';
import type { BuildComparison, KeptBuild, TableComparison, Verification } from './interface/build-administration.ts';

const VerificationStateEnum = builder.enumType('VerificationState', {
  description: 'How far the check of a build is.',
  values: {
    RUNNING: { description: 'Its files are being read.' },
    WHOLE: { description: 'Every file is as its manifest says.' },
    DAMAGED: { description: 'Some files are not as its manifest says.' },
  },
});

const VerificationRef = builder.objectRef<Verification>('BuildVerification').implement({
  description: 'A check of the files of a build against its manifest.',
  fields: (t) => ({
    state: t.field({
      type: VerificationStateEnum,
      description: 'How far it is.',
      resolve: ({ damages }) => {
        if (damages === undefined) return 'RUNNING';
        return damages.length === 0 ? 'WHOLE' : 'DAMAGED';
      },
    }),
    startedAt: t.exposeString('startedAt', {
      description: 'Time at which it began, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    endedAt: t.string({
      nullable: true,
      description: 'Time at which it ended, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. Null while it goes on.',
      resolve: ({ endedAt }) => endedAt,
    }),
    damages: t.stringList({
      nullable: true,
      extensions: costs({ rows: 40 }),
      description: 'One sentence for each damaged file. Null while it goes on.',
      resolve: ({ damages }) => (damages === undefined ? null : [...damages]),
    }),
  }),
});

export const BuildRef = builder.objectRef<KeptBuild>('Build').implement({
  description: 'A build that is kept on the disk.',
  fields: (t) => ({
    id: t.id({ description: 'Id of the build, as in `Dataset.buildId`.', resolve: ({ buildId }) => buildId }),
    version: t.exposeInt('version', { description: 'Version with which it was put in service the first time.' }),
    builtAt: t.string({
      nullable: true,
      description:
        'Time at which it was finished, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. Null if this program cannot read it.',
      resolve: ({ builtAt }) => builtAt,
    }),
    isServed: t.exposeBoolean('isServed', { description: 'Whether the pointer names it: new requests read it.' }),
    format: t.exposeInt('format', { description: 'Format of its files, which grows with releases of the program.' }),
    bytes: t.float({
      nullable: true,
      description: 'Size of its files, as a whole number. Null if this program cannot read it.',
      resolve: ({ bytes }) => bytes,
    }),
    rows: t.float({
      nullable: true,
      description: 'Rows of its tables, as a whole number. Null if this program cannot read it.',
      resolve: ({ rows }) => rows,
    }),
    damages: t.stringList({
      extensions: costs({ rows: 10 }),
      description:
        'Why it cannot be served, and which of its files are known to be damaged, one sentence each. `verifyBuild` finds damages that are not known.',
      resolve: ({ damages }) => [...damages],
    }),
    verification: t.field({
      type: VerificationRef,
      nullable: true,
      description: 'The last `verifyBuild` since the service was started.',
      resolve: ({ verification }) => verification,
    }),
  }),
});

const TableComparisonRef = builder.objectRef<TableComparison>('TableComparison').implement({
  description: 'A table, in two builds.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the table.' }),
    isSame: t.exposeBoolean('isSame', { description: 'Whether its files have the same bytes in both builds.' }),
    rowsFrom: t.float(numberOf('rowsFrom', 'Rows of it in the build `from`')),
    rowsTo: t.float(numberOf('rowsTo', 'Rows of it in the build `to`')),
    bytesFrom: t.float(numberOf('bytesFrom', 'Size of its files in the build `from`')),
    bytesTo: t.float(numberOf('bytesTo', 'Size of its files in the build `to`')),
    filesFrom: t.float(numberOf('filesFrom', 'Number of its files in the build `from`')),
    filesTo: t.float(numberOf('filesTo', 'Number of its files in the build `to`')),
  }),
});

/** A number of a table in one of the builds. */
function numberOf(name: Exclude<keyof TableComparison, 'name' | 'isSame'>, what: string) {
  return {
    nullable: true as const,
    description: `${what}, as a whole number. Null if it has no such table.`,
    resolve: (table: TableComparison) => table[name],
  };
}

const BuildComparisonRef = builder.objectRef<BuildComparison>('BuildComparison').implement({
  description: 'Two builds beside each other, by their manifests.',
  fields: (t) => ({
    from: t.field({ type: BuildRef, description: 'One build.', resolve: ({ from }) => from }),
    to: t.field({ type: BuildRef, description: 'The other build.', resolve: ({ to }) => to }),
    tables: t.field({
      type: [TableComparisonRef],
      extensions: costs({ rows: 30 }),
      description: 'Tables that one of them has. `changes` says which titles and people differ.',
      resolve: ({ tables }) => [...tables],
    }),
  }),
});

builder.queryFields((t) => ({
  builds: t.field({
    type: [BuildRef],
    nullable: true,
    extensions: requiresRole('ADMIN', costs({ weight: 5000, rows: 5 })),
    description: 'The builds that are kept on the disk (KEEP_BUILDS), newest first, those of other programs too.',
    resolve: async (_root, _args, context) => [...(await administrationOf(context).administration.builds.list())],
  }),
  compareBuilds: t.field({
    type: BuildComparisonRef,
    nullable: true,
    args: {
      from: t.arg.id({ required: true, description: 'Id of a build.' }),
      to: t.arg.id({ required: true, description: 'Id of the other build.' }),
    },
    extensions: requiresRole('ADMIN', costs({ weight: 5000 })),
    description: 'Two builds beside each other. Null if one of them is not kept, or this program cannot read it.',
    resolve: (_root, { from, to }, context) => administrationOf(context).administration.builds.compare(from, to),
  }),
}));
