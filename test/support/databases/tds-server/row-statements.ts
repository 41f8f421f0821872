import type { SqlValue } from '../../../../src/export/engines/sqlserver/client.ts';
import { checkRows, columnOf, rowsOf, tableAt } from './catalogue.ts';
import type { TdsTable } from './catalogue.ts';
import { refuseNeeded } from './foreign-keys.ts';
import { answer, change, names, PLACE, placeOf } from './session.ts';
import type { Known, Parameters, Session, Statement } from './session.ts';
import { selectAsTests } from './test-queries.ts';
import type { Answer, AnswerType } from './tokens.ts';

const TYPES: Record<string, AnswerType> = {
  int: 'int',
  bigint: 'bigint',
  float: 'float',
  bit: 'bit',
  'decimal(3, 1)': 'rating',
};
const AS_FLOAT = /^CAST\(t\.(\w+) AS float\) AS \1$/;

/** Rows that are written and read. */
export const ROW_STATEMENTS: readonly Known[] = [
  [
    new RegExp(`^SELECT (?<columns>[\\w, ]+) FROM (?<place>${PLACE})$`),
    ({ catalogue }, { found }) => selectColumns(tableAt(catalogue, placeOf(found['place'])), names(found['columns'])),
  ],
  [
    new RegExp(`^SELECT (?<columns>[\\w, ]+), CONVERT\\(varchar\\(30\\), exported_at, 126\\) FROM (?<place>${PLACE})$`),
    ({ catalogue }, { found }) =>
      selectColumns(tableAt(catalogue, placeOf(found['place'])), [...names(found['columns']), 'exported_at']),
  ],
  [
    new RegExp(`^SELECT COUNT_BIG\\(\\*\\) AS row_count FROM (?<place>${PLACE})$`),
    ({ catalogue }, { found }) =>
      answer({ row_count: 'bigint' }, [[rowsOf(tableAt(catalogue, placeOf(found['place']))).length]]),
  ],
  [
    new RegExp(
      `^INSERT INTO (?<place>${PLACE}) \\((?<columns>.+)\\) SELECT (?<values>.+) FROM (?<from>${PLACE}) WHERE step = N'begin'$`,
    ),
    (session, { found, parameters }) => {
      const from = tableAt(session.catalogue, placeOf(found['from']));
      const first = rowsOf(from).find((row) => row[columnOf(from, 'step')] === 'begin') ?? [];
      const own = Object.fromEntries(from.columns.map(({ name }, index) => [name, first[index] ?? null]));
      return insert(session, { found, parameters, own });
    },
  ],
  [
    new RegExp(`^INSERT INTO (?<place>${PLACE}) \\((?<columns>.+)\\) VALUES \\((?<values>.+)\\)$`),
    (session, statement) => insert(session, { ...statement, own: {} }),
  ],
  [
    new RegExp(`^DELETE FROM (?<place>${PLACE}) WHERE (?<column>\\w+) = @(?<parameter>\\w+)$`),
    (session, { found, parameters }) => {
      const { column = '', parameter = '' } = found;
      change(session, placeOf(found['place']), (table) => ({
        ...table,
        chunks: [
          rowsOf(table).filter((row) => column !== undefined && row[columnOf(table, column)] !== parameters[parameter]),
        ],
      }));
      return undefined;
    },
  ],
  [
    new RegExp(`^UPDATE (?<place>${PLACE}) SET content = N'', row_count = 0$`),
    (session, { found }) => {
      change(session, placeOf(found['place']), (table) => {
        const emptied: Record<string, SqlValue> = { content: '', row_count: 0 };
        const rows = rowsOf(table).map((row) =>
          table.columns.map(({ name }, index) => emptied[name] ?? row[index] ?? null),
        );
        return { ...table, chunks: [rows] };
      });
      return undefined;
    },
  ],
  [
    new RegExp(`^TRUNCATE TABLE (?<place>${PLACE})$`),
    (session, { found }) => {
      const place = placeOf(found['place']);
      refuseNeeded(session.catalogue, place, 4712);
      change(session, place, (table) => ({ ...table, chunks: [] }));
      return undefined;
    },
  ],
  [
    new RegExp(
      `^SELECT k\\.number, (?<columns>.+) FROM \\(VALUES (?<values>.+)\\) AS k \\(number, (?<keys>.+)\\) INNER LOOP JOIN (?<place>${PLACE}) AS t ON (?<on>.+)$`,
    ),
    selectByKey,
  ],
  [/^SELECT \(SELECT count\(\*\) FROM .+$/, selectAsTests],
];

function selectColumns(table: TdsTable, columns: readonly string[]): Answer {
  const places = columns.map((name) => columnOf(table, name));
  return {
    columns: columns.map((name, index) => ({
      name,
      type: TYPES[table.columns[places[index] ?? 0]?.type ?? ''] ?? 'text',
    })),
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
  const asked = names(found['columns']);
  const columns = asked.map((name) => AS_FLOAT.exec(name)?.[1] ?? name.replace('t.', ''));
  const key = [...(found['on'] ?? '').matchAll(/t\.(\w+) = k\.k\d/g)].map(([, name = '']) => columnOf(table, name));
  const byKey = new Map(rowsOf(table).map((row) => [key.map((place) => row[place]).join('\0'), row]));
  const { columns: described } = selectColumns({ ...table, chunks: [] }, columns);
  const rows = [...(found['values'] ?? '').matchAll(/\((\d+), ([^)]+)\)/g)].flatMap(([, number, list]) => {
    const row = byKey.get(
      names(list)
        .map((name) => parameters[name.slice(1)])
        .join('\0'),
    );
    if (row === undefined) return [];
    return [[Number(number), ...columns.map((name) => row[columnOf(table, name)] ?? null)]];
  });
  const types = described.map((one, index) =>
    AS_FLOAT.test(asked[index] ?? '') ? { name: one.name, type: 'float' as const } : one,
  );
  return { columns: [{ name: 'number', type: 'int' }, ...types], rows };
}
