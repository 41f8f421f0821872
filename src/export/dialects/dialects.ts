import type { Dialect, DialectName } from './dialect.ts';
import { MYSQL } from './mysql.ts';
import { POSTGRES } from './postgres.ts';
import { SQLITE } from './sqlite.ts';
import { SQLSERVER } from './sqlserver.ts';

/** The dialects of the engines. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  postgres: POSTGRES,
  mysql: MYSQL,
  sqlite: SQLITE,
  sqlserver: SQLSERVER,
};

export const DIALECT_NAMES = Object.keys(DIALECTS) as DialectName[];
