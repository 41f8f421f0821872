/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query AdminPage {\n  ingestStatus {\n    ...IngestNow\n  }\n  ingestRuns {\n    ...EndedRun\n  }\n  builds {\n    ...KeptBuild\n  }\n  datasets {\n    ...SourceFiles\n  }\n  auditLog(first: 100) {\n    at\n    who\n    action\n    arguments\n    outcome\n    reason\n  }\n}\n\nfragment IngestNow on IngestStatus {\n  state\n  runId\n  kind\n  step\n  startedAt\n  startedBy\n  bytes\n  totalBytes\n  rows\n  stepShare\n  estimatedSeconds\n  nextRun\n  learnedUpdateTime\n  lastRun {\n    ...EndedRun\n  }\n}\n\nfragment EndedRun on IngestRun {\n  id\n  kind\n  startedAt\n  endedAt\n  startedBy\n  outcome\n  reason\n  buildId\n  steps {\n    step\n    seconds\n  }\n}\n\nfragment KeptBuild on Build {\n  id\n  version\n  builtAt\n  isServed\n  format\n  bytes\n  rows\n  damages\n  verification {\n    state\n    startedAt\n    endedAt\n    damages\n  }\n}\n\nfragment SourceFiles on Datasets {\n  files {\n    name\n    sizeBytes\n    modified\n    etag\n    verified\n    extracted\n    rows\n    rejected\n  }\n  totalCount\n  location\n  extractLocation\n  freeBytes\n  lastAction {\n    kind\n    startedBy\n    startedAt\n    endedAt\n    result {\n      ...FilesResult\n    }\n  }\n}\n\nfragment FilesResult on DatasetsResult {\n  outcome\n  reason\n  doneCount\n  failedCount\n  files {\n    file\n    outcome\n    message\n    bytes\n    rows\n  }\n}": typeof types.AdminPageDocument,
    "mutation VerifyBuild($id: ID!) {\n  verifyBuild(buildId: $id) {\n    outcome\n    reasons\n  }\n}\n\nmutation PromoteBuild($id: ID!) {\n  promoteBuild(buildId: $id) {\n    outcome\n    reason\n    version\n  }\n}\n\nmutation PruneBuilds {\n  pruneBuilds {\n    outcome\n    removed\n    spared\n  }\n}\n\nquery CompareBuilds($from: ID!, $to: ID!) {\n  compareBuilds(from: $from, to: $to) {\n    tables {\n      name\n      isSame\n      rowsFrom\n      rowsTo\n      bytesFrom\n      bytesTo\n    }\n  }\n}": typeof types.VerifyBuildDocument,
    "mutation DownloadDatasets($names: [String!]) {\n  downloadDatasets(names: $names) {\n    ...FilesResult\n  }\n}\n\nmutation ExtractDatasets($names: [String!]) {\n  extractDatasets(names: $names) {\n    ...FilesResult\n  }\n}\n\nmutation DeleteDatasets($names: [String!], $force: Boolean, $onlyExtracted: Boolean) {\n  deleteDatasets(names: $names, force: $force, onlyExtracted: $onlyExtracted) {\n    ...FilesResult\n  }\n}\n\nmutation ProcessDatasets {\n  processDatasets {\n    outcome\n    status {\n      kind\n      step\n      startedBy\n    }\n  }\n}": typeof types.DownloadDatasetsDocument,
    "subscription FollowIngest {\n  ingestProgress {\n    ...IngestNow\n  }\n}": typeof types.FollowIngestDocument,
    "mutation StartIngest($steps: [IngestStep!], $force: Boolean) {\n  startIngest(steps: $steps, force: $force) {\n    outcome\n    status {\n      kind\n      step\n      startedBy\n    }\n  }\n}\n\nmutation CancelIngest {\n  cancelIngest {\n    outcome\n    run {\n      outcome\n      reason\n    }\n  }\n}": typeof types.StartIngestDocument,
};
const documents: Documents = {
    "query AdminPage {\n  ingestStatus {\n    ...IngestNow\n  }\n  ingestRuns {\n    ...EndedRun\n  }\n  builds {\n    ...KeptBuild\n  }\n  datasets {\n    ...SourceFiles\n  }\n  auditLog(first: 100) {\n    at\n    who\n    action\n    arguments\n    outcome\n    reason\n  }\n}\n\nfragment IngestNow on IngestStatus {\n  state\n  runId\n  kind\n  step\n  startedAt\n  startedBy\n  bytes\n  totalBytes\n  rows\n  stepShare\n  estimatedSeconds\n  nextRun\n  learnedUpdateTime\n  lastRun {\n    ...EndedRun\n  }\n}\n\nfragment EndedRun on IngestRun {\n  id\n  kind\n  startedAt\n  endedAt\n  startedBy\n  outcome\n  reason\n  buildId\n  steps {\n    step\n    seconds\n  }\n}\n\nfragment KeptBuild on Build {\n  id\n  version\n  builtAt\n  isServed\n  format\n  bytes\n  rows\n  damages\n  verification {\n    state\n    startedAt\n    endedAt\n    damages\n  }\n}\n\nfragment SourceFiles on Datasets {\n  files {\n    name\n    sizeBytes\n    modified\n    etag\n    verified\n    extracted\n    rows\n    rejected\n  }\n  totalCount\n  location\n  extractLocation\n  freeBytes\n  lastAction {\n    kind\n    startedBy\n    startedAt\n    endedAt\n    result {\n      ...FilesResult\n    }\n  }\n}\n\nfragment FilesResult on DatasetsResult {\n  outcome\n  reason\n  doneCount\n  failedCount\n  files {\n    file\n    outcome\n    message\n    bytes\n    rows\n  }\n}": types.AdminPageDocument,
    "mutation VerifyBuild($id: ID!) {\n  verifyBuild(buildId: $id) {\n    outcome\n    reasons\n  }\n}\n\nmutation PromoteBuild($id: ID!) {\n  promoteBuild(buildId: $id) {\n    outcome\n    reason\n    version\n  }\n}\n\nmutation PruneBuilds {\n  pruneBuilds {\n    outcome\n    removed\n    spared\n  }\n}\n\nquery CompareBuilds($from: ID!, $to: ID!) {\n  compareBuilds(from: $from, to: $to) {\n    tables {\n      name\n      isSame\n      rowsFrom\n      rowsTo\n      bytesFrom\n      bytesTo\n    }\n  }\n}": types.VerifyBuildDocument,
    "mutation DownloadDatasets($names: [String!]) {\n  downloadDatasets(names: $names) {\n    ...FilesResult\n  }\n}\n\nmutation ExtractDatasets($names: [String!]) {\n  extractDatasets(names: $names) {\n    ...FilesResult\n  }\n}\n\nmutation DeleteDatasets($names: [String!], $force: Boolean, $onlyExtracted: Boolean) {\n  deleteDatasets(names: $names, force: $force, onlyExtracted: $onlyExtracted) {\n    ...FilesResult\n  }\n}\n\nmutation ProcessDatasets {\n  processDatasets {\n    outcome\n    status {\n      kind\n      step\n      startedBy\n    }\n  }\n}": types.DownloadDatasetsDocument,
    "subscription FollowIngest {\n  ingestProgress {\n    ...IngestNow\n  }\n}": types.FollowIngestDocument,
    "mutation StartIngest($steps: [IngestStep!], $force: Boolean) {\n  startIngest(steps: $steps, force: $force) {\n    outcome\n    status {\n      kind\n      step\n      startedBy\n    }\n  }\n}\n\nmutation CancelIngest {\n  cancelIngest {\n    outcome\n    run {\n      outcome\n      reason\n    }\n  }\n}": types.StartIngestDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AdminPage {\n  ingestStatus {\n    ...IngestNow\n  }\n  ingestRuns {\n    ...EndedRun\n  }\n  builds {\n    ...KeptBuild\n  }\n  datasets {\n    ...SourceFiles\n  }\n  auditLog(first: 100) {\n    at\n    who\n    action\n    arguments\n    outcome\n    reason\n  }\n}\n\nfragment IngestNow on IngestStatus {\n  state\n  runId\n  kind\n  step\n  startedAt\n  startedBy\n  bytes\n  totalBytes\n  rows\n  stepShare\n  estimatedSeconds\n  nextRun\n  learnedUpdateTime\n  lastRun {\n    ...EndedRun\n  }\n}\n\nfragment EndedRun on IngestRun {\n  id\n  kind\n  startedAt\n  endedAt\n  startedBy\n  outcome\n  reason\n  buildId\n  steps {\n    step\n    seconds\n  }\n}\n\nfragment KeptBuild on Build {\n  id\n  version\n  builtAt\n  isServed\n  format\n  bytes\n  rows\n  damages\n  verification {\n    state\n    startedAt\n    endedAt\n    damages\n  }\n}\n\nfragment SourceFiles on Datasets {\n  files {\n    name\n    sizeBytes\n    modified\n    etag\n    verified\n    extracted\n    rows\n    rejected\n  }\n  totalCount\n  location\n  extractLocation\n  freeBytes\n  lastAction {\n    kind\n    startedBy\n    startedAt\n    endedAt\n    result {\n      ...FilesResult\n    }\n  }\n}\n\nfragment FilesResult on DatasetsResult {\n  outcome\n  reason\n  doneCount\n  failedCount\n  files {\n    file\n    outcome\n    message\n    bytes\n    rows\n  }\n}"): typeof import('./graphql.ts').AdminPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation VerifyBuild($id: ID!) {\n  verifyBuild(buildId: $id) {\n    outcome\n    reasons\n  }\n}\n\nmutation PromoteBuild($id: ID!) {\n  promoteBuild(buildId: $id) {\n    outcome\n    reason\n    version\n  }\n}\n\nmutation PruneBuilds {\n  pruneBuilds {\n    outcome\n    removed\n    spared\n  }\n}\n\nquery CompareBuilds($from: ID!, $to: ID!) {\n  compareBuilds(from: $from, to: $to) {\n    tables {\n      name\n      isSame\n      rowsFrom\n      rowsTo\n      bytesFrom\n      bytesTo\n    }\n  }\n}"): typeof import('./graphql.ts').VerifyBuildDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DownloadDatasets($names: [String!]) {\n  downloadDatasets(names: $names) {\n    ...FilesResult\n  }\n}\n\nmutation ExtractDatasets($names: [String!]) {\n  extractDatasets(names: $names) {\n    ...FilesResult\n  }\n}\n\nmutation DeleteDatasets($names: [String!], $force: Boolean, $onlyExtracted: Boolean) {\n  deleteDatasets(names: $names, force: $force, onlyExtracted: $onlyExtracted) {\n    ...FilesResult\n  }\n}\n\nmutation ProcessDatasets {\n  processDatasets {\n    outcome\n    status {\n      kind\n      step\n      startedBy\n    }\n  }\n}"): typeof import('./graphql.ts').DownloadDatasetsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription FollowIngest {\n  ingestProgress {\n    ...IngestNow\n  }\n}"): typeof import('./graphql.ts').FollowIngestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StartIngest($steps: [IngestStep!], $force: Boolean) {\n  startIngest(steps: $steps, force: $force) {\n    outcome\n    status {\n      kind\n      step\n      startedBy\n    }\n  }\n}\n\nmutation CancelIngest {\n  cancelIngest {\n    outcome\n    run {\n      outcome\n      reason\n    }\n  }\n}"): typeof import('./graphql.ts').StartIngestDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
