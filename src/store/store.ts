import { buildFolder } from '../dataset/layout.ts';
import { BUILD_FORMAT, changedAt, isOwnFormat } from '../dataset/manifest.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { inputWarnings } from '../dataset/odd-input.ts';
import { openBuildReaders } from './build-readers.ts';
import type { BuildReaders, ReaderOptions } from './build-readers.ts';
import { chooseBuild } from './read-build.ts';
import type { BuildPlaces, Choice } from './read-build.ts';

export interface StoreOptions extends Omit<ReaderOptions, 'tmpFolder' | 'onLost'> {
  folders: BuildPlaces & { tmp: string };
  /** How often the pointer is read, for promotions by other processes. */
  pollMs: number;
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
  state(): StoreState;
  /**
   * Looks at the pointer now, which makes a new build current at once. `polled` is for one that another process has
   * promoted: it is logged here.
   */
  refresh(options?: { polled?: boolean }): Promise<void>;
  /** Whether a build is open here, being current or still leased. */
  inUse(buildId: string): boolean;
  /** Waits for no lease: running queries are interrupted. */
  close(): Promise<void>;
}

interface OpenBuild {
  id: string;
  version: number;
  readers: BuildReaders;
  /** What the operator should know of it. */
  problems: readonly string[];
  leases: number;
  retired: boolean;
  closed?: Promise<void>;
}

/** Its documents may mean something else, its tables do not. */
function outdatedSentence({ buildId, format }: Manifest): string {
  return (
    `build ${buildId} is of the older format ${format} (now ${BUILD_FORMAT}): ` +
    'it is served from its Parquet tables, slower, until an ingest has made it anew'
  );
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const { folders, log } = options;
  const open = new Set<OpenBuild>();
  let current: OpenBuild | null = null;
  let problem: string | null = null;
  let refreshing: Promise<void> = Promise.resolve();
  let closed = false;
  let lost = false;

  async function follow(polled: boolean): Promise<void> {
    if (closed) return;
    const before = current?.version;
    const unopened = new Set<string>();
    let choice = await chooseBuild(folders, unopened);
    while (choice.build !== null && choice.build.manifest.buildId !== current?.id) {
      try {
        await serve(choice.build);
        break;
      } catch (error) {
        // All its files are there in their right size, and yet: the next newest will do.
        const { buildId } = choice.build.manifest;
        unopened.add(buildId);
        if (problem === null) log.error({ event: 'build does not open', buildId, err: error });
        choice = await chooseBuild(folders, unopened);
      }
    }
    // The same build may be promoted again, under a new version.
    if (current !== null && choice.build !== null) current.version = choice.build.version;
    // What the process itself promotes, it is told of.
    if (polled && current !== null && current.version !== before)
      log.info({ event: 'version change seen', buildId: current.id, version: current.version });
    if (choice.problem !== problem && choice.problem !== null)
      log.error({ event: 'pointer not usable', problem: choice.problem });
    problem = choice.problem;
  }

  async function serve({ manifest, version }: NonNullable<Choice['build']>): Promise<void> {
    const folder = buildFolder(folders, manifest.buildId);
    const outdated = isOwnFormat(manifest) ? undefined : outdatedSentence(manifest);
    const lookup = outdated === undefined ? options.lookup : 'parquet';
    const readers = await openBuildReaders(
      { folder, manifest },
      {
        ...options,
        lookup,
        tmpFolder: folders.tmp,
        onLost,
      },
    );
    if (outdated !== undefined) log.warn({ event: 'build outdated', buildId: manifest.buildId, problem: outdated });
    const problems = [...(outdated === undefined ? [] : [outdated]), ...inputWarnings(manifest)];
    const before = current;
    current = { id: manifest.buildId, version, readers, problems, leases: 0, retired: false };
    open.add(current);
    log.info({ event: 'build opened', buildId: current.id, version });
    if (before !== null) await retire(before);
  }

  /** Another process has pruned the build, before this one looked at the pointer: it looks now. */
  function onLost(): void {
    if (lost) return;
    lost = true;
    void refresh({ polled: true }).finally(() => {
      lost = false;
    });
  }

  async function retire(build: OpenBuild): Promise<void> {
    build.retired = true;
    await closeUnused(build);
  }

  async function closeUnused(build: OpenBuild): Promise<void> {
    if (build.retired && build.leases === 0) await close(build);
  }

  /** Never rejects: nobody waits for the last lease. */
  function close(build: OpenBuild): Promise<void> {
    build.closed ??= build.readers
      .close()
      .then(() => log.info({ event: 'build closed', buildId: build.id }))
      .catch((error: unknown) => log.error({ event: 'build does not close', buildId: build.id, err: error }))
      .finally(() => open.delete(build));
    return build.closed;
  }

  function refresh({ polled = false } = {}): Promise<void> {
    refreshing = refreshing
      .then(() => follow(polled))
      .catch((error: unknown) => {
        problem = 'the builds cannot be read: see the log';
        log.error({ event: 'builds not readable', err: error });
      });
    return refreshing;
  }

  await refresh();
  const poll = setInterval(() => void refresh({ polled: true }), options.pollMs);
  poll.unref();

  return {
    acquire() {
      if (current === null || closed) return null;
      const build = current;
      build.leases += 1;
      let held = true;
      return {
        readers: build.readers,
        version: build.version,
        release() {
          if (!held) return;
          held = false;
          build.leases -= 1;
          void closeUnused(build);
        },
      };
    },
    state() {
      const problems = [
        ...(problem === null ? [] : [problem]),
        ...(current?.problems ?? []),
        ...(current?.readers.warnings ?? []),
      ];
      if (current === null) return { build: null, problems };
      const { id, version, readers } = current;
      const { builtAt } = readers.manifest;
      return { build: { id, version, builtAt, changedAt: changedAt(readers.manifest) }, problems };
    },
    refresh,
    inUse: (buildId) => [...open].some(({ id }) => id === buildId),
    async close() {
      closed = true;
      clearInterval(poll);
      await refreshing;
      await Promise.all([...open].map(close));
    },
  };
}
