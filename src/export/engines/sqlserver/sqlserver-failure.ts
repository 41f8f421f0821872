import { ExportFailed } from '../../export-failed.ts';
import type { ExportFailure } from '../../export-failed.ts';

export interface FailureContext {
  /** Completes "could not …". */
  doing: string;
  /** The target, as it may be shown. */
  where: string;
}

type Words = readonly [ExportFailure, string];

const NO_RIGHT: Words = [
  'REFUSED',
  'the user lacks a right: it needs CREATE TABLE, CREATE VIEW and CREATE SCHEMA in the database, and CONTROL on the schema',
];
const FULL: Words = ['REFUSED', 'the database or its log is full: give it more room, or on Azure a larger tier'];
const NOT_TRUSTED: Words = [
  'REFUSED',
  "the server's certificate is not trusted: trustServerCertificate=true in the address takes it unseen",
];
const DEPENDED_ON: Words = ['REFUSED', 'tables or views of others depend on a table: drop these first'];
const TOO_LONG: Words = ['REFUSED', 'a text of the build is longer than its column'];
const LOCKED: Words = ['BUSY', 'a table stays locked by another session: look at sys.dm_tran_locks, and export again'];
const NO_RESOURCES: Words = [
  'UNREACHABLE',
  'Azure SQL has no resources for it now: lower EXPORT_PARALLEL, or try later',
];
const CUT: Words = ['UNREACHABLE', 'the connection was cut'];

/** What a person gets for a code: a number of SQL Server's, a code of the driver or of the operating system. */
const WORDS: Record<string, Words> = {
  18456: ['REFUSED', 'the user or the password is wrong'],
  18452: ['REFUSED', 'the server takes no logins of SQL Server: allow them beside those of Windows'],
  4060: ['REFUSED', 'there is no such database, or this user may not open it'],
  40615: ['REFUSED', "the firewall of Azure SQL lets this address not in: add it to the server's firewall rules"],
  47073: ['REFUSED', 'Azure SQL is closed to public networks: use its private endpoint, or open it'],
  229: NO_RIGHT,
  262: NO_RIGHT,
  2760: NO_RIGHT,
  15151: NO_RIGHT,
  15247: NO_RIGHT,
  1101: FULL,
  1105: FULL,
  9002: FULL,
  40544: FULL,
  1205: LOCKED,
  1222: LOCKED,
  2628: TOO_LONG,
  4815: TOO_LONG,
  8152: TOO_LONG,
  3726: DEPENDED_ON,
  3729: DEPENDED_ON,
  4712: DEPENDED_ON,
  10928: NO_RESOURCES,
  10929: NO_RESOURCES,
  40501: NO_RESOURCES,
  40613: ['UNREACHABLE', 'the database of Azure SQL is starting or moving: try again in a minute'],
  ECONNREFUSED: ['UNREACHABLE', 'nothing listens there: is the server running, TCP/IP on, and the port right?'],
  ENOTFOUND: ['UNREACHABLE', 'there is no host of this name'],
  EAI_AGAIN: ['UNREACHABLE', 'the name of the host could not be looked up'],
  ETIMEDOUT: ['UNREACHABLE', 'it does not answer'],
  ETIMEOUT: ['UNREACHABLE', 'it does not answer'],
  ECONNRESET: CUT,
  EPIPE: CUT,
  ECLOSE: CUT,
  EINVALIDSTATE: CUT,
  EENCRYPT: ['REFUSED', 'the server and the option encrypt of the address do not agree: true, false or strict'],
  EINSTLOOKUP: ['UNREACHABLE', 'there is no such instance, or SQL Server Browser does not answer: give the port'],
  SELF_SIGNED_CERT_IN_CHAIN: NOT_TRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: NOT_TRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NOT_TRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NOT_TRUSTED,
  CERT_HAS_EXPIRED: NOT_TRUSTED,
  ERR_TLS_CERT_ALTNAME_INVALID: NOT_TRUSTED,
};

/** An error of SQL Server or of the way to it, as a person reads it. What is one already stays as it is. */
export function sqlServerFailure(error: unknown, { doing, where }: FailureContext): unknown {
  if (error instanceof ExportFailed || !(error instanceof Error) || error.name === 'AbortError') return error;
  const found = codesOf(error).find((code) => code in WORDS);
  const first = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const message = first.message.split('\n', 1).join() || 'no reason was given';
  if (found === undefined) {
    // What has neither number nor code is a fault of the program.
    if (codesOf(error).length === 0) return error;
    return new ExportFailed('REFUSED', `could not ${doing} at ${where}: ${message}`, { cause: error });
  }
  const [kind, words] = WORDS[found] ?? ['REFUSED', ''];
  return new ExportFailed(kind, `could not ${doing} at ${where}: ${words} (${message})`, { cause: error });
}

/** Numbers and codes of an error, of those that it is made of, and of its causes. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = ['number', 'code'].flatMap((key) => {
    const value = (error as unknown as Record<string, unknown>)[key];
    return typeof value === 'number' || typeof value === 'string' ? [String(value)] : [];
  });
  const parts = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...parts, ...codesOf(error.cause)];
}

/** Whether a lock was not given in time, or two sessions waited for each other. */
export function isNoLock(error: unknown): boolean {
  return codesOf(error).some((code) => code === '1222' || code === '1205');
}
