import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { startLogged } from '../child-process.ts';
import { environment } from '../start-server.ts';
import { costOf } from '../run-ingest.ts';
import type { Cost } from '../run-ingest.ts';

export interface ImdbSqliteRun extends Cost {
  sizeBytes: number;
}

/** imdb-sqlite over the seven files, its database measured and removed; a sentence where it cannot be had. */
export async function runImdbSqlite({
  source,
  tsvFolder,
  folder,
}: {
  source: string | undefined;
  tsvFolder: string;
  folder: string;
}): Promise<ImdbSqliteRun | string> {
  if (source === undefined || !existsSync(join(source, 'imdb_sqlite'))) {
    return 'imdb-sqlite is skipped: get its source (github.com/jojje/imdb-sqlite) and give the folder by --imdb-sqlite.';
  }
  if (spawnSync('python3', ['-c', 'import tqdm']).status !== 0) {
    return 'imdb-sqlite is skipped: it needs python3 with the module tqdm (on Debian: apt-get install python3-tqdm).';
  }
  const database = join(folder, 'imdb-sqlite.db');
  await rm(database, { force: true });
  const command = ['python3', '-m', 'imdb_sqlite', '--db', database, '--cache-dir', tsvFolder];
  const run = startLogged(command, {
    cwd: resolve(source),
    env: environment({ PYTHONDONTWRITEBYTECODE: '1' }),
    logFile: join(folder, 'imdb-sqlite.log'),
  });
  try {
    const cost = await costOf(run);
    if (!run.output().includes('Import successful'))
      throw new Error(`imdb-sqlite failed: ${run.output().slice(-2000)}`);
    return { ...cost, sizeBytes: (await stat(database)).size };
  } finally {
    await run.stop('SIGKILL');
    await rm(database, { force: true });
  }
}
