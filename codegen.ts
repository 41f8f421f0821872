import type { CodegenConfig } from '@graphql-codegen/cli';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';
import { schema } from './src/graphql/schema.ts';

/** Filters of facets have the type of the input that they are sent back in. */
const SCALARS = { ID: 'string', TitleFilterValue: 'TitleFilter', PersonFilterValue: 'PersonFilter' };

/**
 * What is generated from the schema: `schema.graphql`, for people and tools that read it, and typed documents of the
 * examples, of tests and of the web app. Passed on as text: the generator may load a `graphql` of its own, and the two do
 * not mix.
 */
const config: CodegenConfig = {
  importExtension: '.ts',
  schema: printSchemaWithDirectives(lexicographicSortSchema(schema)),
  generates: {
    'schema.graphql': { plugins: ['schema-ast'], config: { includeDirectives: true } },
    'test/generated/': {
      documents: ['src/graphql/examples/*.graphql', 'test/graphql/documents/*.graphql'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { enumsAsTypes: true, useTypeImports: true, scalars: SCALARS },
    },
    'src/web/generated/': {
      documents: 'src/web/**/*.graphql',
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      // Documents as text: the app sends them, and has no use for a parsed form.
      config: { enumsAsTypes: true, useTypeImports: true, documentMode: 'string', scalars: SCALARS },
    },
  },
};

export default config;
