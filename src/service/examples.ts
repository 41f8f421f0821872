import { readdirSync, readFileSync } from 'node:fs';

import type { Example } from '../http/pages/graphiql-page.ts';

const FOLDER = new URL('../graphql/examples/', import.meta.url);

/** The example documents: GraphiQL's tabs, the examples of src/graphql/README.md, and tests. Their first line is a comment, the title. */
export function readExamples(): Example[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      return { title: /^# *(.+)/.exec(text)?.[1] ?? name, query: text.replace(/^#.*\n/, '') };
    });
}
