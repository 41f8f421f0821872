import { execFile } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { startLogged } from '../../bench/processes/child-process.ts';
import type { LoggedProcess } from '../../bench/processes/child-process.ts';
import { freePort, idsOf, writeCertificate } from './server-parts.ts';

const run = promisify(execFile);

export interface Postgres {
  pid: number;
  /** For clients: over a local socket, which costs less than TCP, or over TCP where it has a password. */
  connectionString: string;
  version: string;
  /** Runs SQL, or psql's own `\copy`. */
  psql(...commands: string[]): Promise<string>;
  /** Kills all of its processes, as a machine that goes off does, and starts it again. */
  killAndRestart(): Promise<void>;
  /** Ends it and removes all it has written. */
  remove(): Promise<void>;
}

export interface PostgresOptions {
  binaries: string;
  logFolder: string;
  /** Asked for over TCP; without one everybody gets in over the socket, and nobody over TCP. */
  password?: string;
  /** Whether it takes encrypted connections too, with the certificate of the tests. */
  encrypted?: boolean;
}

const START_MS = 60_000;
const RESTART_AFTER_MS = 100;
const USER = 'bench';

/** The folder of PostgreSQL's programs, the newest that Debian's packages have put there. */
export function postgresBinaries(): string | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) => versionOf(b) - versionOf(a));
  return found[0] === undefined ? undefined : dirname(found[0]);
}

function versionOf(path: string): number {
  return Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0);
}

/**
 * Makes a cluster in a temporary folder (TMPDIR says where) and starts it on a free port. PostgreSQL refuses root: it
 * runs as the user `postgres` then.
 */
export async function startPostgres({ binaries, logFolder, password, encrypted }: PostgresOptions): Promise<Postgres> {
  const user = process.getuid?.() === 0 ? await idsOf('postgres') : undefined;
  const temporary = await mkdtemp(join(tmpdir(), 'postgres-'));
  if (user !== undefined) await chown(temporary, user.uid, user.gid);
  const removeNow = (): void => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  const folder = join(temporary, 'cluster');
  const bin = (name: string): string => join(binaries, name);
  const auth = ['--auth-local', 'trust', '--auth-host', password === undefined ? 'reject' : 'scram-sha-256'];
  const initArgs = ['-D', folder, '-U', USER, ...auth, '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'];
  if (password !== undefined) {
    const file = join(temporary, 'password');
    await writeFile(file, password);
    if (user !== undefined) await chown(file, user.uid, user.gid);
    initArgs.push('--pwfile', file);
  }
  await run(bin('initdb'), initArgs, { ...user, cwd: '/' });
  const port = await freePort();
  const listen = { listen_addresses: password === undefined ? '' : '127.0.0.1' };
  const tls = encrypted === true ? await writeCertificate(temporary, user) : undefined;
  const encryption = tls === undefined ? {} : { ssl: 'on', ssl_cert_file: tls.certificate, ssl_key_file: tls.key };
  const settings = Object.entries({ ...settingsFor(totalmem()), ...listen, ...encryption });
  const command = [bin('postgres'), '-D', folder, '-k', temporary, '-p', String(port)];
  let server: LoggedProcess;
  async function start(): Promise<void> {
    server = startLogged([...command, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
      ...user,
      cwd: '/',
      logFile: join(logFolder, `postgres-${port}.log`),
    });
    await server.waitFor(/ready to accept connections/, START_MS);
  }
  // After the program itself is ended, which was put on that list before.
  process.once('exit', removeNow);
  async function remove(): Promise<void> {
    await server.stop('SIGINT');
    await rm(temporary, { recursive: true, force: true });
    process.off('exit', removeNow);
  }
  async function psql(...commands: string[]): Promise<string> {
    const flags = ['-h', temporary, '-p', String(port), '-U', USER, '-d', 'postgres', '-qXAt', '-v', 'ON_ERROR_STOP=1'];
    const { stdout } = await run(bin('psql'), [...flags, ...commands.flatMap((sql) => ['-c', sql])], {
      maxBuffer: 1 << 28,
    });
    return stdout.trim();
  }
  try {
    await start();
    return {
      get pid() {
        return server.pid;
      },
      connectionString:
        password === undefined
          ? `postgres://${USER}@/postgres?host=${encodeURIComponent(temporary)}&port=${port}`
          : `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
      version: (await psql('SHOW server_version')).split(' ')[0] ?? '',
      psql,
      async killAndRestart() {
        await server.stop('SIGKILL');
        // The processes of its sessions end by themselves when they miss it; until then they hold its memory.
        const deadline = performance.now() + START_MS;
        for (;;) {
          try {
            await start();
            return;
          } catch (error) {
            if (!/shared memory block .* still in use/.test(String(error)) || performance.now() > deadline) throw error;
            await sleep(RESTART_AFTER_MS);
          }
        }
      },
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

const GIBIBYTE = 2 ** 30;

/** What a DBA sets on a machine with this memory, for a database that is loaded once and then read. */
function settingsFor(memoryBytes: number): Record<string, string> {
  const megabytes = (share: number, most: number): string =>
    `${Math.floor(Math.min(memoryBytes * share, most * GIBIBYTE) / 2 ** 20)}MB`;
  return {
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
