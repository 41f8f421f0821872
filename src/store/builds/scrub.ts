import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, MANIFEST_FILE } from '../../dataset/builds/paths.ts';
import { filesOf } from '../../dataset/builds/manifest.ts';
import type { FileRecord } from '../../dataset/builds/manifest.ts';
import type { Logger } from '../../process/logger.ts';
import { checkFile } from '../../storage/damage/check-file.ts';
import type { DamagedFile } from '../../storage/damage/damage-marks.ts';
import { sameFiles } from '../../storage/damage/same-files.ts';
import type { DamageBook } from '../health/damage-book.ts';
import type { FileChecks } from '../health/file-checks.ts';
import type { OpenBuild } from './open-builds.ts';
import { findBuilds } from '../../storage/builds/find-builds.ts';
import type { BuildFolders, FoundBuild } from '../../storage/builds/find-builds.ts';

/** How fast files are read in the background, and when. */
export interface ScrubRate {
  bytesPerSecond: number;
  /** From the start to the first pass; a minute by default, as a start has more to do. */
  firstAfterMs?: number;
  /** From the beginning of one pass to that of the next, where it takes no longer; a day by default. */
  everyMs?: number;
}

export interface ScrubOptions {
  folders: BuildFolders;
  damage: DamageBook;
  /** The build that answers come from. */
  served: () => OpenBuild | null;
  /** No passes begin by themselves if not given. */
  rate: ScrubRate | undefined;
  log: Logger;
  onDamage: (buildId: string, found: { file: string; reason: string }) => Promise<void>;
}

export interface Scrub {
  /** Begins the passes that come by themselves. */
  start(): void;
  /** A pass of its own, as fast as can be. */
  run(): Promise<void>;
  /** Reads the copies of a damaged file in other builds, in the background: whatever harmed the one may have harmed them. */
  lookAtCopies(damaged: DamagedFile): void;
  /** Ends the pass that runs. */
  stop(): Promise<void>;
}

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 86_400_000;

/**
 * Reads every file of every build against its checksum, the served build first: nothing else finds what goes bad below the
 * file system in a file that nobody reads. A file that two builds share is read once.
 */
export function createScrub({ folders, damage, served, rate, log, onDamage }: ScrubOptions): Scrub {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let looking: Promise<void> = Promise.resolve();

  async function pass(bytesPerSecond?: number): Promise<void> {
    const started = performance.now();
    const read = new Set<string>();
    let [bytes, damaged] = [0, 0];
    for (const { buildId, manifest, bad } of await buildsInOrder()) {
      if (bad?.file === MANIFEST_FILE) await onDamage(buildId, bad);
      else await damage.remove({ buildId, file: MANIFEST_FILE });
      for (const record of manifest === undefined ? [] : filesOf(manifest)) {
        const { file } = record;
        const key = await keyOf(join(buildFolder(folders, buildId), file), record);
        if (key !== undefined && read.has(key)) {
          await damage.remove({ buildId, file });
          continue;
        }
        const found = await tryCheck(buildId, { record, bytesPerSecond });
        if (found === undefined) continue;
        if (found.reason !== undefined) damaged += 1;
        else if (key !== undefined) read.add(key);
        bytes += record.bytes;
      }
    }
    const durationMs = Math.round(performance.now() - started);
    log.info({ event: 'scrub done', files: read.size, bytes, damaged, durationMs });
  }

  /** The served one first, then the newest. */
  async function buildsInOrder(): Promise<FoundBuild[]> {
    const builds = await findBuilds(folders);
    return builds.toSorted(
      (one, other) => Number(other.buildId === served()?.id) - Number(one.buildId === served()?.id),
    );
  }

  /** As check; undefined where the file could not be read for a reason that is no damage. */
  async function tryCheck(
    buildId: string,
    what: Parameters<typeof check>[1],
  ): Promise<{ reason: string | undefined } | undefined> {
    try {
      return { reason: await check(buildId, what) };
    } catch (error) {
      signal.throwIfAborted();
      log.warn({ event: 'file not checked', buildId, file: what.record.file, err: error });
      return undefined;
    }
  }

  async function checkCopies(damaged: DamagedFile): Promise<void> {
    for (const { buildId, record, isLinked } of await sameFiles(folders, damaged)) {
      if (!isLinked) await tryCheck(buildId, { record });
    }
  }

  /** Answers with what is wrong. */
  async function check(
    buildId: string,
    { record, bytesPerSecond }: { record: FileRecord; bytesPerSecond?: number | undefined },
  ): Promise<string | undefined> {
    const { file } = record;
    const own = (): FileChecks | undefined => (served()?.id === buildId ? served()?.readers.files : undefined);
    const stamp = own()?.stampOf(file);
    const reason = await checkFile(buildFolder(folders, buildId), { ...record, direct: true, bytesPerSecond, signal });
    if (reason === undefined) {
      if (stamp !== undefined) own()?.confirm(file, stamp);
      await damage.remove({ buildId, file });
      return undefined;
    }
    own()?.learn(file, reason);
    await onDamage(buildId, { file, reason });
    return reason;
  }

  async function passes({ bytesPerSecond, everyMs = EVERY_MS }: ScrubRate): Promise<void> {
    const started = performance.now();
    try {
      await pass(bytesPerSecond);
    } catch (error) {
      if (!signal.aborted) log.error({ event: 'scrub failed', err: error });
    }
    later(Math.max(0, everyMs - (performance.now() - started)));
  }

  function later(afterMs: number): void {
    if (signal.aborted || rate === undefined) return;
    timer = setTimeout(() => {
      running = passes(rate);
    }, afterMs);
    timer.unref();
  }

  return {
    start: () => later(rate?.firstAfterMs ?? FIRST_AFTER_MS),
    run: () => pass(),
    lookAtCopies(damaged) {
      looking = looking
        .then(() => checkCopies(damaged))
        .catch((error: unknown) => {
          if (!signal.aborted) log.error({ event: 'scrub failed', err: error });
        });
    },
    async stop() {
      clearTimeout(timer);
      stopping.abort(new Error('the service is stopping'));
      await Promise.all([running, looking]);
    },
  };
}

/** Tells a file that several builds share, with what it should hold. */
async function keyOf(path: string, { sha256 }: FileRecord): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev} ${ino} ${sha256}`;
  } catch {
    // The check says what is wrong.
    return undefined;
  }
}
