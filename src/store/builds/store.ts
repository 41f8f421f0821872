import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { buildFolder, commandOver, canBeSpared, MANIFEST_FILE } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { BUILD_FORMAT, changedAt, filesOfTable, isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { inputWarnings } from '../../dataset/builds/odd-input.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { damageMarks } from '../../storage/damage/damage-marks.ts';
import type { DamagedFile } from '../../storage/damage/damage-marks.ts';
import { sameFiles } from '../../storage/damage/same-files.ts';
import { openBuildReaders } from './build-readers.ts';
import type { BuildReaders, ReaderOptions } from './build-readers.ts';
import { createDamageBook } from '../health/damage-book.ts';
import { createOpenBuilds } from './open-builds.ts';
import type { OpenBuild } from './open-builds.ts';
import { damageSentences } from '../health/problems.ts';
import { chooseBuild } from '../../storage/builds/choose-build.ts';
import type { Choice } from '../../storage/builds/choose-build.ts';
import type { BuildFolders } from '../../storage/builds/find-builds.ts';
import { createScrub } from './scrub.ts';
import type { ScrubRate } from './scrub.ts';

export interface StoreOptions extends Omit<ReaderOptions, 'tmpFolder' | 'onDamage' | 'onBroken'> {
  folders: BuildFolders & Pick<Folders, 'tmp' | 'setting'>;
  /** How often the pointer is read, for promotions by other processes. */
  pollMs: number;
  /** Whether and how files are read in the background; they are not if not given. */
  scrub?: ScrubRate | undefined;
}

/** A hold on one build: it stays open until the lease is released, whatever is promoted meanwhile. */
export interface Lease {
  readers: BuildReaders;
  version: number;
  release(): void;
}

export interface StoreState {
  /** `changedAt` is when the data it is made of last changed. */
  build: { id: string; version: number; builtAt: string; changedAt: string } | null;
  /** What is wrong, one sentence each. */
  problems: readonly string[];
}

/** The read side: follows the pointer and hands out leases on the build that is current. */
export interface Store {
  /** null while there is no build. */
  acquire(): Lease | null;
  /** The build that a lease would be of now. */
  current(): { id: string; version: number } | null;
  state(): StoreState;
  /**
   * Looks at the pointer now, which makes a new build current at once. `polled` is for one that another process has
   * promoted: it is logged here.
   */
  refresh(options?: { polled?: boolean }): Promise<void>;
  /** Whether no build is whole, and some are damaged: then one must be made anew. */
  isNoneIntact(): boolean;
  /** Whether DuckDB has given up on the current build, which is being opened again. */
  isLost(): boolean;
  /** Calls after each look at the pointer: each poll, and each time that something is promoted or proves to be damaged. */
  onLook(listener: () => void): void;
  /** Whether a build is open here, being current or still leased. */
  inUse(buildId: string): boolean;
  /** Reads every file of every build against its checksum now, as fast as it can. */
  scrub(): Promise<void>;
  /** Waits for no lease: running queries are interrupted. */
  close(): Promise<void>;
}

/** Tables that queries read where all indexes are whole. */
const READ_BESIDE_INDEXES: ReadonlySet<TableName> = new Set([
  'credits_by_person',
  'ratings_before',
  'changes',
  'feature_counts',
  'tmdb_feature_counts',
]);

/** Its documents may mean something else, its tables do not. */
function outdatedSentence({ buildId, format }: Manifest): string {
  return (
    `build ${buildId} is of the older format ${format} (now ${BUILD_FORMAT}): ` +
    'it is served from its Parquet tables, slower, until an ingest has made it anew'
  );
}

function lostSentence({ id }: OpenBuild): string {
  return `DuckDB has given up on build ${id}, which is being opened again: lists and searches are refused until it is`;
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const { folders, log } = options;
  const open = createOpenBuilds(log);
  const isThere = (buildId: string): boolean => existsSync(join(buildFolder(folders, buildId), MANIFEST_FILE));
  const damage = createDamageBook({ marks: damageMarks(folders.meta), isThere, linksOf, log });
  const scrub = createScrub({ folders, damage, served: () => current, rate: options.scrub, log, onDamage });
  let current: OpenBuild | null = null;
  let problem: string | null = null;
  let isNoneIntact = false;
  let refreshing: Promise<void> = Promise.resolve();
  let closed = false;
  const listeners: (() => void)[] = [];

  async function linksOf(damaged: DamagedFile): Promise<DamagedFile[]> {
    const same = await sameFiles(folders, damaged);
    return same.flatMap(({ buildId, record, isLinked }) => (isLinked ? [{ buildId, file: record.file }] : []));
  }

  /** By all that is known, also of what has just failed to open. */
  async function choose(unopened: ReadonlySet<string>): Promise<Choice> {
    await damage.refresh();
    return chooseBuild(folders, { damaged: damage.lost(), unopened });
  }

  async function follow(polled: boolean): Promise<void> {
    if (closed) return;
    const before = current?.version;
    const unopened = new Set<string>();
    let choice = await choose(unopened);
    while (choice.build !== null && (choice.build.manifest.buildId !== current?.id || current.broken)) {
      try {
        await serve(choice);
        break;
      } catch (error) {
        // All its files are there in their right size, and yet: the next newest will do.
        const { buildId } = choice.build.manifest;
        unopened.add(buildId);
        if (problem === null) log.error({ event: 'build does not open', buildId, err: error });
        choice = await choose(unopened);
      }
    }
    // The same build may be promoted again, under a new version.
    if (current !== null && choice.build !== null) current.version = choice.build.version;
    // What the process itself promotes, it is told of.
    if (polled && current !== null && current.version !== before)
      log.info({ event: 'version change seen', buildId: current.id, version: current.version });
    if (choice.problem !== problem && choice.problem !== null)
      log.error({ event: 'pointer not usable', problem: choice.problem });
    ({ problem, isNoneIntact } = choice);
    if (current !== null) lookAfter(current);
  }

  async function serve({ build }: Choice): Promise<void> {
    if (build === null) return;
    const { manifest, version } = build;
    const { buildId } = manifest;
    const outdated = isOwnFormat(manifest) ? undefined : outdatedSentence(manifest);
    // Who still reads the build as it was before is no sign that this one is lost.
    let opened: OpenBuild | undefined;
    const readers = await openBuildReaders(
      { folder: buildFolder(folders, buildId), manifest, known: damage.of(buildId) },
      {
        ...options,
        lookup: outdated === undefined ? options.lookup : 'parquet',
        tmpFolder: folders.tmp,
        onDamage: (file, reason) => void onDamage(buildId, { file, reason }),
        onBroken: () => onBroken(opened),
      },
    );
    if (outdated !== undefined) log.warn({ event: 'build outdated', buildId, problem: outdated });
    const problems = [
      ...(outdated === undefined ? [] : [outdated]),
      ...inputWarnings(manifest, commandOver(folders, 'status')),
    ];
    const before = current;
    const times = { builtAt: manifest.builtAt, changedAt: changedAt(manifest) };
    opened = open.add({ id: buildId, version, readers, times, problems });
    current = opened;
    log.info({ event: 'build opened', buildId, version });
    if (before !== null) await open.retire(before);
    // Before somebody waits for it.
    const read = manifest.tables.filter(({ name }) => READ_BESIDE_INDEXES.has(name)).flatMap(filesOfTable);
    void checkAll(
      current,
      read.map(({ file }) => file),
    );
  }

  /** In the background; what is damaged says so itself. */
  async function checkAll({ id, readers: { files } }: OpenBuild, read: readonly string[]): Promise<void> {
    for (const file of read) {
      await files.check(file).catch((error: unknown) => {
        if (!closed && current?.id === id) log.warn({ event: 'file not checked', buildId: id, file, err: error });
      });
      if (closed || current?.id !== id) return;
    }
  }

  /** What others have found, and what somebody has written to, which says itself by the times of files. */
  function lookAfter(build: OpenBuild): void {
    const { id, readers } = build;
    const { files } = readers;
    // What was removed is read on from the files that are open.
    if (!isThere(id)) return;
    for (const [file, reason] of damage.of(id)) files.learn(file, reason);
    void checkAll(build, files.changed());
  }

  async function onDamage(buildId: string, { file, reason }: { file: string; reason: string }): Promise<void> {
    // Unless another process has pruned the build, before this one looked at the pointer.
    if (isThere(buildId) && (await damage.add({ buildId, file, reason }))) scrub.lookAtCopies({ buildId, file });
    if (!isThere(buildId) || !canBeSpared(file)) await refresh({ polled: true });
  }

  function onBroken(build: OpenBuild | undefined): void {
    if (build === undefined || current !== build || build.broken || closed) return;
    build.broken = true;
    log.error({ event: 'database lost', buildId: build.id });
    void refresh({ polled: true });
  }

  function tellListeners(): void {
    if (!closed) for (const listener of listeners) listener();
  }

  function refresh({ polled = false } = {}): Promise<void> {
    refreshing = refreshing
      .then(() => follow(polled))
      .catch((error: unknown) => {
        problem = 'the builds cannot be read: see the log';
        log.error({ event: 'builds not readable', err: error });
      })
      .then(tellListeners);
    return refreshing;
  }

  function problemsNow(): string[] {
    const served = current && { id: current.id, builtAt: Date.parse(current.times.builtAt) };
    return [
      ...(problem === null ? [] : [problem]),
      ...(current?.broken === true ? [lostSentence(current)] : []),
      ...(current?.problems ?? []),
      ...(current?.readers.warnings ?? []),
      ...damageSentences(damage.all(), { served, repair: commandOver(folders, 'repair'), said: problem }),
    ];
  }

  await refresh();
  const poll = setInterval(() => void refresh({ polled: true }), options.pollMs);
  poll.unref();
  scrub.start();

  return {
    acquire() {
      if (current === null || closed) return null;
      const { readers, version } = current;
      return { readers, version, release: open.hold(current) };
    },
    current: () => current && { id: current.id, version: current.version },
    state: () => ({
      build: current && { ...current.times, id: current.id, version: current.version },
      // Each request asks for the build, and few for these.
      get problems() {
        return problemsNow();
      },
    }),
    refresh,
    isNoneIntact: () => isNoneIntact,
    isLost: () => current?.broken === true,
    onLook: (listener) => void listeners.push(listener),
    inUse: (buildId) => open.has(buildId),
    scrub: () => scrub.run(),
    async close() {
      closed = true;
      clearInterval(poll);
      await scrub.stop();
      await refreshing;
      await open.closeAll();
    },
  };
}
