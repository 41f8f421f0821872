import { statSync } from 'node:fs';
import { join } from 'node:path';

import { filesOf } from '../../dataset/builds/manifest.ts';
import type { FileRecord, Manifest } from '../../dataset/builds/manifest.ts';
import { checkFile } from '../../storage/damage/check-file.ts';

/** Which files of one open build were read and found to be whole since it was opened, and which are damaged. */
export interface FileChecks {
  /**
   * What is wrong with a file, which ends the sentence `<file> …`; undefined where it is whole. It is read, unless it was
   * and is as it was then. `again` reads it all the same, at most once in a minute.
   * @throws what the system says that is no damage.
   */
  check(file: string, options?: { again?: boolean }): Promise<string | undefined>;
  /** Whether it was found whole and is as it was then, by its size and times. Waits for nothing. */
  isKnownIntact(file: string): boolean;
  /** Somebody has read it and found it to be damaged. */
  learn(file: string, reason: string): void;
  /** Somebody has read it and found it to be whole; `stamp` is what `stampOf` said before. */
  confirm(file: string, stamp: string): void;
  stampOf(file: string): string | undefined;
  damaged: ReadonlyMap<string, string>;
  /** Files that somebody has written since the build was opened, or that are gone. */
  changed(): string[];
  /** Waits for checks that run, which the signal ends. */
  settle(): Promise<void>;
}

export interface FileChecksOptions {
  folder: string;
  manifest: Pick<Manifest, 'tables' | 'lookups'>;
  /** What is known before, by file. */
  known: ReadonlyMap<string, string>;
  /** Told once of each file that proves to be damaged. */
  onDamage: (file: string, reason: string) => void;
  /** Ends checks that run. */
  signal: AbortSignal;
}

const AGAIN_AFTER_MS = 60_000;
/** A new hard link changes the times of a file, but not again and again. */
const MOST_TRIES = 3;

export function createFileChecks({ folder, manifest, known, onDamage, signal }: FileChecksOptions): FileChecks {
  const records = new Map(filesOf(manifest).map((record) => [record.file, record] as const));
  const damaged = new Map(known);
  const whole = new Map<string, { stamp: string; atMs: number }>();
  const running = new Map<string, Promise<string | undefined>>();
  const writtenAt = new Map([...records.keys()].map((file) => [file, stampOf(file, { ofWriting: true })] as const));

  function stampOf(file: string, { ofWriting = false } = {}): string | undefined {
    const found = statSync(join(folder, file), { bigint: true, throwIfNoEntry: false });
    if (found === undefined) return undefined;
    const { dev, ino, size, mtimeNs, ctimeNs } = found;
    return [dev, ino, size, mtimeNs, ...(ofWriting ? [] : [ctimeNs])].join();
  }

  function learn(file: string, reason: string): void {
    if (damaged.has(file)) return;
    damaged.set(file, reason);
    whole.delete(file);
    onDamage(file, reason);
  }

  function confirm(file: string, stamp: string): void {
    if (stamp === stampOf(file)) whole.set(file, { stamp, atMs: performance.now() });
  }

  function isKnownIntact(file: string): boolean {
    const found = whole.get(file);
    return found !== undefined && found.stamp === stampOf(file);
  }

  async function read(record: FileRecord): Promise<string | undefined> {
    const { file } = record;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const stamp = stampOf(file);
      const wrong = await checkFile(folder, { ...record, signal });
      if (wrong !== undefined) {
        learn(file, wrong);
        return wrong;
      }
      if (stamp !== undefined) confirm(file, stamp);
      if (isKnownIntact(file)) return undefined;
    }
    return 'changes while it is read';
  }

  return {
    async check(file, { again = false } = {}) {
      const reason = damaged.get(file);
      if (reason !== undefined) return reason;
      const { atMs = -Infinity } = whole.get(file) ?? {};
      if (isKnownIntact(file) && !(again && performance.now() - atMs > AGAIN_AFTER_MS)) return undefined;
      const record = records.get(file);
      if (record === undefined) return 'is not in the manifest';
      const before = running.get(file);
      if (before !== undefined) return before;
      const reading = read(record).finally(() => running.delete(file));
      running.set(file, reading);
      return reading;
    },
    isKnownIntact,
    learn,
    confirm,
    stampOf,
    damaged,
    changed: () =>
      [...writtenAt].filter(([file, at]) => at !== stampOf(file, { ofWriting: true })).map(([file]) => file),
    async settle() {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
  };
}
