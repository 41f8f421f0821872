import { canBeSpared } from '../../dataset/builds/paths.ts';
import type { Logger } from '../../process/logger.ts';
import type { Damage, DamagedFile, DamageMarks, FoundDamage } from '../../storage/damage/damage-marks.ts';
import type { BadFile } from '../../storage/builds/find-builds.ts';

/** What is known of damaged files, whichever process found it. */
export interface DamageBook {
  all(): readonly Damage[];
  /** Of one build: what is wrong, by file. */
  of(buildId: string): ReadonlyMap<string, string>;
  /** A file of each build that cannot be served whole: indexes can be gone round and TMDB's tables be spared, IMDb's cannot. */
  lost(): ReadonlyMap<string, BadFile>;
  /** Notes what this process has found, and with it the hard links of the file. Answers whether it is news. */
  add(damage: FoundDamage): Promise<boolean>;
  /** The file proved to be whole. */
  remove(damage: DamagedFile): Promise<void>;
  /** Reads what other processes have found, or made good, once all that this one has found is noted. */
  refresh(): Promise<void>;
}

export function createDamageBook({
  marks,
  isThere,
  linksOf,
  log,
}: {
  marks: DamageMarks;
  /** The other names of a file, in this build and others: what is wrong with the one is wrong with all. */
  linksOf: (damaged: DamagedFile) => Promise<readonly DamagedFile[]>;
  /** Whether a build is on the disk still. */
  isThere: (buildId: string) => boolean;
  log: Logger;
}): DamageBook {
  let known: readonly Damage[] = [];
  /** Those that are not written yet, or cannot be, as on a full disk. */
  let unwritten: readonly Damage[] = [];
  /** One after the other: what is read must not miss what is being written. */
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** At once; it is written in its turn. Answers whether it is news. */
  function note(found: FoundDamage): boolean {
    if (known.some((one) => isSame(one, found))) return false;
    const damage = { ...found, foundAt: Date.now() };
    known = [...known, damage];
    unwritten = [...unwritten, damage];
    log[canBeSpared(damage.file) ? 'warn' : 'error']({ event: 'file damaged', ...found });
    return true;
  }

  async function findLinks(found: FoundDamage): Promise<readonly DamagedFile[]> {
    try {
      return await linksOf(found);
    } catch (error) {
      log.error({ event: 'damage not recorded', buildId: found.buildId, file: found.file, err: error });
      return [];
    }
  }

  async function write(found: FoundDamage): Promise<void> {
    try {
      await marks.add(found);
      unwritten = unwritten.filter((one) => !isSame(one, found));
    } catch (error) {
      log.error({ event: 'damage not recorded', buildId: found.buildId, file: found.file, err: error });
    }
  }

  return {
    all: () => known,
    of: (buildId) => new Map(known.filter((one) => one.buildId === buildId).map(({ file, reason }) => [file, reason])),
    lost() {
      const lost = known.filter(({ file }) => !canBeSpared(file));
      return new Map(lost.map((one) => [one.buildId, one]));
    },
    async add(found) {
      if (!note(found)) return false;
      await inTurn(async () => {
        const links = (await findLinks(found)).map(({ buildId, file }) => ({ buildId, file, reason: found.reason }));
        for (const one of [...links.filter(note), found]) await write(one);
      });
      return true;
    },
    async remove(damage) {
      if (!known.some((one) => isSame(one, damage))) return;
      await inTurn(async () => {
        known = known.filter((one) => !isSame(one, damage));
        unwritten = unwritten.filter((one) => !isSame(one, damage));
        await marks.remove(damage);
      });
    },
    refresh: () =>
      inTurn(async () => {
        try {
          known = [...(await marks.read()), ...unwritten].filter(({ buildId }) => isThere(buildId));
        } catch (error) {
          log.error({ event: 'damage not read', err: error });
        }
      }),
  };
}

function isSame(one: DamagedFile, other: DamagedFile): boolean {
  return one.buildId === other.buildId && one.file === other.file;
}
