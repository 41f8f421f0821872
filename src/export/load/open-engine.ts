import type { Target } from '../targets/target.ts';
import type { Engine } from '../engines/engine.ts';

export interface EngineOptions {
  /** Sessions that load at a time, where the engine can have several. */
  sessions: number;
}

/** Opens the engine of a target. Its driver is loaded now, so that nobody else waits for it. */
export async function openEngine(target: Target, options: EngineOptions): Promise<Engine> {
  if (target.engine === 'postgres') {
    const { openPostgres } = await import('../engines/postgres/postgres-engine.ts');
    return openPostgres(target, options);
  }
  if (target.engine === 'mysql') {
    const { openMysql } = await import('../engines/mysql/mysql-engine.ts');
    return openMysql(target, options);
  }
  if (target.engine === 'sqlite') {
    const { openSqlite } = await import('../engines/sqlite/sqlite-engine.ts');
    return openSqlite(target);
  }
  const { openSqlServer } = await import('../engines/sqlserver/sqlserver-engine.ts');
  return openSqlServer(target, options);
}
