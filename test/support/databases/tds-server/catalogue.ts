import type { SqlValue } from '../../../../src/export/engines/sqlserver/client.ts';

export interface TdsColumn {
  name: string;
  /** As it was declared: `nvarchar(850)`. */
  type: string;
  nullable: boolean;
}

/** A table. It is never changed: each change puts another in its place. */
export interface TdsTable {
  kind: 'table';
  columns: readonly TdsColumn[];
  chunks: readonly (readonly (readonly SqlValue[])[])[];
  key: readonly string[];
  indexes: readonly string[];
  foreignKeys: readonly { name: string; column: string; to: string }[];
  /** Descriptions by the name of the column, and of the table itself by ''. */
  comments: ReadonlyMap<string, string>;
}

export interface TdsView {
  kind: 'view';
  select: string;
  comments: ReadonlyMap<string, string>;
}

export interface TdsGrant {
  place: string;
  state: string;
  permission: string;
  grantee: string;
  column: string | null;
}

/** What a database holds. Places are `schema.name`. */
export interface Catalogue {
  schemas: Set<string>;
  objects: Map<string, TdsTable | TdsView>;
  grants: TdsGrant[];
}

export function emptyCatalogue(): Catalogue {
  return { schemas: new Set(['dbo']), objects: new Map(), grants: [] };
}

export function copyOf({ schemas, objects, grants }: Catalogue): Catalogue {
  return { schemas: new Set(schemas), objects: new Map(objects), grants: [...grants] };
}

/** An error as SQL Server numbers it. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly number: number;

  constructor(number: number, message: string) {
    super(message);
    this.number = number;
  }
}

export function objectAt(catalogue: Catalogue, place: string): TdsTable | TdsView {
  const found = catalogue.objects.get(place);
  if (found === undefined) throw new SqlError(208, `Invalid object name '${place}'.`);
  return found;
}

export function tableAt(catalogue: Catalogue, place: string): TdsTable {
  const found = objectAt(catalogue, place);
  if (found.kind !== 'table') throw new SqlError(208, `'${place}' is no table.`);
  return found;
}

export function rowsOf({ chunks }: TdsTable): (readonly SqlValue[])[] {
  return chunks.flat();
}

/** Which column of a table has a name. */
export function columnOf({ columns }: TdsTable, name: string): number {
  const place = columns.findIndex((column) => column.name === name);
  if (place < 0) throw new SqlError(207, `Invalid column name '${name}'.`);
  return place;
}

/** Checks rows by the columns of a table, as SQL Server does when it takes them. */
export function checkRows({ columns }: TdsTable, rows: readonly (readonly SqlValue[])[]): void {
  for (const row of rows) {
    for (const [index, { name, type, nullable }] of columns.entries()) {
      const value = row[index] ?? null;
      if (value === null) {
        if (!nullable) throw new SqlError(515, `Cannot insert the value NULL into column '${name}'.`);
        continue;
      }
      const length = /^n?varchar\((\d+)\)/.exec(type)?.[1];
      if (length !== undefined && String(value).length > Number(length)) {
        throw new SqlError(2628, `String or binary data would be truncated in column '${name}'.`);
      }
      // What a code page lacks is lost without a word.
      if (type.startsWith('varchar') && /[^ -~]/.test(String(value))) {
        throw new SqlError(50_000, `'${String(value)}' is no text of one byte a character, as ${name} is`);
      }
    }
  }
}
