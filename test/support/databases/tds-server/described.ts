import { columnOf, objectAt, SqlError } from './catalogue.ts';
import type { Session, Statement } from './statements.ts';
import { answer, isListed, placeOf } from './statements.ts';
import type { Answer } from './tokens.ts';

/** `sp_addextendedproperty`: a description of a table, a view or a column. */
export function describe(session: Session, { found, parameters }: Statement): undefined {
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

export function selectGrants({ catalogue }: Session, { parameters }: Statement): Answer {
  const rows = catalogue.grants.flatMap(({ place, state, permission, grantee, column }) => {
    const [schema, name = ''] = place.split('.');
    return schema === parameters['schema'] && isListed(parameters, name)
      ? [[name, state, permission, grantee, column]]
      : [];
  });
  return answer({ name: 'text', state: 'text', permission: 'text', grantee: 'text', column: 'text' }, rows);
}

export function grant(session: Session, { found }: Statement): undefined {
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
