import { SqlError } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { keysIn } from './foreign-keys.ts';
import { answer, isListed, placeOf, unbracketed } from './session.ts';
import type { Known } from './session.ts';

/** What the engine asks of the server and of the catalogue, and schemas. */
export const CATALOGUE_STATEMENTS: readonly Known[] = [
  [/^SET LOCK_TIMEOUT -?\d+; SET DEADLOCK_PRIORITY (LOW|NORMAL)$/, () => undefined],
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
];

function objectsIn({ objects }: Catalogue, schema: string): [string, string][] {
  return [...objects].flatMap(([place, { kind }]): [string, string][] =>
    place.startsWith(`${schema}.`) ? [[place.slice(schema.length + 1), kind]] : [],
  );
}
