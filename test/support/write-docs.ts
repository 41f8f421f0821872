import { writeFileSync } from 'node:fs';

import { DOCS_WITH_MADE_PARTS, envExample, withMadeParts } from './docs.ts';
import { schemaText } from './schema-text.ts';

const ROOT = new URL('../../', import.meta.url);

for (const path of DOCS_WITH_MADE_PARTS) writeFileSync(new URL(path, ROOT), withMadeParts(path));
writeFileSync(new URL('.env.example', ROOT), envExample());
writeFileSync(new URL('schema.graphql', ROOT), schemaText());
