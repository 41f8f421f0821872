import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { schema } from '../../src/graphql/schema.ts';
import { newFolder } from '../support/folders.ts';
import { schemaText } from '../support/schema-text.ts';
import { hasClientTools, runClientTool } from './client-tools.ts';
import { relayDocuments } from './relay-documents.ts';

const CONFIG = { src: '.', schema: 'schema.graphql', language: 'typescript', noSourceControl: true };

/** Compiles a document for each connection and each Node against a schema, by Relay's compiler. */
async function compile(text: string): Promise<{ code: number | null; output: string; folder: string }> {
  const folder = newFolder('relay');
  await writeFile(join(folder, 'schema.graphql'), text);
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(CONFIG));
  for (const [name, module] of relayDocuments(schema)) await writeFile(join(folder, name), module);
  return { ...(await runClientTool('relay-compiler', ['relay.config.json'], folder)), folder };
}

describe.skipIf(!hasClientTools())('relay-compiler', { timeout: 180_000 }, () => {
  test('Relay compiles a page of every connection, and fetches every Node anew', async () => {
    const documents = [...relayDocuments(schema).values()];
    const { code, output, folder } = await compile(schemaText());
    expect([code, output]).toEqual([0, expect.any(String)]);
    const pages = documents.filter((text) => text.includes('@connection'));
    const nodes = documents.filter((text) => text.includes('_again'));
    expect(pages.length).toBeGreaterThan(40);
    expect(nodes.length).toBeGreaterThan(10);
    // Of each document one, and of each that is fetched anew another.
    const again = documents.filter((text) => text.includes('@refetchable')).length;
    expect(globSync(join(folder, '__generated__/*.graphql.ts'))).toHaveLength(documents.length + again);
  });

  test.each([
    ['an edge without a cursor', /^type TitleEdge \{[^}]*\}/m, 'type TitleEdge { node: Title }'],
    ['a page without endCursor', /^ {2}endCursor: String$/m, '  lastCursor: String'],
    ['a Query without node', /^ {2}node\(/m, '  thing('],
  ])('Relay does not compile %s', async (_, pattern, replacement) => {
    const text = schemaText();
    const changed = text.replace(pattern, replacement);
    expect(changed).not.toBe(text);
    expect((await compile(changed)).code).not.toBe(0);
  });
});
