import type { Folders } from '../../dataset/builds/paths.ts';
import type { BuildAdministration } from '../../graphql/administration/interface/build-administration.ts';
import { audited } from './audit-log.ts';
import type { AuditLog } from './audit-log.ts';
import { compareKeptBuilds, readKeptBuilds } from './kept-builds.ts';
import type { LeadingActions } from './leading-actions.ts';

/** The builds of a data folder. */
export function administerBuilds({
  folders,
  actions,
  audit,
}: {
  folders: Folders;
  actions: Omit<LeadingActions, 'start'>;
  audit: AuditLog;
}): BuildAdministration {
  return {
    async list() {
      // Without the leading process, the builds are listed all the same.
      const verifications = await actions.verifications().catch(() => ({}));
      const checks = new Map(Object.entries(verifications));
      const builds = await readKeptBuilds(folders);
      return builds.map((build) => Object.assign(build, { verification: checks.get(build.buildId) }));
    },
    compare: (from, to) => compareKeptBuilds(folders, { from, to }),
    verify: (buildId, who) =>
      audited(audit, { who, action: 'verifyBuild', arguments: { buildId } }, async () => {
        const { outcome, reasons } = await actions.verify(buildId);
        return { outcome, reasons, reason: reasons.length === 0 ? undefined : reasons.join('; ') };
      }),
    promote: (buildId, who) =>
      audited(audit, { who, action: 'promoteBuild', arguments: { buildId } }, () => actions.promote(buildId, who)),
    prune: (who) =>
      audited(audit, { who, action: 'pruneBuilds' }, async () => {
        const pruned = await actions.prune();
        const { removed } = pruned;
        return { ...pruned, reason: removed.length === 0 ? undefined : `removed: ${removed.join(', ')}` };
      }),
  };
}
