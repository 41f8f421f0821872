import { DuckDBBlobValue } from '@duckdb/node-api';

import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import type { RatedTitles } from '../../formats/rated-titles/layout.ts';
import type { Ratings } from './ratings.ts';

/**
 * The names of all titles of one build that have a rating, in memory: some 35 bytes for each of a million and a half.
 * What people are known for is among them, so that a list of their best titles reads no documents.
 */
export interface TitleNames {
  /** The title's name as its document has it; undefined where that must be asked. */
  of(titleId: number): string | undefined;
}

/** Where the list of titles has no index: it would be read too slowly. */
export const NO_TITLE_NAMES: TitleNames = { of: () => undefined };

const TAB = 9;
const LINE_FEED = 10;
const ZERO = 48;
const LONGEST_BYTES = 65_535;

/** The names that a file has of the titles with a rating. */
export function titleNamesOf({ nameEnds, text }: Pick<RatedTitles, 'nameEnds' | 'text'>, ratings: Ratings): TitleNames {
  const names = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  return {
    of(titleId) {
      const index = ratings.indexOf(titleId);
      if (index === -1) return undefined;
      const [start, end] = [nameEnds[index - 1] ?? 0, nameEnds[index] ?? 0];
      return start === end ? undefined : names.toString('utf8', start, end);
    },
  };
}

/** Reads them as one text, whose lines are a key, a tab and a name: no name has either, as IMDb's files have not. */
export async function readTitleNames(pool: Pick<ConnectionPool, 'whole'>, ratings: Ratings): Promise<TitleNames> {
  const result = await pool.whole(
    `SELECT encode(string_agg(tconst || chr(9) || coalesce(primaryTitle, originalTitle), chr(10)))
     FROM title_list WHERE numVotes IS NOT NULL`,
  );
  const [[value = null] = []] = await result.getRows();
  return value instanceof DuckDBBlobValue ? namesIn(value.bytes, ratings) : NO_TITLE_NAMES;
}

function namesIn(bytes: Uint8Array, ratings: Ratings): TitleNames {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // By the place of the title among those with a rating; a length of 0 is a name that is not there.
  const starts = new Uint32Array(ratings.length);
  const lengths = new Uint16Array(ratings.length);
  for (let at = 0; at < text.length; at += 1) {
    let key = 0;
    for (; text[at] !== TAB; at += 1) key = key * 10 + (text[at] ?? 0) - ZERO;
    const start = at + 1;
    while (at < text.length && text[at] !== LINE_FEED) at += 1;
    const index = ratings.indexOf(key);
    if (index !== -1 && at - start <= LONGEST_BYTES) {
      starts[index] = start;
      lengths[index] = at - start;
    }
  }
  return {
    of(titleId) {
      const index = ratings.indexOf(titleId);
      const length = index === -1 ? 0 : (lengths[index] ?? 0);
      if (length === 0) return undefined;
      const start = starts[index] ?? 0;
      return text.toString('utf8', start, start + length);
    },
  };
}
