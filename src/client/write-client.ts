import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

import { parse, print } from 'graphql';

import { schema } from '../graphql/schema.ts';
import { cacheRulesOf } from './cache-rules.ts';
import { entryModules } from './entry-modules.ts';
import { enumLabelsOf } from './enum-labels.ts';
import { introspectionOf } from './introspection.ts';
import { documentFiles, readOperations } from './operations.ts';
import { postmanCollection } from './postman-collection.ts';
import { typedDocuments } from './typed-documents.ts';
import { withIds } from './with-ids.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, 'client');

await writeClient();

/**
 * Writes the folder `client`, which is what `marquee/client` imports, in plain JavaScript with types, and a collection
 * for Postman. npm runs this before it packs.
 */
async function writeClient(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  const sdl = readFileSync(join(ROOT, 'schema.graphql'), 'utf8');
  const files = documentFiles(ROOT);
  const operations = readOperations(files);
  const modules = entryModules({
    sdl,
    documents: await typedDocuments(
      sdl,
      files.map((path) => print(withIds(parse(readFileSync(path, 'utf8')), schema))),
    ),
    introspection: introspectionOf(schema),
    rules: cacheRulesOf(schema),
    labels: enumLabelsOf(schema),
  });
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(FOLDER, name), text);
  const paths = Object.keys(modules).map((name) => join(FOLDER, name));
  compile(paths);
  for (const path of paths) rmSync(path);
  writeFileSync(join(FOLDER, 'postman.json'), `${JSON.stringify(postmanCollection(operations), null, 2)}\n`);
}

/** Writes JavaScript and declarations beside the modules. */
function compile(paths: readonly string[]): void {
  const tsc = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin/tsc');
  const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--declaration', '--ignoreConfig'];
  execFileSync(execPath, [tsc, ...options, ...paths], { cwd: ROOT, stdio: 'inherit' });
}
