import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { startLogged } from '../processes/child-process.ts';
import { environment } from '../processes/start-server.ts';
import { costOf } from '../data/run-ingest.ts';
import type { Cost } from '../data/run-ingest.ts';

export interface ImdbSqliteRun extends Cost {
  sizeBytes: number;
}

/** Debian's own has the modules of Debian's packages, which another in front of it has not. */
const PYTHONS = ['python3', '/usr/bin/python3'];

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
  const python = PYTHONS.find((command) => spawnSync(command, ['-c', 'import tqdm']).status === 0);
  if (python === undefined) {
    return 'imdb-sqlite is skipped: it needs python3 with the module tqdm (on Debian: apt-get install python3-tqdm).';
  }
  const database = join(folder, 'imdb-sqlite.db');
  await rm(database, { force: true });
  const command = [python, '-m', 'imdb_sqlite', '--db', database, '--cache-dir', tsvFolder];
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
