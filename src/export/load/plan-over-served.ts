import type { Engine, ExportedTable } from '../engines/engine.ts';
import type { ExportTableName } from '../shape/export-tables.ts';
import { planLoad } from './load-plan.ts';
import type { PlanOptions } from './load-plan.ts';

/** Plans a load over what is served. The record of exports is believed where the tables have as many rows as it says. */
export async function planOverServed(
  engine: Engine,
  options: Pick<PlanOptions, 'source' | 'selection' | 'replace'>,
): Promise<Awaited<ReturnType<typeof planLoad>>> {
  const { dialect } = engine;
  const exported = await engine.exported();
  const plan = await planLoad({ ...options, dialect, exported, made: exported });
  if (plan.unchanged.length === 0) return plan;
  const counts = await engine.counts(plan.unchanged, 'served');
  const isWhole = ({ name, rows }: ExportedTable): boolean => counts.get(name as ExportTableName) === rows;
  return plan.unchanged.every(({ name }) => exported.some((table) => table.name === name && isWhole(table)))
    ? plan
    : planLoad({ ...options, dialect, exported: exported.filter(isWhole), made: exported });
}
