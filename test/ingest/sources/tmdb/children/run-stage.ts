import { createHttpRequest } from '../../../../../src/ingest/sources/http/http-request.ts';
import { SILENT_PROGRESS } from '../../../../../src/ingest/outcomes/progress.ts';
import { runTmdb } from '../../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { foldersIn } from '../../../../../src/dataset/builds/paths.ts';
import { createLogger } from '../../../../../src/process/logger.ts';

/** Mirrors everything into a folder, until it is killed. */
const [folder = '', baseUrl = '', exportUrl = '', token = ''] = process.argv.slice(2);
const outcome = await runTmdb(
  {
    api: { baseUrl, exportUrl, token, concurrency: 8, requestsPerSecond: 1000 },
    request: createHttpRequest({ keptConnections: 8 }),
    folders: foldersIn(folder),
    memoryLimit: '256MiB',
    log: createLogger({ level: 'silent', pretty: false }),
    progress: SILENT_PROGRESS,
    now: () => new Date(),
    signal: new AbortController().signal,
    writeSnapshot: () => Promise.resolve(),
  },
  { stage: 'all' },
);
process.stdout.write(`${JSON.stringify(outcome)}\n`);
