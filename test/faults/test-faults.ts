import { startVitest } from 'vitest/node';

import { faultReport } from './fault-report.ts';

/** The long form of the tests of faults: every call, every point, 200 moments. It takes about half an hour. */
process.env['FAULTS'] = 'all';
const vitest = await startVitest('test', ['test/faults', ...process.argv.slice(2)], {
  config: '.vitest.config.ts',
  watch: false,
  reporters: ['default', faultReport()],
});
await vitest.close();
