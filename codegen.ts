import type { CodegenConfig } from '@graphql-codegen/cli';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './src/graphql/schema.ts';

/**
 * What is generated from the schema: `schema.graphql`, for people and tools that read it, and typed documents of the
 * examples, for tests. Passed on as text: the generator may load a `graphql` of its own, and the two do not mix.
 */
const config: CodegenConfig = {
  importExtension: '.ts',
  schema: printSchema(lexicographicSortSchema(schema)),
  generates: {
    'schema.graphql': { plugins: ['schema-ast'] },
    'test/generated/': {
      documents: 'src/graphql/examples/*.graphql',
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { enumsAsTypes: true, useTypeImports: true, scalars: { ID: 'string' } },
    },
  },
};

export default config;
