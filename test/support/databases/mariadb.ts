import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

import { startLogged } from '../../bench/processes/child-process.ts';
import type { LoggedProcess } from '../../bench/processes/child-process.ts';
import { freePort, idsOf, writeCertificate } from './server-parts.ts';

const run = promisify(execFile);

export interface Mariadb {
  pid: number;
  port: number;
  /** The path of its socket, over which root needs no password. */
  socket: string;
  /** For clients, over TCP, as the user that owns the database and others whose names begin with its name. */
  connectionString: string;
  /** Runs SQL, or a whole file of it, by the client `mariadb` over the socket, as root where no user is named. */
  mariadb(sql: string, options?: { database?: string; user?: string }): Promise<string>;
  /** Kills it, as a machine that goes off does, and starts it again. */
  killAndRestart(): Promise<void>;
  /** Ends it and removes all it has written. */
  remove(): Promise<void>;
}

export interface MariadbOptions {
  logFolder: string;
  password: string;
  database: string;
  /** Further settings, `local_infile=0`. */
  settings?: readonly string[];
  /** Whether it takes encrypted connections too, with the certificate of the tests. */
  encrypted?: boolean;
}

const SERVER = '/usr/sbin/mariadbd';
const START_MS = 60_000;
const USER = 'exporter';
/** The file that all tables share, of a fixed size: it is full when `innodb_file_per_table` is off and they are large. */
const SHARED_FILE = 'ibdata1:32M';

export function hasMariadb(): boolean {
  return existsSync(SERVER);
}

/**
 * Makes a server's folder in a temporary one (TMPDIR says where) and starts it on a free port, with nothing of the
 * system's own service. It refuses root: it runs as the user `mysql` then. Its own character set is latin1, as older
 * servers' is, and its mode lets values be cut: an export must not depend on either.
 */
export async function startMariadb({
  logFolder,
  password,
  database,
  settings = [],
  encrypted,
}: MariadbOptions): Promise<Mariadb> {
  const user = process.getuid?.() === 0 ? await idsOf('mysql') : undefined;
  const temporary = await mkdtemp(join(tmpdir(), 'mariadb-'));
  if (user !== undefined) await chown(temporary, user.uid, user.gid);
  const removeNow = (): void => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  const folder = join(temporary, 'data');
  const socket = join(temporary, 'socket');
  const common = [
    '--no-defaults',
    `--datadir=${folder}`,
    '--innodb-log-file-size=32M',
    `--innodb-data-file-path=${SHARED_FILE}`,
  ];
  await run(
    'mariadb-install-db',
    [...common, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'],
    { ...user, cwd: '/' },
  );
  const port = await freePort();
  const own = ['local_infile=1', 'character-set-server=latin1', 'sql_mode=NO_BACKSLASH_ESCAPES,ANSI_QUOTES'];
  const tls = encrypted === true ? await writeCertificate(temporary, user) : undefined;
  const encryption = tls === undefined ? [] : [`ssl-cert=${tls.certificate}`, `ssl-key=${tls.key}`];
  const flags = [...own, ...encryption, 'innodb_flush_method=nosync', 'skip-name-resolve', 'skip-log-bin', ...settings];
  const listen = [`--socket=${socket}`, '--bind-address=127.0.0.1', `--port=${port}`];
  let server: LoggedProcess;
  async function start(): Promise<void> {
    server = startLogged([SERVER, ...common, ...listen, ...flags.map((flag) => `--${flag}`)], {
      ...user,
      cwd: '/',
      logFile: join(logFolder, `mariadb-${port}.log`),
    });
    await server.waitFor(/ready for connections/, START_MS);
  }
  // After the program itself is ended, which was put on that list before.
  process.once('exit', removeNow);
  async function remove(): Promise<void> {
    await server.stop('SIGKILL');
    await rm(temporary, { recursive: true, force: true });
    process.off('exit', removeNow);
  }
  async function mariadb(sql: string, options: { database?: string; user?: string } = {}): Promise<string> {
    const chosen = options.database === undefined ? [] : [options.database];
    const client = run('mariadb', [
      '--no-defaults',
      '-S',
      socket,
      '-u',
      options.user ?? 'root',
      '-NB',
      '--show-warnings',
      ...chosen,
    ]);
    client.child.stdin?.end(sql);
    return (await client).stdout.trim();
  }
  try {
    await start();
    await mariadb(
      `SET sql_mode = ''; CREATE DATABASE ${database};
       CREATE USER ${USER}@'127.0.0.1' IDENTIFIED BY '${password.replaceAll("'", "''")}';
       GRANT ALL PRIVILEGES ON \`${database}%\`.* TO ${USER}@'127.0.0.1';`,
    );
    return {
      get pid() {
        return server.pid;
      },
      port,
      socket,
      connectionString: `mariadb://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
      mariadb,
      async killAndRestart() {
        await server.stop('SIGKILL');
        await start();
      },
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
