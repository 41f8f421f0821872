import { foldersIn } from '../../../src/dataset/builds/paths.ts';
import { STEPS } from '../../../src/ingest/outcomes/outcome.ts';
import { ingestInto } from '../../support/ingest.ts';

/** Runs steps of an ingest, one after the other: `<data folder> <address of the files> <step> …`. */
const [dataFolder = '', from = '', ...steps] = process.argv.slice(2);

for (const step of steps) {
  const outcome = await ingestInto(foldersIn(dataFolder), {
    from,
    run: { steps: STEPS.filter((name) => name === step) },
  });
  if (outcome.status !== 'done' && outcome.status !== 'promoted') throw new Error(JSON.stringify(outcome));
}
