import type { Duplex } from 'node:stream';

import { createConnection } from 'mysql2/promise';
import type { Connection, ConnectionOptions } from 'mysql2/promise';

import { UsageError } from '../../../errors.ts';
import { certificateFile } from '../../targets/certificate-file.ts';
import { shownTarget } from '../../targets/target.ts';
import type { ServerTarget } from '../../targets/target.ts';
import { endWithServer } from '../end-with-server.ts';
import { attempt } from './mysql-failure.ts';

const CONNECT_TIMEOUT_MS = 15_000;
/** A session waits while others load, for longer than the eight hours of many servers. */
const IDLE_SECONDS = 7 * 24 * 3600;
/** Seconds that a statement waits for a table; servers have a day or a year. */
export const LOCK_WAIT_SECONDS = 60;

/**
 * What the session expects of the server, whatever its settings are: nothing is cut silently, all warnings are counted, a
 * backslash is an escape in SQL and double quotes are texts, times are UTC.
 */
const SESSION = [
  `SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'`,
  `SET SESSION sql_notes = 1, max_error_count = 64`,
  `SET SESSION time_zone = '+00:00'`,
  `SET SESSION wait_timeout = ${IDLE_SECONDS}`,
  `SET SESSION lock_wait_timeout = ${LOCK_WAIT_SECONDS}`,
];

/** Opens a connection. @throws ExportFailed in words about the target. */
export async function connectMysql(target: ServerTarget): Promise<Connection> {
  const { host, port, database, user, password } = target;
  const ssl = sslOf(target);
  return attempt({ doing: 'connect', where: shownTarget(target) }, async () => {
    const client = await createConnection({
      database,
      charset: 'utf8mb4_unicode_ci',
      connectTimeout: CONNECT_TIMEOUT_MS,
      enableKeepAlive: true,
      decimalNumbers: true,
      rowsAsArray: true,
      // The option `host` may be the path of a socket.
      ...(host.startsWith('/') ? { socketPath: host } : { host, port: port ?? 3306 }),
      ...(user !== undefined && { user }),
      ...(password !== undefined && { password }),
      ...(ssl !== undefined && { ssl }),
    });
    // Without a listener the end of a connection that nobody uses would end the process.
    client.on('error', () => undefined);
    endWithServer(socketOf(client));
    try {
      for (const statement of SESSION) await client.query(statement);
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  });
}

/** The socket of a connection, which the driver has and does not declare. */
function socketOf(client: Connection): Duplex {
  return (client as unknown as { connection: { stream: Duplex } }).connection.stream;
}

/** As MySQL's own client understands `--ssl-mode` and `--ssl-ca`; only the last two modes look at the certificate. */
function sslOf(target: ServerTarget): ConnectionOptions['ssl'] | undefined {
  const ca = certificateFile(target, 'ssl-ca');
  const trusted = ca === undefined ? {} : { ca };
  switch (target.options['ssl-mode']?.toUpperCase()) {
    case undefined:
    case 'DISABLED':
      return undefined;
    case 'REQUIRED':
      return { rejectUnauthorized: false };
    case 'VERIFY_CA':
      return { ...trusted, rejectUnauthorized: true };
    case 'VERIFY_IDENTITY':
      return { ...trusted, rejectUnauthorized: true, verifyIdentity: true };
    default:
      throw new UsageError('ssl-mode of a mysql:// address is DISABLED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY.');
  }
}

/** A value of a statement's parameter. */
export type Bound = string | number | null;

/** The rows of a statement, each the values of its columns. It is prepared where it has parameters: not all may be. */
export async function rowsOf(client: Connection, sql: string, values: readonly Bound[] = []): Promise<unknown[][]> {
  const [rows] = await (values.length === 0 ? client.query(sql) : client.execute(sql, [...values]));
  return rows as unknown[][];
}

/** As many question marks as there are values. */
export function marksFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** Those of some tables and views that the database has, with `VIEW` for a view. */
export async function placesAmong(client: Connection, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  // An empty list is no SQL.
  if (names.length === 0) return new Map();
  const rows = await rowsOf(
    client,
    `SELECT table_name, table_type FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name IN (${marksFor(names)})`,
    names,
  );
  return new Map(rows.map(([name, type]) => [String(name), String(type)]));
}

/** Ends a connection, which may be gone. */
export async function endConnection(client: Connection): Promise<void> {
  await client.end().catch(() => client.destroy());
}
