import type { SqlValue } from '../../../../src/export/engines/sqlserver/client.ts';
import { SqlError, tableAt } from './catalogue.ts';
import type { Catalogue, TdsTable } from './catalogue.ts';
import type { Answer, AnswerType } from './tokens.ts';

export type Parameters = Record<string, SqlValue>;

/** What a statement asks of the session that it runs in. */
export interface Session {
  /** As it is for the session's transaction. */
  catalogue: Catalogue;
  /** Changes the catalogue, now or, within a transaction, when that ends. */
  change(step: (catalogue: Catalogue) => void): void;
  /** Takes a lock; false where another session has it. */
  lock(resource: string): boolean;
  version: string;
  edition: number;
}

export interface Statement {
  /** With single spaces. */
  sql: string;
  /** What the named groups of the expression have found. */
  found: Record<string, string>;
  parameters: Parameters;
}

/** How a statement is run, by an expression that it matches. White space counts as one space. */
export type Known = readonly [RegExp, (session: Session, statement: Statement) => Answer | undefined];

/** A place in a statement: a schema in brackets, and a name. */
export const PLACE = String.raw`\[(?:[^\]]|\]\])+\]\.\[?\w+\]?`;

export function answer(columns: Record<string, AnswerType>, rows: (readonly SqlValue[])[]): Answer {
  return { columns: Object.entries(columns).map(([name, type]) => ({ name, type })), rows };
}

/** `[dbo].[title_akas]` as `dbo.title_akas`. */
export function placeOf(text = ''): string {
  const [, schema, name = ''] = /^\[((?:[^\]]|\]\])+)\]\.\[?(\w+)\]?$/.exec(text) ?? [];
  if (schema === undefined) throw new SqlError(50_000, `tds-server reads no place in ${text}`);
  return `${unbracketed(schema)}.${name}`;
}

/** Puts another table in the place of one. */
export function change(session: Session, place: string, how: (table: TdsTable) => TdsTable): void {
  tableAt(session.catalogue, place);
  session.change((catalogue) => void catalogue.objects.set(place, how(tableAt(catalogue, place))));
}

export function unbracketed(name = ''): string {
  return name.replaceAll(']]', ']');
}

/** Whether a name is one of the parameters of a list. */
export function isListed(parameters: Parameters, name: string): boolean {
  return Object.entries(parameters).some(([parameter, value]) => /^n\d+$/.test(parameter) && value === name);
}

export function names(list = ''): string[] {
  return list.split(',').map((name) => name.trim());
}
