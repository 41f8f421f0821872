import type { Logger } from '../../process/logger.ts';
import type { BuildReaders } from './build-readers.ts';

/** A build whose files are open. */
export interface OpenBuild {
  id: string;
  version: number;
  readers: BuildReaders;
  /** In ISO 8601; see `changedAt`. */
  times: { builtAt: string; changedAt: string };
  /** What the operator should know of it. */
  problems: readonly string[];
  leases: number;
  retired: boolean;
  /** Whether its DuckDB answers no more. */
  broken: boolean;
  closed?: Promise<void>;
}

/** The builds that are open: the current one, and those before it that somebody still reads. */
export interface OpenBuilds {
  add(build: Pick<OpenBuild, 'id' | 'version' | 'readers' | 'times' | 'problems'>): OpenBuild;
  has(buildId: string): boolean;
  /** Holds a build open until the answer is called. */
  hold(build: OpenBuild): () => void;
  /** Closes it behind the last of its leases. */
  retire(build: OpenBuild): Promise<void>;
  closeAll(): Promise<void>;
}

export function createOpenBuilds(log: Logger): OpenBuilds {
  const open = new Set<OpenBuild>();

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

  return {
    add(parts) {
      const build: OpenBuild = { ...parts, leases: 0, retired: false, broken: false };
      open.add(build);
      return build;
    },
    has: (buildId) => [...open].some(({ id }) => id === buildId),
    hold(build) {
      build.leases += 1;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        build.leases -= 1;
        void closeUnused(build);
      };
    },
    async retire(build) {
      build.retired = true;
      await closeUnused(build);
    },
    closeAll: async () => void (await Promise.all([...open].map(close))),
  };
}
