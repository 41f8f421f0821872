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

/** What may stand behind the question mark; `host` may be the path of a socket. */
const OPTIONS: Record<ServerTarget['engine'], readonly string[]> = {
  postgres: ['host', 'port', 'schema', 'sslmode', 'sslrootcert'],
  mysql: ['host', 'port', 'ssl-mode', 'ssl-ca'],
  sqlserver: ['host', 'port', 'schema', 'instance', 'encrypt', 'trustServerCertificate'],
};

/** Parses the address of a target. @throws UsageError in words that name no password. */
export function parseTarget(text: string): Target {
  const sqlite = /^sqlite:(?:\/\/)?(.+)$/i.exec(text);
  if (sqlite !== null) return { engine: 'sqlite', path: resolve(sqlite[1] ?? '') };
  const scheme = /^([a-z]+):\/\//i.exec(text)?.[1]?.toLowerCase() ?? '';
  const engine = ENGINES[scheme];
  if (engine === undefined) throw new UsageError(`The target of an export begins with ${FORMS}.`);
  const parts = partsOf(text);
  if (parts === undefined) {
    throw new UsageError(
      `The ${scheme}:// address of an export cannot be read: write ${scheme}://user:password@host:port/database, with / @ : ? # % of a password as %2F %40 %3A %3F %23 %25.`,
    );
  }
  const { host, port, database, options } = parts;
  if (host === '' || database === '') {
    const what = host === '' ? 'host' : 'database';
    throw new UsageError(
      `The ${scheme}:// address of an export names no ${what}: write ${scheme}://user:password@host:port/database.`,
    );
  }
  const unknown = Object.keys(options).find((name) => !OPTIONS[engine].includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `A ${scheme}:// address of an export has no option ${unknown}; it has ${OPTIONS[engine].join(', ')}.`,
    );
  }
  if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    throw new UsageError(`The port of a ${scheme}:// address is a whole number from 1 to 65535.`);
  }
  return { ...parts, engine, port: port === '' ? undefined : Number(port) };
}

/** The parts of an address as they were before they were written with `%`; undefined where it cannot be read. */
function partsOf(text: string): (Omit<ServerTarget, 'engine' | 'port'> & { port: string }) | undefined {
  try {
    // An address may leave the host to its option `host`, as libpq has it: `postgres://user@/database?host=/run/postgresql`.
    const url = new URL(text.replace(/^([a-z]+:\/\/(?:[^/?#@]*@)?)(?=\/)/i, `$1${NO_HOST}`));
    // Of a password with one of / ? # in it the end stands behind the host, up to its @: it must not be shown as a database.
    if (`${url.pathname}${url.search}`.includes('@') || url.hash !== '') return undefined;
    const options = Object.fromEntries(url.searchParams);
    const host = options['host'] ?? decodeURIComponent(url.hostname === NO_HOST ? '' : url.hostname);
    return {
      // Addresses of IPv6 stand in brackets.
      host: host.replace(/^\[(.*)\]$/, '$1'),
      port: options['port'] ?? url.port,
      database: decodeURIComponent(url.pathname.replace(/^\//, '')),
      user: url.username === '' ? undefined : decodeURIComponent(url.username),
      password: url.password === '' ? undefined : decodeURIComponent(url.password),
      options,
    };
  } catch {
    return undefined;
  }
}

/** A target as it may be shown: without user, password and options but for the schema, which is a place too. */
export function shownTarget(target: Target): string {
  if (target.engine === 'sqlite') return `sqlite:${target.path}`;
  const { engine, host, port, database, options } = target;
  const schema = options['schema'] === undefined ? '' : `?schema=${options['schema']}`;
  const place = host.includes(':') ? `[${host}]` : host;
  return `${engine}://${place}${port === undefined ? '' : `:${port}`}/${database}${schema}`;
}
