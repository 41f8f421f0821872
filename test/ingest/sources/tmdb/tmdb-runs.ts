import { onTestFinished } from 'vitest';

import { foldersIn } from '../../../../src/dataset/builds/paths.ts';
import { TMDB_KINDS } from '../../../../src/dataset/sources/tmdb.ts';
import type { TmdbKind } from '../../../../src/dataset/sources/tmdb.ts';
import { startTmdbOrigin } from '../../../../src/demo/tmdb/tmdb-origin.ts';
import type { TmdbOrigin, TmdbOriginOptions } from '../../../../src/demo/tmdb/tmdb-origin.ts';
import { SILENT_PROGRESS } from '../../../../src/ingest/outcomes/progress.ts';
import { createHttpRequest } from '../../../../src/ingest/sources/http/http-request.ts';
import { openMirror } from '../../../../src/ingest/sources/tmdb/mirror.ts';
import type { Mirror } from '../../../../src/ingest/sources/tmdb/mirror.ts';
import type { TmdbRunOptions } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { createLogger } from '../../../../src/process/logger.ts';
import { newFolder } from '../../../support/folders.ts';

/** A made-up TMDB of some 300 things that ends with the test. */
export async function openTmdb(options: Partial<TmdbOriginOptions> = {}): Promise<TmdbOrigin> {
  const origin = await startTmdbOrigin({ scale: 0.0001, seed: 1, ...options });
  onTestFinished(() => origin.close());
  return origin;
}

/** Options of a run over a made-up TMDB, in a new folder unless one is given, and what it has logged. */
export function runOptions(
  { baseUrl, exportUrl, token }: Pick<TmdbOrigin, 'baseUrl' | 'exportUrl' | 'token'>,
  given: Partial<TmdbRunOptions> & { folder?: string } = {},
): TmdbRunOptions & { folder: string; lines: () => string } {
  const { folder = newFolder('tmdb'), ...rest } = given;
  let logged = '';
  const write = (line: string): void => void (logged += line);
  return {
    folder,
    lines: () => logged,
    api: { baseUrl, exportUrl, token, concurrency: 8, requestsPerSecond: 1000 },
    request: createHttpRequest({ keptConnections: 8 }),
    folders: foldersIn(folder),
    memoryLimit: '256MiB',
    log: createLogger({ level: 'trace', pretty: false, destination: { write } }),
    progress: SILENT_PROGRESS,
    now: () => new Date(),
    signal: new AbortController().signal,
    writeSnapshot: () => Promise.resolve(),
    backoffMs: 1,
    ...rest,
  };
}

/** The mirror of a run. */
export function mirrorOf({ folders }: Pick<TmdbRunOptions, 'folders'>): Mirror {
  const mirror = openMirror(folders.tmdb ?? '');
  onTestFinished(() => mirror.close());
  return mirror;
}

/** All answers, without their times. */
export function answersOf(mirror: Mirror): Record<string, unknown> {
  return Object.fromEntries(
    TMDB_KINDS.flatMap((kind) =>
      [...mirror.answers(kind)].map(({ id, part, body }) => [`${kind} ${id} ${part}`, body] as const),
    ),
  );
}

/** How many things of a kind are held. */
export function countHeld(mirror: Mirror, kind: TmdbKind): number {
  return mirror.counts().find((one) => one.kind === kind && one.state === 'HELD')?.things ?? 0;
}
