import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { foldersIn } from '../../../src/dataset/builds/paths.ts';
import { readPointer } from '../../../src/storage/builds/builds.ts';
import { newFolder } from '../../support/folders.ts';
import { tsv, writeSources } from '../../support/imdb-files.ts';
import { openOrigin } from '../../support/origin.ts';

const CHILD = new URL('children/ingest-when-told.ts', import.meta.url).pathname;
const RATINGS = 'title.ratings.tsv.gz';
const PROCESSES = 8;
const ROUNDS = 20;
/** Every so many rounds there is something new to build. */
const NEWS_EVERY = 5;

function startChild(dataFolder: string, from: string) {
  const child = spawn(process.execPath, [CHILD, dataFolder, from], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async ingest(): Promise<string> {
      child.stdin.write('go\n');
      return String((await lines.next()).value);
    },
    async end(): Promise<void> {
      const ended = once(child, 'exit');
      child.stdin.end();
      child.kill();
      await ended;
    },
  };
}

test(
  'eight processes begin an ingest at once, 20 times: one wins, the others are busy',
  { timeout: 180_000 },
  async () => {
    const source = await writeSources(newFolder());
    const folders = foldersIn(newFolder());
    const origin = await openOrigin(source);
    const processes = Array.from({ length: PROCESSES }, () => startChild(folders.meta, origin.url));
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const isNews = round % NEWS_EVERY === 0;
        const votes = String(Math.floor(round / NEWS_EVERY) + 1);
        await writeFile(join(source, RATINGS), gzipSync(tsv('title.ratings', [['tt0000001', '7.1', votes]])));
        // The winner gets its last file when all others have been refused: none can begin after its end.
        let refused = 0;
        const allRefused = Promise.withResolvers<void>();
        origin.answer(RATINGS, (request, response) => {
          const answer = async (): Promise<void> => {
            await allRefused.promise;
            origin.answer(RATINGS, undefined);
            response.writeHead(307, { location: request.url ?? '' }).end();
          };
          void answer();
        });
        const statuses = await Promise.all(
          processes.map(async (child) => {
            const status = await child.ingest();
            if (status === 'busy') refused += 1;
            if (refused === PROCESSES - 1) allRefused.resolve();
            return status;
          }),
        );
        const won = statuses.filter((status) => status !== 'busy');
        expect([round, won]).toEqual([round, [isNews ? 'promoted' : 'unchanged']]);
        expect((await readPointer(folders))?.version).toBe(Number(votes));
      }
      // One download of what is new for each round, and no more.
      expect(origin.takeRequests().filter(({ file }) => file === 'name.basics.tsv.gz')).toHaveLength(ROUNDS);
    } finally {
      await Promise.all(processes.map((child) => child.end()));
      await origin.close();
    }
  },
);
