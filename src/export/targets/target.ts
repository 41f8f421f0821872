import { resolve } from 'node:path';

import { UsageError } from '../../errors.ts';

/** A database that exports go to. */
export type Target = ServerTarget | SqliteTarget;

export interface ServerTarget {
  engine: 'postgres' | 'mysql' | 'sqlserver';
  host: string;
  /** Undefined for the engine's own. */
  port: number | undefined;
  database: string;
  user: string | undefined;
  password: string | undefined;
  /** What stands behind the question mark. */
  options: Readonly<Record<string, string>>;
}

export interface SqliteTarget {
  engine: 'sqlite';
  path: string;
}

const ENGINES: Record<string, ServerTarget['engine']> = {
  postgres: 'postgres',
  postgresql: 'postgres',
  mysql: 'mysql',
  mariadb: 'mysql',
  sqlserver: 'sqlserver',
  mssql: 'sqlserver',
};

/** Stands for a host that is not written. */
const NO_HOST = 'host-is-an-option.invalid';

const FORMS = 'postgres://, mysql://, mariadb://, sqlserver:// or sqlite:<path>';

/** Parses the address of a target. @throws UsageError in words that name no password. */
export function parseTarget(text: string): Target {
  const sqlite = /^sqlite:(?:\/\/)?(.+)$/.exec(text);
  if (sqlite !== null) return { engine: 'sqlite', path: resolve(sqlite[1] ?? '') };
  const scheme = /^([a-z]+):\/\//.exec(text)?.[1] ?? '';
  const engine = ENGINES[scheme];
  if (engine === undefined) throw new UsageError(`The target of an export begins with ${FORMS}.`);
  let url: URL;
  try {
    // An address may leave the host to its option `host`, as libpq has it: `postgres://user@/database?host=/run/postgresql`.
    url = new URL(text.replace(/^([a-z]+:\/\/(?:[^/?#@]*@)?)(?=\/)/, `$1${NO_HOST}`));
  } catch {
    throw new UsageError(
      `The ${scheme}:// address of an export cannot be read: write ${scheme}://user:password@host:port/database, with / @ : of a password as %2F %40 %3A.`,
    );
  }
  const options = Object.fromEntries(url.searchParams);
  const host = options['host'] ?? decodeURIComponent(url.hostname === NO_HOST ? '' : url.hostname);
  const database = decodeURIComponent(url.pathname.replace(/^\//, ''));
  if (host === '' || database === '') {
    const what = host === '' ? 'host' : 'database';
    throw new UsageError(
      `The ${scheme}:// address of an export names no ${what}: write ${scheme}://user:password@host:port/database.`,
    );
  }
  const port = options['port'] ?? url.port;
  return {
    engine,
    host,
    port: port === '' ? undefined : Number(port),
    database,
    user: url.username === '' ? undefined : decodeURIComponent(url.username),
    password: url.password === '' ? undefined : decodeURIComponent(url.password),
    options,
  };
}

/** A target as it may be shown: without user, password and options but for the schema, which is a place too. */
export function shownTarget(target: Target): string {
  if (target.engine === 'sqlite') return `sqlite:${target.path}`;
  const { engine, host, port, database, options } = target;
  const schema = options['schema'] === undefined ? '' : `?schema=${options['schema']}`;
  return `${engine}://${host}${port === undefined ? '' : `:${port}`}/${database}${schema}`;
}
