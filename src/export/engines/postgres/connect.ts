import { Client } from 'pg';
import type { ClientConfig } from 'pg';

import { UsageError } from '../../../errors.ts';
import { certificateFile } from '../../targets/certificate-file.ts';
import { shownTarget } from '../../targets/target.ts';
import type { ServerTarget } from '../../targets/target.ts';
import { endWithServer } from '../end-with-server.ts';
import { postgresFailure } from './postgres-failure.ts';

const CONNECT_TIMEOUT_MS = 15_000;
/** The oldest version that the PostgreSQL project still mends, with what the statements of an export need. */
const OLDEST_VERSION = 130_000;

export interface Connected {
  client: Client;
  /** Version of the server, `15.18`. */
  version: string;
}

/** Opens a connection. @throws ExportFailed in words about the target, UsageError for an option that is wrong. */
export async function connectPostgres(target: ServerTarget): Promise<Connected> {
  const { host, port, database, user, password } = target;
  const client = new Client({
    host,
    database,
    application_name: 'marquee export',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...sslOf(target),
  });
  // Without a listener the end of a connection that nobody uses would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    endWithServer(client.connection.stream);
    const [row] = (
      await client.query<{ number: string; version: string }>(
        `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
      )
    ).rows;
    const version = row?.version ?? '?';
    if (Number(row?.number) < OLDEST_VERSION) throw new TooOld(version);
    await client.query(`SET standard_conforming_strings = on; SET datestyle = 'ISO'; SET client_encoding = 'UTF8'`);
    return { client, version };
  } catch (error) {
    await endClient(client);
    throw postgresFailure(error, { doing: 'connect', where: shownTarget(target) });
  }
}

/** Ends a connection, which may be gone, or never have been. */
export async function endClient(client: Client): Promise<void> {
  await client.end().catch(() => undefined);
}

/** The server is older than an export needs. */
export class TooOld extends Error {
  override readonly name = 'TooOld';
  constructor(version: string) {
    super(`PostgreSQL ${version} is too old: exports need version 13 or newer`);
  }
}

/** As libpq understands `sslmode`: `verify-ca` looks at who has signed the certificate, `verify-full` at its host too. */
function sslOf(target: ServerTarget): { ssl?: ClientConfig['ssl'] } {
  const { host, options } = target;
  const ca = certificateFile(target, 'sslrootcert');
  const trusted = ca === undefined ? {} : { ca };
  switch (options['sslmode']) {
    case undefined:
    case 'disable':
    case 'allow':
    case 'prefer':
      return {};
    case 'require':
      return { ssl: ca === undefined ? { rejectUnauthorized: false } : { ca, checkServerIdentity: () => undefined } };
    case 'verify-ca':
      return { ssl: { ...trusted, checkServerIdentity: () => undefined } };
    case 'verify-full':
      // The driver tells Node no host that is an address, and Node would take it for `localhost`.
      return { ssl: { ...trusted, host } };
    default:
      throw new UsageError(
        'sslmode of a postgres:// address is disable, allow, prefer, require, verify-ca or verify-full.',
      );
  }
}

/** The schema that an export fills, by the option `schema` of its address. */
export function schemaOf({ options }: ServerTarget): string {
  return options['schema'] ?? 'public';
}

/** A name in double quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
