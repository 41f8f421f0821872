import { ClientError } from '../../errors.ts';
import { damagedData } from './damaged-data.ts';
import type { Relations } from './relations.ts';
import { orAbort } from '../query/shared-work.ts';
import { isMemoryShort, isRefusedByLost } from '../../duckdb/instance-errors.ts';
import type { Patience, QueryGuard } from '../../duckdb/query-guard.ts';
import { tooLong } from '../../duckdb/too-long.ts';

/** Each index that a query reads may fail in its turn. */
const MOST_TRIES = 10;

export function guardQueries(relations: Relations): QueryGuard {
  return {
    async run(what, ask, patience = {}) {
      const reads = relations.of(what);
      for (let tries = 1; tries < MOST_TRIES; tries += 1) {
        const ready = reads.ready();
        if (ready !== undefined) await within(ready, patience);
        const generation = relations.generation();
        try {
          const found = await ask();
          if (reads.isUnchanged()) return found;
        } catch (error) {
          if (!mayBeDamage(error) || patience.signal?.aborted === true) throw error;
          const isAnother = generation !== relations.generation();
          if (!isAnother && !(await within(reads.isDamaged(), patience))) throw error;
        }
      }
      throw damagedData('a table', 'is being written');
    },
  };
}

/** Files go on being checked where nobody waits any longer: whoever asks again will find them so. */
async function within<T>(checked: Promise<T>, { timeoutMs, signal }: Patience): Promise<T> {
  const limit = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  const signals = [signal, limit].filter((one) => one !== undefined);
  const stop = AbortSignal.any(signals);
  // Whoever has gone hears nothing of it.
  checked.catch(() => undefined);
  try {
    stop.throwIfAborted();
    return await orAbort(checked, stop);
  } catch (error) {
    throw limit?.aborted === true && error === limit.reason ? tooLong(error) : error;
  }
}

/** Errors that a damaged file may bring about: most kinds do. */
function mayBeDamage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof ClientError) return false;
  if (isMemoryShort(error) || isRefusedByLost(error)) return false;
  return !/^(INTERRUPT Error|the build is closed)/.test(error.message);
}
