import { badInput } from '../../errors.ts';
import type {
  DatasetAdministration,
  DatasetsAnswer,
} from '../../graphql/administration/interface/dataset-administration.ts';
import { within } from '../administration/within.ts';
import type { DatasetActions } from './dataset-actions.ts';

export interface DatasetAdministrationOptions {
  /** Why nothing may be downloaded to the data folder; it may if it is not given. */
  whyNoDownload?: string | undefined;
  /** Time that an answer waits for the end of an action; it is RUNNING after it. */
  waitMs: number;
}

const RUNNING: DatasetsAnswer = { outcome: 'RUNNING', files: [], done: 0, failed: 0 };

/** Source files for the resolvers of administration. An action goes on after its client has left. */
export function administerDatasets(
  actions: DatasetActions,
  { whyNoDownload, waitMs }: DatasetAdministrationOptions,
): DatasetAdministration {
  async function answer(work: Promise<DatasetsAnswer>): Promise<DatasetsAnswer> {
    return (await within(work, waitMs)) ?? RUNNING;
  }

  return {
    list: () => actions.list(),
    async download(options, startedBy) {
      if (whyNoDownload !== undefined) throw badInput(whyNoDownload);
      return answer(actions.download({ ...options, startedBy }));
    },
    extract: (options, startedBy) => answer(actions.extract({ ...options, startedBy })),
    remove: (options, startedBy) => answer(actions.remove({ ...options, startedBy })),
  };
}
