import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { AuditEntry } from '../../graphql/administration/interface/administration.ts';
import type { Outcome } from '../../ingest/outcomes/outcome.ts';
import type { Logger } from '../../process/logger.ts';
import { isMissing } from '../../storage/files/durable.ts';
import { listFolder } from '../../storage/files/list-folder.ts';

/** Who did what to the service, in META_DIR/audit.jsonl: one line of JSON for each action. */
export interface AuditLog {
  /** Never rejects: an action is not undone because its entry cannot be written. The line is in the log then. */
  write(entry: Omit<AuditEntry, 'at'>): Promise<void>;
  /** The newest entries, newest first. */
  read(first: number): Promise<AuditEntry[]>;
}

export interface AuditLogOptions {
  /** META_DIR. */
  folder: string;
  log: Logger;
  now?: () => Date;
  /** Size above which a file gets a name with its time, and a new one is begun. */
  mostBytes?: number;
}

const FILE = 'audit.jsonl';
const EARLIER = /^audit-.*\.jsonl$/;
const KEPT_EARLIER = 4;
const MOST_BYTES = 1 << 20;
/** Longest text of an entry. No action has longer arguments of any use, and long ones would push earlier entries out. */
const MOST_CHARACTERS = 1000;

const auditEntry = z.object({
  at: z.string(),
  who: z.string(),
  action: z.string(),
  arguments: z.string().optional(),
  outcome: z.string(),
  reason: z.string().optional(),
});

/** The audit log of a data folder, to which several processes append. */
export function openAuditLog({
  folder,
  log,
  now = () => new Date(),
  mostBytes = MOST_BYTES,
}: AuditLogOptions): AuditLog {
  const path = join(folder, FILE);

  async function earlier(): Promise<string[]> {
    return (await listFolder(folder)).filter((name) => EARLIER.test(name)).sort();
  }

  /** The time in the name keeps two processes that rotate at once from replacing each other's file. */
  async function rotate(): Promise<void> {
    const size = await stat(path).then(({ size: bytes }) => bytes, ignoreMissing);
    if (size === undefined || size < mostBytes) return;
    const time = now().toISOString().replaceAll(':', '-');
    await rename(path, join(folder, `audit-${time}-${process.pid}.jsonl`)).catch(ignoreMissing);
    for (const name of (await earlier()).slice(0, -KEPT_EARLIER)) await rm(join(folder, name), { force: true });
  }

  return {
    async write(entry) {
      const { arguments: given, reason } = entry;
      const short = { ...entry, arguments: given && shortJson(given), reason: reason && cut(reason) };
      const line: AuditEntry = { at: now().toISOString(), ...short };
      log.info({ event: 'administration', ...short });
      try {
        await mkdir(folder, { recursive: true });
        await rotate();
        // In one write, so that lines of several processes do not mix.
        await appendFile(path, `${(await isCutOff(path)) ? '\n' : ''}${JSON.stringify(line)}\n`);
      } catch (error) {
        log.error({ event: 'audit not written', err: error });
      }
    },
    async read(first) {
      const entries: AuditEntry[] = [];
      for (const name of [...(await earlier()), FILE].toReversed()) {
        if (entries.length >= first) break;
        const text = (await readFile(join(folder, name), 'utf8').catch(ignoreMissing)) ?? '';
        entries.push(...text.split('\n').flatMap(entryOf).toReversed());
      }
      return entries.slice(0, first);
    },
  };
}

/** An action, as its entry names it. */
export interface Action {
  who: string;
  action: string;
  arguments?: Record<string, unknown> | undefined;
}

/**
 * Runs an action and writes its entry, with the outcome that its result has; with `FAILED` and the message if it rejects,
 * which this does too.
 */
export async function audited<T extends { outcome: string; reason?: string | undefined }>(
  audit: AuditLog,
  { who, action, arguments: given = {} }: Action,
  work: () => Promise<T>,
): Promise<T> {
  const named = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  const entry = { who, action, arguments: named.length === 0 ? undefined : JSON.stringify(Object.fromEntries(named)) };
  try {
    const result = await work();
    await audit.write({ ...entry, outcome: result.outcome, reason: result.reason });
    return result;
  } catch (error) {
    await audit.write({ ...entry, outcome: 'FAILED', reason: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

/** How a run ended, for its entry. */
export function auditOf(outcome: Outcome): Pick<AuditEntry, 'outcome' | 'reason'> {
  const { status } = outcome;
  const reason = 'reason' in outcome ? outcome.reason : undefined;
  const build = 'buildId' in outcome ? `build ${outcome.buildId}` : undefined;
  return { outcome: status.toUpperCase(), reason: reason ?? build };
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)} …`;
}

/** JSON that is too long, as the JSON text of its beginning. */
function shortJson(json: string): string {
  return json.length <= MOST_CHARACTERS ? json : JSON.stringify(cut(json));
}

/** The entry of a line; none for a line that a full disk or a kill has cut off. */
function entryOf(line: string): AuditEntry[] {
  try {
    const parsed = auditEntry.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

/** Whether the last line of a file has no end: a full disk or a kill cut it off, and the next one must not join it. */
async function isCutOff(path: string): Promise<boolean> {
  const file = await open(path).catch(ignoreMissing);
  if (file === undefined) return false;
  try {
    const { size } = await file.stat();
    if (size === 0) return false;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() !== '\n';
  } finally {
    await file.close();
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
  return undefined;
}
