import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite takes graphql's `module` entry, while Node takes `main` for the libraries: two graphqls, which do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Builds run in the first test of a file that needs one, on two cores beside others.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Browsers and servers are slow where others work on the same cores.
    expect: { poll: { timeout: 10_000 } },
  },
});
