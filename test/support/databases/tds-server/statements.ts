import { CATALOGUE_STATEMENTS } from './catalogue-statements.ts';
import { SqlError } from './catalogue.ts';
import { DESCRIBED_STATEMENTS } from './described-statements.ts';
import { ROW_STATEMENTS } from './row-statements.ts';
import type { Parameters, Session } from './session.ts';
import { TABLE_STATEMENTS } from './table-statements.ts';
import type { Answer } from './tokens.ts';

/** The statements that the engine sends, and those of its tests. */
const STATEMENTS = [...CATALOGUE_STATEMENTS, ...TABLE_STATEMENTS, ...DESCRIBED_STATEMENTS, ...ROW_STATEMENTS];

/** Runs a statement. @throws SqlError, also for one that no export sends. */
export function runStatement(session: Session, sql: string, parameters: Parameters): Answer | undefined {
  const text = sql.replace(/\s+/g, ' ').trim();
  for (const [pattern, run] of STATEMENTS) {
    const match = pattern.exec(text);
    if (match !== null) return run(session, { sql: text, found: { ...match.groups }, parameters });
  }
  throw new SqlError(50_000, `tds-server does not know this statement: ${text}`);
}
