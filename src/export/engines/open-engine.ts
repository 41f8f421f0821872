import { UsageError } from '../../errors.ts';
import type { Target } from '../targets/target.ts';
import type { Engine } from './engine.ts';

export interface EngineOptions {
  /** Sessions that load at a time, where the engine can have several. */
  sessions: number;
  /** For files on their way. */
  tmpFolder: string;
}

/** Opens the engine of a target. Its driver is loaded now, so that nobody else waits for it. */
export async function openEngine(target: Target, options: EngineOptions): Promise<Engine> {
  if (target.engine === 'postgres') {
    const { openPostgres } = await import('./postgres/postgres-engine.ts');
    return openPostgres(target, options);
  }
  if (target.engine === 'sqlite') {
    const { openSqlite } = await import('./sqlite/sqlite-engine.ts');
    return openSqlite(target);
  }
  if (target.engine === 'sqlserver') {
    const { openSqlServer } = await import('./sqlserver/sqlserver-engine.ts');
    return openSqlServer(target, options);
  }
  throw new UsageError(`${target.engine} is not a target yet`);
}
