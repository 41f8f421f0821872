import { columnOf, objectAt, SqlError } from './catalogue.ts';
import { answer, isListed, PLACE, placeOf } from './session.ts';
import type { Known, Session, Statement } from './session.ts';
import type { Answer } from './tokens.ts';

/** Descriptions, and rights on tables and views. */
export const DESCRIBED_STATEMENTS: readonly Known[] = [
  [
    /^EXEC sys\.sp_addextendedproperty @name = N'MS_Description', @value = (?<text>@meaning|N'(?:[^']|'')*'), @level0type = N'SCHEMA', @level0name = (?<schema>@schema|N'(?:[^']|'')*'), @level1type = N'(?:TABLE|VIEW)', @level1name = N'(?<name>\w+)'(?:, @level2type = N'COLUMN', @level2name = N'(?<column>\w+)')?$/,
    describe,
  ],
  [
    /^SELECT o\.name, p\.state_desc, p\.permission_name, u\.name AS grantee, COL_NAME\(p\.major_id, p\.minor_id\) AS column_name FROM sys\.database_permissions AS p JOIN sys\.objects AS o ON o\.object_id = p\.major_id JOIN sys\.database_principals AS u ON u\.principal_id = p\.grantee_principal_id WHERE p\.class = 1 AND o\.schema_id = SCHEMA_ID\(@schema\) AND o\.name IN \(.+\)$/,
    selectGrants,
  ],
  [
    new RegExp(
      `^(?<verb>GRANT|DENY) (?<permission>[A-Z ]+) ON OBJECT::(?<place>${PLACE})(?: \\(\\[(?<column>\\w+)\\]\\))? TO \\[(?<grantee>.+?)\\](?<option> WITH GRANT OPTION)?$`,
    ),
    grant,
  ],
];

/** `sp_addextendedproperty`: a description of a table, a view or a column. */
function describe(session: Session, { found, parameters }: Statement): undefined {
  const [schema, text] = ['schema', 'text'].map((group) => valueOf(found[group] ?? '', parameters));
  const place = `${String(schema)}.${String(found['name'])}`;
  const object = objectAt(session.catalogue, place);
  const column = found['column'] ?? '';
  if (column !== '' && object.kind === 'table') columnOf(object, column);
  if (object.comments.has(column)) throw new SqlError(15_233, `The property is there already at '${place}'.`);
  session.change((catalogue) => {
    const now = objectAt(catalogue, place);
    catalogue.objects.set(place, { ...now, comments: new Map([...now.comments, [column, String(text)]]) });
  });
  return undefined;
}

function valueOf(text: string, parameters: Statement['parameters']): string {
  if (text.startsWith('@')) return String(parameters[text.slice(1)]);
  return text.slice(2, -1).replaceAll("''", "'");
}

function selectGrants({ catalogue }: Session, { parameters }: Statement): Answer {
  const rows = catalogue.grants.flatMap(({ place, state, permission, grantee, column }) => {
    const [schema, name = ''] = place.split('.');
    return schema === parameters['schema'] && isListed(parameters, name)
      ? [[name, state, permission, grantee, column]]
      : [];
  });
  return answer({ name: 'text', state: 'text', permission: 'text', grantee: 'text', column: 'text' }, rows);
}

function grant(session: Session, { found }: Statement): undefined {
  const { verb = '', permission = '', grantee = '', option } = found;
  const place = placeOf(found['place']);
  objectAt(session.catalogue, place);
  const state = option === undefined ? verb : 'GRANT_WITH_GRANT_OPTION';
  const column = found['column'] ?? null;
  session.change(
    ({ grants }) => void grants.push({ place, state, permission, grantee: grantee.replaceAll(']]', ']'), column }),
  );
  return undefined;
}
