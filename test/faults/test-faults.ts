import { startVitest } from 'vitest/node';

import { faultReport } from './fault-report.ts';

/**
 * The long form of the tests of faults: every call, every point, 200 moments; or of the test files that are named. It
 * takes about half an hour where nothing else runs.
 */
process.env['FAULTS'] = 'all';
const named = process.argv.slice(2);
const vitest = await startVitest('test', named.length === 0 ? ['test/faults'] : named, {
  config: '.vitest.config.ts',
  watch: false,
  reporters: ['default', faultReport()],
});
await vitest.close();
