/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether an export was ended. */
export type CancelExportOutcome =
  /** It has ended. The tables that were there stay. */
  | 'CANCELLED'
  /** It was asked to end and has not ended within 10 seconds: look at `exportTargets`. */
  | 'CANCELLING'
  /** No export to this target goes on. */
  | 'NOT_RUNNING'
  /** EXPORT_URL names no such target. */
  | 'NO_SUCH_TARGET';

/** Whether a run was ended. */
export type CancelIngestOutcome =
  /** It has ended. Nothing of it is left, and the build that is served stays. */
  | 'CANCELLED'
  /** It was asked to end and has not ended within 10 seconds: look at `ingestStatus`. */
  | 'CANCELLING'
  /** No run goes on. */
  | 'NOT_RUNNING'
  /** It ended by itself meanwhile: `run` says how. */
  | 'TOO_LATE';

/** What was done with source files. */
export type DatasetActionKind =
  /** They were deleted. */
  | 'DELETE'
  /** They were downloaded. */
  | 'DOWNLOAD'
  /** Their text was written. */
  | 'EXTRACT';

/** How an action on one file ended. */
export type DatasetFileOutcome =
  /** It is done, or was already. */
  | 'DONE'
  /** It is not done, for the reason in the message. */
  | 'FAILED';

/** How an action on source files ended. */
export type DatasetsOutcome =
  /** An ingest or another action is running, and nothing was done. */
  | 'BUSY'
  /** Each of the files is done. */
  | 'DONE'
  /** At least one file failed; the others are done. */
  | 'FAILED'
  /** It has not ended yet, and goes on: `Datasets.lastAction` has the result. */
  | 'RUNNING';

/** How an export ended. */
export type ExportOutcome =
  /** Another export to the target was running. */
  | 'BUSY'
  /** It was ended early; the tables that were there stay, and the next export goes on. */
  | 'CANCELLED'
  /** The target has the rows of the build. */
  | 'EXPORTED'
  /** Something broke, which `reason` tells; the tables that were there stay. */
  | 'FAILED'
  /** The target had them already. */
  | 'UNCHANGED';

/** How a run ended. */
export type IngestOutcome =
  /** It was ended early; the build that is served stays. */
  | 'CANCELLED'
  /** The steps that were asked for are done. */
  | 'DONE'
  /** Something broke; the build that is served stays. */
  | 'FAILED'
  /** Its build is in service. */
  | 'PROMOTED'
  /** The data was refused; the build that is served stays. */
  | 'REJECTED'
  /** The files are those of the build that is served. */
  | 'UNCHANGED';

/** What a run was begun for. */
export type IngestRunKind =
  /** Somebody started it, by GraphQL or on the command line. */
  | 'BY_HAND'
  /** It promotes a build that is kept. */
  | 'GO_BACK'
  /** The run of the schedule. */
  | 'NIGHTLY'
  /** No build was whole, or the build was of an older format. */
  | 'REBUILD'
  /** It checks the build that is served, and replaces damaged files. */
  | 'REPAIR';

/** Whether a run goes on. */
export type IngestState =
  /** No run goes on. */
  | 'IDLE'
  /** A run goes on, in one of the processes on the data folder. */
  | 'RUNNING';

/** Steps of an ingest, in their order. */
export type IngestStep =
  /** Makes the tables and indexes of a new build. */
  | 'BUILD'
  /** Downloads those of the seven files that have changed. */
  | 'DOWNLOAD'
  /** Puts the build in service. */
  | 'PROMOTE'
  /** Reads the build back, and compares it with the one that is served. */
  | 'VERIFY';

/** Whether a build was put in service. */
export type PromoteBuildOutcome =
  /** Another process works on the data folder: `ingestStatus` has its run, if it is one. */
  | 'BUSY'
  /** Somebody ended it. */
  | 'CANCELLED'
  /** Something broke; the build that is served stays. */
  | 'FAILED'
  /** No such build is kept: `reason` says which are. */
  | 'NO_SUCH_BUILD'
  /** It is in service. */
  | 'PROMOTED'
  /** It is not whole, or of a format that this program does not read. */
  | 'REFUSED'
  /** Its files are still being read: `ingestProgress` and `ingestRuns` tell how it ends. */
  | 'RUNNING';

/** Whether builds were removed. */
export type PruneBuildsOutcome =
  /** Another process works on the data folder: `ingestStatus` has its run, if it is one. */
  | 'BUSY'
  /** Those beyond KEEP_BUILDS were removed, if there were any. */
  | 'DONE';

/** Whether an export was started. */
export type StartExportOutcome =
  /** Each of these targets has an export that goes on. */
  | 'BUSY'
  /** EXPORT_URL names no such target, or none at all. */
  | 'NO_SUCH_TARGET'
  /** At least one has begun. `exportProgress` tells of it. */
  | 'STARTED';

/** Whether a run was started. */
export type StartIngestOutcome =
  /** Another process works on the data folder: `status` has its run, if it is one. */
  | 'BUSY'
  /** It has begun. `ingestProgress` tells of it, and `ingestRuns` how it ended. */
  | 'STARTED';

/** How far the check of a build is. */
export type VerificationState =
  /** Some files are not as its manifest says. */
  | 'DAMAGED'
  /** Its files are being read. */
  | 'RUNNING'
  /** Every file is as its manifest says. */
  | 'WHOLE';

/** What a check of a build has found. */
export type VerifyBuildOutcome =
  /** Some files are not: `reasons` names them. An ingest replaces them. */
  | 'DAMAGED'
  /** No such build is kept: `reasons` says which are. */
  | 'NO_SUCH_BUILD'
  /** It goes on: ask again, which waits for the same check, or read `Build.verification`. */
  | 'RUNNING'
  /** Every file is as its manifest says. */
  | 'WHOLE';

export type AdminPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminPageQuery = { ingestStatus: { state: IngestState, runId: string | null, kind: IngestRunKind | null, step: IngestStep | null, startedAt: string | null, startedBy: string | null, bytes: number | null, totalBytes: number | null, rows: number | null, stepShare: number | null, estimatedSeconds: number | null, nextRun: string | null, learnedUpdateTime: string | null, lastRun: { id: string, kind: IngestRunKind, startedAt: string, endedAt: string, startedBy: string, outcome: IngestOutcome, reason: string | null, buildId: string | null, steps: Array<{ step: IngestStep, seconds: number }> } | null } | null, ingestRuns: Array<{ id: string, kind: IngestRunKind, startedAt: string, endedAt: string, startedBy: string, outcome: IngestOutcome, reason: string | null, buildId: string | null, steps: Array<{ step: IngestStep, seconds: number }> }> | null, builds: Array<{ id: string, version: number, builtAt: string | null, isServed: boolean, format: number, bytes: number | null, rows: number | null, damages: Array<string>, verification: { state: VerificationState, startedAt: string, endedAt: string | null, damages: Array<string> | null } | null }> | null, datasets: { totalCount: number, location: string, extractLocation: string | null, freeBytes: number, files: Array<{ name: string, sizeBytes: number | null, modified: string | null, etag: string | null, verified: boolean | null, extracted: boolean, rows: number | null, rejected: number | null }>, lastAction: { kind: DatasetActionKind, startedBy: string, startedAt: string, endedAt: string | null, result: { outcome: DatasetsOutcome, reason: string | null, doneCount: number, failedCount: number, files: Array<{ file: string, outcome: DatasetFileOutcome, message: string, bytes: number | null, rows: number | null }> } } | null } | null, exportTargets: Array<{ target: string, tmdb: boolean, running: { startedAt: string, startedBy: string, buildId: string, rows: number, totalRows: number | null, estimatedSeconds: number | null } | null, lastExport: { startedAt: string, endedAt: string, startedBy: string, outcome: ExportOutcome, reason: string | null, buildId: string | null, rows: number, tmdb: { notice: string, keepUntil: string | null } | null } | null }> | null, auditLog: Array<{ at: string, who: string, action: string, arguments: string | null, outcome: string, reason: string | null }> | null };

export type IngestNowFragment = { state: IngestState, runId: string | null, kind: IngestRunKind | null, step: IngestStep | null, startedAt: string | null, startedBy: string | null, bytes: number | null, totalBytes: number | null, rows: number | null, stepShare: number | null, estimatedSeconds: number | null, nextRun: string | null, learnedUpdateTime: string | null, lastRun: { id: string, kind: IngestRunKind, startedAt: string, endedAt: string, startedBy: string, outcome: IngestOutcome, reason: string | null, buildId: string | null, steps: Array<{ step: IngestStep, seconds: number }> } | null };

export type EndedRunFragment = { id: string, kind: IngestRunKind, startedAt: string, endedAt: string, startedBy: string, outcome: IngestOutcome, reason: string | null, buildId: string | null, steps: Array<{ step: IngestStep, seconds: number }> };

export type KeptBuildFragment = { id: string, version: number, builtAt: string | null, isServed: boolean, format: number, bytes: number | null, rows: number | null, damages: Array<string>, verification: { state: VerificationState, startedAt: string, endedAt: string | null, damages: Array<string> | null } | null };

export type SourceFilesFragment = { totalCount: number, location: string, extractLocation: string | null, freeBytes: number, files: Array<{ name: string, sizeBytes: number | null, modified: string | null, etag: string | null, verified: boolean | null, extracted: boolean, rows: number | null, rejected: number | null }>, lastAction: { kind: DatasetActionKind, startedBy: string, startedAt: string, endedAt: string | null, result: { outcome: DatasetsOutcome, reason: string | null, doneCount: number, failedCount: number, files: Array<{ file: string, outcome: DatasetFileOutcome, message: string, bytes: number | null, rows: number | null }> } } | null };

export type FilesResultFragment = { outcome: DatasetsOutcome, reason: string | null, doneCount: number, failedCount: number, files: Array<{ file: string, outcome: DatasetFileOutcome, message: string, bytes: number | null, rows: number | null }> };

export type ExportToFragment = { target: string, tmdb: boolean, running: { startedAt: string, startedBy: string, buildId: string, rows: number, totalRows: number | null, estimatedSeconds: number | null } | null, lastExport: { startedAt: string, endedAt: string, startedBy: string, outcome: ExportOutcome, reason: string | null, buildId: string | null, rows: number, tmdb: { notice: string, keepUntil: string | null } | null } | null };

export type VerifyBuildMutationVariables = Exact<{
  id: string;
}>;


export type VerifyBuildMutation = { verifyBuild: { outcome: VerifyBuildOutcome, reasons: Array<string> } | null };

export type PromoteBuildMutationVariables = Exact<{
  id: string;
}>;


export type PromoteBuildMutation = { promoteBuild: { outcome: PromoteBuildOutcome, reason: string | null, version: number | null } | null };

export type PruneBuildsMutationVariables = Exact<{ [key: string]: never; }>;


export type PruneBuildsMutation = { pruneBuilds: { outcome: PruneBuildsOutcome, removed: Array<string>, spared: Array<string> } | null };

export type CompareBuildsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type CompareBuildsQuery = { compareBuilds: { tables: Array<{ name: string, isSame: boolean, rowsFrom: number | null, rowsTo: number | null, bytesFrom: number | null, bytesTo: number | null }> } | null };

export type StartExportMutationVariables = Exact<{
  target?: string | null | undefined;
  tmdb?: boolean | null | undefined;
}>;


export type StartExportMutation = { startExport: { outcome: StartExportOutcome } | null };

export type CancelExportMutationVariables = Exact<{
  target: string;
}>;


export type CancelExportMutation = { cancelExport: { outcome: CancelExportOutcome } | null };

export type DownloadDatasetsMutationVariables = Exact<{
  names?: Array<string> | string | null | undefined;
}>;


export type DownloadDatasetsMutation = { downloadDatasets: { outcome: DatasetsOutcome, reason: string | null, doneCount: number, failedCount: number, files: Array<{ file: string, outcome: DatasetFileOutcome, message: string, bytes: number | null, rows: number | null }> } };

export type ExtractDatasetsMutationVariables = Exact<{
  names?: Array<string> | string | null | undefined;
}>;


export type ExtractDatasetsMutation = { extractDatasets: { outcome: DatasetsOutcome, reason: string | null, doneCount: number, failedCount: number, files: Array<{ file: string, outcome: DatasetFileOutcome, message: string, bytes: number | null, rows: number | null }> } };

export type DeleteDatasetsMutationVariables = Exact<{
  names?: Array<string> | string | null | undefined;
  force?: boolean | null | undefined;
  onlyExtracted?: boolean | null | undefined;
}>;


export type DeleteDatasetsMutation = { deleteDatasets: { outcome: DatasetsOutcome, reason: string | null, doneCount: number, failedCount: number, files: Array<{ file: string, outcome: DatasetFileOutcome, message: string, bytes: number | null, rows: number | null }> } };

export type ProcessDatasetsMutationVariables = Exact<{ [key: string]: never; }>;


export type ProcessDatasetsMutation = { processDatasets: { outcome: StartIngestOutcome, status: { kind: IngestRunKind | null, step: IngestStep | null, startedBy: string | null } } };

export type FollowIngestSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type FollowIngestSubscription = { ingestProgress: { state: IngestState, runId: string | null, kind: IngestRunKind | null, step: IngestStep | null, startedAt: string | null, startedBy: string | null, bytes: number | null, totalBytes: number | null, rows: number | null, stepShare: number | null, estimatedSeconds: number | null, nextRun: string | null, learnedUpdateTime: string | null, lastRun: { id: string, kind: IngestRunKind, startedAt: string, endedAt: string, startedBy: string, outcome: IngestOutcome, reason: string | null, buildId: string | null, steps: Array<{ step: IngestStep, seconds: number }> } | null } };

export type StartIngestMutationVariables = Exact<{
  steps?: Array<IngestStep> | IngestStep | null | undefined;
  force?: boolean | null | undefined;
}>;


export type StartIngestMutation = { startIngest: { outcome: StartIngestOutcome, status: { kind: IngestRunKind | null, step: IngestStep | null, startedBy: string | null } } | null };

export type CancelIngestMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelIngestMutation = { cancelIngest: { outcome: CancelIngestOutcome, run: { outcome: IngestOutcome, reason: string | null } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EndedRunFragmentDoc = new TypedDocumentString(`
    fragment EndedRun on IngestRun {
  id
  kind
  startedAt
  endedAt
  startedBy
  outcome
  reason
  buildId
  steps {
    step
    seconds
  }
}
    `, {"fragmentName":"EndedRun"}) as unknown as TypedDocumentString<EndedRunFragment, unknown>;
export const IngestNowFragmentDoc = new TypedDocumentString(`
    fragment IngestNow on IngestStatus {
  state
  runId
  kind
  step
  startedAt
  startedBy
  bytes
  totalBytes
  rows
  stepShare
  estimatedSeconds
  nextRun
  learnedUpdateTime
  lastRun {
    ...EndedRun
  }
}
    fragment EndedRun on IngestRun {
  id
  kind
  startedAt
  endedAt
  startedBy
  outcome
  reason
  buildId
  steps {
    step
    seconds
  }
}`, {"fragmentName":"IngestNow"}) as unknown as TypedDocumentString<IngestNowFragment, unknown>;
export const KeptBuildFragmentDoc = new TypedDocumentString(`
    fragment KeptBuild on Build {
  id
  version
  builtAt
  isServed
  format
  bytes
  rows
  damages
  verification {
    state
    startedAt
    endedAt
    damages
  }
}
    `, {"fragmentName":"KeptBuild"}) as unknown as TypedDocumentString<KeptBuildFragment, unknown>;
export const FilesResultFragmentDoc = new TypedDocumentString(`
    fragment FilesResult on DatasetsResult {
  outcome
  reason
  doneCount
  failedCount
  files {
    file
    outcome
    message
    bytes
    rows
  }
}
    `, {"fragmentName":"FilesResult"}) as unknown as TypedDocumentString<FilesResultFragment, unknown>;
export const SourceFilesFragmentDoc = new TypedDocumentString(`
    fragment SourceFiles on Datasets {
  files {
    name
    sizeBytes
    modified
    etag
    verified
    extracted
    rows
    rejected
  }
  totalCount
  location
  extractLocation
  freeBytes
  lastAction {
    kind
    startedBy
    startedAt
    endedAt
    result {
      ...FilesResult
    }
  }
}
    fragment FilesResult on DatasetsResult {
  outcome
  reason
  doneCount
  failedCount
  files {
    file
    outcome
    message
    bytes
    rows
  }
}`, {"fragmentName":"SourceFiles"}) as unknown as TypedDocumentString<SourceFilesFragment, unknown>;
export const ExportToFragmentDoc = new TypedDocumentString(`
    fragment ExportTo on ExportTarget {
  target
  running {
    startedAt
    startedBy
    buildId
    rows
    totalRows
    estimatedSeconds
  }
  lastExport {
    startedAt
    endedAt
    startedBy
    outcome
    reason
    buildId
    rows
    tmdb {
      notice
      keepUntil
    }
  }
  tmdb
}
    `, {"fragmentName":"ExportTo"}) as unknown as TypedDocumentString<ExportToFragment, unknown>;
export const AdminPageDocument = new TypedDocumentString(`
    query AdminPage {
  ingestStatus {
    ...IngestNow
  }
  ingestRuns {
    ...EndedRun
  }
  builds {
    ...KeptBuild
  }
  datasets {
    ...SourceFiles
  }
  exportTargets {
    ...ExportTo
  }
  auditLog(first: 100) {
    at
    who
    action
    arguments
    outcome
    reason
  }
}
    fragment IngestNow on IngestStatus {
  state
  runId
  kind
  step
  startedAt
  startedBy
  bytes
  totalBytes
  rows
  stepShare
  estimatedSeconds
  nextRun
  learnedUpdateTime
  lastRun {
    ...EndedRun
  }
}
fragment EndedRun on IngestRun {
  id
  kind
  startedAt
  endedAt
  startedBy
  outcome
  reason
  buildId
  steps {
    step
    seconds
  }
}
fragment KeptBuild on Build {
  id
  version
  builtAt
  isServed
  format
  bytes
  rows
  damages
  verification {
    state
    startedAt
    endedAt
    damages
  }
}
fragment SourceFiles on Datasets {
  files {
    name
    sizeBytes
    modified
    etag
    verified
    extracted
    rows
    rejected
  }
  totalCount
  location
  extractLocation
  freeBytes
  lastAction {
    kind
    startedBy
    startedAt
    endedAt
    result {
      ...FilesResult
    }
  }
}
fragment FilesResult on DatasetsResult {
  outcome
  reason
  doneCount
  failedCount
  files {
    file
    outcome
    message
    bytes
    rows
  }
}
fragment ExportTo on ExportTarget {
  target
  running {
    startedAt
    startedBy
    buildId
    rows
    totalRows
    estimatedSeconds
  }
  lastExport {
    startedAt
    endedAt
    startedBy
    outcome
    reason
    buildId
    rows
    tmdb {
      notice
      keepUntil
    }
  }
  tmdb
}`) as unknown as TypedDocumentString<AdminPageQuery, AdminPageQueryVariables>;
export const VerifyBuildDocument = new TypedDocumentString(`
    mutation VerifyBuild($id: ID!) {
  verifyBuild(buildId: $id) {
    outcome
    reasons
  }
}
    `) as unknown as TypedDocumentString<VerifyBuildMutation, VerifyBuildMutationVariables>;
export const PromoteBuildDocument = new TypedDocumentString(`
    mutation PromoteBuild($id: ID!) {
  promoteBuild(buildId: $id) {
    outcome
    reason
    version
  }
}
    `) as unknown as TypedDocumentString<PromoteBuildMutation, PromoteBuildMutationVariables>;
export const PruneBuildsDocument = new TypedDocumentString(`
    mutation PruneBuilds {
  pruneBuilds {
    outcome
    removed
    spared
  }
}
    `) as unknown as TypedDocumentString<PruneBuildsMutation, PruneBuildsMutationVariables>;
export const CompareBuildsDocument = new TypedDocumentString(`
    query CompareBuilds($from: ID!, $to: ID!) {
  compareBuilds(from: $from, to: $to) {
    tables {
      name
      isSame
      rowsFrom
      rowsTo
      bytesFrom
      bytesTo
    }
  }
}
    `) as unknown as TypedDocumentString<CompareBuildsQuery, CompareBuildsQueryVariables>;
export const StartExportDocument = new TypedDocumentString(`
    mutation StartExport($target: String, $tmdb: Boolean) {
  startExport(target: $target, tmdb: $tmdb) {
    outcome
  }
}
    `) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const CancelExportDocument = new TypedDocumentString(`
    mutation CancelExport($target: String!) {
  cancelExport(target: $target) {
    outcome
  }
}
    `) as unknown as TypedDocumentString<CancelExportMutation, CancelExportMutationVariables>;
export const DownloadDatasetsDocument = new TypedDocumentString(`
    mutation DownloadDatasets($names: [String!]) {
  downloadDatasets(names: $names) {
    ...FilesResult
  }
}
    fragment FilesResult on DatasetsResult {
  outcome
  reason
  doneCount
  failedCount
  files {
    file
    outcome
    message
    bytes
    rows
  }
}`) as unknown as TypedDocumentString<DownloadDatasetsMutation, DownloadDatasetsMutationVariables>;
export const ExtractDatasetsDocument = new TypedDocumentString(`
    mutation ExtractDatasets($names: [String!]) {
  extractDatasets(names: $names) {
    ...FilesResult
  }
}
    fragment FilesResult on DatasetsResult {
  outcome
  reason
  doneCount
  failedCount
  files {
    file
    outcome
    message
    bytes
    rows
  }
}`) as unknown as TypedDocumentString<ExtractDatasetsMutation, ExtractDatasetsMutationVariables>;
export const DeleteDatasetsDocument = new TypedDocumentString(`
    mutation DeleteDatasets($names: [String!], $force: Boolean, $onlyExtracted: Boolean) {
  deleteDatasets(names: $names, force: $force, onlyExtracted: $onlyExtracted) {
    ...FilesResult
  }
}
    fragment FilesResult on DatasetsResult {
  outcome
  reason
  doneCount
  failedCount
  files {
    file
    outcome
    message
    bytes
    rows
  }
}`) as unknown as TypedDocumentString<DeleteDatasetsMutation, DeleteDatasetsMutationVariables>;
export const ProcessDatasetsDocument = new TypedDocumentString(`
    mutation ProcessDatasets {
  processDatasets {
    outcome
    status {
      kind
      step
      startedBy
    }
  }
}
    `) as unknown as TypedDocumentString<ProcessDatasetsMutation, ProcessDatasetsMutationVariables>;
export const FollowIngestDocument = new TypedDocumentString(`
    subscription FollowIngest {
  ingestProgress {
    ...IngestNow
  }
}
    fragment IngestNow on IngestStatus {
  state
  runId
  kind
  step
  startedAt
  startedBy
  bytes
  totalBytes
  rows
  stepShare
  estimatedSeconds
  nextRun
  learnedUpdateTime
  lastRun {
    ...EndedRun
  }
}
fragment EndedRun on IngestRun {
  id
  kind
  startedAt
  endedAt
  startedBy
  outcome
  reason
  buildId
  steps {
    step
    seconds
  }
}`) as unknown as TypedDocumentString<FollowIngestSubscription, FollowIngestSubscriptionVariables>;
export const StartIngestDocument = new TypedDocumentString(`
    mutation StartIngest($steps: [IngestStep!], $force: Boolean) {
  startIngest(steps: $steps, force: $force) {
    outcome
    status {
      kind
      step
      startedBy
    }
  }
}
    `) as unknown as TypedDocumentString<StartIngestMutation, StartIngestMutationVariables>;
export const CancelIngestDocument = new TypedDocumentString(`
    mutation CancelIngest {
  cancelIngest {
    outcome
    run {
      outcome
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<CancelIngestMutation, CancelIngestMutationVariables>;