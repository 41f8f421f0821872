import { setTimeout as sleep } from 'node:timers/promises';

import type { DatasetAdministration, DatasetsResult } from '../../graphql/administration/dataset-administration.ts';
import type { DatasetActions } from '../datasets.ts';
import { audited } from './audit-log.ts';
import type { AuditLog } from './audit-log.ts';

export interface DatasetAdministrationParts {
  actions: DatasetActions;
  audit: AuditLog;
  /** Time that a client waits for the end of an action; the answer is RUNNING after it. */
  waitMs?: number;
}

/** Less than ANSWER_TIMEOUT, after which a client would get an error although the action goes on. */
const WAIT_MS = 20_000;
const RUNNING: DatasetsResult = { outcome: 'RUNNING', files: [], done: 0, failed: 0 };

/** Source files for the resolvers of administration. An action goes on after its client has left, and is audited at its end. */
export function createDatasetAdministration({
  actions,
  audit,
  waitMs = WAIT_MS,
}: DatasetAdministrationParts): DatasetAdministration {
  function act(
    action: { who: string; action: string; arguments: Record<string, unknown> },
    work: () => Promise<DatasetsResult>,
  ): Promise<DatasetsResult> {
    return Promise.race([audited(audit, action, work), sleep(waitMs, RUNNING, { ref: false })]);
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
