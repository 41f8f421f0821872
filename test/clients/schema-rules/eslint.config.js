import { fileURLToPath } from 'node:url';

import plugin from '@graphql-eslint/eslint-plugin';

const schema = fileURLToPath(new URL('generated/schema.graphql', import.meta.url));
const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = plugin.configs;

/** All rules for schemas, and those of Relay, as they are. test/audits/schema-rule-exceptions.ts has the exceptions. */
export default [
  {
    files: ['**/*.graphql'],
    plugins: { '@graphql-eslint': plugin },
    languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: { schema } } },
    rules: { ...recommended.rules, ...relay.rules },
  },
];
