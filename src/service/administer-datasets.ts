import type {
  DatasetAdministration,
  DatasetsResult,
} from '../graphql/administration/interface/dataset-administration.ts';
import type { DatasetActions } from './datasets.ts';
import { audited } from './administration/audit-log.ts';
import type { AuditLog } from './administration/audit-log.ts';
import { within } from './administration/within.ts';

export interface DatasetAdministrationParts {
  actions: DatasetActions;
  audit: AuditLog;
  /** Time that an answer waits for the end of an action; it is RUNNING after it. */
  waitMs: number;
}

const RUNNING: DatasetsResult = { outcome: 'RUNNING', files: [], done: 0, failed: 0 };

/** Source files for the resolvers of administration. An action goes on after its client has left, and is audited at its end. */
export function administerDatasets({ actions, audit, waitMs }: DatasetAdministrationParts): DatasetAdministration {
  async function act(
    action: { who: string; action: string; arguments: Record<string, unknown> },
    work: () => Promise<DatasetsResult>,
  ): Promise<DatasetsResult> {
    return (await within(audited(audit, action, work), waitMs)) ?? RUNNING;
  }

  return {
    list: () => actions.list(),
    download: (options, who) =>
      act({ who, action: 'downloadDatasets', arguments: { ...options } }, () =>
        actions.download({ ...options, startedBy: who }),
      ),
    extract: (options, who) =>
      act({ who, action: 'extractDatasets', arguments: { ...options } }, () =>
        actions.extract({ ...options, startedBy: who }),
      ),
    remove: (options, who) =>
      act({ who, action: 'deleteDatasets', arguments: { ...options } }, () =>
        actions.remove({ ...options, startedBy: who }),
      ),
  };
}
