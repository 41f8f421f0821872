import { CANONICAL_COLUMNS } from '../../../dataset/tables/canonical-columns.ts';
import type { CanonicalTableName } from '../../../dataset/tables/table-names.ts';
import { parsed } from './parse-column.ts';
import type { Column } from './parse-column.ts';

/** How the columns of a canonical table are read from its source. */
export function parsedColumns(table: CanonicalTableName): readonly Column[] {
  return CANONICAL_COLUMNS[table].map(parsed);
}
