import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import type { BenchContext } from '../bench-context.ts';
import { startLogged } from '../processes/child-process.ts';
import { startPostgraphile } from '../peers/postgraphile.ts';
import { differingAnswers } from '../peers/same-answers.ts';
import { asksOf, briefAsks, calmAsks, only } from './read-plan.ts';
import { measureReads } from '../load/reads.ts';
import type { Ask, Subject } from '../load/reads.ts';
import { environment, startMarquee, whenListening, withoutCaches } from '../processes/start-server.ts';
import type { RunningServer } from '../processes/start-server.ts';
import { workloadOf } from '../load/workloads.ts';

const CONSTANT = fileURLToPath(new URL('../processes/constant-server.ts', import.meta.url));

/** Every workload against marquee in both lookup modes, the ceiling, and PostGraphile: one server at a time. */
export async function benchReads(context: BenchContext): Promise<void> {
  const { options } = context;
  const everything: Ask[] = asksOf(options, 'uniform');
  const popular = asksOf(only(options, ['nested', 'deep']), 'zipf');
  const hits = asksOf(only(options, ['card', 'nested']), 'hot');
  const calm = calmAsks(options);

  await marquee(context, { lookup: 'index', caches: 'off', asks: [...everything, ...calm] });
  await marquee(context, { lookup: 'index', caches: 'on', asks: [...everything, ...popular, ...hits, ...calm] });
  await marquee(context, { lookup: 'parquet', caches: 'off', asks: briefAsks(options) });
  await constant(context, asksOf(only(options, ['card']), 'uniform'));
  if (options.peers) await postgraphile(context, [...everything, ...popular, ...calm]);
}

async function marquee(
  context: BenchContext,
  { lookup, caches, asks }: { lookup: string; caches: Subject['caches']; asks: readonly Ask[] },
): Promise<void> {
  const settings = { LOOKUP: lookup, ...(caches === 'off' && withoutCaches()) };
  const server = await startMarquee({ dataFolder: context.dataFolder, logFolder: context.folder, settings });
  await measure(context, { server, subject: { name: `marquee ${lookup}`, target: 'marquee', caches }, asks });
}

async function constant(context: BenchContext, asks: readonly Ask[]): Promise<void> {
  const child = startLogged([process.execPath, CONSTANT], {
    env: environment({ NODE_ENV: 'production' }),
    logFile: join(context.folder, 'constant.log'),
  });
  const server = await whenListening(child, /listening on (\S+)/);
  await measure(context, { server, subject: { name: 'constant Yoga', target: 'marquee', caches: 'off' }, asks });
}

async function postgraphile(context: BenchContext, asks: readonly Ask[]): Promise<void> {
  const { results, say } = context;
  say('loading PostgreSQL');
  const peer = await startPostgraphile({
    folder: context.peersFolder,
    logFolder: context.folder,
    tables: context.tables,
  });
  if (typeof peer === 'string') {
    results.notes.push(peer);
    return;
  }
  Object.assign(results.versions, peer.versions);
  results.figures['postgresLoadSeconds'] = peer.loadSeconds;
  results.figures['postgresBytes'] = peer.databaseBytes;
  const answerable = asks.filter(({ workload }) => workloadOf(workload).queries.postgraphile !== undefined);
  const subject: Subject = { name: 'PostGraphile', target: 'postgraphile', caches: 'off' };
  try {
    results.notes.push(...(await compareAnswers(context, peer.server)));
    await measure(context, { server: peer.server, subject, asks: answerable });
  } finally {
    await peer.remove();
  }
}

async function compareAnswers({ dataFolder, folder, reading }: BenchContext, peer: RunningServer): Promise<string[]> {
  const ours = await startMarquee({ dataFolder, logFolder: folder });
  try {
    return await differingAnswers({ marquee: ours.url, postgraphile: peer.url }, reading.pools);
  } finally {
    await ours.stop();
  }
}

async function measure(
  { reading }: BenchContext,
  run: { server: RunningServer; subject: Subject; asks: readonly Ask[] },
): Promise<void> {
  try {
    await measureReads(run, reading);
  } finally {
    await run.server.stop();
  }
}
