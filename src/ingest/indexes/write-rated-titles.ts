import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ratedTitlesFile } from '../../dataset/builds/paths.ts';
import { RATED_TITLES } from '../../dataset/indexes/rated-titles.ts';
import { encodeRatedTitles } from '../../formats/rated-titles/layout.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';

/** Writes what is kept in memory of the titles that have a rating. Answers with their number. */
export async function writeRatedTitles(database: WorkConnection, folder: string): Promise<number> {
  const path = join(folder, ratedTitlesFile());
  try {
    const [row] = await database.rows(`SELECT count(*) AS titles FROM (${RATED_TITLES})`);
    const titles = Number(row?.['titles']);
    const [ids, votes, nameEnds] = [new Int32Array(titles), new Int32Array(titles), new Uint32Array(titles)];
    const averages = new Float64Array(titles);
    const names: Buffer[] = [];
    let [at, end] = [0, 0];
    for await (const [keys = [], rates = [], counts = [], texts = []] of database.chunks(
      `SELECT * FROM (${RATED_TITLES}) ORDER BY tconst`,
    )) {
      for (const [index, key] of keys.entries()) {
        const name = Buffer.from((texts[index] as string | null) ?? '');
        end += name.length;
        ids[at] = Number(key);
        averages[at] = Number(rates[index]);
        votes[at] = Number(counts[index]);
        nameEnds[at] = end;
        names.push(name);
        at += 1;
      }
    }
    await writeFile(path, encodeRatedTitles({ ids, averages, votes, nameEnds, text: Buffer.concat(names) }));
    return at;
  } catch (error) {
    await rm(path, { force: true });
    throw new Failed(`lookup rated_titles: ${reasonOf(error)}`, { cause: error });
  }
}
