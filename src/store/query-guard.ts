import { ClientError } from '../errors.ts';
import { damagedData } from './damaged-data.ts';
import type { Relations } from './relations.ts';
import { orAbort } from './shared-work.ts';

/** Sees to it that no query answers from what is damaged. */
export interface QueryGuard {
  /**
   * Asks once what the SQL names is readable, and again where that proved to be damaged or has changed meanwhile.
   * @throws what the query throws, the signal's reason, ClientError `DATASET_UNAVAILABLE` where there is no way round.
   */
  run<T>(sql: string, ask: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Grows with each name that comes to mean something else: what was prepared before is not to be used. */
  generation(): number;
}

/** For queries of no build. */
export const UNGUARDED: QueryGuard = { run: (_sql, ask) => ask(), generation: () => 0 };

/** Each index that a query reads may fail in its turn. */
const MOST_TRIES = 10;

export function guardQueries(relations: Relations): QueryGuard {
  return {
    generation: () => relations.generation(),
    async run(sql, ask, signal) {
      for (let tries = 1; tries < MOST_TRIES; tries += 1) {
        const ready = relations.ready(sql);
        if (ready !== undefined) await orAbort(ready, signal);
        const generation = relations.generation();
        try {
          const found = await ask();
          if (relations.isUnchanged(sql)) return found;
        } catch (error) {
          if (!mayBeDamage(error) || signal?.aborted === true) throw error;
          const isAnother = generation !== relations.generation();
          if (!isAnother && !(await orAbort(relations.isDamaged(sql), signal))) throw error;
        }
      }
      throw damagedData('a table', 'is being written');
    },
  };
}

/** Errors that a damaged file may bring about: most kinds do. */
function mayBeDamage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof ClientError) return false;
  return !/^(INTERRUPT Error|Out of Memory Error|the build is closed)/.test(error.message);
}
