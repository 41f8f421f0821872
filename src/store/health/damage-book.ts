import { isIndexFile } from '../../dataset/builds/layout.ts';
import type { Logger } from '../../process/logger.ts';
import type { Damage, DamagedFile, DamageMarks } from '../../storage/damage-marks.ts';
import type { BadFile } from '../../storage/read-build.ts';

/** What is known of damaged files, whichever process found it. */
export interface DamageBook {
  all(): readonly Damage[];
  /** Of one build: what is wrong, by file. */
  of(buildId: string): ReadonlyMap<string, string>;
  /** A file of each build that cannot be served whole: indexes can be gone round, tables cannot. */
  lost(): ReadonlyMap<string, BadFile>;
  /** Notes what this process has found. */
  add(damage: Omit<Damage, 'foundAt'>): Promise<void>;
  /** The file proved to be whole. */
  remove(damage: DamagedFile): Promise<void>;
  /** Reads what other processes have found, or made good. */
  refresh(): Promise<void>;
}

export function createDamageBook({
  marks,
  isThere,
  log,
}: {
  marks: DamageMarks;
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

  return {
    all: () => known,
    of: (buildId) => new Map(known.filter((one) => one.buildId === buildId).map(({ file, reason }) => [file, reason])),
    lost() {
      const lost = known.filter(({ file }) => !isIndexFile(file));
      return new Map(lost.map((one) => [one.buildId, one]));
    },
    async add(found) {
      if (known.some((one) => isSame(one, found))) return;
      const damage = { ...found, foundAt: Date.now() };
      [known, unwritten] = [
        [...known, damage],
        [...unwritten, damage],
      ];
      log[isIndexFile(damage.file) ? 'warn' : 'error']({ event: 'file damaged', ...found });
      await inTurn(async () => {
        try {
          await marks.add(found);
          unwritten = unwritten.filter((one) => !isSame(one, damage));
        } catch (error) {
          log.error({ event: 'damage not recorded', buildId: damage.buildId, file: damage.file, err: error });
        }
      });
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
