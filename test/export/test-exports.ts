import { startVitest } from 'vitest/node';

/** The long form of the comparison of exports: every row and every value at a scale of 0.01, in each engine. */
process.env['EXPORTS'] = 'all';
const engines = ['postgres', 'mariadb', 'sqlite', 'sqlserver'].map((name) => `test/export/${name}.test.ts`);
const vitest = await startVitest('test', engines, {
  config: '.vitest.config.ts',
  watch: false,
  testNamePattern: 'an export has every row and every value of the build',
});
await vitest.close();
