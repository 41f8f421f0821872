import { Connection } from 'tedious';

import { UsageError } from '../../../errors.ts';
import { ExportFailed } from '../../export-failed.ts';
import { shownTarget } from '../../targets/target.ts';
import type { ServerTarget } from '../../targets/target.ts';
import { createClient } from './client.ts';
import type { SqlServerClient } from './client.ts';
import { LONGEST_SCHEMA } from './names.ts';
import { sqlServerFailure } from './sqlserver-failure.ts';

const CONNECT_TIMEOUT_MS = 15_000;
/** SQL Server 2016, the oldest that Microsoft mends, with what the statements of an export need. */
const OLDEST_MAJOR = 13;
/** Editions of the engine that Azure keeps up to date, whatever version they name. */
const AZURE_EDITIONS: Record<number, string> = { 5: 'Azure SQL Database', 8: 'Azure SQL Managed Instance' };
/** The largest packets of TDS: a bulk load sends nothing but full ones. */
const PACKET_BYTES = 32_767;

export interface Connected {
  client: SqlServerClient;
  /** Name and version. */
  version: string;
}

/** Opens a connection. @throws ExportFailed in words about the target, UsageError for an option that is wrong. */
export async function connectSqlServer(target: ServerTarget): Promise<Connected> {
  const connection = new Connection(configOf(target));
  // Without a listener the end of a connection that nobody uses would end the process.
  connection.on('error', () => undefined);
  const numbers: number[] = [];
  connection.on('errorMessage', ({ number }) => void numbers.push(number));
  const client = createClient(connection);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    return { client, version: await versionOf(client) };
  } catch (error) {
    connection.close();
    // The driver's error of a login lacks the number, by which its words are found.
    if (error instanceof Error && !('number' in error) && numbers[0] !== undefined) {
      Object.assign(error, { number: numbers[0] });
    }
    throw sqlServerFailure(error, { doing: 'connect', where: shownTarget(target) });
  }
}

function configOf(target: ServerTarget): ConstructorParameters<typeof Connection>[0] {
  const { host, port, database, user, password, options } = target;
  const instance = options['instance'];
  return {
    server: host,
    authentication: { type: 'default', options: { userName: user, password } },
    options: {
      database,
      ...(instance === undefined ? { port: port ?? 1433 } : { instanceName: instance }),
      encrypt: options['encrypt']?.toLowerCase() === 'strict' ? 'strict' : flag(target, 'encrypt', true),
      trustServerCertificate: flag(target, 'trustServerCertificate', false),
      appName: 'marquee export',
      connectTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: 0,
      packetSize: PACKET_BYTES,
      // An error ends the transaction, and nothing of it is left half done.
      abortTransactionOnError: true,
    },
  };
}

/** An option that is on or off, as `true`, `yes` or `1` and their opposites. */
function flag({ options }: ServerTarget, name: string, otherwise: boolean): boolean {
  const text = options[name]?.toLowerCase();
  if (text === undefined) return otherwise;
  if (['true', 'yes', '1'].includes(text)) return true;
  if (['false', 'no', '0'].includes(text)) return false;
  throw new UsageError(`The option ${name} of a sqlserver:// address is true or false, and not "${text}".`);
}

async function versionOf(client: SqlServerClient): Promise<string> {
  const [[version, edition] = []] = await client.query(
    `SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS version, CAST(SERVERPROPERTY('EngineEdition') AS int) AS edition`,
  );
  const azure = AZURE_EDITIONS[Number(edition)];
  if (azure !== undefined) return `${azure} ${String(version)}`;
  if (Number.parseInt(String(version), 10) < OLDEST_MAJOR) {
    await client.close();
    throw new ExportFailed(
      'REFUSED',
      `SQL Server ${String(version)} is too old: exports need SQL Server 2016 (13.0) or newer`,
    );
  }
  return `SQL Server ${String(version)}`;
}

/** The schema that an export fills, by the option `schema` of its address. @throws UsageError if its name is too long. */
export function schemaOf({ options }: ServerTarget): string {
  const schema = options['schema'] ?? 'dbo';
  if (schema === '' || schema.length > LONGEST_SCHEMA) {
    throw new UsageError(`The schema of a sqlserver:// address has 1 to ${LONGEST_SCHEMA} characters.`);
  }
  return schema;
}
