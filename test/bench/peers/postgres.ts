import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

import { startLogged } from '../processes/child-process.ts';

const run = promisify(execFile);

export interface Postgres {
  pid: number;
  /** For clients: over a local socket, which costs less than TCP. */
  connectionString: string;
  version: string;
  /** Runs SQL, or psql's own `\copy`. */
  psql(...commands: string[]): Promise<string>;
  /** Ends it and removes all it has written. */
  remove(): Promise<void>;
}

const START_MS = 60_000;
const USER = 'bench';

/** The folder of PostgreSQL's programs, the newest that Debian's packages have put there. */
export function postgresBinaries(): string | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) => versionOf(b) - versionOf(a));
  return found[0] === undefined ? undefined : dirname(found[0]);
}

function versionOf(path: string): number {
  return Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0);
}

/** Makes a cluster in a folder and starts it on a free port. PostgreSQL refuses root: it runs as `postgres` then. */
export async function startPostgres({
  binaries,
  folder,
  logFolder,
}: {
  binaries: string;
  folder: string;
  logFolder: string;
}): Promise<Postgres> {
  const user = process.getuid?.() === 0 ? await idsOf('postgres') : undefined;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sockets = await mkdtemp(join(tmpdir(), 'bench-'));
  if (user !== undefined) await Promise.all([folder, sockets].map((path) => chown(path, user.uid, user.gid)));
  const bin = (name: string): string => join(binaries, name);
  const initArgs = ['-D', folder, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'];
  await run(bin('initdb'), initArgs, { ...user, cwd: '/' });
  const port = await freePort();
  const settings = Object.entries(settingsFor(totalmem())).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = startLogged([bin('postgres'), '-D', folder, '-k', sockets, '-p', String(port), ...settings], {
    ...user,
    cwd: '/',
    logFile: join(logFolder, 'postgres.log'),
  });
  async function remove(): Promise<void> {
    await server.stop('SIGINT');
    await Promise.all([folder, sockets].map((path) => rm(path, { recursive: true, force: true })));
  }
  try {
    await server.waitFor(/ready to accept connections/, START_MS);
  } catch (error) {
    await remove();
    throw error;
  }
  async function psql(...commands: string[]): Promise<string> {
    const flags = ['-h', sockets, '-p', String(port), '-U', USER, '-d', 'postgres', '-qXAt', '-v', 'ON_ERROR_STOP=1'];
    const { stdout } = await run(bin('psql'), [...flags, ...commands.flatMap((command) => ['-c', command])]);
    return stdout.trim();
  }
  return {
    pid: server.pid,
    connectionString: `postgres://${USER}@/postgres?host=${encodeURIComponent(sockets)}&port=${port}`,
    version: (await psql('SHOW server_version')).split(' ')[0] ?? '',
    psql,
    remove,
  };
}

const GIBIBYTE = 2 ** 30;

/** What a DBA sets on a machine with this memory, for a database that is loaded once and then read. */
function settingsFor(memoryBytes: number): Record<string, string> {
  const megabytes = (share: number, most: number): string =>
    `${Math.floor(Math.min(memoryBytes * share, most * GIBIBYTE) / 2 ** 20)}MB`;
  return {
    listen_addresses: '',
    shared_buffers: megabytes(0.25, 4),
    effective_cache_size: megabytes(0.66, 64),
    maintenance_work_mem: megabytes(0.05, 1),
    work_mem: '32MB',
    random_page_cost: '1.1',
    jit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '16GB',
    checkpoint_timeout: '30min',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
}

async function idsOf(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
