import type { CodegenConfig } from '@graphql-codegen/cli';
import { SCALARS } from './src/client/scalars.ts';
import { schemaText } from './test/support/schema-text.ts';

/**
 * What is generated from the schema: typed documents of the examples, of tests and of the web app. `schema.graphql` is
 * written by `test/support/write-docs.ts`. The schema is passed on as text: the generator may load a `graphql` of its own,
 * and the two do not mix.
 */
const config: CodegenConfig = {
  importExtension: '.ts',
  schema: schemaText(),
  generates: {
    'test/generated/': {
      documents: ['src/graphql/examples/*.graphql', 'test/graphql/documents/*.graphql'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { enumsAsTypes: true, useTypeImports: true, scalars: SCALARS },
    },
    'src/web/generated/': {
      documents: ['src/web/**/*.graphql', '!src/web/pages/admin/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      // Documents as text: the app sends them, and has no use for a parsed form.
      config: { enumsAsTypes: true, useTypeImports: true, documentMode: 'string', scalars: SCALARS },
    },
    // In a file of their own, so that readers do not fetch the documents of administrators.
    'src/web/generated/admin/': {
      documents: 'src/web/pages/admin/*.graphql',
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { enumsAsTypes: true, useTypeImports: true, documentMode: 'string', scalars: SCALARS },
    },
  },
};

export default config;
