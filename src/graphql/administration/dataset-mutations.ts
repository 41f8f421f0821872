import { badInput } from '../../errors.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';
import { costs } from '../base/cost.ts';
import { requiresRole } from '../base/requires-role.ts';
import { administrationOf } from './administration-of.ts';
import type { DatasetNames } from './interface/dataset-administration.ts';
import { DatasetsResultRef } from './dataset-results.ts';
import { StartIngestResultRef } from './ingests.ts';

const NAMES = 'Names of files, such as title.basics or title.basics.tsv.gz; all of the settings if not given.';

builder.mutationFields((t) => ({
  downloadDatasets: t.field({
    type: DatasetsResultRef,
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description: 'Downloads the files that have changed, and makes no build of them.',
    args: { names: t.arg.stringList({ description: NAMES }) },
    resolve: (_root, { names }, context) => {
      const { administration, who } = administrationOf(context);
      return administration.datasets.download(chosen(names, context), who);
    },
  }),
  extractDatasets: t.field({
    type: DatasetsResultRef,
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description:
      'Writes the text of downloaded files to the folder for extracted text. Nothing is written unless its disk has the room for all of it.',
    args: { names: t.arg.stringList({ description: NAMES }) },
    resolve: (_root, { names }, context) => {
      const { administration, who } = administrationOf(context);
      return administration.datasets.extract(chosen(names, context), who);
    },
  }),
  deleteDatasets: t.field({
    type: DatasetsResultRef,
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description: 'Deletes downloads and the text extracted from them.',
    args: {
      names: t.arg.stringList({ description: NAMES }),
      force: t.arg.boolean({
        defaultValue: false,
        description:
          'Whether to delete also those that the served build was made from. Without them it cannot be repaired without network.',
      }),
      onlyExtracted: t.arg.boolean({
        defaultValue: false,
        description: 'Whether to delete the extracted text alone.',
      }),
    },
    resolve: (_root, { names, force, onlyExtracted }, context) => {
      const { administration, who } = administrationOf(context);
      const options = { ...chosen(names, context), force: force === true, onlyExtracted: onlyExtracted === true };
      return administration.datasets.remove(options, who);
    },
  }),
  processDatasets: t.field({
    type: StartIngestResultRef,
    extensions: requiresRole('ADMIN', costs({ weight: 20_000 })),
    description:
      'Starts the whole way: download, build, verification, promotion. The same as `startIngest` without arguments; answers when it has begun.',
    resolve: (_root, _args, context) => {
      const { administration, who } = administrationOf(context);
      return administration.ingests.start({ force: false }, who);
    },
  }),
}));

function chosen(names: readonly string[] | null | undefined, { limits }: Context): DatasetNames {
  if (names == null) return {};
  if (names.length > limits.maxIds)
    throw badInput(`names: ${names.length} names, at most ${limits.maxIds} are allowed`);
  return { names };
}
