import { expect, test } from 'vitest';

import { listAudit } from '../../src/commands/administration/audit.ts';
import { promoteBuild } from '../../src/commands/administration/builds.ts';
import { compareBuilds, listBuilds } from '../../src/commands/administration/list-builds.ts';
import { cancelRuns, listRuns } from '../../src/commands/administration/runs.ts';
import { readConfig } from '../../src/config.ts';
import type { CurrentRun } from '../../src/ingest/runs/current-run.ts';
import { readBuilds } from '../../src/storage/builds/builds.ts';
import { newFolder } from '../support/folders.ts';
import { openHeldOrigin } from '../support/held-origin.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';

function emptyConfig() {
  return readConfig({ DATA_DIR: newFolder(), LOG_LEVEL: 'silent' }, '/nowhere');
}

test('runs, builds list and audit say that there is nothing yet', async () => {
  const config = emptyConfig();
  expect(await listRuns(config)).toBe('now\n  no run\n\nended\n  none yet');
  expect(await listBuilds(config)).toBe('no build yet');
  expect(await listAudit(config)).toBe('nothing was done yet');
  expect(await cancelRuns(config)).toEqual({ line: 'no run goes on', exitCode: 0 });
});

test('runs shows a run of another process, and runs cancel ends it', { timeout: 60_000 }, async () => {
  const config = emptyConfig();
  const origin = await openHeldOrigin(await writeSources(newFolder()));
  const begun = Promise.withResolvers<CurrentRun>();
  const run = { onBegun: begun.resolve, nightly: true, startedBy: 'schedule' };
  const ending = ingestInto(config.folders, { from: origin.url, run });
  const { id } = await begun.promise;
  expect(await listRuns(config)).toMatch(new RegExp(`^now\\n  ${id}  nightly, by schedule, since \\S+: download`));
  expect(await cancelRuns(config)).toEqual({ line: `cancelled: run ${id}`, exitCode: 0 });
  expect(await ending).toMatchObject({ status: 'cancelled', reason: 'cancelled by command line' });
  expect(await listRuns(config)).toMatch(/no run[^]*by schedule, .* s: cancelled: cancelled by command line$/);
});

test('builds list and compare show two builds, and audit who promoted one', { timeout: 60_000 }, async () => {
  const config = emptyConfig();
  const from = await writeSources(newFolder());
  for (let night = 0; night < 2; night += 1) await ingestInto(config.folders, { from, run: { force: true } });
  const [newer = '', older = ''] = (await readBuilds(config.folders)).map(({ buildId }) => buildId);
  await promoteBuild(config, older);
  expect((await listBuilds(config)).split('\n')).toEqual([
    expect.stringMatching(new RegExp(`^${newer}  version 2  format \\d+  built \\S+  [0-9.]+ MiB  \\d+ rows$`)),
    expect.stringMatching(new RegExp(`^${older}  version 1  format \\d+  built \\S+  [0-9.]+ MiB  \\d+ rows  served$`)),
  ]);
  const { line, exitCode } = await compareBuilds(config, { from: older, to: newer });
  expect([line.split('\n')[0], exitCode]).toEqual([`${older} to ${newer}`, 0]);
  expect(line).toMatch(/\n {2}titles +(same, \d+ rows|\d+ to \d+ rows, \d+ to \d+ bytes, 1 to 1 files)/);
  expect(await compareBuilds(config, { from: older, to: 'none' })).toEqual({
    line: `failed: no build "none" is kept, there are: ${newer}, ${older}`,
    exitCode: 1,
  });
  expect(await listAudit(config)).toMatch(
    new RegExp(`command line  promoteBuild  {"buildId":"${older}"}  PROMOTED  promoted: build ${older} is version 3`),
  );
});
