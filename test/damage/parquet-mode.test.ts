import { testDamagedFiles } from './test-damaged-files.ts';

await testDamagedFiles('parquet');
