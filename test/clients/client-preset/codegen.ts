import type { CodegenConfig } from '@graphql-codegen/cli';

/** Filters of facets have the type of the input that they are sent back in. */
const SCALARS = {
  ID: 'string',
  DateTime: 'string',
  TitleFilterValue: 'TitleFilter',
  PersonFilterValue: 'PersonFilter',
};

/** Types for the documents beside this file, made from the schema of a running server. */
const config: CodegenConfig = {
  schema: process.env['MARQUEE_URL'] ?? 'http://localhost:4000/graphql',
  documents: 'client-preset/documents.ts',
  importExtension: '.ts',
  generates: {
    'client-preset/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: { useTypeImports: true, enumType: 'string-literal', scalars: SCALARS },
    },
    // For caches that must know which types a fragment on an interface fits.
    'client-preset/generated/possible-types.ts': {
      plugins: ['fragment-matcher'],
      config: { useExplicitTyping: true },
    },
  },
};

export default config;
