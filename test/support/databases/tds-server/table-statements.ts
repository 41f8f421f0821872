import { columnOf, objectAt, rowsOf, SqlError, tableAt } from './catalogue.ts';
import type { TdsColumn, TdsTable } from './catalogue.ts';
import { refuseNeeded } from './foreign-keys.ts';
import { change, names, PLACE, placeOf, unbracketed } from './session.ts';
import type { Known, Session, Statement } from './session.ts';

/** Tables and views, their keys and indexes. */
export const TABLE_STATEMENTS: readonly Known[] = [
  [new RegExp(`^CREATE TABLE (?<place>${PLACE}) \\((?<columns>.*)\\)$`), createTable],
  [
    new RegExp(`^DROP (?<kind>TABLE|VIEW) (?<place>${PLACE})$`),
    (session, { found }) => {
      const place = placeOf(found['place']);
      const kind = objectAt(session.catalogue, place).kind;
      if (kind.toUpperCase() !== found['kind']) throw new SqlError(3701, `'${place}' is a ${kind}.`);
      refuseNeeded(session.catalogue, place);
      session.change((catalogue) => {
        catalogue.objects.delete(place);
        catalogue.grants = catalogue.grants.filter((one) => one.place !== place);
      });
      return undefined;
    },
  ],
  [
    new RegExp(`^ALTER SCHEMA \\[(?<schema>.+)\\] TRANSFER (?<place>${PLACE})$`),
    (session, { found }) => {
      const from = placeOf(found['place']);
      const to = `${unbracketed(found['schema'])}.${from.split('.').at(-1) ?? ''}`;
      const table = tableAt(session.catalogue, from);
      if (session.catalogue.objects.has(to)) throw new SqlError(15_530, `The object '${to}' is there already.`);
      session.change(({ objects }) => {
        objects.delete(from);
        objects.set(to, table);
      });
      return undefined;
    },
  ],
  [new RegExp(`^ALTER TABLE (?<place>${PLACE}) ADD PRIMARY KEY CLUSTERED \\((?<columns>.+)\\)$`), addKey],
  [new RegExp(`^CREATE INDEX (?<name>\\w+) ON (?<place>${PLACE}) \\((?<columns>.+)\\)$`), createIndex],
  [
    new RegExp(
      `^ALTER TABLE (?<place>${PLACE}) WITH NOCHECK ADD CONSTRAINT (?<name>\\w+) FOREIGN KEY \\((?<column>\\w+)\\) REFERENCES (?<to>${PLACE}) \\((?<key>\\w+)\\)$`,
    ),
    addForeignKey,
  ],
  [
    new RegExp(`^ALTER TABLE (?<place>${PLACE}) DROP CONSTRAINT (?:IF EXISTS )?\\[?(?<name>\\w+)\\]?$`),
    (session, { found }) => {
      const place = placeOf(found['place']);
      change(session, place, (table) => ({
        ...table,
        foreignKeys: table.foreignKeys.filter(({ name }) => name !== found['name']),
      }));
      return undefined;
    },
  ],
  [
    new RegExp(`^CREATE VIEW (?<place>${PLACE}) AS (?<select>.+)$`),
    (session, { found }) => {
      const { place = '', select = '' } = found;
      const reads = [...select.matchAll(new RegExp(`(?:FROM|JOIN) (${PLACE})`, 'g'))].map(([, read]) => read);
      if (reads.length !== (select.match(/\b(?:FROM|JOIN)\b/g) ?? []).length)
        throw new SqlError(50_000, `a view reads tables without their schema: ${select}`);
      for (const read of reads) tableAt(session.catalogue, placeOf(read));
      const of = placeOf(place);
      if (session.catalogue.objects.has(of)) throw new SqlError(2714, `There is already an object named '${of}'.`);
      session.change(({ objects }) => void objects.set(of, { kind: 'view', select, comments: new Map() }));
      return undefined;
    },
  ],
];

function createTable(session: Session, { found }: Statement): undefined {
  const place = placeOf(found['place']);
  const [schema = ''] = place.split('.');
  if (!session.catalogue.schemas.has(schema)) throw new SqlError(2760, `The schema "${schema}" does not exist.`);
  if (session.catalogue.objects.has(place)) throw new SqlError(2714, `There is already an object named '${place}'.`);
  const columns = (found['columns'] ?? '').split(/,(?![^(]*\))/).map((text): TdsColumn => {
    const pattern =
      /^ ?(\w+) ((?:n?varchar|decimal|datetime2)\([^)]+\)|int|bigint|float|bit)( COLLATE \w+)?( NOT NULL| NULL| PRIMARY KEY)( DEFAULT SYSUTCDATETIME\(\))? ?$/;
    const [, name, type = '', , rest] = pattern.exec(text) ?? [];
    if (name === undefined) throw new SqlError(50_000, `tds-server reads no column in ${text}`);
    return { name, type, nullable: rest === ' NULL' };
  });
  const table: TdsTable = {
    kind: 'table',
    columns,
    chunks: [],
    key: [],
    indexes: [],
    foreignKeys: [],
    comments: new Map(),
  };
  session.change(({ objects }) => void objects.set(place, table));
  return undefined;
}

function addKey(session: Session, { found }: Statement): undefined {
  const place = placeOf(found['place']);
  const table = tableAt(session.catalogue, place);
  const key = names(found['columns']);
  const places = key.map((name) => columnOf(table, name));
  if (places.some((column) => table.columns[column]?.nullable === true)) {
    throw new SqlError(8111, `Cannot define PRIMARY KEY constraint on nullable column in table '${place}'.`);
  }
  const rows = rowsOf(table);
  if (new Set(rows.map((row) => places.map((column) => row[column]).join('\0'))).size !== rows.length) {
    throw new SqlError(1505, `The CREATE UNIQUE INDEX statement terminated because of a duplicate key in '${place}'.`);
  }
  change(session, place, (one) => ({ ...one, key }));
  return undefined;
}

/** Bytes of the longest key of an index. */
const KEY_BYTES = 1700;

function createIndex(session: Session, { found }: Statement): undefined {
  const place = placeOf(found['place']);
  const table = tableAt(session.catalogue, place);
  const sizes = names(found['columns']).map((name) => {
    const { type = '' } = table.columns[columnOf(table, name)] ?? {};
    if (type.includes('max')) throw new SqlError(1919, `Column '${name}' is of a type that is invalid in an index.`);
    const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? 4);
    return type.startsWith('nvarchar') ? length * 2 : length;
  });
  if (sizes.reduce((sum, size) => sum + size, 0) > KEY_BYTES) {
    throw new SqlError(50_000, `the key of ${String(found['name'])} may be longer than ${KEY_BYTES} bytes`);
  }
  change(session, place, (one) => ({ ...one, indexes: [...one.indexes, String(found['name'])] }));
  return undefined;
}

function addForeignKey(session: Session, { found }: Statement): undefined {
  const [place, to] = [placeOf(found['place']), placeOf(found['to'])];
  const { name = '', column = '', key = '' } = found;
  const [own, other] = [tableAt(session.catalogue, place), tableAt(session.catalogue, to)];
  const types = [own.columns[columnOf(own, column)]?.type, other.columns[columnOf(other, key)]?.type];
  if (types[0] !== types[1]) throw new SqlError(1778, `Column '${column}' is not the same data type as '${key}'.`);
  if (other.key.join() !== key) throw new SqlError(1776, `There are no primary keys in '${to}' that match.`);
  change(session, place, (one) => ({ ...one, foreignKeys: [...one.foreignKeys, { name, column, to }] }));
  return undefined;
}
