import type { Folders } from '../../src/dataset/builds/paths.ts';
import { buildFolder } from '../../src/dataset/builds/paths.ts';
import { filesOfTable } from '../../src/dataset/builds/manifest.ts';
import { CHANGE_KINDS, RATING_BESIDE } from '../../src/dataset/tables/changes.ts';
import type { ChangeKind } from '../../src/dataset/tables/changes.ts';
import { findManifest, manifestOf } from '../../src/storage/builds/find-manifest.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import type { JS } from '@duckdb/node-api';
import { hash32, unit32 } from '../../src/demo/chance/random.ts';
import { parquetOf } from '../../src/duckdb/literal.ts';
import { newFolder } from './folders.ts';
import { writeSources } from './imdb-files.ts';
import type { SourceFiles } from './imdb-files.ts';
import { ingestInto } from './ingest.ts';

/** Titles and people that come and go. */
const IDS = 120;
const AVERAGES = ['6.9', '7.0', '7.1'];

/** Half of the ids follow each other; the others are far apart, so that whole parts of what is compared come and go. */
const numberOf = (at: number): number => (at <= IDS / 2 ? at : at * at * 37);
const idOf = (prefix: string, at: number): string => `${prefix}${String(numberOf(at)).padStart(7, '0')}`;

/**
 * Files in which each title, person and rating is there or not, and has one of few names, none, or one of few values; some
 * titles become adult and are so no more. Over some nights much changes, and much of it back again. The first five of each are always there, and never change.
 */
export function randomFiles(seed: number, { adult = 10 }: { adult?: number } = {}): NonNullable<SourceFiles['rows']> {
  let drawn = 0;
  const random = (): number => unit32(hash32(seed, 0, drawn++));
  const oneOf = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? '';
  const all = Array.from({ length: IDS }, (_, at) => at + 1);
  const some = (share: number): number[] => all.filter((at) => at <= 5 || random() < share);
  const changing = (at: number, values: readonly string[]): string => (at <= 5 ? (values[0] ?? '') : oneOf(values));
  return {
    'title.basics': some(0.8).map((at) => [
      idOf('tt', at),
      'movie',
      changing(at, [`Film ${at}`, `Movie ${at}`, '\\N']),
      // Some have no title at all, and some have another original title alone.
      changing(at, [`Original ${at}`, `Original ${at}`, `Native ${at}`, '\\N']),
      at % adult === 0 || (at % 7 === 0 && random() < 0.3) ? '1' : '0',
      '1999',
      '\\N',
      '90',
      'Drama',
    ]),
    'title.ratings': some(0.7).map((at) => [
      idOf('tt', at),
      changing(at, AVERAGES),
      changing(at, ['100', '100', String(100 + at)]),
    ]),
    'name.basics': some(0.8).map((at) => [
      idOf('nm', at),
      changing(at, [`Ann ${at}`, `Bob ${at}`, '\\N']),
      '1960',
      '\\N',
      'actress',
      'tt0000001',
    ]),
  };
}

/** Ingests files after each other; answers with the ids of the builds. */
export async function ingestNights(
  folders: Folders,
  nights: readonly NonNullable<SourceFiles['rows']>[],
  options: Partial<Parameters<typeof ingestInto>[1]> = {},
): Promise<string[]> {
  const builds: string[] = [];
  for (const rows of nights) {
    const outcome = await ingestInto(folders, { from: await writeSources(newFolder(), { rows }), ...options });
    if (outcome.status !== 'promoted') throw new Error(`the ingest ended otherwise: ${JSON.stringify(outcome)}`);
    builds.push(outcome.buildId);
  }
  return builds;
}

export interface ExpectedChange {
  kind: number;
  id: number;
  isAdult: boolean;
  votes: number | null;
  names: [before: string | null, after: string | null];
  ratings: [before: Rating, after: Rating];
}

type Rating = readonly [average: number, votes: number] | null;

interface State {
  titles: Map<number, { name: string | null; isAdult: boolean }>;
  people: Map<number, string | null>;
  ratings: Map<number, Rating>;
}

/** The rows of a table of a build, one array each. */
export async function rowsOf(folders: Folders, buildId: string, select: (table: (name: string) => string) => string) {
  const folder = buildFolder(folders, buildId);
  const manifest = manifestOf(await findManifest(folder));
  const table = (name: string): string => {
    const record = manifest?.tables.find((one) => one.name === name);
    return parquetOf(folder, record === undefined ? [] : filesOfTable(record).map(({ file }) => file));
  };
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(select(table))).getRowsJS();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What a build holds. */
export async function stateOf(folders: Folders, buildId: string): Promise<State> {
  const read = (select: (table: (name: string) => string) => string): Promise<JS[][]> =>
    rowsOf(folders, buildId, select);
  const titles = await read(
    (table) => `SELECT tconst, coalesce(primaryTitle, originalTitle), isAdult FROM ${table('titles')}`,
  );
  const people = await read((table) => `SELECT nconst, primaryName FROM ${table('names')}`);
  const ratings = await read((table) => `SELECT tconst, averageRating, numVotes FROM ${table('ratings')}`);
  return {
    titles: new Map(
      titles.map(([id, name, adult]) => [Number(id), { name: name as string | null, isAdult: Boolean(adult) }]),
    ),
    people: new Map(people.map(([id, name]) => [Number(id), name as string | null])),
    ratings: new Map(ratings.map(([id, average, votes]) => [Number(id), [Number(average), Number(votes)]])),
  };
}

/**
 * All that differs between two builds, one by one, in the order of the list. The builds between them, newest first, say
 * whether a title that was removed was adult in the end.
 */
export function differencesOf(
  was: State,
  is: State,
  { withBeside = false, between = [] }: { withBeside?: boolean; between?: readonly State[] } = {},
): ExpectedChange[] {
  const found: ExpectedChange[] = [];
  const ratingsOf = (id: number): [Rating, Rating] => [was.ratings.get(id) ?? null, is.ratings.get(id) ?? null];
  for (const id of new Set([...was.titles.keys(), ...is.titles.keys()])) {
    const [before, after] = [was.titles.get(id), is.titles.get(id)];
    if (before?.name === after?.name) continue;
    const which = before === undefined ? 'TITLE_ADDED' : after === undefined ? 'TITLE_REMOVED' : 'TITLE_RENAMED';
    const [ratingBefore, ratingAfter] = ratingsOf(id);
    // A rating whose title is not there is none of the title.
    const ratings: [Rating, Rating] = [
      before === undefined ? null : ratingBefore,
      after === undefined ? null : ratingAfter,
    ];
    found.push({
      kind: placeOf(which),
      id,
      isAdult: [is, ...between, was].find(({ titles }) => titles.has(id))?.titles.get(id)?.isAdult ?? false,
      votes: (ratings[1] ?? ratings[0])?.[1] ?? null,
      names: [before?.name ?? null, after?.name ?? null],
      ratings,
    });
  }
  for (const id of new Set([...was.people.keys(), ...is.people.keys()])) {
    const [before, after] = [was.people.get(id), is.people.get(id)];
    if (before === after) continue;
    const which = before === undefined ? 'PERSON_ADDED' : after === undefined ? 'PERSON_REMOVED' : 'PERSON_RENAMED';
    const names: [string | null, string | null] = [before ?? null, after ?? null];
    found.push({ kind: placeOf(which), id, isAdult: false, votes: null, names, ratings: [null, null] });
  }
  for (const id of new Set([...was.ratings.keys(), ...is.ratings.keys()])) {
    const ratings = ratingsOf(id);
    const [before, after] = ratings;
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    const isTold = was.titles.has(id) && is.titles.has(id) && before?.[0] !== after?.[0];
    if (!isTold && !withBeside) continue;
    found.push({
      kind: isTold ? placeOf('RATING_MOVED') : RATING_BESIDE,
      id,
      isAdult: is.titles.get(id)?.isAdult ?? false,
      votes: (after ?? before)?.[1] ?? null,
      names: [null, null],
      ratings,
    });
  }
  return found.sort(
    (one, other) => one.kind - other.kind || (other.votes ?? -1) - (one.votes ?? -1) || one.id - other.id,
  );
}

function placeOf(kind: ChangeKind): number {
  return CHANGE_KINDS.indexOf(kind);
}
