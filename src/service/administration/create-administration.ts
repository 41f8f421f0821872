import type { Administration } from '../../graphql/administration/interface/administration.ts';
import type { BuildAdministration } from '../../graphql/administration/interface/build-administration.ts';
import type { DatasetAdministration } from '../../graphql/administration/interface/dataset-administration.ts';
import type { ExportAdministration } from '../../graphql/administration/interface/export-administration.ts';
import type { IngestAdministration } from '../../graphql/administration/interface/ingest-administration.ts';
import type { AuditLog } from './audit-log.ts';

export interface AdministrationParts {
  ingests: IngestAdministration;
  builds: BuildAdministration;
  datasets: DatasetAdministration;
  exports: ExportAdministration;
  audit: AuditLog;
}

/** What the resolvers of administration call, made of its parts. */
export function createAdministration({ audit, ...parts }: AdministrationParts): Administration {
  return { ...parts, auditLog: (first) => audit.read(first) };
}
