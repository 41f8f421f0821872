import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { z } from 'zod';

import { isMissing, readJson, replaceJson } from '../../storage/files/durable.ts';
import { createIngestLock } from '../../storage/files/lock.ts';
import type { IngestLock } from '../../storage/files/lock.ts';
import type { ExportedTmdb } from '../source/tmdb-data.ts';

/** An export that goes on. */
export interface RunningExport {
  id: string;
  /** Times in ISO 8601, UTC. */
  startedAt: string;
  /** Name of a token, `command line` or `schedule`. */
  startedBy: string;
  buildId: string;
  rows: number;
  /** Zero until it is known. */
  totalRows: number;
  /** When this was last written. */
  seenAt: string;
}

/** An export that has ended. */
export interface EndedExport {
  startedAt: string;
  endedAt: string;
  startedBy: string;
  outcome: string;
  reason?: string | undefined;
  buildId?: string | undefined;
  rows: number;
  /** What goes with the data of TMDB that the target has since. */
  tmdb?: ExportedTmdb | undefined;
}

/** What is known of the exports to one target, in whichever process they were: a file in META_DIR. */
export interface ExportRecord {
  target: string;
  running?: RunningExport | undefined;
  last?: EndedExport | undefined;
}

const running = z.object({
  id: z.string(),
  startedAt: z.string(),
  startedBy: z.string(),
  buildId: z.string(),
  rows: z.number(),
  totalRows: z.number(),
  seenAt: z.string(),
});
const record = z.object({
  target: z.string(),
  running: running.optional(),
  last: z
    .object({
      startedAt: z.string(),
      endedAt: z.string(),
      startedBy: z.string(),
      outcome: z.string(),
      reason: z.string().optional(),
      buildId: z.string().optional(),
      rows: z.number(),
      tmdb: z
        .object({ notice: z.string(), oldestFetchedAt: z.string().optional(), keepUntil: z.string().optional() })
        .optional(),
    })
    .optional(),
});

/**
 * The lock of the exports to one target from one data folder, which the system frees when its holder ends. The engine has
 * one of its own against exports from elsewhere.
 */
export function exportLock(meta: string, target: string): IngestLock {
  return createIngestLock(`${pathOf(meta, target)}.lock`);
}

/** Reads what is known of a target. An export whose process was killed has ended as FAILED. */
export async function readExportRecord(meta: string, target: string): Promise<ExportRecord> {
  const parsed = record.safeParse(await readJson(pathOf(meta, target)).catch(() => undefined));
  if (!parsed.success) return { target };
  const { running: going, last } = parsed.data;
  if (going === undefined) return { target, last };
  const release = exportLock(meta, target).acquire();
  if (release === null) return { target, running: going, last };
  release();
  // It may have ended between the two.
  const again = record.safeParse(await readJson(pathOf(meta, target)).catch(() => undefined));
  if (again.data?.running?.id !== going.id) return { target, running: again.data?.running, last: again.data?.last };
  const { startedAt, seenAt, startedBy, buildId, rows } = going;
  const reason = 'its process ended before it did; the next export goes on from what is loaded';
  return { target, last: { startedAt, endedAt: seenAt, startedBy, buildId, rows, outcome: 'FAILED', reason } };
}

/** Writes what an export does, for other processes. */
export interface ExportWriter {
  /** Rows loaded so far, of how many; written at most once a second. */
  progress(rows: number, totalRows: number): Promise<void>;
  /** Whether somebody has asked for its end. */
  isCancelled(): Promise<boolean>;
  end(ended: Pick<EndedExport, 'outcome' | 'reason' | 'tmdb'>): Promise<void>;
}

/** Begins the record of an export, for the holder of its lock. */
export async function beginExportRecord(
  meta: string,
  { target, startedBy, buildId }: { target: string; startedBy: string; buildId: string },
): Promise<ExportWriter> {
  const path = pathOf(meta, target);
  const { last } = await readExportRecord(meta, target);
  const startedAt = new Date().toISOString();
  const going = { id: randomUUID(), startedAt, startedBy, buildId, rows: 0, totalRows: 0, seenAt: startedAt };
  const write = (): Promise<void> => replaceJson(path, { target, running: going, last });
  await mkdir(dirname(path), { recursive: true });
  // Before anybody can ask for the end of this one.
  await removeCancels(path);
  await write();
  return {
    async progress(rows, totalRows) {
      Object.assign(going, { rows, totalRows, seenAt: new Date().toISOString() });
      await write();
    },
    isCancelled: () => stat(cancelPath(path, going.id)).then(() => true, ignoreMissing),
    async end({ outcome, reason, tmdb }) {
      const endedAt = new Date().toISOString();
      const ended: EndedExport = { startedAt, endedAt, startedBy, buildId, rows: going.rows, outcome, reason, tmdb };
      await replaceJson(path, { target, last: ended });
      await removeCancels(path);
    },
  };
}

/** Asks for the end of the export of a target that goes on, in whichever process. Answers whether there is one. */
export async function cancelExportOf(meta: string, target: string): Promise<boolean> {
  const { running: going } = await readExportRecord(meta, target);
  if (going === undefined) return false;
  await writeFile(cancelPath(pathOf(meta, target), going.id), '');
  return true;
}

function pathOf(meta: string, target: string): string {
  return join(meta, 'exports', `${createHash('sha256').update(target).digest('hex').slice(0, 16)}.json`);
}

/** What was asked of exports that have ended, or were killed. */
async function removeCancels(path: string): Promise<void> {
  const name = `${basename(path)}.`;
  const left = (await readdir(dirname(path))).filter((file) => file.startsWith(name) && file.endsWith('.cancel'));
  for (const file of left) await rm(join(dirname(path), file), { force: true });
}

function cancelPath(path: string, id: string): string {
  return `${path}.${id}.cancel`;
}

function ignoreMissing(error: unknown): false {
  if (isMissing(error)) return false;
  throw error;
}
