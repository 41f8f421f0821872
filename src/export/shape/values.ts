import type { Content } from '../../dataset/tables/column.ts';
import type { ExportColumn } from './export-column.ts';

/** A value of an exported row. Lists are values of their own where the engine has arrays, and text elsewhere. */
export type ExportValue = string | number | boolean | readonly string[] | readonly number[] | null;

/** DuckDB SQL of a column as values of the engine's: ids as IMDb writes them, lists as lists. */
export function listedValue({ from, content }: ExportColumn): string {
  const column = `"${from}"`;
  if (content.kind === 'id') return idText(content.prefix, column);
  if (content.kind === 'id list') return `list_transform(${column}, lambda id: ${idText(content.prefix, 'id')})`;
  return column;
}

/** The same with lists as IMDb's files write them: words joined by the file's separator, other lists as JSON. */
export function joinedValue(column: ExportColumn): string {
  const [value, { content }] = [listedValue(column), column];
  if (content.kind === 'id list') return `array_to_string(${value}, ',')`;
  if (content.kind === 'word list') return `array_to_string(${value}, ${separatorSql(content)})`;
  if (content.kind === 'text list' || content.kind === 'integer list') return `to_json(${value})::VARCHAR`;
  return value;
}

function separatorSql({ separator }: Extract<Content, { kind: 'word list' }>): string {
  return separator === ',' ? `','` : `chr(${separator.charCodeAt(0)})`;
}

/** DuckDB SQL of an id as IMDb writes it, with at least seven digits, from its number: see `formatConst`. */
export function idText(prefix: 'tt' | 'nm', sql: string): string {
  return `'${prefix}' || CASE WHEN ${sql} < 1000000 THEN lpad(${sql}::VARCHAR, 7, '0') ELSE ${sql}::VARCHAR END`;
}
