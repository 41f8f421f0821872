import type { Config } from '../../config.ts';
import { createLogger } from '../../process/logger.ts';
import { openAuditLog } from '../../service/administration/audit-log.ts';

const SHOWN = 50;

/** `marquee audit`: the last actions, newest first. */
export async function listAudit({ folders }: Config): Promise<string> {
  // It reads, and has nothing to log.
  const log = createLogger({ level: 'silent', pretty: false });
  const entries = await openAuditLog({ folder: folders.meta, log }).read(SHOWN);
  if (entries.length === 0) return 'nothing was done yet';
  return entries
    .map(({ at, who, action, arguments: given, outcome, reason }) =>
      [at, who, action, given, outcome, reason].filter((part) => part !== undefined).join('  '),
    )
    .join('\n');
}
