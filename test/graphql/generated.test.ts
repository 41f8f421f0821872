import { readFileSync } from 'node:fs';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import codegen from '../../codegen.ts';
import { schemaText } from '../support/schema-text.ts';

const ROOT = new URL('../../', import.meta.url);

test('schema.graphql is the text of the schema', () => {
  const isStale = readFileSync(new URL('schema.graphql', ROOT), 'utf8') !== schemaText();
  expect(isStale, 'schema.graphql is stale: run codegen').toBe(false);
});

test('generated files are what codegen makes of the schema and the documents', async () => {
  const files = (await generate({ ...codegen, silent: true }, false)) as { filename: string; content: string }[];
  expect(files.map(({ filename }) => filename).sort()).toEqual([
    'src/web/generated/admin/gql.ts',
    'src/web/generated/admin/graphql.ts',
    'src/web/generated/admin/index.ts',
    'src/web/generated/gql.ts',
    'src/web/generated/graphql.ts',
    'src/web/generated/index.ts',
    'test/generated/gql.ts',
    'test/generated/graphql.ts',
    'test/generated/index.ts',
  ]);
  for (const { filename, content } of files) {
    const stale = readFileSync(new URL(filename, ROOT), 'utf8').trim() !== content.trim();
    expect(stale, `${filename} is stale: run codegen`).toBe(false);
  }
});
