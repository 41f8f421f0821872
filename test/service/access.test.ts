import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { getIntrospectionQuery, getNamedType, isCompositeType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { requiredRoleOf } from '../../src/graphql/base/requires-role.ts';
import { schema } from '../../src/graphql/schema.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { ADMIN_TOKEN, hashed, READ_TOKEN } from '../http/open-roles.ts';
import { newFolder } from '../support/folders.ts';
import { runMarquee } from '../support/run-marquee.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';

const ROOTS = [
  ['query', schema.getQueryType()],
  ['mutation', schema.getMutationType()],
  ['subscription', schema.getSubscriptionType()],
] as const;

/** A document for each field of the real schema that requires a role. */
const RESTRICTED = ROOTS.flatMap(([operation, root]) =>
  Object.values(root?.getFields() ?? {})
    .filter((field) => requiredRoleOf(field) !== undefined)
    .map(({ name, type }) => ({
      operation,
      name,
      query: `${operation} { ${name}${isCompositeType(getNamedType(type)) ? ' { __typename }' : ''} }`,
    })),
);

let serving: TestServing;

beforeAll(async () => {
  serving = await startServing({
    DATA_DIR: newFolder(),
    SCHEDULE: 'off',
    WEB_APP: 'false',
    ADMIN_TOKENS: hashed(ADMIN_TOKEN, 'alice'),
    READ_TOKENS: hashed(READ_TOKEN),
  });
});
afterAll(async () => void (await serving.stop()));

async function post(query: string, token?: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}

test('serve shows each client the schema of its role', async () => {
  const visible = visibleSchema(schema);
  const hidden = Object.keys(schema.getTypeMap()).filter((name) => visible.getType(name) === undefined);
  for (const token of [undefined, READ_TOKEN]) {
    const { status, text } = await post(getIntrospectionQuery(), token);
    expect(status).toBe(200);
    for (const name of [...hidden, ...RESTRICTED.map((field) => field.name)]) expect(text).not.toContain(`"${name}"`);
  }
  const { text } = await post(getIntrospectionQuery(), ADMIN_TOKEN);
  for (const name of [...hidden, 'requiresRole']) expect(text).toContain(`"${name}"`);
  expect((await post(getIntrospectionQuery(), 'mq_wrong')).status).toBe(401);
});

test('serve answers each field of administration with 401 and 403 to those without the role', async () => {
  for (const { name, query } of RESTRICTED) {
    const anonymous = await post(query);
    expect([name, anonymous.status, anonymous.text]).toEqual([name, 401, expect.stringContaining('UNAUTHENTICATED')]);
    const reader = await post(query, READ_TOKEN);
    expect([name, reader.status, reader.text]).toEqual([name, 403, expect.stringContaining('FORBIDDEN')]);
  }
});

test.each([
  ['a file that is not there', undefined, /JWT_JWKS: the file .*keys\.json cannot be read as JSON/],
  ['a file that is no key set', '{"key": 1}', /JWT_JWKS: the file .*keys\.json is no JSON Web Key Set/],
])('serve refuses to start with %s', async (_, text, words) => {
  const dataFolder = newFolder();
  if (text !== undefined) await writeFile(join(dataFolder, 'keys.json'), text);
  const settings = { JWT_JWKS: 'keys.json', JWT_ISSUER: 'i', JWT_AUDIENCE: 'a', SCHEDULE: 'off', PORT: '0' };
  const { code, stderr } = await runMarquee(['serve'], { dataFolder, settings });
  expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
});
