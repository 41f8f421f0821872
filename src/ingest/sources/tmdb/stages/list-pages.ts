import { z } from 'zod';

import { ThingFailed } from '../client/tmdb-errors.ts';
import type { TakenPage } from '../mirror/mirror-lists.ts';
import type { MirrorWork } from './mirror-work.ts';

/** TMDB gives no page behind this one. */
export const MOST_PAGES = 500;

const page = z.looseObject({
  total_pages: z.int().min(0),
  results: z.array(z.looseObject({ id: z.int().positive(), adult: z.boolean().nullish() })),
});

export interface ListOptions {
  /** Names the list and its day in the mirror. */
  name: string;
  /** The path of a page. */
  path: (page: number) => string;
  /** What the ids of a page are. Adult ones are left out. */
  taken: (ids: readonly number[]) => TakenPage;
  /** Whether a list of so many pages is read at all. */
  isWanted?: (pages: number) => boolean;
}

/**
 * Takes the pages of a list that were not taken before, each in one transaction. Answers with how many pages there are;
 * of a list that is not wanted none but the first is asked for, and nothing is taken.
 * @throws ThingFailed where a page is not as TMDB documents it, or cannot be had.
 */
export async function takeList({ mirror, client, now }: MirrorWork, options: ListOptions): Promise<number> {
  const { name, path, taken, isWanted = () => true } = options;
  const last = mirror.lastPage(name);
  let pages = last?.pages ?? 1;
  if (last !== undefined && !isWanted(pages)) return pages;
  for (let number = (last?.page ?? 0) + 1; number <= Math.min(pages, MOST_PAGES); number += 1) {
    const reply = await client.get(path(number));
    const parsed = reply.status === 'answered' ? page.safeParse(reply.body) : undefined;
    if (parsed?.success !== true) {
      throw new ThingFailed(`${name}, page ${number}: the answer is not a list as TMDB documents it`);
    }
    pages = parsed.data.total_pages;
    if (!isWanted(pages)) {
      mirror.takePage({ name, page: 0, pages, readAt: now() }, {});
      return pages;
    }
    const ids = parsed.data.results.filter(({ adult }) => adult !== true).map(({ id }) => id);
    mirror.takePage({ name, page: number, pages, readAt: now() }, taken(ids));
  }
  return pages;
}
