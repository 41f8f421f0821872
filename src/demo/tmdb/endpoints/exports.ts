import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';
import { MS_PER_DAY, type Day } from '../ids/lifetimes.ts';
import type { Catalogue } from '../things/catalogue.ts';
import type { Collections } from '../things/collections.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';

export interface ExportsFrom {
  world: TmdbWorld;
  catalogue: Catalogue;
  collections: Collections;
  now: Date;
}

const NAME = /^(movie|tv_series|person|collection)_ids_(\d{2})_(\d{2})_(\d{4})\.json\.gz$/;
/** The files of a day are there from this hour in UTC. */
const READY_HOUR = 8;
const KEPT_DAYS = 92;
/** Lines between two pauses, in which the server answers others. */
const LINES_A_TURN = 500;

/**
 * The lines of one of TMDB's daily lists of ids, by the name of its file. Undefined for another name, before 08:00 UTC of
 * the day, and when three months have passed.
 */
export function exportLines(file: string, from: ExportsFrom): AsyncGenerator<string> | undefined {
  const [, kind, month, day, year] = NAME.exec(file) ?? [];
  if (kind === undefined) return undefined;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const age = (from.now.getTime() - date) / MS_PER_DAY;
  if (age < READY_HOUR / 24 || age > KEPT_DAYS) return undefined;
  return inTurns(linesOf(kind, date / MS_PER_DAY, from));
}

function* linesOf(
  kind: string,
  day: Day,
  { world, catalogue, collections }: ExportsFrom,
): Generator<object | undefined> {
  if (kind === 'collection') {
    for (let id = 1; id < collections.end; id += 1) {
      const collection = collections.collection(id, day);
      yield collection && { id, name: collection.name };
    }
    return;
  }
  if (kind === 'person') {
    for (let id = 1; id < world.end('person'); id += 1) {
      const person = world.person(id, day);
      yield person && { adult: false, id, name: person.known.name, popularity: person.popularity };
    }
    return;
  }
  const titles: TmdbTitleKind = kind === 'movie' ? 'movie' : 'tv';
  for (const { id, from, to, adult, originalName, popularity: popularityOn } of catalogue.entries(titles)) {
    // TMDB has a list of its own for films that are for adults.
    if (day < from || day >= to || adult) continue;
    const popularity = popularityOn(day);
    yield titles === 'movie'
      ? { adult, id, original_title: originalName, popularity, video: false }
      : { id, original_name: originalName, popularity };
  }
}

async function* inTurns(bodies: Iterable<object | undefined>): AsyncGenerator<string> {
  let lines = '';
  let count = 0;
  for (const body of bodies) {
    if (body !== undefined) lines += `${JSON.stringify(body)}\n`;
    count += 1;
    if (count % LINES_A_TURN !== 0) continue;
    yield lines;
    lines = '';
    await new Promise(setImmediate);
  }
  if (lines !== '') yield lines;
}
