import { buildSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { expect, test } from 'vitest';

import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { visibleText } from '../../src/http/pages/visible-text.ts';
import { requiredRoleOf } from '../../src/graphql/base/requires-role.ts';
import { schema as realSchema } from '../../src/graphql/schema.ts';
import { seeded } from '../product/random-filters.ts';
import { HIDDEN_NAMES, ROLES_SDL, rolesSchema } from '../support/roles-schema.ts';
import { schemaText } from '../support/schema-text.ts';
import { ADMIN_TOKEN, openRoles, READ_TOKEN } from './open-roles.ts';

test('visibleSchema leaves out the fields that require a role, and all that only these reach', () => {
  const text = printSchema(visibleSchema(rolesSchema()));
  for (const name of [...HIDDEN_NAMES, 'Mutation', 'requiresRole', 'Role']) expect(text).not.toMatch(name);
  for (const kept of ['ingestDay: Shared', 'type Star implements Thing', 'ticks: Int', 'input Filter']) {
    expect(text).toContain(kept);
  }
  const plain = buildSchema('type Query { a: Int }');
  expect(printSchema(visibleSchema(plain))).toBe(printSchema(plain));
});

test('visibleText is the text of the visible schema, as it was written', () => {
  const text = visibleText(ROLES_SDL);
  expect(printSchema(buildSchema(text))).toBe(printSchema(visibleSchema(rolesSchema())));
  const lines = new Set(ROLES_SDL.split('\n'));
  expect(text.split('\n').filter((line) => !lines.has(line))).toEqual([]);
  expect(text).not.toMatch(/\n\n\n|\{\n\n/);
  expect(text.endsWith('}\n')).toBe(true);
});

test('visibleText of the real schema has the types and fields that its visible schema has', () => {
  const text = visibleText(schemaText());
  expect(printSchema(buildSchema(text))).toBe(printSchema(visibleSchema(realSchema)));
  expect(text).not.toContain('requiresRole');
});

test('the whole schema states the role of each field that requires one', () => {
  for (const root of [realSchema.getQueryType(), realSchema.getMutationType(), realSchema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const role = requiredRoleOf(field);
      expect([field.name, (field.extensions['directives'] as Record<string, unknown>)?.['requiresRole']]).toEqual([
        field.name,
        role === undefined ? undefined : { role },
      ]);
    }
  }
  // Whoever can write to the service has a role.
  const open = Object.values(realSchema.getMutationType()?.getFields() ?? {}).filter((one) => !requiredRoleOf(one));
  expect(open.map(({ name }) => name)).toEqual([]);
});

test('introspection and /schema.graphql are of the visible schema, unless an admin asks', async () => {
  const { post, ask } = await openRoles();
  const query = getIntrospectionQuery();
  for (const token of [undefined, READ_TOKEN]) {
    const { text } = await post(query, token);
    for (const name of HIDDEN_NAMES) expect(text).not.toContain(name);
    expect(text).not.toContain('requiresRole');
    const served = await ask('/schema.graphql', { token });
    expect(served.text).not.toContain('requiresRole');
    expect(served.headers.get('vary')).toContain('Authorization');
  }
  const whole = await post(query, ADMIN_TOKEN);
  for (const name of HIDDEN_NAMES) expect(whole.text).toContain(name);
  const served = await ask('/schema.graphql', { token: ADMIN_TOKEN });
  expect(served.text).toBe(schemaText());
  const open = await ask('/schema.graphql');
  expect(open.text).toBe(visibleText(schemaText()));
  const headers = { 'if-none-match': open.headers.get('etag') ?? '' };
  expect((await ask('/schema.graphql', { headers })).status).toBe(304);
  expect((await ask('/schema.graphql', { token: ADMIN_TOKEN, headers })).status).toBe(200);
});

/** Each name with one letter changed, doubled, left out, or in another case: near enough for a suggestion. */
function nearly(name: string, random: (below: number) => number): string {
  const at = 1 + random(name.length - 1);
  const kind = random(4);
  if (kind === 0) return `${name.slice(0, at)}${name.slice(at + 1)}`;
  if (kind === 1) return `${name.slice(0, at)}${name[at] ?? 'x'}${name.slice(at)}`;
  if (kind === 2) return `${name.slice(0, at)}q${name.slice(at + 1)}`;
  return `${name.slice(0, at)}${(name[at] ?? 'a').toUpperCase()}${name.slice(at + 1)}`;
}

const SHAPES: readonly ((name: string) => { query: string; variables?: object })[] = [
  (name) => ({ query: `{ ${name} }` }),
  (name) => ({ query: `{ ${name} { rows } }` }),
  (name) => ({ query: `{ hello(${name}: 1) }` }),
  (name) => ({ query: `{ hello(kind: ${name}) }` }),
  (name) => ({ query: `{ hello(filter: { ${name}: 1 }) }` }),
  (name) => ({ query: `{ thing(id: "1") { ... on ${name} { id } } }` }),
  (name) => ({ query: `{ ...F } fragment F on ${name} { id }` }),
  (name) => ({ query: `query($v: ${name}) { hello(kind: $v) }` }),
  (name) => ({ query: `query($v: Kind) { hello(kind: $v) }`, variables: { v: name } }),
  (name) => ({ query: `query($v: Filter) { hello(filter: $v) }`, variables: { v: { [name]: 1 } } }),
  (name) => ({ query: `mutation { ${name} }` }),
  (name) => ({ query: `mutation { ${name}(secret: 1) { rows } }` }),
  (name) => ({ query: `subscription { ${name} }` }),
  (name) => ({ query: `{ hello @${name} }` }),
  (name) => ({ query: `{ __type(name: "${name}") { name fields { name } } }` }),
  (name) => ({ query: `{ ingestDay { ${name} } }` }),
];

test.each([
  ['suggestions', true],
  ['INTROSPECTION=off', false],
])('no answer to an anonymous client or a reader names what they do not see: %s', async (_, introspection) => {
  const { ask } = await openRoles({ introspection });
  const random = seeded(19);
  let suggestions = 0;
  for (let round = 0; round < 40; round += 1) {
    for (const shape of SHAPES) {
      const name = nearly(HIDDEN_NAMES[random(HIDDEN_NAMES.length)] ?? '', random);
      if (HIDDEN_NAMES.includes(name)) continue;
      const token = random(2) === 0 ? undefined : READ_TOKEN;
      const { status, text } = await ask('/graphql', {
        method: 'POST',
        token,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(shape(name)),
      });
      expect(status).toBeLessThan(500);
      const said = text.replaceAll(name, '');
      for (const hidden of HIDDEN_NAMES)
        expect([shape(name), said]).not.toEqual([shape(name), expect.stringContaining(hidden)]);
      if (text.includes('Did you mean')) suggestions += 1;
    }
  }
  // Suggestions of what is visible show that there would be others.
  const near = await ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ helo ingestDya }' }),
  });
  expect(near.text.includes('Did you mean \\"hello\\"?')).toBe(introspection);
  expect(near.text.includes('ingestDay')).toBe(introspection);
  if (!introspection) expect(suggestions).toBe(0);
});

test('an admin gets suggestions of what only admins see', async () => {
  const { post } = await openRoles();
  expect((await post('{ ingestSecretStatu { step } }', ADMIN_TOKEN)).text).toContain('ingestSecretStatus');
  expect((await post('{ ingestSecretStatus { stepp } }', ADMIN_TOKEN)).text).toContain('Did you mean \\"step\\"?');
  expect((await post('{ ingestSecretStatu { step } }')).text).not.toContain('ingestSecretStatus');
});

test('INTROSPECTION=off shows the schema to admins alone', async () => {
  const { post, get, ask } = await openRoles({ introspection: false });
  for (const token of [undefined, READ_TOKEN]) {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ hello __type(name: "Query") { name } }',
      getIntrospectionQuery(),
    ]) {
      for (const refused of [await post(query, token), await get(query, token)]) {
        expect(refused.body.data).toBeUndefined();
        expect(refused.body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
        expect(refused.body.errors?.[0]?.message).toMatch(/INTROSPECTION/);
      }
    }
    const text = await ask('/schema.graphql', { token });
    expect([text.status, text.body.errors?.[0]?.message]).toEqual([404, expect.stringContaining('INTROSPECTION')]);
    expect((await post('{ hello __typename }', token)).body.data).toEqual({ hello: 'hello', __typename: 'Query' });
    const wrong = await ask('/graphql', {
      method: 'POST',
      token,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query($v: Kind) { hello(kind: $v) }', variables: { v: 'BIGG' } }),
    });
    expect(wrong.text).not.toContain('Did you mean');
  }
  expect((await post('{ __schema { types { name } } }', ADMIN_TOKEN)).text).toContain('SecretStatus');
  expect((await ask('/schema.graphql', { token: ADMIN_TOKEN })).status).toBe(200);
});
