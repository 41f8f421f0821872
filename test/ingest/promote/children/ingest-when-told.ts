import { createInterface } from 'node:readline';

import { foldersIn } from '../../../../src/dataset/builds/paths.ts';
import { ingestInto } from '../../../support/ingest.ts';

/** Begins an ingest into a data folder at each line of standard input, and says how it ended. */
const [dataFolder = '', from = ''] = process.argv.slice(2);

createInterface(process.stdin).on('line', () => {
  void ingestInto(foldersIn(dataFolder), { from }).then(({ status }) => console.log(status));
});
