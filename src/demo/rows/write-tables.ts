import type { SourceName } from '../../dataset/sources/imdb.ts';
import { createAkas } from './akas.ts';
import { createCastingOffice } from './casting.ts';
import type { FixedRows } from '../fixed/fixed-rows.ts';
import { byteOrder } from '../world/id-space.ts';
import { merge, type Cursor } from './merge.ts';
import { createNameRows } from './name-rows.ts';
import type { People } from '../world/people.ts';
import { createRatings, ratingRow } from './ratings.ts';
import { createTitleCursor, type TitleAt } from './title-cursor.ts';
import type { TsvWriter } from './tsv-writer.ts';
import type { Work } from '../world/works.ts';
import type { World } from '../world/world.ts';

export type Writers = Record<SourceName, TsvWriter>;

export interface WriteOptions {
  people: People;
  /** Fixed rows in the order of the file. */
  fixed: FixedRows;
  writers: Writers;
  /** Called with the number of titles or names written so far. */
  report: (done: number) => void;
}

const NULL = '\\N';
/** Titles between two checks whether the compressors keep up: about 64 KB of principals. */
const SETTLE_EVERY = 256;
const REPORT_EVERY = 16_384;

/** Writes the six files about titles in one pass, with the fixed rows merged in. */
export async function writeTitles(world: World, options: WriteOptions): Promise<void> {
  const { writers } = options;
  const { titles } = world;
  const office = createCastingOffice(world, options.people);
  const akasOf = createAkas(world);
  const ratingOf = createRatings(world);
  const cursors: Cursor<TitleAt | (() => void)>[] = [
    createTitleCursor(world, 0, titles.sevenDigits),
    createTitleCursor(world, titles.sevenDigits, titles.size),
  ];
  for (const name of Object.keys(writers) as SourceName[]) {
    if (name !== 'name.basics') cursors.push(createFixedCursor(options.fixed[name], writers[name]));
  }

  const write = ({ work, series }: TitleAt): void => {
    const id = titles.text(work.title);
    writers['title.basics'].add(basicsRow(id, work), 1);
    if (series !== undefined) {
      const place = work.season > 0 ? `${work.season}\t${work.number}` : `${NULL}\t${NULL}`;
      writers['title.episode'].add(`${id}\t${titles.text(series.title)}\t${place}\n`, 1);
    }
    const akas = akasOf(id, work);
    if (akas.count > 0) writers['title.akas'].add(akas.rows, akas.count);
    const casting = office.cast(work, series);
    if (casting.count > 0) writers['title.principals'].add(casting.principals, casting.count);
    writers['title.crew'].add(`${id}\t${casting.directors}\t${casting.writers}\n`, 1);
    const rating = ratingOf(work);
    if (rating !== undefined) writers['title.ratings'].add(ratingRow(id, rating), 1);
  };
  await writeAll(merge(cursors), { write, options });
}

/** Writes name.basics. */
export async function writeNames(world: World, options: WriteOptions): Promise<void> {
  const { names } = world;
  const writer = options.writers['name.basics'];
  const rowOf = createNameRows(world, options.people);
  const cursors: Cursor<number | (() => void)>[] = [
    createIndexCursor(world, 0, names.sevenDigits),
    createIndexCursor(world, names.sevenDigits, names.size),
    createFixedCursor(options.fixed['name.basics'], writer),
  ];
  await writeAll(merge(cursors), { write: (index) => writer.add(rowOf(index), 1), options });
}

async function writeAll<T>(
  items: Iterable<T | (() => void)>,
  how: { write: (item: T) => void; options: WriteOptions },
): Promise<void> {
  const { write, options } = how;
  const writers = Object.values(options.writers);
  let done = 0;
  for (const item of items) {
    if (typeof item === 'function') {
      (item as () => void)();
      continue;
    }
    write(item);
    done += 1;
    if (done % SETTLE_EVERY === 0) {
      for (const writer of writers) {
        const behind = writer.settle();
        if (behind !== undefined) await behind;
      }
    }
    if (done % REPORT_EVERY === 0) options.report(done);
  }
}

function basicsRow(id: string, work: Work): string {
  const { type, primary, original, adult, start, end, runtime, genres } = work;
  const years = `${start || NULL}\t${end || NULL}\t${runtime || NULL}`;
  return `${id}\t${type}\t${primary}\t${original}\t${adult ? 1 : 0}\t${years}\t${genres || NULL}\n`;
}

/** A cursor whose items each write the fixed rows of one id. */
function createFixedCursor(rows: readonly string[][], writer: TsvWriter): Cursor<() => void> {
  let next = 0;
  const keyAt = (nth: number): number => {
    const id = rows[nth]?.[0];
    return id === undefined ? Infinity : byteOrder(Number(id.slice(2)));
  };
  const cursor: Cursor<() => void> = {
    key: keyAt(0),
    item: () => writer.add(`${(rows[next] as string[]).join('\t')}\n`, 1),
    advance: () => {
      next += 1;
      cursor.key = keyAt(next);
    },
  };
  return cursor;
}

function createIndexCursor(world: World, from: number, to: number): Cursor<number> {
  const keyAt = (index: number): number => (index < to ? byteOrder(world.names.number(index)) : Infinity);
  const cursor: Cursor<number> = {
    key: keyAt(from),
    item: from,
    advance: () => {
      cursor.item += 1;
      cursor.key = keyAt(cursor.item);
    },
  };
  return cursor;
}
