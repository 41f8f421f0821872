import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { schemaText } from '../support/schema-text.ts';
import { CLIENTS_FOLDER, hasClientTools, runClientTool } from './client-tools.ts';
import { RULE_EXCEPTIONS } from './schema-rule-exceptions.ts';
import type { RuleException } from './schema-rule-exceptions.ts';

const FOLDER = join(CLIENTS_FOLDER, 'schema-rules');

interface Finding {
  rule: string;
  message: string;
}

/** What graphql-eslint's rules `schema-recommended` and `schema-relay` find in a schema. */
async function findingsIn(schema: string): Promise<Finding[]> {
  const generated = join(FOLDER, 'generated');
  await mkdir(generated, { recursive: true });
  await writeFile(join(generated, 'schema.graphql'), schema);
  const { output } = await runClientTool('eslint', ['--format', 'json', 'generated'], FOLDER);
  const files = JSON.parse(output) as { messages: { ruleId: string | null; message: string }[] }[];
  return files.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => ({ rule: (ruleId ?? '').replace('@graphql-eslint/', ''), message })),
  );
}

const isOf = ({ rule, says }: RuleException, found: Finding): boolean =>
  rule === found.rule && says.test(found.message);

describe.skipIf(!hasClientTools())('graphql-eslint', { timeout: 180_000 }, () => {
  test("the schema keeps graphql-eslint's rules for schemas and Relay, but for exceptions that are all there", async () => {
    const findings = await findingsIn(schemaText());
    expect(findings.filter((found) => !RULE_EXCEPTIONS.some((one) => isOf(one, found)))).toEqual([]);
    expect(RULE_EXCEPTIONS.filter((one) => !findings.some((found) => isOf(one, found)))).toEqual([]);
  });

  test('the rules find a type without a description that nothing reaches, an edge without a cursor, a page without arguments', async () => {
    const text = schemaText()
      .replace(/^type TitleEdge \{[^}]*\}/m, 'type TitleEdge { node: Title }')
      .replace(/^type Query \{/m, 'type Query { allTitles: TitleConnection')
      .concat('type Lone { a: Int }');
    const found = (await findingsIn(text)).filter((one) => !RULE_EXCEPTIONS.some((given) => isOf(given, one)));
    expect([...new Set(found.map(({ rule }) => rule))].toSorted()).toEqual([
      'no-unreachable-types',
      'relay-arguments',
      'relay-edge-types',
      'require-description',
    ]);
  });
});
