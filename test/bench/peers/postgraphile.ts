import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { startLogged } from '../processes/child-process.ts';
import { environment, whenListening } from '../processes/start-server.ts';
import type { RunningServer } from '../processes/start-server.ts';
import { loadPostgres } from './postgres-tables.ts';
import { postgresBinaries, startPostgres } from '../../support/databases/postgres.ts';
import type { Postgres } from '../../support/databases/postgres.ts';

const run = promisify(execFile);
const SERVER = fileURLToPath(new URL('postgraphile-server.mjs', import.meta.url));
const LISTENING = /listening on (\S+)/;

export interface PostgraphilePeer {
  server: RunningServer;
  /** Of PostGraphile and PostgreSQL. */
  versions: Record<string, string>;
  /** To load, index and analyse. */
  loadSeconds: number;
  databaseBytes: number;
  /** Ends both and removes the database. */
  remove(): Promise<void>;
}

export interface PeerOptions {
  /** Where peers keep their packages and data. */
  folder: string;
  logFolder: string;
  /** The tables of the build that is compared with. */
  tables: string;
}

/** PostGraphile 5 over PostgreSQL with the data of a build; a sentence where it cannot be had. */
export async function startPostgraphile({
  folder,
  logFolder,
  tables,
}: PeerOptions): Promise<PostgraphilePeer | string> {
  const binaries = postgresBinaries();
  if (binaries === undefined) {
    return 'PostGraphile is skipped: PostgreSQL is not installed (on Debian: apt-get install postgresql).';
  }
  const packages = join(folder, 'packages');
  const version = await install(packages);
  if (version === undefined)
    return `PostGraphile is skipped: npm cannot install it (try \`npm install --prefix ${packages} postgraphile@5\`).`;
  const postgres = await startPostgres({ binaries, logFolder });
  try {
    const started = performance.now();
    await loadPostgres(postgres, { tables, folder });
    const loadSeconds = (performance.now() - started) / 1000;
    const server = await serve(postgres, { packages, logFolder });
    return {
      server,
      versions: { postgraphile: version, postgresql: postgres.version },
      loadSeconds,
      databaseBytes: Number(await postgres.psql('SELECT pg_database_size(current_database())')),
      async remove() {
        await server.stop();
        await postgres.remove();
      },
    };
  } catch (error) {
    await postgres.remove();
    throw error;
  }
}

/** Installs it where it is not there. Answers with the version. */
async function install(packages: string): Promise<string | undefined> {
  const manifest = join(packages, 'node_modules/postgraphile/package.json');
  if (!existsSync(manifest)) {
    await mkdir(packages, { recursive: true });
    try {
      await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', packages, 'postgraphile@5']);
    } catch {
      return undefined;
    }
  }
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

function serve(
  postgres: Postgres,
  { packages, logFolder }: { packages: string; logFolder: string },
): Promise<RunningServer> {
  const server = startLogged([process.execPath, SERVER, packages, postgres.connectionString], {
    env: environment({ NODE_ENV: 'production', GRAPHILE_ENV: 'production' }),
    logFile: join(logFolder, 'postgraphile.log'),
  });
  return whenListening(server, LISTENING, [postgres.pid]);
}
