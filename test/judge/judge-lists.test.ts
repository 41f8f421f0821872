import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { tmdbBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { ingestInto } from '../support/ingest.ts';
import { TMDB_NOW } from '../support/tmdb-mirror.ts';
import { judgeLists } from './judge-lists.ts';
import { likedTogether } from './liked-together.ts';
import { readMovies } from './movies/read-movies.ts';
import { readOpinions } from './movies/read-opinions.ts';
import { qualityOf } from './ranking.ts';
import { readBuild } from './read-build.ts';
import { taggedAlike } from './tagged-alike.ts';

/** On a busy machine. */
const SLOW_MS = 240_000;

test(
  'lists with what the made-up TMDB says are more like its recommendations, on the half of the titles that is kept aside',
  async () => {
    const { folders: of, files } = await tmdbBuild(0.001);
    const folders = foldersIn(newFolder('judge'));
    await mkdir(folders.tmdb ?? '', { recursive: true });
    await cp(of.tmdb ?? '', folders.tmdb ?? '', { recursive: true });
    const options = { from: files, now: () => TMDB_NOW, similarMinVotes: 1, tmdbSimilarity: true };
    expect(await ingestInto(folders, options)).toMatchObject({ status: 'promoted' });
    const { recommended, ...lists } = await readBuild(folders);
    const { titles, gain } = judgeLists('kept', { ...lists, relevant: recommended });
    expect(titles).toBeGreaterThan(50);
    expect(gain.mean).toBeGreaterThan(0);
    // Judged against themselves, lists gain nothing.
    const same = judgeLists('kept', { ...lists, withTmdb: lists.without, relevant: recommended });
    expect(same.gain).toEqual({ mean: 0, from: 0, to: 0 });
  },
  SLOW_MS,
);

test('quality is 1 for a list of what is relevant, and falls with each place', () => {
  const relevant = new Set([1, 2, 3]);
  expect(qualityOf([3, 1, 2, 9], relevant)).toEqual({ ndcg: 1, recall: 1 });
  const qualities = [
    [1, 9, 2, 3],
    [9, 1, 2, 3],
    [9, 8, 1, 2],
    [9, 8, 7, 6],
  ].map((list) => qualityOf(list, relevant).ndcg);
  expect(qualities).toEqual(qualities.toSorted((one, other) => other - one));
  expect(new Set(qualities).size).toBe(4);
  expect(qualities[3]).toBe(0);
});

function tagsOf(title: number, words: readonly string[]) {
  return words.flatMap((tag) => ['ann', 'bob', 'eve'].map((user) => ({ user, title, tag })));
}

test('people like together, and tag alike, what belongs together, before what is famous', () => {
  // Title 1 is liked by all; 2 and 3 by the first half of the people, 4 and 5 by the others.
  const likes = Array.from({ length: 100 }, (_, user) =>
    [1, ...(user < 50 ? [2, 3] : [4, 5])].map((title) => ({ user: String(user), title, year: 1999 })),
  ).flat();
  const liked = likedTogether(likes);
  expect([2, 3, 4, 5].map((title) => liked.get(title)?.values().next().value)).toEqual([3, 2, 5, 4]);
  const tagged = taggedAlike([
    ...tagsOf(1, ['a', 'b', 'c', 'd', 'e']),
    ...tagsOf(2, ['a', 'b', 'c', 'd', 'f', 'g']),
    ...tagsOf(3, ['e', 'f', 'g', 'h', 'i']),
    ...tagsOf(4, ['h', 'i']),
  ]);
  expect([...(tagged.get(1) ?? [])]).toEqual([2, 3]);
  expect(tagged.has(4)).toBe(false);
});

test('films are read from the files of several people, with what each of them says', async () => {
  const folder = newFolder('films');
  const files = {
    'movies.csv': 'movieId,title,genres\n1,"Net, The (1995)",Action|Children\n2,Zodiac (2007),Crime\n',
    'links.csv': 'movieId,imdbId,tmdbId\n1,0113957,1642\n2,0443706,1949\n',
    'ratings.csv': 'userId,movieId,rating,timestamp\n7,1,4.0,1\n7,2,3.5,1\n',
    'ratings_small.csv': 'userId,movieId,rating,timestamp\n7,2,5,1\n',
    'tags.csv': 'userId,movieId,tag,timestamp\n7,2, True Crime,1\n',
    'keywords.csv': `id,keywords\n1642,"[{'id': 1, 'name': 'hacker'}, {'id': 2, 'name': ""woman's life""}]"\n`,
    'collections.csv': 'id_movie,name_collection,revenue\n1642,The Net Collection,0\n',
    'directors.csv': 'id_director,name,id_movie\n5,Irwin Winkler,1642\n',
    'top10K-TMDB-movies.csv': 'id,title,genre,original_language,overview\n1949,Zodiac,Crime,en,"A killer, at large."\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const movies = await readMovies(folder);
  expect(movies).toMatchObject([
    {
      tconst: 113_957,
      title: 'The Net',
      year: 1995,
      genres: ['Action', 'Family'],
      directors: ['Irwin Winkler'],
      keywords: ['hacker', "woman's life"],
      collection: { name: 'The Net Collection' },
    },
    { tconst: 443_706, title: 'Zodiac', overview: 'A killer, at large.', keywords: [] },
  ]);
  expect(await readOpinions(folder, movies)).toEqual({
    likes: [
      { user: 'ratings.csv 7', title: 113_957, year: 1995 },
      { user: 'ratings_small.csv 7', title: 443_706, year: 2007 },
    ],
    tags: [{ user: 'tags.csv 7', title: 443_706, tag: 'true crime' }],
  });
});
