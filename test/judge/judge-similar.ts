import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { Command } from 'commander';

import { foldersIn } from '../../src/dataset/builds/paths.ts';
import { markdownTable } from '../bench/markdown.ts';
import { ingestInto } from '../support/ingest.ts';
import { judgeLists } from './judge-lists.ts';
import { likedTogether } from './liked-together.ts';
import type { Relevant } from './liked-together.ts';
import { readMovies } from './movies/read-movies.ts';
import { readOpinions } from './movies/read-opinions.ts';
import { writeMovies } from './movies/write-movies.ts';
import { readBuild } from './read-build.ts';
import type { JudgedBuild } from './read-build.ts';
import { taggedAlike } from './tagged-alike.ts';

interface Options {
  dataDir?: string;
  build: boolean;
}

const FAILED = 1;
/** What the files say nothing of. */
const WITHOUT = ['title.akas', 'title.episode'] as const;

const EXPLANATION = `
Which files the folder may have, and what is judged how, is in test/judge/README.md.`;

const command = new Command('judge:similar')
  .description('Judges lists of similar titles with and without what TMDB says, by what people think of films.')
  .argument('<folder>', "a folder with MovieLens' files and others; with --build, a data folder of marquee")
  .option('--data-dir <folder>', 'where the build is made, and kept')
  .option('--build', "judge the build that a data folder has, by TMDB's recommendations", false)
  .addHelpText('after', EXPLANATION)
  .parse();
const options = command.opts<Options>();
const folder = resolve(command.args[0] ?? '');

/** What is relevant, by whose word, and the lists to judge. */
async function judged(): Promise<{ build: JudgedBuild; relevant: [string, Relevant][] }> {
  if (options.build) {
    const build = await readBuild(foldersIn(folder));
    return { build, relevant: [["TMDB's recommendations", build.recommended]] };
  }
  const movies = await readMovies(folder);
  const { likes, tags } = await readOpinions(folder, movies);
  const count = (is: (movie: (typeof movies)[number]) => unknown): number => movies.filter(is).length;
  process.stdout.write(
    `${movies.length} films, ${count(({ overview }) => overview)} with an overview, ${count(({ keywords }) => keywords.length)} with keywords, ${count(({ collection }) => collection)} in a collection; ${likes.length} likes of ${new Set(likes.map(({ user }) => user)).size} people, ${tags.length} tags of ${new Set(tags.map(({ user }) => user)).size}\n\n`,
  );
  const dataDir = resolve(options.dataDir ?? (await mkdtemp(join(tmpdir(), 'marquee-judge-'))));
  try {
    const folders = foldersIn(dataDir);
    const from = await writeMovies(movies, { folder: join(dataDir, 'files'), folders });
    const outcome = await ingestInto(folders, { from, threads: undefined, tmdbSimilarity: true, without: WITHOUT });
    if (outcome.status !== 'promoted' && outcome.status !== 'unchanged')
      throw new Error(`the ingest has ended with ${JSON.stringify(outcome)}`);
    const relevant: [string, Relevant][] = [
      ['liked together', likedTogether(likes)],
      ['tagged alike', taggedAlike(tags)],
    ];
    return { build: await readBuild(folders), relevant };
  } finally {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  }
}

try {
  const { build, relevant } = await judged();
  const rows = relevant.flatMap(([by, belong]) =>
    (['tuned', 'kept'] as const).map((half) => {
      const { titles, without, with: withTmdb, gain, recallGain } = judgeLists(half, { ...build, relevant: belong });
      return {
        'judged by': by,
        half,
        titles,
        'nDCG@10 without': without.ndcg.toFixed(4),
        with: withTmdb.ndcg.toFixed(4),
        gain: gain.mean.toFixed(4),
        '95 %': `${gain.from.toFixed(4)} to ${gain.to.toFixed(4)}`,
        'recall@10 without': without.recall.toFixed(4),
        'with ': withTmdb.recall.toFixed(4),
        'gain ': recallGain.mean.toFixed(4),
      };
    }),
  );
  process.stdout.write(`${markdownTable(rows)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = FAILED;
}
