import type { SqlValue } from '../../../../src/export/engines/sqlserver/client.ts';
import { checkRows, columnOf, objectAt, rowsOf, SqlError, tableAt } from './catalogue.ts';
import type { Catalogue, TdsColumn, TdsTable } from './catalogue.ts';
import { describe, grant, selectGrants } from './described.ts';
import { selectAsTests } from './test-queries.ts';
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

type Run = (session: Session, statement: Statement) => Answer | undefined;

const NAME = String.raw`\[(?:[^\]]|\]\])+\]\.\[?\w+\]?`;
const COLUMNS: Record<string, AnswerType> = { int: 'int', bigint: 'bigint', bit: 'bit', 'decimal(3, 1)': 'rating' };

/** The statements that the engine sends, and no others. White space counts as one space. */
const STATEMENTS: readonly (readonly [RegExp, Run])[] = [
  [/^SET (LOCK_TIMEOUT -?\d+|DEADLOCK_PRIORITY (LOW|NORMAL)|; )+$/, () => undefined],
  [
    /^SELECT CAST\(SERVERPROPERTY\('ProductVersion'\) AS nvarchar\(128\)\) AS version, CAST\(SERVERPROPERTY\('EngineEdition'\) AS int\) AS edition$/,
    ({ version, edition }) => answer({ version: 'text', edition: 'int' }, [[version, edition]]),
  ],
  [
    /^DECLARE @result int; EXEC @result = sys\.sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0; SELECT @result AS result$/,
    (session, { parameters }) => answer({ result: 'int' }, [[session.lock(String(parameters['resource'])) ? 0 : -1]]),
  ],
  [
    /^SELECT OBJECT_ID\(@place, N'U'\) AS id$/,
    ({ catalogue }, { parameters }) => {
      const isThere = catalogue.objects.get(placeOf(String(parameters['place'])))?.kind === 'table';
      return answer({ id: 'int' }, [[isThere ? 1 : null]]);
    },
  ],
  [
    /^SELECT SCHEMA_ID\(@schema\) AS served, SCHEMA_ID\(@loading\) AS loading$/,
    ({ catalogue: { schemas } }, { parameters }) =>
      answer({ served: 'int', loading: 'int' }, [
        ['schema', 'loading'].map((name) => (schemas.has(String(parameters[name])) ? 1 : null)),
      ]),
  ],
  [
    /^CREATE SCHEMA \[(?<name>.+)\]$/,
    (session, { found }) => {
      const name = unbracketed(found['name']);
      if (session.catalogue.schemas.has(name)) throw new SqlError(2714, `There is already an object named '${name}'.`);
      session.change(({ schemas }) => void schemas.add(name));
      return undefined;
    },
  ],
  [
    /^DROP SCHEMA \[(?<name>.+)\]$/,
    (session, { found }) => {
      const name = unbracketed(found['name']);
      const inside = [...session.catalogue.objects.keys()].find((place) => place.startsWith(`${name}.`));
      if (inside !== undefined) throw new SqlError(3729, `Cannot drop schema '${name}', ${inside} needs it.`);
      session.change(({ schemas }) => void schemas.delete(name));
      return undefined;
    },
  ],
  [new RegExp(`^CREATE TABLE (?<place>${NAME}) \\((?<columns>.*)\\)$`), createTable],
  [
    new RegExp(`^DROP (?<kind>TABLE|VIEW) (?<place>${NAME})$`),
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
    new RegExp(`^ALTER SCHEMA \\[(?<schema>.+)\\] TRANSFER (?<place>${NAME})$`),
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
  [new RegExp(`^ALTER TABLE (?<place>${NAME}) ADD PRIMARY KEY CLUSTERED \\((?<columns>.+)\\)$`), addKey],
  [new RegExp(`^CREATE INDEX (?<name>\\w+) ON (?<place>${NAME}) \\((?<columns>.+)\\)$`), createIndex],
  [
    new RegExp(
      `^ALTER TABLE (?<place>${NAME}) WITH NOCHECK ADD CONSTRAINT (?<name>\\w+) FOREIGN KEY \\((?<column>\\w+)\\) REFERENCES (?<to>${NAME}) \\((?<key>\\w+)\\)$`,
    ),
    addForeignKey,
  ],
  [
    new RegExp(`^ALTER TABLE (?<place>${NAME}) DROP CONSTRAINT (?:IF EXISTS )?\\[?(?<name>\\w+)\\]?$`),
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
    new RegExp(`^CREATE VIEW (?<place>${NAME}) AS (?<select>.+)$`),
    (session, { found }) => {
      const { place = '', select = '' } = found;
      for (const [, read] of select.matchAll(/(?:FROM|JOIN) (\S+)/g)) tableAt(session.catalogue, placeOf(read));
      const of = placeOf(place);
      if (session.catalogue.objects.has(of)) throw new SqlError(2714, `There is already an object named '${of}'.`);
      session.change(({ objects }) => void objects.set(of, { kind: 'view', select, comments: new Map() }));
      return undefined;
    },
  ],
  [
    /^EXEC sys\.sp_addextendedproperty N'MS_Description', (?<text>@meaning|N'(?:[^']|'')*'), N'SCHEMA', (?<schema>@schema|N'(?:[^']|'')*'), N'(?:TABLE|VIEW)', N'(?<name>\w+)'(?:, N'COLUMN', N'(?<column>\w+)')?$/,
    describe,
  ],
  [
    new RegExp(`^SELECT (?<columns>[\\w, ]+) FROM (?<place>${NAME})$`),
    ({ catalogue }, { found }) => selectColumns(tableAt(catalogue, placeOf(found['place'])), names(found['columns'])),
  ],
  [
    new RegExp(
      `^SELECT (?<columns>[\\w, ]+), CONVERT\\(varchar\\(30\\), exported_at, 126\\) FROM (?<place>${NAME})$`,
    ),
    ({ catalogue }, { found }) =>
      selectColumns(tableAt(catalogue, placeOf(found['place'])), [...names(found['columns']), 'exported_at']),
  ],
  [
    new RegExp(`^SELECT COUNT_BIG\\(\\*\\) AS row_count FROM (?<place>${NAME})$`),
    ({ catalogue }, { found }) =>
      answer({ row_count: 'bigint' }, [[rowsOf(tableAt(catalogue, placeOf(found['place']))).length]]),
  ],
  [
    new RegExp(
      `^INSERT INTO (?<place>${NAME}) \\((?<columns>.+)\\) SELECT (?<values>.+) FROM (?<from>${NAME}) WHERE step = N'begin'$`,
    ),
    (session, { found, parameters }) => {
      const from = tableAt(session.catalogue, placeOf(found['from']));
      const first = rowsOf(from).find((row) => row[columnOf(from, 'step')] === 'begin') ?? [];
      const own = Object.fromEntries(from.columns.map(({ name }, index) => [name, first[index] ?? null]));
      return insert(session, { found, parameters, own });
    },
  ],
  [
    new RegExp(`^INSERT INTO (?<place>${NAME}) \\((?<columns>.+)\\) VALUES \\((?<values>.+)\\)$`),
    (session, statement) => insert(session, { ...statement, own: {} }),
  ],
  [
    new RegExp(`^DELETE FROM (?<place>${NAME})(?: WHERE (?<column>\\w+) = @(?<parameter>\\w+))?$`),
    (session, { found, parameters }) => {
      const { column, parameter = '' } = found;
      change(session, placeOf(found['place']), (table) => ({
        ...table,
        chunks: [
          rowsOf(table).filter(
            (row) => column !== undefined && row[columnOf(table, column)] !== parameters[parameter],
          ),
        ],
      }));
      return undefined;
    },
  ],
  [
    new RegExp(`^TRUNCATE TABLE (?<place>${NAME})$`),
    (session, { found }) => {
      const place = placeOf(found['place']);
      refuseNeeded(session.catalogue, place, 4712);
      change(session, place, (table) => ({ ...table, chunks: [] }));
      return undefined;
    },
  ],
  [
    new RegExp(
      `^SELECT k\\.number, (?<columns>.+) FROM \\(VALUES (?<values>.+)\\) AS k \\(number, (?<keys>.+)\\) INNER LOOP JOIN (?<place>${NAME}) AS t ON (?<on>.+)$`,
    ),
    selectByKey,
  ],
  [
    /^SELECT t\.name FROM sys\.tables AS t WHERE t\.schema_id = SCHEMA_ID\(@schema\)$/,
    ({ catalogue }, { parameters }) =>
      answer(
        { name: 'text' },
        objectsIn(catalogue, String(parameters['schema'])).map(([name]) => [name]),
      ),
  ],
  [
    /^SELECT o\.name, o\.type FROM sys\.objects AS o WHERE o\.schema_id = SCHEMA_ID\(@schema\) AND o\.name IN \(@n0(?:, @n\d+)*\)$/,
    ({ catalogue }, { parameters }) =>
      answer(
        { name: 'text', type: 'text' },
        objectsIn(catalogue, String(parameters['schema']))
          .filter(([name]) => isListed(parameters, name))
          .map(([name, kind]) => [name, kind === 'view' ? 'V ' : 'U ']),
      ),
  ],
  [
    /^SELECT OBJECT_SCHEMA_NAME\(k\.parent_object_id\) AS key_schema, OBJECT_NAME\(k\.parent_object_id\) AS key_table, k\.name, t\.name AS needs FROM sys\.foreign_keys AS k JOIN sys\.objects AS t ON t\.object_id = k\.referenced_object_id WHERE t\.schema_id = SCHEMA_ID\(@schema\) AND t\.name IN \(.+\)$/,
    ({ catalogue }, { parameters }) =>
      answer(
        { key_schema: 'text', key_table: 'text', name: 'text', needs: 'text' },
        keysIn(catalogue)
          .filter(({ to }) => to[0] === parameters['schema'] && isListed(parameters, to[1] ?? ''))
          .map(({ of, name, to }) => [of[0] ?? '', of[1] ?? '', name, to[1] ?? '']),
      ),
  ],
  [
    /^SELECT DISTINCT OBJECT_SCHEMA_NAME\(d\.referencing_id\) AS view_schema, OBJECT_NAME\(d\.referencing_id\) AS view_name, t\.name AS needs FROM sys\.sql_expression_dependencies AS d JOIN sys\.objects AS t ON t\.object_id = d\.referenced_id WHERE d\.is_schema_bound_reference = 1 AND d\.referencing_id <> d\.referenced_id AND t\.schema_id = SCHEMA_ID\(@schema\) AND t\.name IN \(.+\)$/,
    ({ catalogue }, { parameters }) => {
      const bound = [...catalogue.objects].flatMap(([place, view]) => {
        if (view.kind !== 'view' || !view.select.startsWith('SCHEMABINDING ')) return [];
        const [schema = '', name = ''] = place.split('.');
        const needs = view.select.replace('SCHEMABINDING ', '');
        return isListed(parameters, needs) ? [[schema, name, needs]] : [];
      });
      return answer({ view_schema: 'text', view_name: 'text', needs: 'text' }, bound);
    },
  ],
  [
    /^SELECT o\.name, p\.state_desc, p\.permission_name, u\.name AS grantee, COL_NAME\(p\.major_id, p\.minor_id\) AS column_name FROM sys\.database_permissions AS p JOIN sys\.objects AS o ON o\.object_id = p\.major_id JOIN sys\.database_principals AS u ON u\.principal_id = p\.grantee_principal_id WHERE p\.class = 1 AND o\.schema_id = SCHEMA_ID\(@schema\) AND o\.name IN \(.+\)$/,
    selectGrants,
  ],
  [
    new RegExp(
      `^(?<verb>GRANT|DENY) (?<permission>[A-Z ]+) ON OBJECT::(?<place>${NAME})(?: \\(\\[(?<column>\\w+)\\]\\))? TO \\[(?<grantee>.+?)\\](?<option> WITH GRANT OPTION)?$`,
    ),
    grant,
  ],
  [/^SELECT \(SELECT count\(\*\) FROM .+$/, selectAsTests],
];

/** Runs a statement. @throws SqlError, also for one that no export sends. */
export function runStatement(session: Session, sql: string, parameters: Parameters): Answer | undefined {
  const text = sql.replace(/\s+/g, ' ').trim();
  for (const [pattern, run] of STATEMENTS) {
    const match = pattern.exec(text);
    if (match !== null) return run(session, { sql: text, found: { ...match.groups }, parameters });
  }
  throw new SqlError(50_000, `tds-server does not know this statement: ${text}`);
}

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

function unbracketed(name = ''): string {
  return name.replaceAll(']]', ']');
}

export function isListed(parameters: Parameters, name: string): boolean {
  return Object.entries(parameters).some(([parameter, value]) => /^n\d+$/.test(parameter) && value === name);
}

function names(list = ''): string[] {
  return list.split(',').map((name) => name.trim());
}

function objectsIn({ objects }: Catalogue, schema: string): [string, string][] {
  return [...objects].flatMap(([place, { kind }]): [string, string][] =>
    place.startsWith(`${schema}.`) ? [[place.slice(schema.length + 1), kind]] : [],
  );
}

function keysIn({ objects }: Catalogue): { of: string[]; name: string; to: string[] }[] {
  return [...objects].flatMap(([place, object]) =>
    object.kind === 'view'
      ? []
      : object.foreignKeys.map(({ name, to }) => ({ of: place.split('.'), name, to: to.split('.') })),
  );
}

function refuseNeeded(catalogue: Catalogue, place: string, number = 3726): void {
  const needed = keysIn(catalogue).find(({ of, to }) => to.join('.') === place && of.join('.') !== place);
  if (needed !== undefined) {
    throw new SqlError(number, `Could not change '${place}': the foreign key ${needed.name} references it.`);
  }
}

function createTable(session: Session, { found }: Statement): undefined {
  const place = placeOf(found['place']);
  const [schema = ''] = place.split('.');
  if (!session.catalogue.schemas.has(schema)) throw new SqlError(2760, `The schema "${schema}" does not exist.`);
  if (session.catalogue.objects.has(place)) throw new SqlError(2714, `There is already an object named '${place}'.`);
  const columns = (found['columns'] ?? '').split(/,(?![^(]*\))/).map((text): TdsColumn => {
    const pattern =
      /^ ?(\w+) ((?:n?varchar|decimal|datetime2)\([^)]+\)|int|bigint|bit)( COLLATE \w+)?( NOT NULL| NULL| PRIMARY KEY)( DEFAULT SYSUTCDATETIME\(\))? ?$/;
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

export function selectColumns(table: TdsTable, columns: readonly string[]): Answer {
  const places = columns.map((name) => columnOf(table, name));
  return {
    columns: columns.map((name, index) => ({ name, type: COLUMNS[table.columns[places[index] ?? 0]?.type ?? ''] ?? 'text' })),
    rows: rowsOf(table).map((row) => places.map((place) => row[place] ?? null)),
  };
}

function insert(session: Session, { found, parameters, own }: Omit<Statement, 'sql'> & { own: Parameters }): undefined {
  const place = placeOf(found['place']);
  const table = tableAt(session.catalogue, place);
  const [columns, values] = [names(found['columns']), names(found['values'])];
  const row = table.columns.map(({ name, type }): SqlValue => {
    const text = values[columns.indexOf(name)];
    if (text === undefined) return type.startsWith('datetime2') ? new Date().toISOString().replace('Z', '') : null;
    if (text.startsWith('@')) return parameters[text.slice(1)] ?? null;
    if (/^\d+$/.test(text)) return Number(text);
    return /^N'(.*)'$/.exec(text)?.[1] ?? own[text] ?? null;
  });
  checkRows(table, [row]);
  change(session, place, (one) => ({ ...one, chunks: [...one.chunks, [row]] }));
  return undefined;
}

function selectByKey({ catalogue }: Session, { found, parameters }: Statement): Answer {
  const table = tableAt(catalogue, placeOf(found['place']));
  const columns = names(found['columns']).map((name) => name.replace('t.', ''));
  const key = [...(found['on'] ?? '').matchAll(/t\.(\w+) = k\.k\d/g)].map(([, name = '']) => columnOf(table, name));
  const byKey = new Map(rowsOf(table).map((row) => [key.map((place) => row[place]).join('\0'), row]));
  const { columns: described } = selectColumns({ ...table, chunks: [] }, columns);
  const rows = [...(found['values'] ?? '').matchAll(/\((\d+), ([^)]+)\)/g)].flatMap(([, number, list]) => {
    const row = byKey.get(names(list).map((name) => parameters[name.slice(1)]).join('\0'));
    if (row === undefined) return [];
    return [[Number(number), ...columns.map((name) => row[columnOf(table, name)] ?? null)]];
  });
  return { columns: [{ name: 'number', type: 'int' }, ...described], rows };
}
