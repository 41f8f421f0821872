import { ExportFailed } from '../../export-failed.ts';
import type { ExportFailure } from '../../export-failed.ts';

export interface FailureContext {
  /** Completes "could not …". */
  doing: string;
  /** The target, as it may be shown. */
  where: string;
}

const UNKNOWN_AUTHORITY: readonly [ExportFailure, string] = [
  'REFUSED',
  'nobody whom this machine trusts has signed the certificate of the server: name the file of its authority with ?sslrootcert=…',
];

/** What a person gets for a code: of PostgreSQL (SQLSTATE, whole or its class), of TLS or of the operating system. */
const WORDS: Record<string, readonly [ExportFailure, string]> = {
  '28P01': ['REFUSED', 'the user or the password is wrong'],
  '28000': ['REFUSED', 'the server does not let this user in: look at its pg_hba.conf'],
  // 28000 of a server that takes no connections in the clear.
  UNENCRYPTED: ['REFUSED', 'the server wants an encrypted connection: add ?sslmode=require or ?sslmode=verify-full'],
  '3D000': ['REFUSED', 'there is no such database: create it first, for example with createdb'],
  '3F000': ['REFUSED', 'there is no such schema: create it first, with CREATE SCHEMA'],
  '42501': ['REFUSED', 'the user lacks a right: it needs CREATE on the database, and CREATE and USAGE on the schema'],
  '53100': ['REFUSED', "the server's disk is full"],
  '53200': ['REFUSED', 'the server is out of memory'],
  '53300': ['REFUSED', 'the server has no more connections to give: lower EXPORT_PARALLEL or raise max_connections'],
  '55P03': ['BUSY', 'a table stays locked by another session: look at pg_stat_activity, and export again'],
  '57P01': ['UNREACHABLE', 'the server was stopped'],
  '57P03': ['UNREACHABLE', 'the server is starting or stopping'],
  ECONNREFUSED: ['UNREACHABLE', 'nothing listens there: is the server running, and the port right?'],
  ENOTFOUND: ['UNREACHABLE', 'there is no host of this name'],
  EAI_AGAIN: ['UNREACHABLE', 'the name of the host could not be looked up'],
  ENOENT: ['UNREACHABLE', 'there is no socket: is the server running, and the port right?'],
  ETIMEDOUT: ['UNREACHABLE', 'it does not answer'],
  ECONNRESET: ['UNREACHABLE', 'the connection was cut'],
  EPIPE: ['UNREACHABLE', 'the connection was cut'],
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: ['REFUSED', 'the certificate of the server has expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['REFUSED', 'the certificate of the server is for another host'],
};

/** An error of PostgreSQL or of the way to it, as a person reads it. What is one already stays as it is. */
export function postgresFailure(error: unknown, { doing, where }: FailureContext): unknown {
  if (error instanceof ExportFailed || !(error instanceof Error) || error.name === 'AbortError') return error;
  const code = codeOf(error);
  const [kind, words] = WORDS[code] ?? [isWay(error) ? 'UNREACHABLE' : 'REFUSED', ''];
  const said = words === '' ? firstLine(error.message) : `${words} (${firstLine(error.message)})`;
  return new ExportFailed(kind, `could not ${doing} at ${where}: ${said}`, { cause: error });
}

function codeOf(error: Error): string {
  if (/no pg_hba\.conf entry .*no encryption/.test(error.message)) return 'UNENCRYPTED';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Of a host with several addresses each failed.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return /timeout/i.test(error.message) ? 'ETIMEDOUT' : /terminated/.test(error.message) ? 'ECONNRESET' : '';
}

function isWay(error: Error): boolean {
  return 'syscall' in error || /connection/i.test(error.message);
}

function firstLine(text: string): string {
  return text.split('\n', 1).join() || 'no reason was given';
}
