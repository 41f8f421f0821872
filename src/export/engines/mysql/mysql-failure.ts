import { ExportFailed } from '../../export-failed.ts';
import type { ExportFailure } from '../../export-failed.ts';

export interface FailureContext {
  /** Completes "could not …". */
  doing: string;
  /** The target, as it may be shown. */
  where: string;
}

const NO_RIGHT: readonly [ExportFailure, string] = [
  'REFUSED',
  'the user lacks a right: it needs all of them on the database, for example by GRANT ALL PRIVILEGES ON films.* TO …',
];
const NO_ROOM: readonly [ExportFailure, string] = ['REFUSED', "the server's disk is full"];
const NO_LOCAL: readonly [ExportFailure, string] = [
  'REFUSED',
  'the server takes no rows by LOAD DATA LOCAL: allow it with SET GLOBAL local_infile = 1, and local_infile=1 below [mysqld] in its configuration so that it stays',
];
const NO_MORE: readonly [ExportFailure, string] = [
  'REFUSED',
  'the server has no more connections to give: lower EXPORT_PARALLEL or raise max_connections',
];
const CUT: readonly [ExportFailure, string] = ['UNREACHABLE', 'the connection was cut'];

/** What a person gets for a code: a number of MySQL's and MariaDB's, a word of the driver's or of the operating system's. */
const WORDS: Record<string, readonly [ExportFailure, string]> = {
  1021: NO_ROOM,
  1114: NO_ROOM,
  1040: NO_MORE,
  1203: NO_MORE,
  1226: NO_MORE,
  1044: NO_RIGHT,
  1142: NO_RIGHT,
  1143: NO_RIGHT,
  1227: NO_RIGHT,
  1370: NO_RIGHT,
  // MariaDB says the same of a user who may come encrypted only.
  1045: ['REFUSED', 'the user or the password is wrong, or the server wants encryption: ?ssl-mode=REQUIRED'],
  1698: ['REFUSED', 'the server lets this user in without a password only, over its socket: take another user'],
  1049: ['REFUSED', 'there is no such database: create it first, with CREATE DATABASE'],
  1053: ['UNREACHABLE', 'the server was stopped'],
  1129: ['REFUSED', 'the server has blocked this host after many errors: run FLUSH HOSTS there'],
  1130: ['REFUSED', 'the server lets nobody in from this host: give the user a host, as in ‘films’@‘%’'],
  1148: NO_LOCAL,
  3948: NO_LOCAL,
  4166: NO_LOCAL,
  1153: ['REFUSED', 'the server takes no packets of 256 KB: raise max_allowed_packet'],
  1205: ['BUSY', 'a table stays locked by another session: look at SHOW PROCESSLIST, and export again'],
  1213: ['BUSY', 'another session and this one wait for each other: look at SHOW PROCESSLIST, and export again'],
  1290: ['REFUSED', 'the server is read-only: name the one that is written to'],
  1836: ['REFUSED', 'the server is read-only: name the one that is written to'],
  3159: ['REFUSED', 'the server wants an encrypted connection: add ?ssl-mode=REQUIRED or ?ssl-mode=VERIFY_IDENTITY'],
  HANDSHAKE_NO_SSL_SUPPORT: ['REFUSED', 'the server takes no encrypted connections, and ?ssl-mode asks for one'],
  // The driver's code for all that can go wrong with TLS.
  HANDSHAKE_SSL_ERROR: [
    'REFUSED',
    'no encrypted connection: where an authority of your own has signed the certificate of the server, name its file with ?ssl-ca=…',
  ],
  1927: CUT,
  4031: CUT,
  PROTOCOL_CONNECTION_LOST: CUT,
  ECONNRESET: CUT,
  EPIPE: CUT,
  ECONNREFUSED: ['UNREACHABLE', 'nothing listens there: is the server running, and the port right?'],
  ENOTFOUND: ['UNREACHABLE', 'there is no host of this name'],
  EAI_AGAIN: ['UNREACHABLE', 'the name of the host could not be looked up'],
  ENOENT: ['UNREACHABLE', 'there is no socket: is the server running, and the path right?'],
  ETIMEDOUT: ['UNREACHABLE', 'it does not answer'],
};

/** What the operating system of the server said, 28 for a full disk, in an error of its storage. */
const SERVER_DISK_FULL = /(?:error|errcode:?) "?28\b|No space left/i;

/** Does a piece of work, whose errors are put in words. */
export async function attempt<T>(context: FailureContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw mysqlFailure(error, context);
  }
}

/** An error of the server or of the way to it, as a person reads it. What is one already stays as it is. */
export function mysqlFailure(error: unknown, { doing, where }: FailureContext): unknown {
  if (error instanceof ExportFailed || !(error instanceof Error) || error.name === 'AbortError') return error;
  const [kind, words] = SERVER_DISK_FULL.test(error.message)
    ? NO_ROOM
    : (WORDS[String(numberOf(error) ?? '')] ?? WORDS[codeOf(error)] ?? [isWay(error) ? 'UNREACHABLE' : 'REFUSED', '']);
  const said = words === '' ? firstLine(error.message) : `${words} (${firstLine(error.message)})`;
  return new ExportFailed(kind, `could not ${doing} at ${where}: ${said}`, { cause: error });
}

/** The number of a server's error; the operating system's are negative. */
export function numberOf(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errno' in error && typeof error.errno === 'number')) return undefined;
  return error.errno > 0 ? error.errno : undefined;
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Of a host with several addresses each failed.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return /closed state/.test(error.message) ? 'PROTOCOL_CONNECTION_LOST' : '';
}

function isWay(error: Error): boolean {
  return 'syscall' in error || ('fatal' in error && error.fatal === true);
}

function firstLine(text: string): string {
  return text.split('\n', 1).join() || 'no reason was given';
}
