/** A Markdown table. Columns of numbers are aligned to the right. */
export function markdownTable(rows: readonly Record<string, string | number>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return '';
  const isNumber = (column: string): boolean => rows.every((row) => typeof row[column] === 'number');
  return [
    line(columns),
    line(columns.map((column) => (isNumber(column) ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => textOf(row[column] ?? '')))),
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Three digits that count, as no measurement holds more. */
export function textOf(value: string | number): string {
  if (typeof value === 'string') return value.replaceAll('|', String.raw`\|`);
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

const MEBIBYTE = 2 ** 20;

export function mebibytes(bytes: number): number {
  return bytes / MEBIBYTE;
}
