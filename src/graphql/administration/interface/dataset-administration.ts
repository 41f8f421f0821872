import type { DatasetAction, DatasetsResult } from '../../../dataset/sources/dataset-action.ts';
import type { DatasetList } from '../../../dataset/sources/dataset-file.ts';

/** How an action ended. RUNNING: it goes on, and `Datasets.lastAction` has the result. */
export type DatasetsAnswer = DatasetsResult<DatasetsResult['outcome'] | 'RUNNING'>;

/** The source files, and the last action on them. */
export interface KnownDatasets extends DatasetList {
  lastAction?: DatasetAction | undefined;
}

/** Which files an action is for. */
export interface DatasetNames {
  /** All by default. */
  names?: readonly string[] | undefined;
}

export interface DeleteDatasetsOptions extends DatasetNames {
  /** Also those that the served build was made from. */
  force: boolean;
  /** The extracted texts alone. */
  onlyExtracted: boolean;
}

/** The source files. */
export interface DatasetAdministration {
  list(): Promise<KnownDatasets>;
  download(options: DatasetNames, who: string): Promise<DatasetsAnswer>;
  extract(options: DatasetNames, who: string): Promise<DatasetsAnswer>;
  remove(options: DeleteDatasetsOptions, who: string): Promise<DatasetsAnswer>;
}
