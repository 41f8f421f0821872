import { Client } from 'pg';
import type { ClientConfig } from 'pg';

import { shownTarget } from '../../targets/target.ts';
import type { ServerTarget } from '../../targets/target.ts';
import { postgresFailure } from './postgres-failure.ts';

const CONNECT_TIMEOUT_MS = 15_000;
/** The oldest version that the PostgreSQL project still mends, with what the statements of an export need. */
const OLDEST_VERSION = 130_000;

/** Opens a connection. @throws ExportFailed in words about the target. */
export async function connectPostgres(target: ServerTarget): Promise<Client> {
  const { host, port, database, user, password, options } = target;
  const client = new Client({
    host,
    database,
    application_name: 'marquee export',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...sslOf(options['sslmode']),
  });
  // Without a listener the end of a connection that nobody uses would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [row] = (
      await client.query<{ version: string; name: string }>(
        `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name`,
      )
    ).rows;
    if (Number(row?.version) < OLDEST_VERSION) {
      await client.end();
      throw new TooOld(row?.name ?? '?');
    }
    await client.query(`SET standard_conforming_strings = on; SET datestyle = 'ISO'; SET client_encoding = 'UTF8'`);
    return client;
  } catch (error) {
    throw postgresFailure(error, { doing: 'connect', where: shownTarget(target) });
  }
}

/** The server is older than an export needs. */
export class TooOld extends Error {
  override readonly name = 'TooOld';
  constructor(version: string) {
    super(`PostgreSQL ${version} is too old: exports need version 13 or newer`);
  }
}

/** As libpq understands `sslmode`: only `verify-full` and `verify-ca` look at the certificate. */
function sslOf(mode: string | undefined): { ssl?: ClientConfig['ssl'] } {
  if (mode === undefined || mode === 'disable' || mode === 'prefer' || mode === 'allow') return {};
  return { ssl: { rejectUnauthorized: mode.startsWith('verify') } };
}

/** The schema that an export fills, by the option `schema` of its address. */
export function schemaOf({ options }: ServerTarget): string {
  return options['schema'] ?? 'public';
}

/** A name in double quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
