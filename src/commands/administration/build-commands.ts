import type { Command } from 'commander';

import { readConfig } from '../../config.ts';
import { listAudit } from './audit.ts';
import { promoteBuild, prune, verifyBuild } from './builds.ts';
import type { Verdict } from './builds.ts';
import { compareBuilds, listBuilds } from './list-builds.ts';
import { cancelRuns, listRuns } from './runs.ts';

/** Adds the commands that look at builds and act on them, `marquee runs` and `marquee audit`. */
export function addBuildCommands(program: Command, says: (verdict: Verdict) => void): void {
  const builds = program
    .command('builds')
    .description('show the builds that are kept; verify, promote and prune act on them');
  builds
    .command('list')
    .description('list the builds: versions, ages, sizes, and what is known to be wrong with them')
    .action(async () => {
      process.stdout.write(`${await listBuilds(readConfig())}\n`);
    });
  builds
    .command('compare')
    .argument('<from>', 'the id of a build')
    .argument('<to>', 'the id of another build')
    .description('compare rows, bytes and files of each table in two builds')
    .action(async (from: string, to: string) => says(await compareBuilds(readConfig(), { from, to })));
  addActions(program, says);

  const runs = program
    .command('runs')
    .description('show the run that goes on, in whichever process, and the last ones with their outcomes')
    .action(async () => {
      process.stdout.write(`${await listRuns(readConfig())}\n`);
    });
  runs
    .command('cancel')
    .description('end the run that goes on, also one of a server: the build that is served stays')
    .action(async () => says(await cancelRuns(readConfig())));

  program
    .command('audit')
    .description('show the last 50 actions on runs, builds and source files: who, what, when, outcome')
    .action(async () => {
      process.stdout.write(`${await listAudit(readConfig())}\n`);
    });
}

function addActions(program: Command, says: (verdict: Verdict) => void): void {
  program
    .command('verify')
    .argument('[build]', 'its id; the build that is served if not given')
    .description('read every file of a build against its manifest')
    .action(async (build: string | undefined) => says(await verifyBuild(readConfig(), build)));
  program
    .command('promote')
    .argument('<build>', 'the id of a kept build, see `marquee status`')
    .description('go back to a build that is kept')
    .action(async (build: string) => says(await promoteBuild(readConfig(), build)));
  program
    .command('prune')
    .description('remove builds beyond KEEP_BUILDS')
    .action(async () => says(await prune(readConfig())));
}
