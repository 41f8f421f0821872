import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite takes graphql's `module` entry, while Node takes `main` for the libraries: two graphqls, which do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
});
