import type { BuildAdministration } from './build-administration.ts';
import type { DatasetAdministration } from './dataset-administration.ts';
import type { ExportAdministration } from './export-administration.ts';
import type { IngestAdministration } from './ingest-administration.ts';

/**
 * What an operator may do by GraphQL: the other side of the fields that require the role ADMIN. Every action is told who
 * asks for it, and stands in the audit log.
 */
export interface Administration {
  readonly ingests: IngestAdministration;
  readonly builds: BuildAdministration;
  readonly datasets: DatasetAdministration;
  readonly exports: ExportAdministration;
  /** The newest entries of the audit log, newest first. */
  auditLog(first: number): Promise<readonly AuditEntry[]>;
}

/** An action of an operator. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  at: string;
  /** Name of the token, `command line` or `schedule`. */
  who: string;
  /** Name of the mutation that does it, whoever asked for it. */
  action: string;
  /** Arguments that were given, as JSON; undefined for none. */
  arguments?: string | undefined;
  /** Outcome of the action in its own words, `FAILED` for an error. */
  outcome: string;
  reason?: string | undefined;
}
